"""`onrecord undo`: take a verdict back."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.judging import By, Why, give
from onrecord.cli.options import DEFAULT_RECORD, RecordDir


def undo(
    name: Annotated[
        str,
        typer.Argument(help="A verdict's id, or what it is on: then the last one.", metavar="ID", show_default=False),
    ],
    by: By,
    why: Why,
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Take a verdict back.

    Undoing all verdicts gives the same export as before, byte for byte. An undoing may itself be undone.
    """
    give(record, "undo", name, by, why)
