"""`onrecord split`: one that is two."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.judging import By, Why, give
from onrecord.cli.options import DEFAULT_RECORD, RecordDir


def split(
    name: Annotated[str, typer.Argument(help="A person or body, by name or id.", metavar="NAME|ID", show_default=False)],
    by: By,
    why: Why,
    names: Annotated[
        list[str] | None, typer.Option("--name", help="A name that is the other one's; may be given again.", metavar="NAME")
    ] = None,
    articles: Annotated[
        list[str] | None,
        typer.Option("--article", help="An article of the other one; may be given again.", metavar="ARTICLE"),
    ] = None,
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Say that one person or body is two.

    What goes to the other one is given by names or by articles. The record is linked again.
    """
    give(record, "split", name, by, why, names=names or [], articles=articles or [])
