"""`onrecord text -`: the statements of one text, without a record."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from onrecord.cli.exits import Stop


def text(
    source: Annotated[str, typer.Argument(help="- for standard input.", metavar="-", show_default=False)],
    day: Annotated[
        str | None, typer.Option("--date", help="Day of publication, where the text states none.", metavar="YYYY-MM-DD")
    ] = None,
    profile: Annotated[
        str, typer.Option(help="full: the trained reader and the rules; fast: the rules alone.", metavar="full|fast")
    ] = "full",
) -> None:
    """Read one text from standard input.

    Prints its statements as JSON lines, shaped as in the export; needs no record.
    """
    if source != "-":
        raise Stop("text reads standard input: onrecord text - < article.txt; for files there is `onrecord build`")
    from onrecord import api
    from onrecord.cli.output import talk

    found = api.extract(sys.stdin.buffer.read(), date=day, profile=profile)
    for row in found.rows():
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    if not len(found):
        talk("no statement found in this text")
