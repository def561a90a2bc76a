"""Agreement: an explicit act of taking somebody's side, and the words on record with which it agrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lang import words
from onrecord.link.gates import CLASH
from onrecord.link.pair import Finding, Pair, asserted, found, sides_part
from onrecord.link.points import Point
from onrecord.records import Act, Relation, Statement

_WORD = re.compile(r"\w+(?:['’]\w+)?|n['’]t")
NEXT = 60
"""Characters between a quotation and the one that agrees with it, where no name and no shared word tells with whom."""
REACH = 700
"""Characters before an agreement within which the words stand that it agrees with."""
TURN = 300
"""Characters between the words of somebody named and the agreement with them, where they share no word."""
SHARED = 0.3
"""Share of an agreement's weight that what it agrees with must hold, where nobody is named."""
CONFIRMED = 0.4
"""Share of weight that a confirmation and what it confirms must have in common."""
_ASIDE = 80


@dataclass(frozen=True, slots=True)
class Nod:
    """An act of agreement: its cue, whether it confirms a fact, and the words that name with whom it agrees, if any."""

    cue: str
    confirms: bool
    whom: tuple[str, ...]


def nod(text: str, statement: Statement) -> Nod | None:
    """Read an act of agreement off a statement's cue and what follows: "agreed with Bresk that …", "echoed Bresk's warning"."""
    if not statement.cue or not statement.content:
        return None
    cue = [word.casefold().replace("’", "'") for start, end in statement.cue for word in _WORD.findall(text[start:end])]
    listed = _listed()
    verb = next((word for word in cue if word in listed["cues"] | listed["confirming"]), None)
    source = {word.casefold() for start, end in statement.source for word in _WORD.findall(text[start:end])}
    if verb is None or set(cue) & listed["unless"] or any(word.endswith("n't") for word in cue) or source & listed["crowds"]:
        return None
    return Nod(verb, verb in listed["confirming"], _named(text, statement))


def _named(text: str, statement: Statement) -> tuple[str, ...]:
    """List the capitalised words between cue and content, after "with", and of a possessor with which the content begins."""
    end, start = statement.cue[-1][1], statement.content[0][0]
    between = text[end:start] if 0 <= start - end <= _ASIDE else ""
    after = re.match(r"\s*with\s+(.*)", between, re.DOTALL)
    told = after.group(1) if after else ""
    first, last = statement.content[0]
    owner = re.match(r"((?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w.-]*)['’]s?\s", text[first:last])
    if owner and start >= end:
        told += " " + owner.group(1)
    return tuple(word.casefold() for word in _WORD.findall(told) if word[:1].isupper())


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    return {name: frozenset(told) for name, told in words("siding")["agreement"].items()}


def sides_with(said: Nod, point: Point, others: Sequence[Point]) -> list[Point]:
    """List whose words an agreement may mean: the points of other speakers before it, the nearest first.

    Where somebody is named, only theirs, be they said after it.
    """
    told = [
        other for other in others if other.speaker and other.speaker != point.speaker and not other.side and not other.headline
    ]
    if said.whom:
        return sorted((other for other in told if _is(other, said.whom)), key=lambda other: _gap(other, point))
    before = [other for other in told if 0 <= point.spans[0][0] - other.spans[-1][1] <= REACH]
    return sorted(before, key=lambda other: _gap(other, point))


def _is(point: Point, whom: Sequence[str]) -> bool:
    name = point.speaker_name.casefold().split()
    return bool(name) and name[-1] in whom


def _gap(a: Point, b: Point) -> int:
    return max(b.spans[0][0] - a.spans[-1][1], a.spans[0][0] - b.spans[-1][1], 0)


def agreement(said: Nod, pair: Pair) -> Finding | None:
    """Find in a pair, ``a`` the one who agrees, that these are the words meant: of whom is named, shared, or just before."""
    a, b = pair.a, pair.b
    if pair.gates.clash or pair.gates.quantity == CLASH or not asserted(b) or "ask" in (a.mood, b.mood):
        return None
    share = pair.overlap
    if a.predicate == b.predicate and (a.holds != b.holds or sides_part(a, b)):
        return None
    if said.confirms:
        fits = share.enough and (share.both >= CONFIRMED or share.first >= 0.7) and a.holds == b.holds
        return found(Relation.SUPPORTS, a, b, True, "confirmation/1", 0.8, (said.cue, "")) if fits else None
    shared = share.topics >= 2 or (share.topics >= 1 and share.names >= 1)
    if said.whom and (share.topics or (b.spans < a.spans and _gap(a, b) <= TURN)):
        return found(Relation.SUPPORTS, a, b, bool(share.topics), "agreement/1", 0.9 if shared else 0.75, (said.cue, ""))
    if not said.whom and (a.mood == "topic" or a.speaker is None or b.act in (Act.URGE, Act.ASK)):
        return None  # "echoing a pledge made by another"
    just_before = a.direct and b.direct and _gap(a, b) <= NEXT and b.spans < a.spans
    if not said.whom and (just_before or (shared and share.first >= SHARED)):
        return found(Relation.SUPPORTS, a, b, shared, "agreement/1", 0.8 if shared else 0.7, (said.cue, ""))
    return None
