"""Which articles tell one running story: they share the words that are rare in the record, at about one time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import log, sqrt

from onrecord.link.gates import days_apart
from onrecord.link.points import Point
from onrecord.link.scale import Scale

DAYS = 21
"""Days apart up to which two sayings can belong to one story."""
ALIKE = 0.1
"""Cosine of two articles' weighted words from which they tell one story; set on afpak.jsonl."""
KEPT = 24
"""Words kept of an article, the heaviest first."""


class Stories:
    """The articles of a record by their heaviest words; two are held against each other when a pair asks for it."""

    def __init__(self, points: Iterable[Point], scale: Scale) -> None:
        """Take in the words of every article."""
        self._points = points
        self._scale = scale
        self._known: dict[tuple[str, str], bool] = {}

    @cached_property
    def _words(self) -> Mapping[str, Mapping[str, float]]:
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for point in self._points:
            told[point.article].update(sorted(point.topics | point.named | point.at))
        return {article: self._heaviest(counts) for article, counts in told.items()}

    def _heaviest(self, counts: Counter[str]) -> dict[str, float]:
        weights = {word: (1 + log(count)) * self._scale.weight(word) for word, count in counts.items()}
        kept = sorted(weights, key=lambda word: (-weights[word], word))[:KEPT]
        length = sqrt(sum(weights[word] ** 2 for word in kept))
        return {word: weights[word] / length for word in kept}

    def one(self, a: Point, b: Point) -> bool:
        """Say whether two propositions belong to one story: one article, or two alike and not far apart in time."""
        if a.article == b.article:
            return True
        gap = days_apart(a, b)
        return gap is not None and gap <= DAYS and self._alike(a.article, b.article)

    def one_matter(self, a: Point, b: Point) -> bool:
        """Say whether the articles of two propositions tell of one matter, however far apart in time."""
        return a.article == b.article or self._alike(a.article, b.article)

    def _alike(self, left: str, right: str) -> bool:
        key = (min(left, right), max(left, right))
        if key not in self._known:
            mine, yours = self._words.get(left, {}), self._words.get(right, {})
            self._known[key] = sum(mine[word] * yours[word] for word in sorted(mine.keys() & yours.keys())) >= ALIKE
        return self._known[key]
