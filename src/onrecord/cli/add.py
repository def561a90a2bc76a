"""`onrecord add`: a statement the machine missed."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.judging import ArticleName, By, Content, Cue, Hedged, Negated, NewSpeaker, Source, Why, give, spans
from onrecord.cli.options import DEFAULT_RECORD, RecordDir
from onrecord.records import Act, Kind


def add(
    name: ArticleName,
    by: By,
    why: Why,
    content: Content = None,
    source: Source = None,
    cue: Cue = None,
    speaker: NewSpeaker = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="What a speaker with a new name is; else a person.")] = None,
    act: Annotated[Act | None, typer.Option("--act", help="What was done by saying it.")] = None,
    negated: Negated = None,
    hedged: Hedged = None,
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Add a statement that was missed.

    Its words are given as they stand in the article, where they stand there once, or by characters.
    """
    set_ = {"source": spans(source), "cue": spans(cue), "content": spans(content), "negated": negated, "hedged": hedged}
    give(record, "add", name, by, why, speaker=speaker, kind=kind, act=act, **set_)
