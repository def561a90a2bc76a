"""Two propositions side by side: what they share, and what a rule finds in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lang import words
from onrecord.link.concepts import listed
from onrecord.link.deeds import LACKING
from onrecord.link.gates import Gates, days_apart
from onrecord.link.points import Point
from onrecord.link.scale import Overlap
from onrecord.records import Act, Relation, Strength

NEAR_DAYS = 60
"""Days apart up to which two sayings are taken to be of one time."""
FAR_DAYS = 400
"""Days apart beyond which "it will" and "it will not" by two speakers may both have been right when said."""

ALIKE = 0.55
"""Share of weight from which two propositions with one predicate are one."""
HELD_BY = ("", "believe", "think")
"""Hedges with which a thing is still put forward, as what somebody believes; none at all is the first."""
WHOLLY = 0.8
"""Share of weight from which two propositions are one though their grammar shows no doer in common."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two propositions, what they share (``rest``: their predicates left aside), how they fared at the gates, whether their
    articles tell one story, and whether they tell of one matter, be it long apart (asked only where a rule asks for it).
    """

    a: Point
    b: Point
    overlap: Overlap
    rest: Overlap
    gates: Gates
    one_story: bool = False
    one_matter: bool = False

    @property
    def one_speaker(self) -> bool:
        """Say whether one known speaker said both, be it that one article's name for him holds his office."""
        if self.a.speaker is None or self.b.speaker is None:
            return False
        return self.a.speaker == self.b.speaker or _titled(*sorted((self.a.speaker_name, self.b.speaker_name), key=len))

    @property
    def retold(self) -> bool:
        """Say whether one side is only what the other side's speaker says that somebody said."""
        told = ((self.a.teller, self.b.speaker), (self.b.teller, self.a.speaker))
        return not self.one_speaker and any(teller is not None and teller == speaker for teller, speaker in told)

    @property
    def one_article(self) -> bool:
        """Say whether both stand in one article."""
        return self.a.article == self.b.article

    @property
    def far(self) -> bool:
        """Say whether the sayings are so far apart that a flat contradiction between two speakers shows nothing."""
        gap = days_apart(self.a, self.b)
        return gap is not None and gap > FAR_DAYS and not self.one_speaker

    @property
    def one_time(self) -> bool:
        """Say whether both were said at about one time, as far as is known."""
        gap = days_apart(self.a, self.b)
        return gap <= NEAR_DAYS if gap is not None else self.one_article


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the relation from ``a`` to ``b``, how firm, by which rule, how sure, and the words that decide."""

    relation: Relation
    a: Point
    b: Point
    strength: Strength
    rule: str
    score: float
    clash: tuple[str, str]


Rule = Callable[[Pair], Finding | None]


def _titled(name: str, longer: str) -> bool:
    """Say whether the longer name is the other after an office: "army chief Sam Obe", "Sam Obe"."""
    office = longer.removesuffix(f" {name}")
    return " " in name and office != longer and not listed("offices").isdisjoint(office.casefold().split())


def attempted(a: Point, b: Point) -> frozenset[str]:
    """List the verbs by which both tell what somebody tried, agreed or refused to do, where that is all they tell of it."""
    if not a.mood == b.mood == "want":
        return frozenset()
    ours, theirs = ({(role.deed, role.who) for role in point.roles if role.side == "agent"} for point in (a, b))
    return frozenset(deed for deed, _ in ours & theirs if deed in listed("attempts"))


def found(relation: Relation, a: Point, b: Point, firm: bool, rule: str, score: float, clash: tuple[str, str]) -> Finding:
    """Make a finding; strict where firm, its score at most .99."""
    return Finding(relation, a, b, Strength.STRICT if firm else Strength.LOOSE, rule, round(min(score, 0.99), 3), clash)


def asserted(point: Point) -> bool:
    """Say whether a proposition is put forward, be it with a hedge; what others are said to claim is not."""
    if not point.holds or point.mood in ("ask", "if") or point.act in (Act.DENY, Act.DOUBT, Act.ASK):
        return False
    return not point.hedge.startswith("cannot") and point.hedge not in listed("saying")


def elsewhere(a: Point, b: Point) -> bool:
    """Say whether one who speaks for a state, and names no place, is held against what is said of other states alone."""
    for one, other in ((a, b), (b, a)):
        lands = other.at | other.toward
        if one.state and not one.at and not one.toward and lands and one.state not in lands | other.named:
            return all(land in words("states")["states"] for land in lands)
    return False


def at_home(a: Point, b: Point) -> bool:
    """Say whether one names no place and speaks for the very state that the other speaks of."""
    return any(not one.at and one.state and one.state in other.at for one, other in ((a, b), (b, a)))


def names_fit(a: Point, b: Point) -> bool:
    """Say whether one names nobody and no place that the other, naming more, does not name."""
    return a.named <= b.named or b.named <= a.named


def sides_part(a: Point, b: Point) -> bool:
    """Say whether both tell who does or suffers the deed, and not the same, be it without a name."""
    told = ((of_deed(a, side), of_deed(b, side)) for side in ("agent", "patient"))
    return any(ours and theirs and not ours & theirs for ours, theirs in told)


def is_share(point: Point) -> bool:
    """Say whether a share of people asked speaks: "two out of three", "62 % of voters" are others in each poll and question.

    What is a share "of it" is no people's but a thing's: most of a report.
    """
    name = point.speaker_name.casefold()
    if name.endswith(" of it"):
        return False
    crowd = name.rpartition(" ")[2] in listed("crowds")
    return crowd or name.isdigit() or any(words.replace("_", " ") in name for words in listed("shares"))


def points_back(point: Point) -> bool:
    """Say whether it says a thing in words that mean what was told before: "linked in that way", "such an attack"."""
    return _back().search(point.proposition.casefold()) is not None


@lru_cache(maxsize=1)
def _back() -> re.Pattern[str]:
    phrases = (words.replace("_", r"\s+") for words in sorted(listed("back")))
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


def tenses_part(a: Point, b: Point) -> bool:
    """Say whether one speaks of what was and the other of what is."""
    return "present" in (a.tense, b.tense) and "past" in (a.tense, b.tense)


def of_deed(point: Point, side: str) -> frozenset[str]:
    """List who does (side agent) or suffers (patient) what the proposition asserts."""
    return frozenset(role.who for role in point.roles if role.side == side and role.deed == point.predicate)


def told_words(point: Point) -> str:
    """Write what is asserted or negated in two words."""
    return point.verb if point.holds else f"{'no' if point.denied in ('none', LACKING) else 'not'} {point.verb}"
