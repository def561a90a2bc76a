"""The comparisons a pair of propositions must pass before anything is said of it. One clash, and there is no link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.link.concepts import listed, loose_groups
from onrecord.link.lands import Lands
from onrecord.link.points import Point
from onrecord.records import Amount

SAME, PART, OPEN, CLASH = "same", "part", "open", "clash"
FAR = "far"
"""At the gate of time: one side names no time, and the other's lies more than a year from when it was said."""
_YEAR = 366
_SEASON = 90
"""Days after which what was so need not be so."""
_WORD = re.compile(r"\w+")
_DEFINITE = frozenset({"the", "this", "our", "his", "her", "my"})
OFFICE_DAYS = 7
"""How far apart two articles may be for an office without a name to be held by one person still."""


@dataclass(frozen=True, slots=True)
class Gates:
    """How a pair fares at each gate: same, part, open (one side says nothing) or clash."""

    territory: str
    aim: str
    roles: str
    group: str
    time: str
    office: str
    quantity: str
    mood: str

    @property
    def clash(self) -> str | None:
        """Name the first gate that shuts, quantity and mood aside: these two are the rules' business."""
        for name in ("territory", "aim", "roles", "group", "time", "office"):
            if getattr(self, name) in (CLASH, FAR):
                return name
        return None

    @property
    def far_alone(self) -> bool:
        """Say whether nothing shuts but that one names no time and the other's lies far from when it was said."""
        return self.clash == "time" and self.time == FAR and self.office != CLASH

    @property
    def passed(self) -> tuple[str, ...]:
        """List the gates where both sides say something and agree."""
        names = ("territory", "aim", "roles", "group", "time", "office", "quantity")
        return tuple(name for name in names if getattr(self, name) in (SAME, PART))


def gates(a: Point, b: Point, lands: Lands) -> Gates:
    """Hold two propositions against each other at every gate."""
    return Gates(
        territory=_territory(a, b, lands),
        aim=_sets(a.toward, b.toward),
        roles=_roles(a, b),
        group=_group(a, b, lands),
        time=_time(a, b),
        office=_office(a, b),
        quantity=_quantity(a, b),
        mood=SAME if _mood(a) == _mood(b) else CLASH,
    )


def _mood(point: Point) -> str:
    return "fact" if point.mood == "topic" else point.mood


def _sets(a: frozenset[str], b: frozenset[str]) -> str:
    if not a or not b:
        return OPEN
    return SAME if a == b else PART if a & b else CLASH


def _territory(a: Point, b: Point, lands: Lands) -> str:
    here, there = _wide(a.at, lands), _wide(b.at, lands)
    mirrored = (here & b.toward and not here & there) or (there & a.toward and not here & there)
    if mirrored and (a.toward or b.toward):
        return CLASH
    return CLASH if _homes_part(a, b, lands) else _sets(here, there)


def _homes_part(a: Point, b: Point, lands: Lands) -> bool:
    """Say whether each speaks of "the province" or "the country", and of another, as each speaks for another."""
    if a.at or b.at or a.state is None or b.state is None or a.state == b.state:
        return False
    return all(_own_ground(x.proposition, lands.is_state(x.state)) for x in (a, b) if x.state)


def _own_ground(told: str, whole: bool) -> bool:
    """Say whether it speaks of the land it is said in, by its kind alone; the ``whole`` of a state or a part of one."""
    grounds = listed("own_states" if whole else "own_parts")
    return any(one in _DEFINITE and other in grounds for one, other in pairwise(_WORD.findall(told.casefold())))


def _wide(at: frozenset[str], lands: Lands) -> frozenset[str]:
    """Write each seat of government as the state it lies in."""
    return frozenset(lands.within(place) or place for place in at)


def _roles(a: Point, b: Point) -> str:
    """Compare who does and who suffers each deed that both tell of."""
    deeds = sorted(({role.deed for role in a.roles} & {role.deed for role in b.roles}) - listed("ground"))
    verdicts = [_deed(a, b, deed) for deed in deeds]
    if CLASH in verdicts:
        return CLASH
    return SAME if SAME in verdicts else OPEN


def _deed(a: Point, b: Point, deed: str) -> str:
    found = OPEN
    for side, other in (("agent", "patient"), ("patient", "agent")):
        ours, theirs, crossed = _who(a, side, deed), _who(b, side, deed), _who(b, other, deed)
        if ours and theirs and not ours & theirs:
            return CLASH
        if ours & crossed and not ours & theirs:
            return CLASH
        found = SAME if ours & theirs else found
        if deed == a.predicate == b.predicate:
            things = _things(a, side, deed), _things(b, side, deed)
            if (
                all(things)
                and not things[0] & things[1]
                and (_told_both(a, b, *things) or all(x - loose_groups() for x in things))
            ):
                return CLASH
            found = SAME if things[0] & things[1] else found
    return found


def _told_both(a: Point, b: Point, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether each tells of whom the other tells in the same part: "guards fired on rebels", "rebels fired on guards"."""
    return ours <= b.topics and theirs <= a.topics


def _who(point: Point, side: str, deed: str) -> frozenset[str]:
    return frozenset(role.who for role in point.roles if role.side == side and role.deed == deed and role.named)


def _things(point: Point, side: str, deed: str) -> frozenset[str]:
    return frozenset(role.who for role in point.roles if role.side == side and role.deed == deed and not role.named) - {deed}


def _group(a: Point, b: Point, lands: Lands) -> str:
    """Compare the people and groups named, territories left aside; then everything named."""
    mine = frozenset(name for name in a.named if not lands.is_land(name))
    yours = frozenset(name for name in b.named if not lands.is_land(name))
    if mine and yours:
        return _sets(mine, yours)
    return CLASH if not mine and not yours and _sets(a.named, b.named) == CLASH else OPEN


def _time(a: Point, b: Point) -> str:
    if not a.times or not b.times:
        apart = any(_long_before(x, y) or _long_after(x, y) or _was(x, y) for x, y in ((a, b), (b, a)))
        return FAR if apart else OPEN
    return SAME if any(_overlap(x, y) for x in a.times for y in b.times) else CLASH


def _long_before(a: Point, b: Point) -> bool:
    """Say whether all that one speaks of lay more than a year before the other, which names no time, was said."""
    if not a.times or b.said is None:
        return False
    try:
        last = max(date.fromisoformat(times.split("/")[1]) for times in a.times)
        return (date.fromisoformat(b.said[0]) - last).days > _YEAR
    except ValueError:
        return False


def _was(a: Point, b: Point) -> bool:
    """Say whether one tells what was at a time gone by, and the other, which names no time, what is: "in 2012 they did not"."""
    if not a.times or b.said is None or b.tense != "present" or a.mood != "fact" or a.tense in ("present", "perfect"):
        return False
    try:
        last = max(date.fromisoformat(times.split("/")[1]) for times in a.times)
        return (date.fromisoformat(b.said[0]) - last).days > _SEASON
    except ValueError:
        return False


def _long_after(a: Point, b: Point) -> bool:
    """Say whether all that one tells as a fact lay more than a year after the other, which names no time, was said."""
    if not a.times or b.said is None or "fact" not in (a.mood, b.mood):
        return False
    try:
        first = min(date.fromisoformat(times.split("/")[0]) for times in a.times)
        return (first - date.fromisoformat(b.said[1])).days > _YEAR
    except ValueError:
        return False


def _overlap(x: str, y: str) -> bool:
    first, last = x.split("/")
    begin, end = y.split("/")
    return first <= end and begin <= last


def _office(a: Point, b: Point) -> str:
    if not a.open_office & b.open_office or a.article == b.article:
        return OPEN
    gap = days_apart(a, b)
    return SAME if gap is not None and gap <= OFFICE_DAYS else CLASH


def days_apart(a: Point, b: Point) -> int | None:
    """Count the least number of days between two sayings; null where a day is unknown or written in a way not understood."""
    if a.said is None or b.said is None:
        return None
    try:
        first, last = sorted((date.fromisoformat(x[0]), date.fromisoformat(x[1])) for x in (a.said, b.said))
    except ValueError:
        return None
    return max(0, (last[0] - first[1]).days)


def _quantity(a: Point, b: Point) -> str:
    pairs = [(x, y) for x in a.amounts for y in b.amounts if x.unit == y.unit]
    if not pairs:
        return OPEN
    return SAME if any(fit(x, y) for x, y in pairs) else CLASH


def fit(x: Amount, y: Amount) -> bool:
    """Say whether two amounts can both hold; "at least 17" and 26 can."""
    low = max(x.low if x.low is not None else float("-inf"), y.low if y.low is not None else float("-inf"))
    high = min(x.high if x.high is not None else float("inf"), y.high if y.high is not None else float("inf"))
    return low <= high
