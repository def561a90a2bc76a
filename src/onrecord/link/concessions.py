"""What a speaker grants, or leaves open, that was ruled out or asserted."""

from __future__ import annotations

from onrecord.link.concepts import shuts
from onrecord.link.gates import OPEN, SAME
from onrecord.link.pair import (
    ALIKE,
    Finding,
    Pair,
    asserted,
    found,
    sides_part,
    told_words,
)
from onrecord.records import Act, Relation


def concession(pair: Pair) -> Finding | None:
    """Find a speaker who leaves open, or grants, what the same speaker flatly rules out or promises."""
    if not pair.one_speaker:
        return None
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        if not b.flat or b.hedge or b.act in (Act.CONCEDE, Act.ASK):
            continue
        opens = a.hedge.startswith(("cannot", "not ")) and a.predicate == b.predicate and a.holds == b.holds
        limits = a.hedge.startswith("not ") and a.side and a.statement == b.statement and not a.holds and b.holds
        grants = a.act is Act.CONCEDE and a.holds != b.holds and a.predicate == b.predicate
        restates = a.hedge.startswith("not ") and not a.holds and not b.holds
        if restates or not (opens or limits or grants) or pair.gates.territory not in (SAME, OPEN):
            continue
        if not (pair.one_story or pair.overlap.both >= ALIKE or pair.gates.territory == SAME):
            continue
        there = a.predicate in shuts() or (a.predicate in a.sites & b.sites and not sides_part(a, b))
        placed = there and pair.gates.territory == SAME
        if not (limits or placed) and (pair.overlap.both < 0.2 or pair.rest.topics < 1):
            continue
        return found(Relation.CONCEDES, a, b, True, "concession/1", 0.7, (a.hedge or told_words(a), told_words(b)))
    return None


def opening(pair: Pair) -> Finding | None:
    """Find a speaker who cannot rule out what another speaker asserts: "cannot guarantee that they do not hide here"."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        if pair.one_speaker or not a.hedge.startswith("cannot") or a.holds or a.predicate not in shuts() or b.hedge:
            continue
        things = {thing for thing, land in b.located if thing in shuts()[a.predicate] and land in a.at}
        if things and asserted(b) and b.tense != "past" and b.mood in ("fact", "topic"):
            return found(Relation.CONCEDES, a, b, False, "opening/1", 0.6, (a.hedge, sorted(things)[0]))
    return None
