"""Nothing of the kind: a thing is not what another calls it, and there was no deed of a kind that another tells."""

from __future__ import annotations

from onrecord.link.concepts import tells
from onrecord.link.deeds import deeds_listed
from onrecord.link.gates import CLASH
from onrecord.link.pair import HELD_BY, Finding, Pair, asserted, found, is_share, told_words
from onrecord.link.points import Label, Point
from onrecord.records import Act, Relation

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
    """Find who says that there was no deed of a kind, and who tells one in the same matter: "there was no collusion"."""
    for no, yes in ((pair.a, pair.b), (pair.b, pair.a)):
        kinds = no.kinds & yes.kinds - deeds_listed("often")
        if not kinds or not pair.one_matter or pair.far or (pair.one_speaker and pair.one_article) or not _is_absence(no):
            continue
        if not asserted(yes) or yes.hedge not in HELD_BY or yes.mood != "fact" or yes.side or yes.nested_in:
            continue
        if tells(yes.proposition, "negative") or (yes.verb in deeds_listed("happening") and yes.tense == "present"):
            continue  # "it happens all the time" tells of no one deed
        if pair.gates.quantity != CLASH and not is_share(yes) and _one_doer(no, yes, kinds):
            return found(
                Relation.CONTRADICTS, no, yes, False, "absence/1", 0.5 + 0.4 * pair.overlap.both, (told_words(no), no.verb)
            )
    return None


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


def _is_absence(point: Point) -> bool:
    """Say whether it flatly says that there is or was nothing of a kind, whoever might have done it."""
    nobody = not any(role.side == "agent" and role.deed == point.predicate for role in point.roles)
    return not point.holds and point.denied == "none" and point.flat and not point.side and point.mood == "fact" and nobody


def _one_doer(no: Point, yes: Point, kinds: frozenset[str]) -> bool:
    """Say whether whoever is told to do the deed is whom it is held to be absent of."""
    doers = {deed.doer for deed in yes.deeds if deed.kinds & kinds and deed.doer}
    meant = {deed.doer for deed in no.deeds if deed.kinds & kinds and deed.doer} | no.named
    return doers <= meant
