"""`onrecord show`: one statement, marked in its paragraph."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, RecordDir


def show(
    name: Annotated[str, typer.Argument(help="A statement's id, or the beginning of it.", metavar="ID", show_default=False)],
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Show one statement in its paragraph.

    With source, cue and content marked, how its speaker and its day are known, and where it stands.
    """
    from onrecord import api
    from onrecord.cli.picking import pick
    from onrecord.cli.tables import show_one

    show_one(pick(api.open(record), name))
