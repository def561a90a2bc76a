"""Names spelled in more than one way: initials, familiar forms ("Bob" for "Robert"), and what transliteration leaves open."""

from __future__ import annotations

from functools import cache

from onrecord.lang import words

_LEAST = 5  # letters from which a name is long enough for a slip or another transliteration to show


def first_name_fits(one: str, other: str) -> bool:
    """Tell whether two folded first or middle names can be one: equal, an initial, a familiar form, or spelled otherwise."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return bool(_familiar(one) & _familiar(other)) or sounds_like(one, other)


def sounds_like(one: str, other: str) -> bool:
    """Tell whether two folded names are spellings of one: "sarwar" and "sarvar", "qureshi" and "quraishi"."""
    return one == other or (min(len(one), len(other)) >= _LEAST and sound(one) == sound(other))


@cache
def sound(name: str) -> str:
    """Fold away what transliterations of one name differ in; opening letters count but for v and w, q and k."""
    for given, kept in words("names")["spelling"].items():
        name = name.replace(given, kept)
    kept = [letter for place, letter in enumerate(name) if place == 0 or letter != name[place - 1]]
    return "".join(kept)


@cache
def _familiar(name: str) -> frozenset[str]:
    return frozenset(full for full, forms in words("names")["familiar"].items() if name == full or name in forms)
