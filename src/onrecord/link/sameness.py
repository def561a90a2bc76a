"""When two propositions are one, whoever says them."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.link.concepts import listed, shuts, tells
from onrecord.link.gates import CLASH, OPEN, PART, SAME, days_apart
from onrecord.link.pair import (
    ALIKE,
    FAR_DAYS,
    WHOLLY,
    Finding,
    Pair,
    asserted,
    at_home,
    found,
    is_share,
    names_fit,
    of_deed,
    points_back,
    sides_part,
    tenses_part,
)
from onrecord.link.points import Point
from onrecord.records import Act, Amount, Relation

_WORD = re.compile(r"\w+")
_POINTING = frozenset({"this", "these", "those"})
IN_ARTICLE = 0.65
"""The same inside one article, where people go on about one thing: of what shared less, half was judged another claim."""
AGAIN = 0.42
"""The same between articles, of one speaker within days: mostly one utterance, quoted longer or shorter."""
AGAIN_DAYS = 10
COUNTED = 0.75
"""The same where only one side gives a number."""
VERBATIM = 0.95
"""The same of two sentences of one speaker in one breath: most that share less are parallels."""
BREATH = 400
"""Characters between two quotations up to which they are one breath."""
FEW = 4
"""Topics and names that two people must have in common across articles of no one story."""
HELDLINE = 0.9
"""Share of a headline's weight that a statement in its article must hold to say the same."""


def same(pair: Pair) -> Finding | None:
    """Find one proposition with one polarity, whoever says it."""
    a, b = pair.a, pair.b
    if a.holds != b.holds or bool(a.hedge) != bool(b.hedge) or pair.gates.mood == CLASH or pair.gates.quantity == CLASH:
        return None
    if tenses_part(a, b) or a.mood in ("ask", "if") or Act.ASK in (a.act, b.act) or sides_part(a, b):
        return None
    held_by = pair.one_speaker or pair.overlap.names or pair.gates.territory == SAME or _one_doer(pair)
    if not _one_count(a, b) or not (held_by or pair.overlap.both >= WHOLLY):
        return None
    score = _alike(pair)
    if score is None or _one_counts(pair, score) or _goes_on(pair, score) or is_share(a) or is_share(b):
        return None
    if (
        _limited(a, b)
        or points_back(a) != points_back(b)
        or (not pair.one_article and (_times_part(a, b) or _subject_open(a, b) or _little_told(pair)))
    ):
        return None
    a, b = sorted((a, b), key=lambda point: point.key)
    return found(Relation.SAME, a, b, score >= ALIKE, "same/1", score, ("", ""))


def _one_doer(pair: Pair) -> bool:
    """Say whether both tell of one doer; "the inquiry" is one only within a story."""
    doers = of_deed(pair.a, "agent") & of_deed(pair.b, "agent")
    return bool(doers & pair.a.named) or (bool(doers) and pair.one_story)


def _one_counts(pair: Pair, score: float) -> bool:
    """Say whether one alone gives a number: "it raises it by a third" tells more than "it raises it"."""
    a, b = pair.a, pair.b
    if bool(a.amounts) == bool(b.amounts) or a.headline != b.headline:
        return False
    return not pair.one_article or score < COUNTED


def _goes_on(pair: Pair, score: float) -> bool:
    """Say whether somebody goes on talking: "I was there, and I will be there again" is a figure, and two claims."""
    a, b = pair.a, pair.b
    if not (pair.one_article and pair.one_speaker and a.direct and b.direct) or a.headline != b.headline or score >= VERBATIM:
        return False
    first, then = sorted((a.spans, b.spans))
    return then[0][0] - first[-1][1] <= BREATH


def _limited(a: Point, b: Point) -> bool:
    """Say whether one alone takes part of it back: "I never doubted his support", and "…, only his support for the mission"."""
    return tells(a.proposition, "limiting") != tells(b.proposition, "limiting")


def _times_part(a: Point, b: Point) -> bool:
    """Say whether one alone names a day, and one speaks of what is, one of what has been: "tested daily", "tested on Friday"."""
    return bool(a.times) != bool(b.times) and {a.tense, b.tense} == {"present", "perfect"}


def _subject_open(a: Point, b: Point) -> bool:
    """Say whether a person is named in one where the other has a pronoun alone, of whom nothing tells."""
    for one, other in ((a, b), (b, a)):
        people = {name for name in other.named - one.named if name.startswith("e-")}
        if people and one.direct and tells(one.proposition.split(" ", 1)[0], "pronouns"):
            return True
    return False


def _little_told(pair: Pair) -> bool:
    """Say whether two articles tell too little to know it is one thing: few words in two mouths, "this bill" of no one story, or
    what was to come long apart; the very same words are one claim.
    """
    a, b = pair.a, pair.b
    if pair.one_story or _plain(a) == _plain(b):
        return False
    told = pair.one_speaker or SAME in (pair.gates.quantity, pair.gates.time)
    few = not told and len((a.topics & b.topics) | (a.named & b.named)) < FEW
    gap = days_apart(a, b)
    foretold = "future" in (a.mood, b.mood) and gap is not None and gap > FAR_DAYS and pair.overlap.both < VERBATIM
    return few or foretold or _points_at(a) or _points_at(b)


def _plain(point: Point) -> tuple[str, ...]:
    return tuple(_WORD.findall(point.proposition.casefold()))


def _points_at(point: Point) -> bool:
    """Say whether it speaks of "this" or "these" of which its article told; "this country" is told by who speaks."""
    told = _plain(point)
    return any(one in _POINTING and other not in listed("known_by_speaker") for one, other in pairwise((*told, "")))


def _one_count(a: Point, b: Point) -> bool:
    """Say whether what both count is about the same number: "about 18 percent", "at least 18" may be 20, but do not tell it."""
    told = [(x, y) for x in a.amounts for y in b.amounts if x.unit == y.unit]
    return not told or any(_about(x, y) for x, y in told)


def _about(x: Amount, y: Amount) -> bool:
    """Say whether two amounts tell about one number, and not one its least and the other its most."""
    one, other = _middle(x), _middle(y)
    if one is None or other is None or (_open(x) != _open(y) and True in _open(x) and True in _open(y)):
        return False
    return abs(one - other) <= 0.1 * max(abs(one), abs(other))


def _middle(amount: Amount) -> float | None:
    """Give the middle of a range, or the bound of one that is open to one side: "more than 900,000"."""
    if amount.low is None or amount.high is None:
        return amount.low if amount.high is None else amount.high
    return (amount.low + amount.high) / 2


def _open(amount: Amount) -> tuple[bool, bool]:
    return amount.low is None, amount.high is None


def _alike(pair: Pair) -> float | None:
    a, b, share = pair.a, pair.b, pair.overlap
    if a.side or b.side or not _telling(pair):
        return None
    if (
        a.predicate == b.predicate
        and a.predicate in shuts()
        and not a.holds
        and pair.gates.territory == SAME
        and pair.one_speaker
    ):
        return 0.8
    if (pair.gates.territory == PART and not pair.one_article) or (
        pair.gates.territory == OPEN and bool(a.at) != bool(b.at) and not (pair.one_article or at_home(a, b))
    ):
        return None
    if (
        pair.gates.territory != PART
        and share.both >= (IN_ARTICLE if pair.one_article else AGAIN if _said_again(pair) else ALIKE)
        and (share.enough or _word_for_word(pair))
        and names_fit(a, b)
        and (a.predicate == b.predicate or share.both >= 0.7)
    ):
        return share.both
    return _retold(pair) if pair.one_article else None


def _word_for_word(pair: Pair) -> bool:
    """Say whether both tell in the very same words, few as they are, a thing of a named place: "there is no famine in Bresk"."""
    placed = pair.gates.territory == SAME and pair.overlap.names >= 1 and pair.overlap.topics >= 1
    return placed and _plain(pair.a) == _plain(pair.b)


def _said_again(pair: Pair) -> bool:
    """Say whether one speaker tells one thing within days, as two articles quote it, more of it or less."""
    gap = days_apart(pair.a, pair.b)
    return pair.one_speaker and pair.a.predicate == pair.b.predicate and gap is not None and gap <= AGAIN_DAYS


def _telling(pair: Pair) -> bool:
    """Say whether enough is told to know it again elsewhere: "responsibility for the attack" is said of many attacks."""
    share = pair.overlap
    topics = [pair.a.mood, pair.b.mood].count("topic")
    if topics == 2 or (topics and not (pair.one_article and pair.one_speaker and _takes_up_topic(pair))):
        return False  # "a ban on immigration" is a topic, no proposition
    if pair.one_article:
        return True
    counted = share.topics >= 3 and SAME in (pair.gates.quantity, pair.gates.time)
    return (
        counted
        or share.topics >= 4
        or _word_for_word(pair)
        or (share.names >= 1 and share.enough)
        or (pair.one_speaker and share.topics >= 3)
    )


def _takes_up_topic(pair: Pair) -> bool:
    """Say whether the topic that one side is, is a word of the other: "the threat from there" of "the worst is the threat"."""
    topic, other = (pair.a, pair.b) if pair.a.mood == "topic" else (pair.b, pair.a)
    return topic.predicate in other.topics


def _retold(pair: Pair) -> float | None:
    """Measure how far one article tells one thing twice: a headline in its body, a paraphrase beside its quotation."""
    a, b, share = pair.a, pair.b, pair.overlap
    shorter = max(share.first, share.second)
    if a.headline != b.headline and share.topics >= 3:
        held = share.first if a.headline else share.second
        return held if held >= HELDLINE else None
    placed = pair.gates.territory == SAME and pair.gates.aim in (SAME, OPEN)
    if pair.one_speaker and placed and share.topics >= 5 and share.both >= 0.3:
        return share.both
    if a.predicate != b.predicate and share.both < (ALIKE if pair.one_speaker else 0.7):
        return None
    least = 0.35 if pair.one_speaker else 0.5
    if shorter >= 0.75 and share.both >= least and share.topics >= 3 and pair.gates.territory != PART:
        return share.both
    return None


def alleged(pair: Pair) -> Finding | None:
    """Find who makes the allegation that a denial in the same article tells: all of it, of the same place and group."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        if not pair.one_article or a.speaker is not None or a.nested_in is None or not (a.holds and asserted(b)) or b.hedge:
            continue
        held = pair.overlap.first if a is pair.a else pair.overlap.second
        met = pair.gates.territory == SAME and pair.gates.group in (SAME, PART) and a.predicate in b.topics
        if met and held >= HELDLINE and pair.overlap.topics >= 3 and b.nested_in != a.nested_in:
            return found(Relation.SAME, a, b, False, "alleged/1", held, ("", ""))
    return None
