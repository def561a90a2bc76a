"""What cannot both be so: one thing asserted and negated, words that exclude each other, nothing of a kind against one."""

from __future__ import annotations

from onrecord.lang import words
from onrecord.link.concepts import is_telling, listed, opposed, shuts, tells
from onrecord.link.gates import CLASH, SAME
from onrecord.link.pair import (
    ALIKE,
    WHOLLY,
    Finding,
    Pair,
    attempted,
    elsewhere,
    found,
    is_share,
    names_fit,
    of_deed,
    points_back,
    sides_part,
    tenses_part,
    told_words,
)
from onrecord.link.points import Point
from onrecord.records import Act, Relation

IN_STORY = 0.3
"""The same where both articles tell one story and both name the same doer or object of the deed."""
UNNAMED_IN_STORY = 0.45
"""The same where that doer or object has no name."""
HELD = 0.6
"""Share of what is negated that the other side must tell of the same doer; what it does not tell, a cause say, may be what is
negated."""


def negation(pair: Pair) -> Finding | None:
    """Find one predicate of the same things, once asserted and once negated."""
    a, b = pair.a, pair.b
    tried = bool(attempted(a, b)) and not a.hedge and not b.hedge
    if a.holds == b.holds or a.predicate != b.predicate or not (tried or (a.flat and b.flat)) or Act.DENY in (a.act, b.act):
        return None
    if (pair.one_speaker and pair.one_article) or pair.far or tenses_part(a, b) or elsewhere(a, b):
        return None
    if CLASH in (pair.gates.mood, pair.gates.quantity) or is_share(a) or is_share(b) or points_back(a) or points_back(b):
        return None
    no, yes = (b, a) if a.holds else (a, b)
    if not _all_told(no, yes) or tells(yes.proposition, "negative"):
        return None  # where words of the side that asserts negate, the parse may have gone wrong
    if not (_one_doer(pair) or (_told_of_one(pair) and (_one_thing(pair) or _one_deed(pair)))):
        return None
    return found(Relation.CONTRADICTS, a, b, pair.one_time, "negation/1", pair.overlap.both, (told_words(a), told_words(b)))


def _all_told(no: Point, yes: Point) -> bool:
    """Say whether all who are named in what is negated are named by the other side or speak.

    "I never fired her because of the strike" does not clash with "she was fired": the strike may be what is negated.
    """
    known = {name for name in no.named if name.startswith("e-") or name in words("states")["states"]}
    own = {point.voice for point in (no, yes)} | {point.state for point in (no, yes)}
    return known <= yes.named | yes.at | own


def _told_of_one(pair: Pair) -> bool:
    """Say whether something beyond nouns in common ties the two: a place, a doer; between articles more than two words."""
    a, b = pair.a, pair.b
    if a.predicate in a.sites & b.sites and pair.gates.territory == SAME and not sides_part(a, b):
        return True  # there is, and there is not, such a thing there
    if pair.one_article and _wholly(pair):
        return True
    known = pair.one_story or ((pair.overlap.names > 0 or pair.overlap.topics >= 3) and not _doer_missing(a, b))
    return pair.gates.roles == SAME and known


def _wholly(pair: Pair) -> bool:
    least = ALIKE if pair.one_story else WHOLLY
    return pair.overlap.both >= least and pair.overlap.topics >= 2 and not sides_part(pair.a, pair.b)


def _doer_missing(a: Point, b: Point) -> bool:
    """Say whether one alone tells who does it: "I do not use that word" is not held against "an ad using his words"."""
    return bool(of_deed(a, "agent")) != bool(of_deed(b, "agent"))


def _one_doer(pair: Pair) -> bool:
    """Say whether one named doer is said to do, and not to do, a deed of which nearly all that is negated is asserted too."""
    no, yes = (pair.b, pair.a) if pair.a.holds else (pair.a, pair.b)
    doers = of_deed(no, "agent") & of_deed(yes, "agent") & no.named
    held = pair.rest.second if pair.a.holds else pair.rest.first
    if not doers or held < HELD or sides_part(no, yes):
        return False
    others = no.named & yes.named - doers
    return pair.rest.topics >= (1 if is_telling(no.predicate) or (others and no.denied == "never") else 2)


def _one_thing(pair: Pair) -> bool:
    """Say whether two propositions share so much that they speak of one thing wherever they stand."""
    least = ALIKE if is_telling(pair.a.predicate) else WHOLLY
    short = pair.overlap.both == 1 and pair.overlap.topics + pair.overlap.names >= 2 and pair.one_story and pair.one_time
    return pair.overlap.both >= least and (pair.overlap.enough or short) and names_fit(pair.a, pair.b)


def _one_deed(pair: Pair) -> bool:
    """Say whether, in one story, a telling deed has the same doer and the same object in both, and nothing named parts them."""
    a, b = pair.a, pair.b
    if not pair.one_story or not is_telling(a.predicate) or not names_fit(a, b):
        return False
    if sides_part(a, b):
        return False
    told = [(of_deed(a, side), of_deed(b, side)) for side in ("agent", "patient")]
    sides = [bool(ours & theirs) for ours, theirs in told]
    named = any(ours & theirs & (a.named | b.named) for ours, theirs in told)
    shared = pair.overlap.both >= (IN_STORY if named else UNNAMED_IN_STORY) and pair.rest.topics + pair.rest.names >= 1
    return all(sides) or (any(sides) and shared)


def opposite(pair: Pair) -> Finding | None:
    """Find predicates that exclude each other, of the same doer and the same thing."""
    a, b = pair.a, pair.b
    if not (a.holds and b.holds and a.flat and b.flat) or not opposed(a.predicate, b.predicate) or tenses_part(a, b):
        return None
    if (pair.one_speaker and pair.one_article) or pair.far or CLASH in (pair.gates.mood, pair.gates.quantity):
        return None
    agents = of_deed(a, "agent") & of_deed(b, "agent")
    patients = of_deed(a, "patient") & of_deed(b, "patient")
    alike = ALIKE if not pair.one_story else IN_STORY
    if not agents or (not patients and pair.rest.both < alike) or pair.rest.topics < 1 or not names_fit(a, b):
        return None
    if elsewhere(a, b) or is_share(a) or is_share(b) or points_back(a) or points_back(b):
        return None
    return found(Relation.CONTRADICTS, a, b, pair.one_time, "opposite/1", pair.rest.both, (a.verb, b.verb))


def existence(pair: Pair) -> Finding | None:
    """Find "there is no such thing there" against what takes for granted that there is: same place, same group."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        if a.holds or a.denied not in ("none", "longer", "never") or a.predicate not in shuts() or not a.flat:
            continue
        if (
            not b.holds
            or b.mood not in ("fact", "future", "topic")
            or b.hedge
            or b.act in (Act.DENY, Act.DOUBT, Act.ASK, Act.URGE)
        ):
            continue
        if pair.one_speaker and pair.one_article:
            continue
        there = _there(a, b)
        if not there or b.tense == "past":
            continue
        firm = pair.one_time and there[0] == a.predicate and pair.gates.group == SAME
        return found(Relation.CONTRADICTS, a, b, firm, "existence/1", 0.7, (f"no {a.verb}", there[0]))
    return None


def _there(a: Point, b: Point) -> list[str]:
    """List what the first says there is none of and the second has in the same territory."""
    shut = shuts()[a.predicate]
    if a.predicate in listed("ground"):
        places = {land for thing, land in a.located if thing == a.predicate} or (a.at if len(a.at) == 1 else frozenset())
        return sorted({thing for thing, land in b.located if thing in shut and land in places})
    return sorted(shut & b.sites) if a.at and a.at == b.at else []
