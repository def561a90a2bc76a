"""Which words name one and the same territory: a state, its other names, its people, its seat; a place by its name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from onrecord.lang import words

_DEMONYM: tuple[tuple[str, str], ...] = (
    *((ending, instead) for ending in ("ians", "ian") for instead in ("ia", "", "y")),
    *((ending, instead) for ending in ("ans", "an") for instead in ("a", "")),
    *(("ese", instead) for instead in ("", "a")),
    *(("ish", instead) for instead in ("", "land")),
    *((ending, "") for ending in ("is", "i", "ns", "n")),
)
"""How the word for a place's people is made of its name: cut the first, add the second."""
_TAIL = (" province", " district", " region", " city", " state", " county", " village", " border", " soil", " territory")


def fold(name: str) -> str:
    """Write a name without case, accents and doubled spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.casefold().replace("’", "'").split()).removeprefix("the ")


@lru_cache(maxsize=1)
def _states() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    for name, state in words("states")["states"].items():
        for word in (name, *state["also"], *state["people"]):
            names[fold(word)] = name
        seats.update({fold(seat): name for seat in state["seats"]})
    return names, seats


class Lands:
    """The territories of one record. Made from every place name in it, so that an invented state's people are known too."""

    def __init__(self, spelled: Iterable[str]) -> None:
        """Take in the names of places as they are spelled in the record."""
        names = frozenset(spelled)
        self._known = {fold(name) for name in names}
        self._keys: dict[str, str] = {}
        self._lands: set[str] = set()
        for name in sorted(names):
            self.key(name)

    def key(self, word: str) -> str:
        """Name the territory a word names; a seat of government counts as its town."""
        found = self._keys.get(word)
        if found is None:
            found = self._keys[word] = self._find(fold(word))
            self._lands.add(found)
        return found

    def met(self, word: str) -> bool:
        """Say whether a word is spelled as a place somewhere in the record."""
        return fold(word) in self._known

    def actor(self, word: str) -> str:
        """Name the state that acts where a word names a state, its people or its seat."""
        names, seats = _states()
        folded = fold(word)
        return seats.get(folded) or names.get(folded) or self.key(word)

    def is_land(self, key: str) -> bool:
        """Say whether a key is that of a territory met in the record, or of a state."""
        return key in self._lands or self.is_state(key)

    def is_state(self, key: str) -> bool:
        """Say whether a territory is a known state."""
        return key in words("states")["states"]

    def within(self, key: str) -> str | None:
        """Name the state a town is the seat of, null where that is not known."""
        return _states()[1].get(fold(key))

    def _find(self, folded: str) -> str:
        names, _ = _states()
        for tail in _TAIL:
            folded = folded.removesuffix(tail)
        if folded in names:
            return names[folded]
        for ending, instead in _DEMONYM:
            if folded.endswith(ending):
                base = folded[: -len(ending)] + instead
                if base != folded and len(base) >= 4 and base in self._known:
                    return base
        return folded
