"""What the grammar of each proposition says, kept so that linking needs no parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.frames.amounts import find_amounts
from onrecord.read.frames.desk import Desk
from onrecord.read.frames.grammar import find_core, tense
from onrecord.read.frames.terms import content_words, find_terms
from onrecord.read.page import Page
from onrecord.records import Frame, Part, Spans, Statement


def add_frames(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """Give each part of each statement its frame; a part without words keeps none."""
    desk = Desk(page)
    return [replace(s, parts=tuple(replace(part, frame=_frame(desk, s, part)) for part in s.parts)) for s in statements]


def _frame(desk: Desk, statement: Statement, part: Part) -> Frame | None:
    inside = desk.tokens(part.spans)
    core = find_core(desk, inside)
    if core is None:
        return None
    particle = [desk.lower(t) for t in desk.children(core.predicate, "prt")]
    return Frame(
        predicate=" ".join([desk.lemma(core.predicate), *particle]),
        terms=find_terms(desk, statement, core, inside),
        words=content_words(desk, inside),
        amounts=find_amounts(desk, inside),
        denied=core.denied if core.negative else "",
        hedge=core.hedge,
        mood=core.mood,
        tense=tense(desk, core),
        times=_times(desk, part.spans),
    )


def _times(desk: Desk, spans: Spans) -> tuple[str, ...]:
    """List the days spoken of inside spans, as far as they are known."""
    return tuple(
        f"{time.earliest}/{time.latest}"
        for time in desk.page.times
        if time.earliest and time.latest and any(start <= time.start and time.end <= end for start, end in spans)
    )
