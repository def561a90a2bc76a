"""Telling which keys come more than once, without holding those that come once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

_SLOTS = 1 << 24


class Sieve:
    """A table of slots, of one size whatever is put in; two keys that share a slot count as one, which does no harm."""

    def __init__(self, keys: Iterable[Hashable]) -> None:
        """Count the keys."""
        self._slots = bytearray(_SLOTS)
        for key in keys:
            slot = hash(key) % _SLOTS
            self._slots[slot] = min(2, self._slots[slot] + 1)

    def __contains__(self, key: Hashable) -> bool:
        """Say whether a key may have come more than once; never no of one that did."""
        return self._slots[hash(key) % _SLOTS] > 1
