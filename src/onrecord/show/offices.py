"""The offices somebody was seen to hold, told as briefly as they differ."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.records import EntityRole
from onrecord.show.passages import one_line

_APART = re.compile(r" ([’\']s\b)")
_SMALL = frozenset(("the", "of", "own", "his", "her", "their"))


def spoken_role(role: EntityRole) -> str:
    """Name an office with what it is an office of, unless its own words say so ("Ketorian foreign minister")."""
    office = _set(role.office)
    said = role.of is None or all(any(_alike(word, held) for held in _words(office)) for word in _words(role.of))
    return office if said else f"{office}, {one_line(role.of or '')}"


def told_apart(offices: Iterable[str]) -> list[str]:
    """Leave out an office that says no more than another does, whatever its capitals and endings; the order stays."""
    kept: list[str] = []
    for office in dict.fromkeys(_set(each) for each in offices if each):
        if not any(_within(office, other) for other in kept):
            kept = [other for other in kept if not _within(other, office)] + [office]
    return kept


def _set(office: str) -> str:
    """Set an office on one line, an ending that stands apart put back and "own" left out: it is of whoever was named before."""
    return _APART.sub(r"\1", one_line(office)).removeprefix("own ")


def _words(office: str) -> list[str]:
    plain = office.casefold().replace("’s", "").replace("'s", "").replace(",", " ")
    return [word for word in plain.split() if word not in _SMALL]


def _within(office: str, other: str) -> bool:
    return all(any(_alike(word, held) for held in _words(other)) for word in _words(office))


def _alike(word: str, other: str) -> bool:
    """Say whether two words are one but for an ending, as "Ketoria" and "Ketorian" are."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) > 4 and long.startswith(short[:-1]) and len(long) - len(short) <= 3)
