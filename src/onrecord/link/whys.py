"""Why a link was made, as a sentence to read."""

from __future__ import annotations

from onrecord.link.gates import PART, SAME, days_apart
from onrecord.link.pair import Finding, Pair
from onrecord.link.points import Point
from onrecord.records import Act, Relation

_MONTH = 30.44
_VERBS = {
    Act.DENY: "denied",
    Act.ACCUSE: "alleged",
    Act.PROMISE: "promised",
    Act.THREATEN: "threatened",
    Act.URGE: "urged",
    Act.CONCEDE: "conceded",
    Act.WARN: "warned",
    Act.ANNOUNCE: "announced",
    Act.PREDICT: "predicted",
    Act.DOUBT: "doubted",
    Act.BELIEVE: "held",
}
_GATES = {"territory": "place", "aim": "target", "roles": "doer and done-to", "group": "group", "time": "time spoken of"}

_TOLD = {
    "agreement/1": "the first agrees with what the other said (“{}”)",
    "confirmation/1": "the first confirms what the other said (“{}”)",
    "reason/1": "told as its reason (“{}”)",
    "example/1": "told as a case of it (“{}”)",
    "detail/1": "the first tells more of the same",
}
"""What a link that sets nothing against each other rests on, by its rule."""


def why(finding: Finding, pair: Pair) -> str:
    """Tell who said what when, on both sides, and what the two have in common.

    What was said stands without quotation marks: it is the proposition, in which "he" or "here" may be told by name.
    """
    return f"{_side(finding.a)}; {_side(finding.b)}{_clash(finding)}{_common(pair)}{_apart(pair)}"


def _side(point: Point) -> str:
    who = "others are said to claim" if point.act is Act.PERCEIVE and not point.speaker_name else f"{_who(point)} {_verb(point)}"
    return f"{who}{_on(point)}: {_short(point.proposition)}"


def earlier(a: Point, b: Point) -> bool:
    """Say whether it is certain that the first was said before the second; an article's own day tells only the latest day."""
    return a.said is not None and b.said is not None and b.dated and a.said[1] < b.said[0]


def _who(point: Point) -> str:
    return point.speaker_name or "somebody unnamed"


def _verb(point: Point) -> str:
    return _VERBS.get(point.act, "said")


def _short(words: str) -> str:
    words = " ".join(words.split()).strip("“”\"' ")
    return words if len(words) <= 160 else words[:160].rsplit(" ", 1)[0] + " …"


def _on(point: Point) -> str:
    if point.said is None:
        return " (day unknown)"
    first, last = point.said
    day = first if first == last else f"{first} to {last}"
    return f" ({day})" if point.dated else f" (published {day})"


def _clash(finding: Finding) -> str:
    told = _TOLD.get(finding.rule)
    if told:
        return f"; {told.format(finding.clash[0])}"
    if finding.relation is Relation.SAME or not all(finding.clash):
        return ""
    return f"; {finding.clash[0]} against {finding.clash[1]}"


def _common(pair: Pair) -> str:
    same = [words for gate, words in _GATES.items() if getattr(pair.gates, gate) == SAME]
    part = [words for gate, words in _GATES.items() if getattr(pair.gates, gate) == PART]
    told = [f"same {words}" for words in same] + [f"partly the same {words}" for words in part]
    if pair.one_speaker:
        told.insert(0, "same speaker")
    return "; " + ", ".join(told) if told else ""


def _apart(pair: Pair) -> str:
    if pair.one_article:
        return "; in one article"
    gap = days_apart(pair.a, pair.b)
    if gap is None:
        return "; how far apart in time is unknown"
    how = ("published ", "said or published ", "")[pair.a.dated + pair.b.dated]
    if gap == 0:
        return f"; {how}about the same time"
    months = round(gap / _MONTH)
    return f", {how}{months} months apart" if months >= 2 else f", {how}{gap} {'day' if gap == 1 else 'days'} apart"
