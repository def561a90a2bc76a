"""How much two propositions share, a rare word counting more than a common one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from onrecord.link.points import Point


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two propositions share, as shares of weight: of both together, of the first, of the second; how many topics, names."""

    both: float
    first: float
    second: float
    topics: int
    names: int

    @property
    def enough(self) -> bool:
        """Say whether two topics are shared, or one and two names."""
        return self.topics >= 2 or (self.topics == 1 and self.names >= 2)


class Scale:
    """The weights of words in one record."""

    def __init__(self, points: Iterable[Point]) -> None:
        """Count in how many propositions each topic and name stands."""
        self.counts: Counter[str] = Counter()
        self.total = 0
        for point in points:
            self.total += 1
            self.counts.update(point.topics | point.named | point.at)

    def weight(self, word: str) -> float:
        """Weigh a word: 1 for one that stands everywhere, more the rarer it is."""
        return 1.0 + log((self.total + 1) / (self.counts[word] + 1))

    def overlap(self, a: Point, b: Point, apart: frozenset[str] = frozenset()) -> Overlap:
        """Measure what two propositions share of topics, names and territories, the words in ``apart`` left out."""
        mine, yours = (a.topics | a.named | a.at) - apart, (b.topics | b.named | b.at) - apart
        shared, first, second = (self._sum(words) for words in (mine & yours, mine, yours))
        whole = first + second - shared
        return Overlap(
            round(shared / whole, 6) if whole else 0.0,
            round(shared / first, 6) if first else 0.0,
            round(shared / second, 6) if second else 0.0,
            len(a.topics & b.topics - apart),
            len(a.named & b.named),
        )

    def _sum(self, words: frozenset[str]) -> float:
        return sum(self.weight(word) for word in sorted(words))
