"""One choice among what the rules propose."""

from __future__ import annotations

from dataclasses import replace

from onrecord.read.rules.sheet import Candidate, Sheet
from onrecord.read.rules.spans import Near, length, subtract, tidy
from onrecord.records import Spans

_INSIDE_RULES = frozenset({"clause", "according", "passive-clause", "object-with"})
"""Rules sure enough to be heard inside what another says ("he said that the minister had denied …")."""
_NOT_INSIDE = frozenset({"i", "we", "you", "it", "that", "which", "who", "they", "one"})


def choose(sheet: Sheet, candidates: list[Candidate]) -> list[Candidate]:
    """Leave out what has no content, what says the same twice and weak readings inside another's content; order by content."""
    kept: Near[Candidate] = Near()
    whole = [candidate for candidate in without_asides(sheet, candidates) if candidate.content]
    for candidate in sorted(whole, key=lambda c: (-length(c.content), c.content, -length(c.cue), c.source, c.cue, c.rule)):
        if any(_same(candidate, other) for other in kept.near(candidate.content[:1])):
            continue
        around = kept.near(candidate.cue[:1])
        if any(holds(other.content, candidate.cue) for other in around) and not _stands_inside(sheet, candidate):
            continue
        kept.add(candidate.content, candidate)
    return sorted(kept, key=lambda c: (c.content, c.source, c.cue, c.rule))


def without_asides(sheet: Sheet, candidates: list[Candidate]) -> list[Candidate]:
    """Cut the words of an aside (", X said,") out of what others say around it."""
    asides: Near[Candidate] = Near()
    for candidate in candidates:
        if candidate.rule == "parenthetic":
            asides.add((*candidate.source, *candidate.cue), candidate)
    return [_without(sheet, each, [a for a in asides.near(each.content) if a is not each]) for each in candidates]


def _without(sheet: Sheet, candidate: Candidate, asides: list[Candidate]) -> Candidate:
    for aside in asides:
        words = sorted([*aside.source, *aside.cue])
        if holds(candidate.content, tuple(words)) and not holds(aside.content, candidate.cue):
            cut = [(words[0][0], words[-1][1])]
            candidate = replace(candidate, content=tidy(sheet.text, subtract(candidate.content, cut)))
    return candidate


def _same(one: Candidate, other: Candidate) -> bool:
    """Say whether two readings share their content and the first's cue is the other's or a part of it."""
    if one.content != other.content:
        return False
    return (bool(one.cue) and holds(other.cue, one.cue)) or (one.cue, one.source) == (other.cue, other.source)


def holds(outer: Spans, inner: Spans) -> bool:
    """Say whether every inner span lies in one of the outer ones; both are in order."""
    if not outer or (inner and (inner[0][0] < outer[0][0] or outer[-1][1] < inner[-1][1])):
        return False  # far apart, as most are
    return all(any(start <= first and last <= end for start, end in outer) for first, last in inner)


def _stands_inside(sheet: Sheet, candidate: Candidate) -> bool:
    """Say whether an attribution inside another's content is sure enough to be kept: an utterance with a speaker of its own."""
    if candidate.rule == "noun" and not candidate.source:
        return True  # "denied allegations that …"
    if candidate.rule not in _INSIDE_RULES or candidate.head < 0 or not candidate.source:
        return False
    if candidate.rule == "according":
        return True
    words = " ".join(sheet.text[start:end] for start, end in candidate.source).lower()
    own = sheet.child(candidate.head, "nsubj", "agent") is not None
    return own and sheet.lemma(candidate.head) in sheet.lex.speech and words not in _NOT_INSIDE
