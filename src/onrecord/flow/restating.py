"""A statement whose spans a person set: what it means is worked out by the stages that read every other."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Any

from onrecord.backends.protocols import Parse
from onrecord.flow.reading import Backends, read
from onrecord.flow.targets import Place, text_of
from onrecord.read.manner import manner_of
from onrecord.records import Attribution, Block, Chain, Found, Part, Reading, Sighting, Span, Spans, Statement, Told
from onrecord.store.catalogue import seen_of
from onrecord.store.codec import pack
from onrecord.store.faults import Unfit
from onrecord.store.verdicts import BY

PLACES = 5
"""How many places of words that stand in a text several times are named."""
LONGEST = 40
"""So many characters of a cut word are told on either side."""


@dataclass(slots=True)
class _Set:
    """A reader of attributions that finds the one a person set."""

    place: Place
    name: str = BY

    def tag(self, text: str, blocks: Sequence[Block], parse: Parse) -> list[Attribution]:  # noqa: ARG002 (the Protocol's)
        """Give that attribution."""
        return [Attribution(self.place.source, self.place.cue, self.place.content, 1.0, BY)]


def restated(db: sqlite3.Connection, place: Place, backends: Backends) -> dict[str, Any]:
    """Work out a statement with these spans, and the chains it speaks of, as plain values."""
    reading = read(_found(db, place.article), replace(backends, tagger=_Set(place)))
    statement = _statement(db, place, reading)
    named = {statement.speaker, *(chain for part in statement.parts for chain in part.about)}
    named |= {term.chain for part in statement.parts for frame in part.frames for term in frame.terms}
    chains: list[Chain] = [chain for chain in reading.chains if chain.id in named]
    return {"statement": pack(statement), "chains": [pack(chain) for chain in chains], "id": statement.id}


def _statement(db: sqlite3.Connection, place: Place, reading: Reading) -> Statement:
    """Give the statement as it was read, in just the spans set; plain words where the stages make nothing of them."""
    text = text_of(db, place.article)
    words = " ".join(" ".join(text[start:end] for start, end in place.content).split())
    plain = Statement(
        place.article, place.source, place.cue, place.content, manner_of(text, place.content), parts=(Part(place.content, words),)
    )
    found = next((each for each in reading.statements if each.content == place.content), plain)
    return replace(found, source=place.source, cue=place.cue, content=place.content, by=BY, score=1.0)


def _found(db: sqlite3.Connection, article: str) -> Found:
    """Give the text with what is told of it, as a build would read it."""
    text = text_of(db, article)
    row = db.execute("SELECT merged FROM _want WHERE article = ?", (article,)).fetchone()
    if row is None:
        return Found(text, Sighting(""), Told())
    seen = seen_of(row[0])
    return Found(text, seen.sighting, seen.told, seen.hints, seen.warnings, entries=seen.entries)


def placed(db: sqlite3.Connection, article: str, asked: Mapping[str, Any], before: Place | None = None) -> Place:
    """Give the spans a person set, each as spans or as words that stand in the text once; what is not set stays as it was."""
    text = text_of(db, article)
    held = before or Place(article, (), (), ())

    def set_(name: str, stood: Spans) -> Spans:
        return stood if asked.get(name) is None else _spans(text, name, asked[name])

    place = Place(article, set_("source", held.source), set_("cue", held.cue), set_("content", held.content))
    if not place.content:
        raise Unfit("a statement has content: say which characters, or the words as they stand")
    if _overlap(sorted((*place.source, *place.cue))):
        raise Unfit("source and cue overlap")
    return place


def _spans(text: str, name: str, told: Any) -> Spans:
    if isinstance(told, str):
        return (_words(text, name, told),) if told.strip() else ()
    try:
        spans = tuple(sorted((int(start), int(end)) for start, end in told))
    except (TypeError, ValueError):
        raise Unfit(f"{name}: spans are pairs of a start and an end, not {told!r}") from None
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise Unfit(f"{name}: [{start}, {end}] does not stand in the text of {len(text)} characters")
        cut = next((at for at in (start, end) if _in_word(text, at)), None)
        if cut is not None:
            raise Unfit(f"{name}: {start}:{end} cuts a word in two at {cut}: {_around(text, cut)}")
    if _overlap(spans):
        raise Unfit(f"{name}: its spans overlap")
    return spans


def _in_word(text: str, at: int) -> bool:
    """Tell whether a place lies within a word or number; only of scripts with case, which all set spaces between words."""
    return 0 < at < len(text) and all(c.isdigit() or (c.isalpha() and c.lower() != c.upper()) for c in text[at - 1 : at + 1])


def _around(text: str, at: int) -> str:
    """Write the word around a place, a bar where it is cut."""
    start, end = at, at
    while _in_word(text, start):
        start -= 1
    while _in_word(text, end):
        end += 1
    return f"{text[max(start, at - LONGEST) : at]}|{text[at : min(end, at + LONGEST)]}"


def _overlap(spans: Sequence[Span]) -> bool:
    return any(left[1] > right[0] for left, right in pairwise(spans))


def _words(text: str, name: str, words: str) -> Span:
    start = text.find(words)
    if start < 0:
        raise Unfit(f"{name}: the article has no such words: {words!r}")
    if text.find(words, start + 1) >= 0:
        raise Unfit(f"{name}: {words!r} stands there {text.count(words)} times: give START:END, {_places(text, words)}")
    return start, start + len(words)


def _places(text: str, words: str) -> str:
    """Name the first few places where words stand, as they are to be given."""
    starts = [found.start() for found in islice(re.finditer(re.escape(words), text), PLACES + 1)]
    told = [f"{start}:{start + len(words)}" for start in starts[:PLACES]]
    return ", ".join([*told, "..."] if len(starts) > PLACES else told)
