"""The rules by which two propositions are held to say the same, or to deny, contradict or concede one another.

Each rule looks at one pair that passed the gates and gives a finding or nothing. They are tried in the order of ``RULES``;
explicit acts come before anything worked out. Thresholds were set on afpak.jsonl and the fictional sample, never on the seeds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.lang import words
from onrecord.link.concepts import is_telling, listed, opposed, shuts
from onrecord.link.gates import CLASH, OPEN, PART, SAME, Gates, days_apart, fit
from onrecord.link.points import Point
from onrecord.link.scale import Overlap
from onrecord.records import Act, Amount, Relation, Strength

NEAR_DAYS = 60
"""Days apart up to which two sayings are taken to be of one time."""
FAR_DAYS = 400
"""Days apart beyond which "it will" and "it will not" by two speakers may both have been right when said."""
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
HELD_BY_DOER = 0.3
"""The same where both tell one deed of one named doer."""
HELD = 0.7
"""Share of the shorter proposition's weight that the longer must hold."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two propositions, what they share (``rest``: their predicates left aside), how they fared at the gates, and whether
    their articles tell one story.
    """

    a: Point
    b: Point
    overlap: Overlap
    rest: Overlap
    gates: Gates
    one_story: bool = False

    @property
    def one_speaker(self) -> bool:
        """Say whether one known speaker said both."""
        return self.a.speaker is not None and self.a.speaker == self.b.speaker

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


def denied_within(pair: Pair) -> Finding | None:
    """Find the allegation that a denial tells in its own words: "denied allegations of …"."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        inside = a.act is Act.DENY and b.nested_in == a.statement and b.act not in (Act.DENY, Act.ASK)
        if inside and (b.speaker is None or b.act is Act.ACCUSE) and not pair.one_speaker:
            return _found(Relation.DENIES, a, b, True, "denial/nested", 0.95, (_words(a), _words(b)))
    return None


def denial(pair: Pair) -> Finding | None:
    """Find a denial and what it denies: the denied words are asserted by the other, by another speaker or by none."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        if a.act is not Act.DENY or a.holds or pair.one_speaker or not _asserted(b) or not _grounded(pair, a):
            continue
        if not pair.one_article and (b.hedge or b.mood == "topic" or _elsewhere(a, b) or _foretold(a, b)):
            continue
        held = pair.overlap.first if a is pair.a else pair.overlap.second
        if pair.gates.quantity != CLASH and (_fully_told(pair, a, b, held) or _deed_told(a, b, held)):
            return _found(Relation.DENIES, a, b, held >= 0.8 and pair.one_time, "denial/1", held, (_words(a), a.verb))
    return None


def _foretold(a: Point, b: Point) -> bool:
    """Say whether a denial was printed long before what it is held against: it cannot have meant that."""
    gap = days_apart(a, b)
    return gap is not None and gap > NEAR_DAYS and a.said is not None and b.said is not None and a.said < b.said


def _elsewhere(a: Point, b: Point) -> bool:
    """Say whether one who speaks for a state, and names no place, is held against what is said of other states alone."""
    for one, other in ((a, b), (b, a)):
        lands = other.at | other.toward
        if one.state and not one.at and not one.toward and lands and one.state not in lands | other.named:
            return all(land in words("states")["states"] for land in lands)
    return False


def _at_home(a: Point, b: Point) -> bool:
    """Say whether one names no place and speaks for the very state that the other speaks of."""
    return any(not one.at and one.state and one.state in other.at for one, other in ((a, b), (b, a)))


def _fully_told(pair: Pair, a: Point, b: Point, held: float) -> bool:
    """Say whether nearly all that is denied is told by the other side, of the same doer and of everybody named."""
    told = a.predicate in b.topics | {b.predicate} and a.named <= b.named | _self(b)
    return held >= HELD and pair.overlap.enough and told and _accused(a, b)


def _deed_told(a: Point, b: Point, held: float) -> bool:
    """Say whether both tell one deed of one named doer, and name nobody else or somebody in common."""
    doers = _who(a) & _who(b)
    others, theirs = a.named - doers, b.named - doers
    one_deed = a.predicate == b.predicate and is_telling(a.predicate)
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
    return not _doers(b) and a.predicate == b.predicate and bool(_of(a, "patient") & _of(b, "patient"))


def _asserted(point: Point) -> bool:
    """Say whether a proposition is put forward, be it with a hedge; what others are said to claim is not."""
    if not point.holds or point.mood in ("ask", "if") or point.act in (Act.DENY, Act.DOUBT, Act.ASK):
        return False
    return not point.hedge.startswith("cannot") and point.hedge not in listed("saying")


def negation(pair: Pair) -> Finding | None:
    """Find one predicate of the same things, once asserted and once negated."""
    a, b = pair.a, pair.b
    if a.holds == b.holds or a.predicate != b.predicate or not (a.flat and b.flat) or Act.DENY in (a.act, b.act):
        return None
    if (pair.one_speaker and pair.one_article) or pair.far:
        return None
    placed = a.predicate in a.sites & b.sites and pair.gates.territory == SAME  # there is, and there is not, such a thing there
    wholly = pair.overlap.both >= (ALIKE if pair.one_story else WHOLLY) and pair.overlap.topics >= 2 and not _sides_part(a, b)
    told = placed or pair.gates.roles == SAME or (wholly and pair.one_article)  # elsewhere a shared noun alone is another matter
    if pair.gates.mood == CLASH or pair.gates.quantity == CLASH or _tenses_part(a, b) or not told:
        return None
    if _elsewhere(a, b) or not (_one_thing(pair) or _one_deed(pair)):
        return None
    return _found(Relation.CONTRADICTS, a, b, pair.one_time, "negation/1", pair.overlap.both, (_words(a), _words(b)))


def _one_thing(pair: Pair) -> bool:
    """Say whether two propositions share so much that they speak of one thing wherever they stand."""
    least = ALIKE if is_telling(pair.a.predicate) else WHOLLY
    return pair.overlap.both >= least and pair.overlap.enough and _names_fit(pair.a, pair.b)


def _one_deed(pair: Pair) -> bool:
    """Say whether, in one story, a telling deed has the same doer and the same object in both, and nothing named parts them."""
    a, b = pair.a, pair.b
    if not pair.one_story or not is_telling(a.predicate) or not _names_fit(a, b):
        return False
    if _sides_part(a, b):
        return False
    told = [(_of(a, side), _of(b, side)) for side in ("agent", "patient")]
    sides = [bool(ours & theirs) for ours, theirs in told]
    named = any(ours & theirs & (a.named | b.named) for ours, theirs in told)
    shared = pair.overlap.both >= (IN_STORY if named else UNNAMED_IN_STORY) and pair.rest.topics + pair.rest.names >= 1
    return all(sides) or (any(sides) and shared)


def _sides_part(a: Point, b: Point) -> bool:
    """Say whether both tell who does or suffers the deed, and not the same, be it without a name."""
    told = ((_of(a, side), _of(b, side)) for side in ("agent", "patient"))
    return any(ours and theirs and not ours & theirs for ours, theirs in told)


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
        return _found(Relation.CONTRADICTS, a, b, firm, "existence/1", 0.7, (f"no {a.verb}", there[0]))
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
    if not (a.holds and b.holds and a.flat and b.flat) or not opposed(a.predicate, b.predicate) or _tenses_part(a, b):
        return None
    if (pair.one_speaker and pair.one_article) or pair.far or pair.gates.mood == CLASH:
        return None
    agents = _of(a, "agent") & _of(b, "agent")
    patients = _of(a, "patient") & _of(b, "patient")
    alike = ALIKE if not pair.one_story else IN_STORY
    if not agents or (not patients and pair.rest.both < alike) or pair.rest.topics < 1 or not _names_fit(a, b):
        return None
    if _elsewhere(a, b):
        return None
    return _found(Relation.CONTRADICTS, a, b, pair.one_time, "opposite/1", pair.rest.both, (a.verb, b.verb))


def numbers(pair: Pair) -> Finding | None:
    """Find two counts of the same thing in one event that cannot both hold."""
    a, b = pair.a, pair.b
    if not (a.holds and b.holds) or a.mood != "fact" or b.mood != "fact" or pair.gates.quantity != CLASH:
        return None
    if a.hedge or b.hedge or _sides_part(a, b) or (a.times and b.times and a.times != b.times):
        return None
    if _deed(a) != _deed(b) or pair.overlap.both < 0.4 or not pair.overlap.enough or pair.one_speaker or not pair.one_time:
        return None
    placed = {pair.gates.territory, pair.gates.aim, pair.gates.group} & {SAME, PART} or _at_home(a, b)
    if not (pair.one_article or placed or pair.one_story) or not _names_fit(a, b) or _elsewhere(a, b):
        return None
    clash = _clash(a, b)
    return _found(Relation.CONTRADICTS, a, b, False, "numbers/1", pair.overlap.both, clash) if clash else None


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
        return _found(Relation.CONCEDES, a, b, True, "concession/1", 0.7, (a.hedge or _words(a), _words(b)))
    return None


def opening(pair: Pair) -> Finding | None:
    """Find a speaker who cannot rule out what another speaker asserts: "cannot guarantee that they do not hide here"."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        if pair.one_speaker or not a.hedge.startswith("cannot") or a.holds or a.predicate not in shuts() or b.hedge:
            continue
        things = {thing for thing, land in b.located if thing in shuts()[a.predicate] and land in a.at}
        if things and _asserted(b) and b.tense != "past" and b.mood in ("fact", "topic"):
            return _found(Relation.CONCEDES, a, b, False, "opening/1", 0.6, (a.hedge, sorted(things)[0]))
    return None


def alleged(pair: Pair) -> Finding | None:
    """Find who makes the allegation that a denial in the same article tells: all of it, of the same place and group."""
    for a, b in ((pair.a, pair.b), (pair.b, pair.a)):
        if not pair.one_article or a.speaker is not None or a.nested_in is None or not (a.holds and _asserted(b)) or b.hedge:
            continue
        held = pair.overlap.first if a is pair.a else pair.overlap.second
        met = pair.gates.territory == SAME and pair.gates.group in (SAME, PART) and a.predicate in b.topics
        if met and held >= HELDLINE and pair.overlap.topics >= 3 and b.nested_in != a.nested_in:
            return _found(Relation.SAME, a, b, False, "alleged/1", held, ("", ""))
    return None


def same(pair: Pair) -> Finding | None:
    """Find one proposition with one polarity, whoever says it."""
    a, b = pair.a, pair.b
    if a.holds != b.holds or bool(a.hedge) != bool(b.hedge) or pair.gates.mood == CLASH or pair.gates.quantity == CLASH:
        return None
    if _tenses_part(a, b) or a.mood in ("ask", "if") or Act.ASK in (a.act, b.act) or _sides_part(a, b):
        return None
    held_by = pair.one_speaker or pair.overlap.names or SAME in (pair.gates.roles, pair.gates.territory)
    if not _one_count(a, b) or not (held_by or pair.overlap.both >= WHOLLY):
        return None
    score = _alike(pair)
    if score is None:
        return None
    a, b = sorted((a, b), key=lambda point: point.key)
    return _found(Relation.SAME, a, b, score >= ALIKE, "same/1", score, ("", ""))


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
        pair.gates.territory == OPEN and bool(a.at) != bool(b.at) and not (pair.one_article or _at_home(a, b))
    ):
        return None
    if (
        pair.gates.territory != PART
        and share.both >= (IN_ARTICLE if pair.one_article else ALIKE)
        and share.enough
        and _names_fit(a, b)
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


RULES: tuple[Rule, ...] = (denied_within, denial, concession, numbers, negation, opposite, existence, opening, same, alleged)
OF_NESTED: tuple[Rule, ...] = (denied_within, alleged)
"""What holds of an allegation that is told inside another statement alone."""


def _found(relation: Relation, a: Point, b: Point, firm: bool, rule: str, score: float, clash: tuple[str, str]) -> Finding:
    return Finding(relation, a, b, Strength.STRICT if firm else Strength.LOOSE, rule, round(min(score, 0.99), 3), clash)


def _grounded(pair: Pair, denier: Point) -> bool:
    """Say whether place and people of a denial are met by the other side, where the denial names any."""
    if denier.at and pair.gates.territory not in (SAME, PART):
        return pair.one_article and pair.gates.territory == OPEN
    return not denier.named or bool(pair.a.named & pair.b.named) or pair.gates.territory == SAME or pair.one_article


def _names_fit(a: Point, b: Point) -> bool:
    """Say whether one names nobody and no place that the other, naming more, does not name."""
    return a.named <= b.named or b.named <= a.named


def _self(point: Point) -> frozenset[str]:
    return frozenset({point.voice}) if point.voice else frozenset()


def _tenses_part(a: Point, b: Point) -> bool:
    """Say whether one speaks of what was and the other of what is."""
    return "present" in (a.tense, b.tense) and "past" in (a.tense, b.tense)


def _of(point: Point, side: str) -> frozenset[str]:
    return frozenset(role.who for role in point.roles if role.side == side and role.deed == point.predicate)


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


def _words(point: Point) -> str:
    return point.verb if point.holds else f"{'no' if point.denied == 'none' else 'not'} {point.verb}"
