"""Which names of people and bodies are forms of one: shorter, familiar, spelled otherwise, initials, a surname alone.

Each function lists pairs of keys, what to merge and into what. Precision comes first: whatever could be two stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from onrecord.lang import words
from onrecord.lang.spelling import first_name_fits, sound
from onrecord.link.groups import Group, Key, fold
from onrecord.records import Kind

Groups = Mapping[Key, Group]
Pairs = list[tuple[Key, Key]]

_FAR_MORE = 5  # times as often as all others together is met the form that a short name is taken for
_WELL_KNOWN = 20  # articles in which who is called by surname alone, without any office, must be met in full
_FAR_OFTENER = 10  # times as often as all others of that surname together
_SLIP = 20  # articles among which one may give an office to the wrong person of that surname
_OFTEN = 3  # articles in which two must be seen in two offices to be two, and times as often as in each other's
_RARE = 2  # other first names borne with a surname of which a first name tells enough where no two offices are known
_OWNER = re.compile(r"('s?)(?!\S)")
_SHORT = 4  # letters of a word below which every letter tells
_LONG = 8  # letters of a place's name from which two spellings of one sound are one place


def same_person(groups: Groups) -> Pairs:
    """Pair full names with the one fuller form of the same name: "John Kirby" with "John F. Kirby".

    "John F. Kirby" may be a namesake of John Kirby's where many are called Kirby, and is, where one is a senator in most articles
    and the other a president. Of several forms that do not fit each other,
    one counts if it is met far oftener and in the same office.
    """
    pairs: Pairs = []
    for keys in _by_surname(groups).values():
        for key in sorted(keys):
            fuller = [other for other in keys if other != key and shortens(key[1].split(), other[1].split())]
            top = [other for other in fuller if not any(shortens(other[1].split(), o[1].split()) for o in fuller if o != other)]
            best = top if len(top) == 1 else _known_best(groups, key, top)
            best = [other for other in best if not _is_namesake(groups[key], groups[other])]
            namesakes = len({other[1].split()[0] for other in keys} - {key[1].split()[0]})
            pairs += [(key, other) for other in best if _is_certain(groups[key], groups[other], namesakes)]
    return pairs


def _is_certain(one: Group, other: Group, namesakes: int) -> bool:
    """Tell whether two forms are one's: seen in one office, used in one article, or the surname too rare for two people."""
    if namesakes == 0 or (namesakes <= _RARE and not (one.roles and other.roles)):
        return True
    called = {fold(name) for group in (one, other) for name in group.aliases}
    return shares_office(one, other) or one.key[1] in called or other.key[1] in called


def _is_namesake(one: Group, other: Group) -> bool:
    """Tell whether two are mostly seen in two offices, one of them telling, and each hardly ever in the other's."""
    mine, theirs = _main_office(one), _main_office(other)
    if mine is None or theirs is None or not (is_telling(office_words(mine)) or is_telling(office_words(theirs))):
        return False
    seen = {(who, what): _seen_in(group, what) for who, group in enumerate((one, other)) for what in (mine, theirs)}
    often = seen[0, mine] >= _OFTEN and seen[1, theirs] >= _OFTEN
    return often and _OFTEN * seen[0, theirs] <= seen[0, mine] and _OFTEN * seen[1, mine] <= seen[1, theirs]


def _main_office(group: Group) -> str | None:
    """Give the office, no longer held ones left out, that somebody is seen in most."""
    past = words("offices")["modifiers"]["past"]
    held = sorted({office for office, _ in group.roles if not any(word in past for word in office.split())})
    return max(held, key=lambda office: _seen_in(group, office), default=None)


def _seen_in(group: Group, office: str) -> int:
    return len({article for (told, _), role in group.roles.items() if same_office(told, office) for article in role.evidence})


def _known_best(groups: Groups, key: Key, several: list[Key]) -> list[Key]:
    times = {other: len(groups[other].chains) for other in several}
    best = [other for other in several if times[other] >= _FAR_MORE * (sum(times.values()) - times[other])]
    return [other for other in best if shares_office(groups[key], groups[other])]


def shortens(short: list[str], full: list[str]) -> bool:
    """Tell whether a name is another with middle names left out or cut to initials; first and last names agree."""
    if len(short) > len(full) or short == full or short[-1] != full[-1] or short[0] != full[0]:
        return False
    middle, rest = short[1:-1], full[1:-1]
    if not middle:
        return True
    return len(middle) == len(rest) and all(a == b or (len(a) == 1 and b[0] == a) for a, b in zip(middle, rest, strict=True))


def same_familiar(groups: Groups) -> Pairs:
    """Pair "Bob Bresk" with "Robert Bresk", and names spelled otherwise, where both hold one office and nobody else fits."""
    pairs: Pairs = []
    for keys in _by_surname(groups, sound).values():
        for key in sorted(keys, key=lambda key: (len(groups[key].chains), key)):
            fits = [other for other in keys if other != key and _is_variant(key[1].split(), other[1].split())]
            fits = [other for other in fits if not any(shortens(each[1].split(), other[1].split()) for each in fits)]
            one = len(fits) == 1 and shares_office(groups[key], groups[fits[0]])
            if one and (fits[0], key) not in pairs and not _is_namesake(groups[key], groups[fits[0]]):
                pairs.append((key, fits[0]))
    return pairs


def _is_variant(one: list[str], other: list[str]) -> bool:
    """Tell whether first names, and all others, can be two spellings or forms of the same; initials tell too little."""
    if min(len(one[0]), len(other[0])) < 2:
        return False
    return first_name_fits(one[0], other[0]) and (len(one) == 2 or len(other) == 2 or one[1:-1] == other[1:-1])


def same_spelling(groups: Groups) -> Pairs:
    """Pair places spelled in two ways, "Baluchistan" and "Balochistan", the rarer with the other."""
    by_sound: dict[tuple[str, str], list[Key]] = {}
    for key in groups:
        if key[0] == Kind.PLACE and len(key) == 2 and len(key[1]) >= _LONG:
            short = " ".join(word for word in key[1].split() if len(word) < _SHORT)  # "World War I" is not "World War II"
            by_sound.setdefault((sound(key[1]), short), []).append(key)
    pairs: Pairs = []
    for keys in by_sound.values():
        ranked = sorted(keys, key=lambda key: (-len(groups[key].chains), key))
        pairs += [(key, ranked[0]) for key in ranked[1:]]
    return pairs


def same_initials(groups: Groups) -> Pairs:
    """Pair initials with the only long name in the record that some article gives them for."""
    stands: dict[str, set[Key]] = {}
    for key, group in groups.items():
        if key[0] == Kind.INSTITUTION and len(key) == 2:
            for alias in group.aliases:
                part = set(fold(alias).split()) <= set(group.key[1].split())  # "GOP" is no short form of "Lund County GOP"
                if alias.isupper() and 1 < len(alias) < 9 and " " in group.key[1] and not part:
                    stands.setdefault(fold(alias), set()).add(key)
    pairs: Pairs = []
    for short, long in sorted(stands.items()):
        small: Key = (str(Kind.INSTITUTION), short)
        if len(long) == 1 and small in groups and small not in long:
            pairs += [(small, large) for large in long]
    return pairs


def same_surname(groups: Groups) -> Pairs:
    """Pair a person named by surname alone with the one bearer in the record who is seen in the same office.

    Where several people bear the name, the office must be a telling one, not a rank or what many are, and the very same; who was
    seen in it in one article alone, by a slip perhaps, does not count beside somebody seen in it again and again.
    """
    bearers = _by_surname(groups)
    pairs: Pairs = []
    for key in sorted(groups):
        if key[0] == Kind.PERSON and len(key) == 3 and groups[key].named:
            full = bearers.get(key[1], [])
            fits = [other for other in full if shares_office(groups[key], groups[other], exact=len(full) > 1)]
            best = fits if len(fits) < 2 else _often_seen(groups, key, fits)
            pairs += [(key, other) for other in best]
    return pairs


def same_known(groups: Groups) -> Pairs:
    """Pair a person named by surname alone, of whom no office is told, with the bearer met far oftener than all others."""
    bearers = _by_surname(groups)
    alone = [key for key in sorted(groups) if key[0] == Kind.PERSON and len(key) == 3 and groups[key].named]
    found = [(key, _known(groups, bearers, key[1])) for key in alone if not groups[key].roles]
    return [(key, known) for key, known in found if known and _fits(groups[key], groups[known])]


def same_mistaken(groups: Groups) -> Pairs:
    """Pair what was read as a body in a few articles with the person of that name who is met far oftener."""
    bearers = _by_surname(groups)
    pairs: Pairs = []
    for key in sorted(groups):
        if key[0] == Kind.INSTITUTION and len(key) == 2:
            full: Key = (str(Kind.PERSON), key[1])
            known = _known(groups, bearers, key[1]) if " " not in key[1] else full if full in groups else None
            if known and len(groups[known].chains) >= _FAR_OFTENER * len(groups[key].chains):
                pairs.append((key, known))
    return pairs


def _known(groups: Groups, bearers: Mapping[str, list[Key]], surname: str) -> Key | None:
    """Give the bearer of a surname who is met in many articles, and far oftener than all others together."""
    ranked = sorted(bearers.get(surname, []), key=lambda other: (-len(groups[other].chains), other))
    others = sum(len(groups[other].chains) for other in ranked[1:])
    known = bool(ranked) and len(groups[ranked[0]].chains) >= max(_WELL_KNOWN, _FAR_OFTENER * others)
    return ranked[0] if known and surname not in words("names")["months"] else None


def _fits(one: Group, other: Group) -> bool:
    """Tell whether nothing says that two are of two genders: "Mrs. Bresk" is not Odo Bresk."""
    theirs = max(other.genders, key=lambda gender: (other.genders[gender], gender), default=None)
    return theirs is None or all(gender == theirs for gender in one.genders)


def _often_seen(groups: Groups, key: Key, several: list[Key]) -> list[Key]:
    """Keep the one of several who was seen in the office far oftener than all others, who were seen in it by a slip at most."""
    seen = {other: _articles_in(groups[key], groups[other]) for other in several}
    slips = max(1, max(seen.values()) // _SLIP)
    often = [other for other in several if seen[other] > slips]
    return often if len(often) == 1 and seen[often[0]] >= _FAR_MORE * (sum(seen.values()) - seen[often[0]]) else []


def _articles_in(one: Group, other: Group) -> int:
    """Count the articles in which somebody is seen in an office of another's."""
    return sum(
        len(role.evidence)
        for (theirs, whose), role in other.roles.items()
        if any(same_office(office, theirs, exact=True) and (not of or not whose or of == whose) for office, of in one.roles)
    )


def _by_surname(groups: Groups, spelled: Callable[[str], str] = str) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = {}
    for key in groups:
        if key[0] == Kind.PERSON and len(key) == 2:
            found.setdefault(spelled(key[1].split()[-1]), []).append(key)
    return found


def shares_office(one: Group, other: Group, *, exact: bool = False) -> bool:
    """Tell whether two are seen in one office, and nothing known says that it is of two states or bodies."""
    return any(
        same_office(office, theirs, exact=exact) and (of is None or whose is None or of == whose)
        for office, of in one.roles
        for theirs, whose in other.roles
    )


def same_office(one: str, other: str, *, exact: bool = False) -> bool:
    """Tell whether two offices are one: "water minister" may be "minister", but no "foreign minister" and no "vice minister"."""
    left, right = office_words(one), office_words(other)
    if exact:
        return left == right and is_telling(left)
    if one.split()[-1:] != other.split()[-1:] and left != right:
        return False
    short, long = sorted((left, right), key=len)
    return bool(short) and short <= long and (long - short).isdisjoint(_changing())


def is_telling(office: frozenset[str]) -> bool:
    """Tell whether an office, by its words, tells its holder from others of one surname: president, but no rank."""
    return not office.isdisjoint(_telling())


@cache
def office_words(office: str) -> frozenset[str]:
    """Give what makes an office the one it is: its words in one form, without "senior", "the", "of"."""
    offices = words("offices")
    dropped = {*offices["modifiers"]["plain"], *offices["modifiers"]["past"], "the", "of", "for", "s"}
    same = offices["same"]
    told = _OWNER.sub(r" \1", office)  # the council's chairwoman is the council chairwoman
    return frozenset(part for word in told.split() for part in same.get(word, word).split() if word not in dropped)


@cache
def _changing() -> frozenset[str]:
    modifiers = words("offices")["modifiers"]
    return frozenset(modifiers["changing"]) - frozenset(modifiers["dropped"]) - frozenset(modifiers["past"])


@cache
def _telling() -> frozenset[str]:
    return frozenset(words("offices")["heads"]["telling"])
