"""Nothing of the kind: a thing is not what another calls it, and there was no deed of a kind that another tells."""

from __future__ import annotations

from onrecord.link.concepts import tells
from onrecord.link.deeds import LACKING, Deed, deeds_listed, kind_of
from onrecord.link.gates import CLASH, FAR
from onrecord.link.pair import HELD_BY, Finding, Pair, asserted, found, is_share, told_words
from onrecord.link.points import Label, Point
from onrecord.records import Act, Relation

SHARED = 2
"""Topics that two propositions must share where a deed of their kind may be done more than once."""
HALF = 0.5
"""Share of weight that two propositions must have in common where a label is one word."""


def label_denied(pair: Pair) -> Finding | None:
    """Find who says that a thing is no such thing as another calls it: "a witch hunt", "not a witch hunt"."""
    for no, yes in ((pair.a, pair.b), (pair.b, pair.a)):
        if no.holds or not yes.holds or (pair.one_speaker and pair.one_article) or pair.far or not (_told(no) and _told(yes)):
            continue
        shared = [x for x in no.labels for y in yes.labels if (x.whom, x.label) == (y.whom, y.label) and _fit(no, x, yes, y)]
        if not shared or pair.gates.quantity == CLASH or tells(yes.proposition, "negative"):
            continue
        label = min(label.label for label in shared)
        telling = " " in label or pair.overlap.both >= HALF  # "the first president": what else is told makes it another thing
        if telling and (pair.one_matter or all(label.named for label in shared)):
            relation = Relation.DENIES if no.act is Act.DENY else Relation.CONTRADICTS
            return found(relation, no, yes, False, "label/1", 0.5 + 0.4 * pair.overlap.both, (f"no {label}", label))
    return None


def deed_absent(pair: Pair) -> Finding | None:
    """Find who says that there was no deed of a kind, or no proof of one, and who tells one in the same matter."""
    for no, yes in ((pair.a, pair.b), (pair.b, pair.a)):
        kinds = no.kinds & yes.kinds - deeds_listed("often")
        if not kinds or pair.far or pair.one_speaker or not is_absence(no) or (pair.gates.time == FAR and not pair.one_time):
            continue
        if not asserted(yes) or yes.hedge not in HELD_BY or yes.mood != "fact" or yes.side or yes.nested_in:
            continue
        if tells(yes.proposition, "negative") or (yes.verb in deeds_listed("happening") and yes.tense == "present"):
            continue  # "it happens all the time" tells of no one deed
        if tells(yes.proposition, "ongoing") and _later(yes, no):
            continue
        if pair.gates.quantity != CLASH and not is_share(yes) and (_one_deed(no, yes, kinds) or _in_matter(pair, no, yes, kinds)):
            relation = Relation.DENIES if no.act is Act.DENY else Relation.CONTRADICTS
            return found(relation, no, yes, False, "absence/1", 0.5 + 0.4 * pair.overlap.both, (told_words(no), no.verb))
    return None


def is_absence(point: Point) -> bool:
    """Say whether it flatly says that there was nothing of a kind, or that somebody never did it; not that somebody denied it."""
    if point.holds or point.hedge or point.side:
        return False
    if point.act is Act.DENY:
        return point.mood in ("fact", "topic")
    if tells(point.proposition, "denials"):
        return False
    return point.denied in ("none", "not", "never", LACKING) and point.flat and point.mood == "fact"


def _one_deed(no: Point, yes: Point, kinds: frozenset[str]) -> bool:
    """Say whether one named doer is told to have done, and not to have done, one deed of a kind."""
    ours, theirs = ([deed for deed in point.deeds if deed.kinds & kinds and deed.doer] for point in (no, yes))
    return no.act is not Act.DENY and any(_alike(x, y) for x in ours for y in theirs)


def _alike(x: Deed, y: Deed) -> bool:
    """Say whether two deeds of one kind have one doer and were done to or with something in common."""
    if x.doer != y.doer or not x.kinds & y.kinds or (x.named and y.named and not x.named & y.named):
        return False
    return bool(x.themes & y.themes) or x.kinds & y.kinds <= deeds_listed("lone")


def _in_matter(pair: Pair, no: Point, yes: Point, kinds: frozenset[str]) -> bool:
    """Say whether, in one matter, nothing of a kind was there, whoever might have done it."""
    doers = {deed.doer for deed in yes.deeds if deed.kinds & kinds and deed.doer}
    if no.denied == LACKING:
        known = bool(doers)
    elif no.denied in ("none", "act"):
        known = kind_of(no.verb) not in kinds or not any(role.side == "agent" and role.deed == no.predicate for role in no.roles)
    else:
        known = not doers and kinds <= deeds_listed("lone")
    if yes.act is Act.ACCUSE and not doers:
        return False  # whom they accuse is not known
    telling = kinds <= deeds_listed("lone") or pair.overlap.topics >= SHARED
    return known and telling and pair.one_matter and _one_doer(no, doers, kinds)


def _later(point: Point, other: Point) -> bool:
    return point.said is not None and other.said is not None and point.said > other.said


def _fit(a: Point, x: Label, b: Point, y: Label) -> bool:
    """Say whether whose a thing is fits: "the House inquiry" is no other's, "the inquiry" may be of who speaks or is named."""
    if (x.on or y.on) and not x.on & y.on:
        return bool(x.of & y.of)
    if x.of and y.of:
        return bool(x.of & y.of)
    return x.of <= b.named | {b.voice} and y.of <= a.named | {a.voice}


def _told(point: Point) -> bool:
    """Say whether it is told as a fact, or as what somebody calls a thing, neither asked nor doubted."""
    return not point.hedge and not point.side and point.mood in ("fact", "topic") and point.act not in (Act.ASK, Act.DOUBT)


def _one_doer(no: Point, doers: set[str], kinds: frozenset[str]) -> bool:
    """Say whether whoever is told to do the deed is whom it is held to be absent of."""
    meant = {deed.doer for deed in no.deeds if deed.kinds & kinds and deed.doer} | no.named
    return doers <= meant
