"""Two counts of one thing in one event that cannot both hold."""

from __future__ import annotations

from onrecord.link.concepts import tells
from onrecord.link.gates import CLASH, PART, SAME, fit
from onrecord.link.pair import (
    Finding,
    Pair,
    at_home,
    elsewhere,
    found,
    names_fit,
    of_deed,
    sides_part,
)
from onrecord.link.points import Point
from onrecord.records import Amount, Relation


def numbers(pair: Pair) -> Finding | None:
    """Find two counts of the same thing in one event that cannot both hold."""
    a, b = pair.a, pair.b
    if not (a.holds and b.holds) or a.mood != "fact" or b.mood != "fact" or pair.gates.quantity != CLASH:
        return None
    if a.hedge or b.hedge or sides_part(a, b) or (a.times and b.times and a.times != b.times):
        return None
    if _deed(a) != _deed(b) or pair.overlap.both < 0.4 or not pair.overlap.enough or pair.one_speaker or not pair.one_time:
        return None
    placed = {pair.gates.territory, pair.gates.aim, pair.gates.group} & {SAME, PART} or at_home(a, b)
    if pair.one_article and (bool(a.times) != bool(b.times) or _left(a) != _left(b) or _unknown(a) != _unknown(b)):
        return None
    told = pair.one_article or placed or (pair.one_story and pair.rest.topics >= 2)  # a word in common is not yet one event
    if not told or not names_fit(a, b) or elsewhere(a, b):
        return None
    clash = _clash(a, b)
    return found(Relation.CONTRADICTS, a, b, False, "numbers/1", pair.overlap.both, clash) if clash else None


def _left(point: Point) -> bool:
    """Say whether it counts what is left of a greater number: "nine are still in hospital"."""
    return tells(point.proposition, "left")


def _unknown(point: Point) -> bool:
    """Say whether it counts what somebody does of whom a pronoun alone tells."""
    first = point.proposition.split(" ", 1)[0]
    return tells(first, "pronouns") and not of_deed(point, "agent")


def _deed(point: Point) -> str:
    """Name the deed that is counted; to kill and to die count the same people."""
    return "die" if point.topics & {"kill", "die"} else point.predicate


def _clash(a: Point, b: Point) -> tuple[str, str] | None:
    for x in a.amounts:
        for y in b.amounts:
            if x.unit == y.unit and not fit(x, y):
                return _told(x), _told(y)
    return None


def _told(amount: Amount) -> str:
    unit = "" if amount.unit.startswith("@") else f" {amount.unit}"
    low, high = amount.low, amount.high
    if low is not None and low == high:
        return f"{low:g}{unit}"
    return f"{'' if low is None else f'{low:g}'}–{'' if high is None else f'{high:g}'}{unit}"
