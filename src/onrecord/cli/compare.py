"""`onrecord compare`: two speakers side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.disputes import COLUMNS
from onrecord.cli.options import DEFAULT_RECORD, OutputFormat, RecordDir

Name = Annotated[str, typer.Argument(help="A speaker's name, or part of one.", metavar="NAME")]


def compare(left: Name, right: Name, record: RecordDir = DEFAULT_RECORD, form: OutputFormat = None) -> None:
    """Set two speakers side by side.

    Every link between a statement of the one and a statement of the other: what both say, where they clash, and why it is held.
    """
    from onrecord import api
    from onrecord.cli.output import talk, write_found
    from onrecord.cli.tables import disputes_table

    found = api.open(record).compare(left, right)
    write_found(found, disputes_table, COLUMNS, form)
    talk(f"{len(found)} found" if len(found) else f"no link between statements of {left!r} and {right!r}")
