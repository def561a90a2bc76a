"""`onrecord cite`: citations to paste."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Format, RecordDir


def cite(
    names: Annotated[list[str], typer.Argument(help="Statements' ids, or the beginnings.", metavar="ID...", show_default=False)],
    record: RecordDir = DEFAULT_RECORD,
    form: Annotated[
        Format | None, typer.Option("--format", help="jsonl or csv: the parts of each citation apart; without it, text to paste.")
    ] = None,
) -> None:
    """Write citations to paste.

    The sentence, outlet, title, day and characters, and a link that opens the page at the words where there is a URL.
    """
    from onrecord import api
    from onrecord.cli.output import safe, write_rows
    from onrecord.cli.picking import pick
    from onrecord.show.citing import citation_row
    from onrecord.show.citing import cite as written

    held = api.open(record)
    found = [pick(held, name) for name in names]
    if form in (None, Format.TABLE):
        sys.stdout.write("\n\n".join(safe(written(each)) for each in found) + "\n")
    else:
        rows = [citation_row(each) for each in found]
        write_rows(rows, tuple(rows[0]), form or Format.JSONL)
