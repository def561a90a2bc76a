"""Which names of people in one article name the same person: full names first, then the short ones that follow them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache

from onrecord.lang import words
from onrecord.lang.spelling import first_name_fits, sounds_like
from onrecord.read.names import Seen, core, suffix
from onrecord.read.offices import Office
from onrecord.records import Kind

_MUCH = 4  # times as often is named who an article is about, beside somebody of that surname met in passing
_JUST_NOW = 60  # tokens within which a bare surname may still be that of the one named in full


@dataclass(slots=True)
class Person:
    """One person while an article is read: every name seen, every office held, the gender that titles and names tell."""

    seen: list[Seen] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    gender: str | None = None

    @property
    def fullest(self) -> Seen:
        """Give the mention with the most words; of equals the first."""
        return max(self.seen, key=lambda seen: (len(seen.key), len(seen.words[0]) > 2, -seen.first))

    @property
    def takes_bare(self) -> bool:
        """Tell whether a bare surname can be this person's: not who is only ever "Kirby Jr."."""
        return any(len(core(seen.key)) > 1 or suffix(seen.key) is None for seen in self.seen)

    def add(self, seen: Seen, office: Office | None) -> None:
        """Take in one more mention."""
        self.seen.append(seen)
        mrs = (seen.title or "").rstrip(".").lower() == "mrs"
        if not (mrs and any(not other.title for other in self.seen)):  # "Mrs. Bresk" tells nothing of the "Bresk" named before
            self.gender = self.gender or seen.gender
        if office:
            self.offices.append(office)


def gather(
    names: Sequence[Seen], offices: dict[int, Office], headings: frozenset[int], strangers: Collection[int] = ()
) -> list[Person]:
    """Gather the names of people into people; a short name that could be two people's stays out.

    ``offices`` are the offices beside names by the name's first token, ``headings`` the first tokens of names in headlines,
    ``strangers`` those of surnames that nobody named in full is meant by.
    """
    people: list[Person] = []
    names = [seen for seen in names if seen.kind == Kind.PERSON and seen.key]
    for seen in sorted((s for s in names if len(s.key) > 1), key=lambda s: (-len(s.key), s.first)):
        fits = [person for person in people if any(_same(seen.key, other.key) for other in person.seen)]
        fits = [person for person in fits if not _clash(person.gender, seen.gender)]
        if len(fits) != 1:
            fits = [person for person in fits if any(seen.key == other.key for other in person.seen)] or [Person()]
            people += [fits[0]] if fits[0] not in people else []
        fits[0].add(seen, offices.get(seen.first))
    short = [seen for seen in names if len(seen.key) == 1]
    _add_strangers(people, [seen for seen in short if seen.first in strangers], offices)
    short = [seen for seen in short if seen.first not in strangers]
    _add_short(people, [s for s in short if s.first not in headings], offices)
    _add_short(people, [s for s in short if s.first in headings], offices)
    for person in people:
        person.seen.sort(key=lambda seen: seen.first)
    return sorted(people, key=lambda person: person.seen[0].first)


def _same(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the shorter of two full names can be the longer one with words left out.

    "John Kirby" is "John F. Kirby" and "J. Kirby"; "Shah Mahmood" is "Shah Mahmood Qureshi". First or last words must agree.
    "John Kirby Jr." is not "John Kirby": one may be the other's father.
    """
    if suffix(short) != suffix(full):
        return False
    generation = suffix(short)
    short, full = core(short), core(full)
    if len(short) > len(full):
        short, full = full, short
    if len(short) < 2:
        return generation is not None and short[-1] == full[-1]
    if short == full[: len(short)]:
        return True
    return sounds_like(short[-1], full[-1]) and _within(short[:-1], full[:-1])


def _within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    left = list(full)
    for at, word in enumerate(short):
        while left and not first_name_fits(word, left[0]):
            left.pop(0)
        if not left or (at == 0 and len(left) < len(full) and len(left[0]) == 1 < len(word)):
            return False  # Ron is not, by a middle initial, "Odo R."
        left.pop(0)
    return True


def _add_strangers(people: list[Person], strangers: list[Seen], offices: dict[int, Office]) -> None:
    """Make one person of each surname that is nobody's who is named in full."""
    made: dict[str, Person] = {}
    for seen in sorted(strangers, key=lambda s: s.first):
        person = made.setdefault(seen.key[0], Person())
        people += [] if person.seen else [person]
        person.add(seen, offices.get(seen.first))


def _add_short(people: list[Person], short: list[Seen], offices: dict[int, Office]) -> None:
    for seen in sorted(short, key=lambda s: s.first):
        named = [p for p in people if p.takes_bare]
        fits = [p for p in named if any(seen.key[0] == core(other.key)[-1] for other in p.seen)]
        fits = _elders(fits) or [p for p in named if any(seen.key[0] in other.key for other in p.seen)]
        fits = [person for person in fits if not _clash(person.gender, seen.gender) and _may_reign(person, seen)]
        office = offices.get(seen.first)
        person = _choose(fits, seen, office) if fits else Person()
        if person is None:
            continue
        if not fits:
            people.append(person)
        person.add(seen, office)


def _may_reign(person: Person, seen: Seen) -> bool:
    """Tell whether "King Odo" can be somebody: not who is named in full and never so titled."""
    title = (seen.title or "").lower()
    if title not in _royal():
        return True
    titles = {(other.title or "").lower() for other in person.seen} | {office.key[0] for office in person.offices}
    return title in titles or (title not in ("king", "queen", "pope") and not titles.isdisjoint(_royal()))


@cache
def _royal() -> frozenset[str]:
    return frozenset(words("offices")["titles"]["royal"])


def _elders(fits: list[Person]) -> list[Person]:
    """Leave a bare surname to "John Kirby" where "John Kirby Jr." could bear it too."""
    elder = [person for person in fits if suffix(person.fullest.key) is None]
    return elder or fits


def _choose(fits: list[Person], seen: Seen, office: Office | None) -> Person | None:
    """Choose between people with one surname: by office, by who was named before, by whose the bare surname has been so far.

    Who is only ever "Mrs. Kirby" is never plain "Kirby".
    """
    if len(fits) > 1 and not seen.title:
        fits = [person for person in fits if not all(len(other.key) == 1 and other.title for other in person.seen)] or fits
    if len(fits) > 1 and office:
        fits = (
            [p for p in fits if any(office.may_be(held) or held.may_be(office) for held in p.offices)]
            or [
                p
                for p in fits
                if any(office.key[0] == held.key[0] for held in p.offices)  # a retired colonel is still "Col."
            ]
            or fits
        )
    if len(fits) > 1 and seen.gender:
        fits = [person for person in fits if person.gender == seen.gender] or fits
    if len(fits) > 1:
        fits = [person for person in fits if any(other.first < seen.first for other in person.seen)] or fits
    if len(fits) > 1:
        fits = _settled(fits, seen)
    if len(fits) > 1 and not seen.title and not office:
        fits = _chief(fits, seen)
    return fits[0] if len(fits) == 1 else None


def _chief(fits: list[Person], seen: Seen) -> list[Person]:
    """Keep to the one the article is about: named far oftener, and the others in full only, in passing and not just now."""
    count = {id(person): len(person.seen) for person in fits}
    chief = max(fits, key=lambda person: count[id(person)])
    others = [person for person in fits if person is not chief]
    passing = all(_MUCH * count[id(p)] <= count[id(chief)] and all(len(s.key) > 1 for s in p.seen) for p in others)
    near = any(0 <= seen.first - s.first < _JUST_NOW for p in others for s in p.seen)
    return [chief] if passing and not near else fits


def _settled(fits: list[Person], seen: Seen) -> list[Person]:
    """Keep to the one whose bare surname it has been, unless the other was named in full since; "Mrs. Kirby" does not count."""
    people = [(person, [other for other in person.seen if seen.title or not other.title]) for person in fits]
    bare = [(person, others) for person, others in people if any(other.key == seen.key for other in others)]
    if len(bare) != 1:
        return fits
    who, others = bare[0]
    last = max(other.first for other in others if other.first < seen.first or other.key == seen.key)
    newer = [other.first for p, others in people if p is not who for other in others if last < other.first < seen.first]
    return fits if newer else [who]


def _clash(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)
