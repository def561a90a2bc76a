"""`onrecord correct`: a statement as it should be."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.judging import By, Content, Cue, Hedged, Negated, NewSpeaker, Source, StatementId, Why, give, spans
from onrecord.cli.options import DEFAULT_RECORD, RecordDir
from onrecord.records import Act, Kind


def correct(
    name: StatementId,
    by: By,
    why: Why,
    speaker: NewSpeaker = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="What a speaker with a new name is; else a person.")] = None,
    act: Annotated[Act | None, typer.Option("--act", help="What was done by saying it.")] = None,
    source: Source = None,
    cue: Cue = None,
    content: Content = None,
    negated: Negated = None,
    hedged: Hedged = None,
    part: Annotated[int | None, typer.Option("--part", help="Which part, from 1, where there are several.", metavar="N")] = None,
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Set what a statement should be.

    Speaker, act, words, or whether a part of it is negated or hedged; what is not given stays.
    """
    set_ = {"source": spans(source), "cue": spans(cue), "content": spans(content), "negated": negated, "hedged": hedged}
    give(record, "correct", name, by, why, speaker=speaker, kind=kind, act=act, part=part, **set_)
