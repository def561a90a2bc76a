"""`onrecord dossier`: what is on record on a topic or a name, as a page to print or hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, RecordDir


def dossier(
    about: Annotated[
        str | None, typer.Argument(help="Words said, or a name; all of it where not given.", metavar="TOPIC|NAME")
    ] = None,
    record: RecordDir = DEFAULT_RECORD,
    out: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write; its ending says how: .html, .md or .docx.", metavar="FILE")
    ] = Path("dossier.html"),
    title: Annotated[str | None, typer.Option(help="What to call it.")] = None,
) -> None:
    """Write a dossier.

    Summary, who stands where, disputes side by side, timeline and every quotation with its note, from the record alone.
    """
    from onrecord import api
    from onrecord.cli.output import talk

    with api.open(record) as held:
        held.dossier(out, about, title)
    talk(f"{out} written")
