"""Denials: an explicit act of denial, and the allegation that it denies."""

from __future__ import annotations

from onrecord.link.concepts import is_telling
from onrecord.link.gates import CLASH, OPEN, PART, SAME, days_apart
from onrecord.link.pair import NEAR_DAYS, Finding, Pair, asserted, elsewhere, found, of_deed, told_words
from onrecord.link.points import Point
from onrecord.records import Act, Relation

HELD_BY_DOER = 0.3
"""Share of a denial's weight that what it denies must hold where both tell one deed of one named doer."""
HELD = 0.7
"""The same elsewhere."""


def denied_within(pair: Pair) -> Finding | None:
    """Find the allegation that a denial tells in its own words: "denied allegations of …"."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        inside = a.act is Act.DENY and b.nested_in == a.statement and b.act not in (Act.DENY, Act.ASK)
        if inside and (b.speaker is None or b.act is Act.ACCUSE) and not pair.one_speaker:
            return found(Relation.DENIES, a, b, True, "denial/nested", 0.95, (told_words(a), told_words(b)))
    return None


def denial(pair: Pair) -> Finding | None:
    """Find a denial and what it denies: the denied words are asserted by the other, by another speaker or by none."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        if a.act is not Act.DENY or a.holds or pair.one_speaker or not asserted(b) or not _grounded(pair, a):
            continue
        if not pair.one_article and (b.hedge or b.mood == "topic" or elsewhere(a, b) or _foretold(a, b)):
            continue
        held = pair.overlap.first if a is pair.a else pair.overlap.second
        if pair.gates.quantity != CLASH and (_fully_told(pair, a, b, held) or _deed_told(a, b, held)):
            return found(Relation.DENIES, a, b, held >= 0.8 and pair.one_time, "denial/1", held, (told_words(a), a.verb))
    return None


def _foretold(a: Point, b: Point) -> bool:
    """Say whether a denial was printed long before what it is held against: it cannot have meant that."""
    gap = days_apart(a, b)
    return gap is not None and gap > NEAR_DAYS and a.said is not None and b.said is not None and a.said < b.said


def _fully_told(pair: Pair, a: Point, b: Point, held: float) -> bool:
    """Say whether nearly all that is denied is told by the other side, of the same doer and of everybody named."""
    told = a.predicate in b.topics | {b.predicate} and a.named <= b.named | _self(b)
    return held >= HELD and pair.overlap.enough and told and _accused(a, b)


def _deed_told(a: Point, b: Point, held: float) -> bool:
    """Say whether both tell one deed of one named doer, and name nobody else or somebody in common."""
    doers = _who(a) & _who(b)
    others, theirs = a.named - doers, b.named - doers
    one_deed = a.predicate == b.predicate and is_telling(a.predicate)
    return bool(doers) and one_deed and held >= HELD_BY_DOER and (not others or not theirs or bool(others & theirs))


def _who(point: Point) -> frozenset[str]:
    named = (role for role in point.roles if role.side == "agent" and role.deed == point.predicate and role.named)
    return frozenset(role.who for role in named)


def _accused(a: Point, b: Point) -> bool:
    """Say whether the other side tells the denied deed of the same doer; a denied noun ("any role in it") is the denier's own."""
    ours, theirs = _doers(a), _doers(b) | {role.who for role in b.roles if role.deed == a.predicate and role.side == "agent"}
    if not ours:
        return a.voice in b.named or _object(a, b)
    return bool(ours & theirs) or (not theirs and bool(ours & b.named))


def _doers(point: Point) -> frozenset[str]:
    return frozenset(role.who for role in point.roles if role.side == "agent" and role.deed == point.predicate)


def _object(a: Point, b: Point) -> bool:
    """Say whether both tell the same deed of the same thing, both without a doer: "it was shelled"."""
    return not _doers(b) and a.predicate == b.predicate and bool(of_deed(a, "patient") & of_deed(b, "patient"))


def _grounded(pair: Pair, denier: Point) -> bool:
    """Say whether place and people of a denial are met by the other side, where the denial names any."""
    if denier.at and pair.gates.territory not in (SAME, PART):
        return pair.one_article and pair.gates.territory == OPEN
    return not denier.named or bool(pair.a.named & pair.b.named) or pair.gates.territory == SAME or pair.one_article


def _self(point: Point) -> frozenset[str]:
    return frozenset({point.voice}) if point.voice else frozenset()
