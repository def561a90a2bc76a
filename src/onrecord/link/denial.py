"""Denials: an explicit act of denial, and the allegation that it denies."""

from __future__ import annotations

from onrecord.link.concepts import is_telling, listed
from onrecord.link.deeds import ACCOUNT, Deed, deeds_listed, is_deed, kind_of
from onrecord.link.gates import CLASH, OPEN, PART, SAME, days_apart
from onrecord.link.pair import (
    HELD_BY,
    NEAR_DAYS,
    Finding,
    Pair,
    asserted,
    attempted,
    elsewhere,
    found,
    of_deed,
    sides_part,
    told_words,
)
from onrecord.link.points import Point
from onrecord.records import Act, Relation

HELD_BY_DOER = 0.3
"""Share of a denial's weight that what it denies must hold where both tell one deed of one named doer."""
HELD = 0.7
"""The same elsewhere."""
CLOSE = 0.7
"""How alike deeds must be told for a denial of one to be strict."""
PAST_YEARS = 4
"""Years back to which a denial that names no time reaches."""


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
        if not pair.one_article and (_may_mean_else(a, b) or elsewhere(a, b) or _foretold(a, b)):
            continue
        if b.mood not in ("fact", "future", "topic") and b.act is not Act.ACCUSE and not attempted(a, b):
            continue  # "he wants to know how they could order it"
        held = pair.overlap.first if a is pair.a else pair.overlap.second
        if pair.gates.quantity != CLASH and (_fully_told(pair, a, b, held) or _deed_told(a, b, held)):
            return found(Relation.DENIES, a, b, held >= 0.8 and pair.one_time, "denial/1", held, (told_words(a), a.verb))
    return None


def _may_mean_else(a: Point, b: Point) -> bool:
    """Say whether more must be known between articles: it is no fact, of another thing, or a deed for ``deed_denied``."""
    uncertain = b.mood != "fact" or any(deed.kinds for deed in a.deeds)
    if b.hedge or (uncertain and not attempted(a, b)):
        return True
    return not of_deed(a, "patient") <= {role.who for role in b.roles} | b.topics


def _foretold(a: Point, b: Point) -> bool:
    """Say whether a denial was printed long before what it is held against: it cannot have meant that."""
    gap = days_apart(a, b)
    return gap is not None and gap > NEAR_DAYS and a.said is not None and b.said is not None and a.said < b.said


def _fully_told(pair: Pair, a: Point, b: Point, held: float) -> bool:
    """Say whether nearly all that is denied is told by the other side, of the same doer and of everybody named."""
    told = _puts(a, b) and a.named <= b.named | _self(b)
    return held >= HELD and pair.overlap.enough and told and _accused(a, b)


def _puts(a: Point, b: Point) -> bool:
    """Say whether the other side puts forward what is denied, and does not merely speak of it: "after the polls leaked"."""
    if b.act is Act.URGE:
        return False
    put = {b.predicate, *(deed.kind for deed in b.deeds), *(role.deed for role in b.roles)}
    put |= {role.who for role in b.roles if role.deed == b.predicate}
    return a.predicate in put or (a.predicate in b.topics and (b.mood == "topic" or b.predicate == "be"))  # "was in contact"


def _deed_told(a: Point, b: Point, held: float) -> bool:
    """Say whether both tell one deed of one named doer, and name nobody else or somebody in common."""
    doers = _who(a) & _who(b)
    others, theirs = a.named - doers, b.named - doers
    one_deed = a.predicate == b.predicate and is_telling(a.predicate) and not sides_part(a, b)
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


def deed_denied(pair: Pair) -> Finding | None:
    """Find the denial of a deed and who tells it of the same doer, be it in other words: "meddled in" and "interference in"."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        if not denies_deeds(a) or pair.one_speaker or not _told_flatly(b) or a.open_office & b.open_office:
            continue
        met = next(((x, y) for x in a.deeds for y in b.deeds if _same_deed(pair, (a, x), (b, y))), None)
        if met and pair.gates.quantity != CLASH and _in_time(a, b, met[0].kinds):
            relation = Relation.DENIES if a.act is Act.DENY else Relation.CONTRADICTS
            score = _closeness(*met)
            no = told_words(a) if kind_of(a.verb) == met[0].kind else f"no {met[0].kind}"
            told = b.verb if is_deed(b.verb) else met[1].kind
            return found(relation, a, b, pair.one_time and score >= CLOSE, "deed/1", score, (no, told))
    return None


def account_denied(pair: Pair) -> Finding | None:
    """Find the denial of what a named person told, "her accusation", and where that person accuses who denies it."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        if a.act is not Act.DENY or a.holds or a.hedge or not (pair.one_time or pair.one_story) or pair.one_speaker:
            continue
        named = b.voice in accounts(a) and b.act is Act.ACCUSE and a.voice in {deed.doer for deed in b.deeds}
        if named and b.mood == "fact" and asserted(b) and not b.hedge and not _foretold(a, b):
            return found(Relation.DENIES, a, b, False, "account/1", 0.6, (told_words(a), b.verb))
    return None


def accounts(point: Point) -> frozenset[str]:
    """List whose accounts of the one who denies are denied."""
    return frozenset(deed.doer for deed in point.deeds if deed.kind == ACCOUNT and deed.doer not in ("", point.voice))


def denies_deeds(point: Point) -> bool:
    """Say whether somebody denies deeds outright, by an act of denial, or by a flat no to one of their own."""
    if point.act is Act.DENY:
        told = not point.hedge or (point.hedge in listed("saying") and is_deed(point.verb))  # "denied allegations that X shot Y"
        return not point.holds and told and point.mood in ("fact", "topic")
    return not point.holds and point.flat and point.mood == "fact" and point.denied in ("not", "none", "never")


def deniers(point: Point, deed: Deed) -> frozenset[str]:
    """List of whom a deed is denied: who is told to do it, else the one who denies, and the state spoken for."""
    own = {point.voice or ""} | ({point.state or ""} if deed.kinds & deeds_listed("of_states") else set())
    if point.act is not Act.DENY and deed.doer not in own:
        return frozenset()
    return frozenset({deed.doer} if deed.doer and deed.doer != point.voice else own) - {""}


def _told_flatly(point: Point) -> bool:
    blamed = point.mood == "topic" and point.act is Act.ACCUSE
    return asserted(point) and point.hedge in HELD_BY and not point.side and (point.mood == "fact" or blamed)


def _in_time(a: Point, b: Point, kinds: frozenset[str]) -> bool:
    """Say whether a denial can have meant what is told: deeds told later must have been done before, some years back at most."""
    if b.times and a.said is not None:
        return all(time.split("/")[1] <= a.said[1] and _years(time, a.said[0]) <= PAST_YEARS for time in b.times)
    done = b.tense != "present" or b.predicate == "be"  # "their effort to meddle is one of the worst"
    return not _foretold(a, b) or kinds <= deeds_listed("lone") or (done and not kinds & deeds_listed("often"))


def _years(times: str, day: str) -> int:
    return int(day[:4]) - int(times[:4]) if day[:4].isdigit() and times[:4].isdigit() else 0


def _same_deed(pair: Pair, denied: tuple[Point, Deed], told: tuple[Point, Deed]) -> bool:
    """Say whether the deed denied is the deed told: one doer, one kind, what it was done to in common."""
    (a, x), (b, y) = denied, told
    kinds = x.denied & y.told
    if not kinds or y.doer not in deniers(a, x) or (x.named and y.named and not x.named & y.named):
        return False
    ours, theirs = x.themes - x.kinds - kinds, y.themes - y.told - kinds
    nouns = ours - x.named, theirs - y.named
    met = bool(nouns[0] & nouns[1]) if all(nouns) else bool(ours & theirs)
    if kinds <= deeds_listed("often"):
        at_once = pair.one_time or pair.gates.time == SAME
        return at_once and (met or bool(ours & b.topics) or (pair.one_story and not (ours and theirs)))
    return met if ours and theirs else pair.one_story or kinds <= deeds_listed("lone")


def _closeness(denied: Deed, told: Deed) -> float:
    """Measure how far two deeds are told alike: the share of their themes in common, half a point for one kind."""
    every = denied.themes | told.themes
    return 0.5 + 0.45 * (len(denied.themes & told.themes) / len(every) if every else 0.5)
