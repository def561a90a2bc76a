"""Groups of what is joined two by two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Joined(Generic[T]):
    """Things joined into groups, each group and their list in order of the smallest in it."""

    def __init__(self, things: Iterable[T] = ()) -> None:
        """Begin with things that are joined to nothing."""
        self._home: dict[T, T] = {thing: thing for thing in things}

    def join(self, one: T, other: T) -> None:
        """Put two into one group."""
        low, high = sorted((self._root(one), self._root(other)))  # type: ignore[type-var]
        self._home[high] = low

    def groups(self) -> list[list[T]]:
        """Give the groups."""
        held: dict[T, list[T]] = defaultdict(list)
        for thing in sorted(self._home):  # type: ignore[type-var]
            held[self._root(thing)].append(thing)
        return list(held.values())

    def _root(self, thing: T) -> T:
        self._home.setdefault(thing, thing)
        while self._home[thing] != thing:
            thing = self._home[thing]
        return thing
