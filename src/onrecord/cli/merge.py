"""`onrecord merge`: several that are one."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.judging import By, Why, give
from onrecord.cli.options import DEFAULT_RECORD, RecordDir


def merge(
    names: Annotated[list[str], typer.Argument(help="People or bodies: names or ids.", metavar="NAME|ID...", show_default=False)],
    by: By,
    why: Why,
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Say that two or more people or bodies are one.

    They go by the first one's name. The record is linked again.
    """
    give(record, "merge", names[0], by, why, others=names[1:])
