"""Who held an office on a day, by the record's own evidence: whom "the Pakistani premier" of an article of that day is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from onrecord.lang import words
from onrecord.link.alike import office_words
from onrecord.link.groups import Group, Key, Role, fold
from onrecord.records import Kind

_Office = tuple[frozenset[str], str]
_OFTEN = 5  # articles in which somebody must be seen in an office
_FAR = 5  # times as often as anybody else at that time
_RARE = 10  # times as often as anybody else whom the article names, at any time
_WHILE = 183  # days


def holders(groups: Mapping[Key, Group], days: Mapping[str, str]) -> list[tuple[Key, Key]]:
    """Pair those called by an office alone with its holder on the day their article was published.

    Only offices that one person of a state holds at a time. With the state named, days that lie within those on which the
    record saw one person, and nobody else, hold it; without, one of those whom the article names. Everybody else stays who
    they are. ``days`` are the articles' days of publication.
    """
    held: dict[_Office, list[tuple[Key, Role]]] = {}
    for key in sorted(groups):
        if key[0] == Kind.PERSON and groups[key].named:
            for (office, of), role in groups[key].roles.items():
                if _state(of) and (single := _single(office)):
                    held.setdefault((single, of or ""), []).append((key, role))
    pairs = []
    for key in sorted(groups):
        group = groups[key]
        if key[0] == Kind.PERSON and not group.named and len(group.days) == 1:
            found = {whose for office, of in group.roles if of and _state(of) for whose in _on(held, office, of, group.days[0])}
            if len(found) == 1:
                pairs.append((key, found.pop()))
    return sorted({**dict(_named_beside(groups, days)), **dict(pairs)}.items())


@dataclass(slots=True)
class _Seen:
    """The articles in which somebody is seen in an office, ``bare`` those that tell no state of it, and their days in order."""

    articles: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    days: list[int] = field(default_factory=list)

    def near(self, home: str, day: int | None) -> int:
        """Count the articles but one that were published within half a year of its day; all where that is not known."""
        if day is None:
            return len(self.articles - {home})
        return bisect_right(self.days, day + _WHILE) - bisect_left(self.days, day - _WHILE) - (home in self.articles)


def _named_beside(groups: Mapping[Key, Group], days: Mapping[str, str]) -> Iterator[tuple[Key, Key]]:
    """Pair "the president" of no state with whom the record sees as president at that time, where the article names them."""
    numbers = {article: date.fromisoformat(day[:10]).toordinal() for article, day in days.items()}
    held, named = _seen_holding(groups, numbers)
    for key in sorted(groups):
        group = groups[key]
        offices = {single for office, of in group.roles if not _state(of) and (single := _single(office))}
        if key[0] != Kind.PERSON or group.named or len(group.articles) != 1 or len(offices) != 1:
            continue
        (office,), (home,) = offices, group.articles
        if any(office_words(fold(name)) != office for name in group.names):  # "its president" is nobody's the record knows
            continue
        beside = [whose for whose in named.get(home, ()) if whose in held[office]]
        if (holder := _foremost(held[office], beside, home, numbers.get(home))) is not None:
            yield key, holder


def _foremost(held: Mapping[Key, _Seen], beside: Sequence[Key], home: str, day: int | None) -> Key | None:
    """Say who of those named in an article is the holder of an office, given the articles in which who is seen in it.

    In a dated article that is who was seen in it far oftener than everybody else at that time, or is the only one named, often
    seen in it before and after; in an undated one, who is far oftener seen in it than all others named, where the article does
    not give it to somebody else.
    """
    most = min(beside, key=lambda whose: (-held[whose].near(home, day), whose), default=None)
    if most is None:
        return None
    seen, now = held[most], held[most].near(home, day)
    if day is None:
        often = max((held[whose].near(home, None) for whose in beside if whose != most), default=0)
        told = any(home in each.bare for whose, each in held.items() if whose != most)
        return most if now >= max(_OFTEN, _RARE * often) and not told else None
    rival = max((each.near(home, day) for whose, each in held.items() if whose != most), default=0)
    alone = len(beside) == 1 and len(seen.articles) >= _OFTEN and now >= max(1, rival) and seen.days[0] <= day <= seen.days[-1]
    return most if now >= max(_OFTEN, _FAR * rival) or alone else None


def _seen_holding(
    groups: Mapping[Key, Group], numbers: Mapping[str, int]
) -> tuple[dict[frozenset[str], dict[Key, _Seen]], dict[str, list[Key]]]:
    """List in which articles who is seen in which single office, and who of them all is named in which article."""
    held: dict[frozenset[str], dict[Key, _Seen]] = defaultdict(dict)
    named: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(groups):
        if key[0] != Kind.PERSON or not groups[key].named:
            continue
        theirs = {single: _Seen() for office, _ in groups[key].roles if (single := _single(office))}
        for (office, of), role in groups[key].roles.items():
            if single := _single(office):
                theirs[single].articles.update(role.evidence)
                theirs[single].bare.update(role.evidence if of is None else ())
        for single, seen in theirs.items():
            seen.days = sorted(numbers[article] for article in seen.articles if article in numbers)
            held[single][key] = seen
        for article in groups[key].articles if theirs else ():
            named[article].append(key)
    _surnames_alone(groups, held, named)
    return held, named


def _surnames_alone(
    groups: Mapping[Key, Group], held: Mapping[frozenset[str], Mapping[Key, _Seen]], named: dict[str, list[Key]]
) -> None:
    """Add who an article may name by a surname alone, which could be that of several."""
    bearing: dict[str, set[Key]] = defaultdict(set)
    for people in held.values():
        for key in people:
            bearing[key[1].split()[-1]].add(key)
    for key in sorted(groups):
        if key[0] == Kind.PERSON and groups[key].named and key[1] in bearing:
            for article in groups[key].articles:
                named[article] += sorted(bearing[key[1]] - set(named[article]))


def _on(held: Mapping[_Office, list[tuple[Key, Role]]], office: str, of: str, day: tuple[str, str]) -> set[Key]:
    """List who is known to have held an office on a day; nobody where the words tell no single office."""
    single = _single(office)
    rows = held.get((single, of), []) if single else []
    return {key for key, role in rows if role.earliest and role.latest and role.earliest <= day[0] and day[1] <= role.latest}


def _single(office: str) -> frozenset[str] | None:
    """Give an office's words if only one person of a state holds it at a time, and holds it still."""
    past = words("offices")["modifiers"]["past"]
    if any(word in past for word in office.split()):
        return None
    kept = office_words(office)
    return kept if kept in _singles() else None


def _state(of: str | None) -> bool:
    """Tell whether an office is one of something, a party left out: "the Democratic president"."""
    return of is not None and of.lower() not in words("offices")["modifiers"]["plain"]


@cache
def _singles() -> frozenset[frozenset[str]]:
    return frozenset(office_words(office) for office in words("offices")["heads"]["single"])
