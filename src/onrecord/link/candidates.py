"""Which pairs of propositions to look at: those that share words rare enough to mean something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.link.points import Point
from onrecord.link.scale import Scale

CROWD = 48
"""Points that may share one key; a bigger crowd is divided by a further word each of its points has."""
ANCHORS = 7
"""Words of a point that it is looked up by, the rarest first."""
_DEPTH = 4


def pairs(points: Sequence[Point], scale: Scale) -> Iterator[tuple[Point, Point]]:
    """Yield each pair worth comparing once, in a set order: within one article, and across articles by shared words.

    A pair across articles shares at least two words. The work grows with the number of keys, not with the square of the points.
    """
    anchors = [_anchors(point, scale) for point in points]
    placed = [_placed(point) for point in points]
    seen: set[tuple[int, int]] = set()
    for crowd in _within(points):
        seen.update(pair for pair in combinations(crowd, 2) if _near(points, *pair))
    for crowd in _across(anchors, placed):
        seen.update(pair for pair in combinations(crowd, 2) if points[pair[0]].article != points[pair[1]].article)
    for left, right in sorted(seen):
        yield points[left], points[right]


def _anchors(point: Point, scale: Scale) -> tuple[str, ...]:
    words = sorted(point.topics | point.named | point.at, key=lambda word: (scale.counts[word], word))
    return tuple(words[:ANCHORS])


def _placed(point: Point) -> tuple[str, ...]:
    """List what a point places where: the things located in it, and what it asserts, in each of its territories."""
    return tuple(f"{thing} @ {land}" for thing, land in sorted(point.located | {(point.predicate, land) for land in point.at}))


def _within(points: Sequence[Point]) -> Iterator[list[int]]:
    homes: dict[str, list[int]] = defaultdict(list)
    for number, point in enumerate(points):
        homes[point.article].append(number)
    yield from homes.values()


def _near(points: Sequence[Point], left: int, right: int) -> bool:
    a, b = points[left], points[right]
    return bool(a.topics & b.topics or a.sites & b.sites)


def _across(anchors: Sequence[tuple[str, ...]], placed: Sequence[tuple[str, ...]]) -> Iterator[list[int]]:
    """Yield crowds of points that share two anchors or a thing in a territory, those too big divided by further anchors."""
    crowds: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(anchors):
        for two in combinations(sorted(words), 2):
            crowds[two].append(number)
        for thing in placed[number]:
            crowds[(thing,)].append(number)
    waiting = [(key, crowds[key]) for key in sorted(crowds)]
    while waiting:
        key, crowd = waiting.pop()
        if len(crowd) < 2:
            continue
        if len(crowd) <= CROWD or len(key) >= _DEPTH:
            step = (
                CROWD // 2
            )  # four rare words shared by a crowd: one story told over and over, each held against those beside it
            yield from (crowd[at : at + CROWD] for at in range(0, max(1, len(crowd) - step), step))
            continue
        finer: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in crowd:
            for word in anchors[number]:
                if word not in key:
                    finer[(*key, word)].append(number)
        waiting.extend((longer, finer[longer]) for longer in sorted(finer))
