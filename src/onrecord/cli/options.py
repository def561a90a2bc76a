"""The options that several verbs share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.records import Act, Kind, Manner, Relation


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


RecordDir = Annotated[Path, typer.Option("--record", "-r", help="The record to look in.", metavar="DIR")]
OutputFormat = Annotated[
    Format | None,
    typer.Option("--format", help="How to write results; without it a table on a terminal, JSON lines in a pipe."),
]
Speaker = Annotated[str | None, typer.Option("--speaker", help="Who speaks: a name, or part of one.", metavar="NAME")]
About = Annotated[str | None, typer.Option("--about", help="Words that the content holds, in any order.", metavar="WORDS")]
Like = Annotated[str | None, typer.Option("--like", help="A text; what is like it in meaning, likest first.", metavar="TEXT")]
Since = Annotated[str | None, typer.Option("--since", help="Said, else published, then or later.", metavar="YYYY-MM-DD")]
Until = Annotated[str | None, typer.Option("--until", help="Said, else published, then or earlier.", metavar="YYYY-MM-DD")]
Outlet = Annotated[str | None, typer.Option("--outlet", help="Outlet, or part of its name.", metavar="NAME")]
SpeakerKind = Annotated[Kind | None, typer.Option("--kind", help="What kind of speaker.")]
Acts = Annotated[
    list[Act] | None,
    typer.Option("--act", help="What was done by saying it; may be given again. Only so are intend and perceive shown."),
]
Manners = Annotated[list[Manner] | None, typer.Option("--manner", help="How it is told; may be given again.")]
Relations = Annotated[
    list[Relation] | None,
    typer.Option(
        "--relation", help="How they stand to each other; may be given again. Without it: all that set one against one."
    ),
]

DEFAULT_RECORD = Path("record")
