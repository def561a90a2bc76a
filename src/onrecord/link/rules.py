"""The rules by which two propositions are held to say the same, or to deny, contradict or concede one another.

Each rule looks at one pair that passed the gates and gives a finding or nothing. They are tried in the order of ``RULES``;
explicit acts come before anything worked out. Thresholds were set on afpak.jsonl and the fictional sample, never on the seeds.
"""

from __future__ import annotations

from onrecord.link.concepts import is_telling, listed, opposed, shuts
from onrecord.link.denial import deed_denied, denial, denied_within
from onrecord.link.gates import CLASH, OPEN, PART, SAME, fit
from onrecord.link.pair import (
    Finding,
    Pair,
    Rule,
    asserted,
    at_home,
    elsewhere,
    found,
    names_fit,
    of_deed,
    sides_part,
    tenses_part,
    told_words,
)
from onrecord.link.points import Point
from onrecord.records import Act, Amount, Relation

ALIKE = 0.55
"""Share of weight from which two propositions with one predicate are one."""
IN_ARTICLE = 0.65
"""The same inside one article, where people go on about one thing: of what shared less, half was judged another claim."""
WHOLLY = 0.8
"""Share of weight from which two propositions are one though their grammar shows no doer in common."""
IN_STORY = 0.3
"""The same where both articles tell one story and both name the same doer or object of the deed."""
UNNAMED_IN_STORY = 0.45
"""The same where that doer or object has no name."""
HELDLINE = 0.9
"""Share of a headline's weight that a statement in its article must hold to say the same."""


def negation(pair: Pair) -> Finding | None:
    """Find one predicate of the same things, once asserted and once negated."""
    a, b = pair.a, pair.b
    if a.holds == b.holds or a.predicate != b.predicate or not (a.flat and b.flat) or Act.DENY in (a.act, b.act):
        return None
    if (pair.one_speaker and pair.one_article) or pair.far:
        return None
    placed = a.predicate in a.sites & b.sites and pair.gates.territory == SAME  # there is, and there is not, such a thing there
    wholly = pair.overlap.both >= (ALIKE if pair.one_story else WHOLLY) and pair.overlap.topics >= 2 and not sides_part(a, b)
    told = placed or pair.gates.roles == SAME or (wholly and pair.one_article)  # elsewhere a shared noun alone is another matter
    if pair.gates.mood == CLASH or pair.gates.quantity == CLASH or tenses_part(a, b) or not told:
        return None
    if elsewhere(a, b) or not (_one_thing(pair) or _one_deed(pair)):
        return None
    return found(Relation.CONTRADICTS, a, b, pair.one_time, "negation/1", pair.overlap.both, (told_words(a), told_words(b)))


def _one_thing(pair: Pair) -> bool:
    """Say whether two propositions share so much that they speak of one thing wherever they stand."""
    least = ALIKE if is_telling(pair.a.predicate) else WHOLLY
    return pair.overlap.both >= least and pair.overlap.enough and names_fit(pair.a, pair.b)


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


def opposite(pair: Pair) -> Finding | None:
    """Find predicates that exclude each other, of the same doer and the same thing."""
    a, b = pair.a, pair.b
    if not (a.holds and b.holds and a.flat and b.flat) or not opposed(a.predicate, b.predicate) or tenses_part(a, b):
        return None
    if (pair.one_speaker and pair.one_article) or pair.far or pair.gates.mood == CLASH:
        return None
    agents = of_deed(a, "agent") & of_deed(b, "agent")
    patients = of_deed(a, "patient") & of_deed(b, "patient")
    alike = ALIKE if not pair.one_story else IN_STORY
    if not agents or (not patients and pair.rest.both < alike) or pair.rest.topics < 1 or not names_fit(a, b):
        return None
    if elsewhere(a, b):
        return None
    return found(Relation.CONTRADICTS, a, b, pair.one_time, "opposite/1", pair.rest.both, (a.verb, b.verb))


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
    if not (pair.one_article or placed or pair.one_story) or not names_fit(a, b) or elsewhere(a, b):
        return None
    clash = _clash(a, b)
    return found(Relation.CONTRADICTS, a, b, False, "numbers/1", pair.overlap.both, clash) if clash else None


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
        restates = a.hedge.startswith("not ") and not a.holds and not b.holds and a.statement != b.statement
        if restates or not (opens or limits or grants) or pair.gates.territory not in (SAME, OPEN):
            continue
        if not (pair.one_story or pair.overlap.both >= ALIKE or pair.gates.territory == SAME):
            continue
        if pair.overlap.both < 0.2 and not limits and not (a.predicate in shuts() and pair.gates.territory == SAME):
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


def same(pair: Pair) -> Finding | None:
    """Find one proposition with one polarity, whoever says it."""
    a, b = pair.a, pair.b
    if a.holds != b.holds or bool(a.hedge) != bool(b.hedge) or pair.gates.mood == CLASH or pair.gates.quantity == CLASH:
        return None
    if tenses_part(a, b) or a.mood in ("ask", "if") or Act.ASK in (a.act, b.act) or sides_part(a, b):
        return None
    held_by = pair.one_speaker or pair.overlap.names or SAME in (pair.gates.roles, pair.gates.territory)
    if not _one_count(a, b) or not (held_by or pair.overlap.both >= WHOLLY):
        return None
    score = _alike(pair)
    if score is None:
        return None
    a, b = sorted((a, b), key=lambda point: point.key)
    return found(Relation.SAME, a, b, score >= ALIKE, "same/1", score, ("", ""))


def _one_count(a: Point, b: Point) -> bool:
    """Say whether what both count is about the same number: "about 18 percent" may be 20, but does not tell it."""
    middles = [(x.unit == y.unit, _middle(x), _middle(y)) for x in a.amounts for y in b.amounts]
    told = [(x, y) for same_unit, x, y in middles if same_unit and x is not None and y is not None]
    return not told or any(abs(x - y) <= 0.1 * max(abs(x), abs(y)) for x, y in told)


def _middle(amount: Amount) -> float | None:
    return None if amount.low is None or amount.high is None else (amount.low + amount.high) / 2


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
        and share.both >= (IN_ARTICLE if pair.one_article else ALIKE)
        and share.enough
        and names_fit(a, b)
        and (a.predicate == b.predicate or share.both >= 0.7)
    ):
        return share.both
    return _retold(pair) if pair.one_article else None


def _telling(pair: Pair) -> bool:
    """Say whether enough is told to know it again elsewhere: "responsibility for the attack" is said of many attacks."""
    share = pair.overlap
    topics = [pair.a.mood, pair.b.mood].count("topic")
    if topics == 2 or (topics and not (pair.one_article and pair.one_speaker)):
        return False  # "a ban on immigration" is a topic, no proposition
    if pair.one_article:
        return True
    counted = share.topics >= 3 and SAME in (pair.gates.quantity, pair.gates.time)
    return counted or share.topics >= 4 or (share.names >= 1 and share.enough) or (pair.one_speaker and share.topics >= 3)


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


RULES: tuple[Rule, ...] = (
    denied_within,
    denial,
    deed_denied,
    concession,
    numbers,
    negation,
    opposite,
    existence,
    opening,
    same,
    alleged,
)
OF_PAST: tuple[Rule, ...] = (deed_denied,)
"""What holds though one side names no time and the other's lies far back: who denies a deed may mean one long past."""
OF_NESTED: tuple[Rule, ...] = (denied_within, alleged)
"""What holds of an allegation that is told inside another statement alone."""


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
