"""What the verbs that judge share: who judges and why, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.exits import Stop

if TYPE_CHECKING:
    from onrecord.api import Judged

By = Annotated[str, typer.Option("--by", help="Who judges; kept in the ledger alone.", metavar="NAME", show_default=False)]
Why = Annotated[str, typer.Option("--why", help="Why.", metavar="TEXT", show_default=False)]
Judgeable = Annotated[
    str, typer.Argument(help="A statement's or link's id, or the beginning of it.", metavar="ID", show_default=False)
]
StatementId = Annotated[str, typer.Argument(help="A statement's id, or the beginning of it.", metavar="ID", show_default=False)]
ArticleName = Annotated[
    str, typer.Argument(help="An article's id or the beginning of it, its path or URL.", metavar="ARTICLE", show_default=False)
]
NewSpeaker = Annotated[
    str | None, typer.Option("--speaker", help="Who speaks: a name or an entity's id; - for nobody known.", metavar="NAME")
]
Source = Annotated[str | None, typer.Option("--source", help="The words that name the source.", metavar="WORDS|START:END,...")]
Cue = Annotated[str | None, typer.Option("--cue", help="The words of saying.", metavar="WORDS|START:END,...")]
Content = Annotated[str | None, typer.Option("--content", help="What was said.", metavar="WORDS|START:END,...")]
Negated = Annotated[bool | None, typer.Option("--negated/--not-negated", help="Whether the part is denied.")]
Hedged = Annotated[bool | None, typer.Option("--hedged/--not-hedged", help="Whether the part is held back.")]


def give(record: Path, verb: str, target: str, by: str, why: str, **asked: Any) -> None:
    """Give a verdict and say what came of it."""
    from onrecord import api

    with api.open(record) as opened:
        _tell(opened.judge(verb, target, by=by, why=why, **asked))


def _tell(done: Judged) -> None:
    from onrecord.cli.output import talk

    talk(f"{done.verdict.id}: {done.verdict.verb} {done.statement or done.verdict.target}")
    if done.orphan:
        talk(f"it changes nothing yet: {done.orphan}")
    elif not done.shown:
        talk("kept; a build is at work on the record, and takes it in when it ends")
    elif not done.linked:
        talk("in force; links of what it touched are left out until the next build or export links the record again")


def spans(told: str | None) -> list[tuple[int, int]] | str | None:
    """Read START:END,START:END as spans; anything else is words as they stand."""
    pieces = [piece.split(":") for piece in (told or "").split(",")]
    if told is None or not all(len(piece) == 2 and all(end.strip().isdigit() for end in piece) for piece in pieces):
        return told
    found = [(int(start), int(end)) for start, end in pieces]
    if any(start >= end for start, end in found):
        raise Stop(f"{told}: a span ends after it starts")
    return found
