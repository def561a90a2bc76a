"""Which pairs of propositions to look at: those that share words rare enough to mean something."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from sys import intern

from onrecord.link.absence import is_absence
from onrecord.link.concepts import is_telling
from onrecord.link.deeds import deeds_listed
from onrecord.link.denial import accounts, deniers, denies_deeds
from onrecord.link.points import Point
from onrecord.link.scale import Scale
from onrecord.link.sieve import Sieve
from onrecord.records import Act

CROWD = 48
"""Points that may share one key; a bigger crowd is divided by a further word each of its points has."""
ANCHORS = 7
"""Words of a point that it is looked up by, the rarest first."""
_DEPTH = 4
Key = tuple[str, ...]


def pairs(points: Sequence[Point], scale: Scale) -> Iterator[tuple[Point, Point]]:
    """Yield each pair worth comparing once, in a set order: within one article, and across articles by shared words.

    A pair across articles shares at least two words. Work and memory grow with the number of keys, not with the square of the
    points; the points are asked for one at a time and need not be held.
    """
    homes = _numbered(point.article for point in points)
    beside = _within(points, homes)
    keys = [(_anchors(point, scale), _placed(point)) for point in points]
    against = _against(points, [anchors for anchors, _ in keys])
    crowds = list(_across(keys))
    joined: dict[int, list[int]] = defaultdict(list)
    for number, crowd in enumerate(crowds):
        for point in crowd:
            joined[point].append(number)
    for left, home in enumerate(homes):
        others = {right for crowd in joined.pop(left, ()) for right in crowds[crowd] if right > left and homes[right] != home}
        others.update(right for right in against.pop(left, ()) if homes[right] != home)
        if others or beside[left]:
            a = points[left]
            yield from ((a, points[right]) for right in sorted(others.union(beside[left])))


def _against(points: Iterable[Point], anchors: Sequence[Key]) -> dict[int, list[int]]:
    """List for each point the later ones that assert what it negates, or negate what it asserts, of somebody both name.

    Where more than a crowd assert it, only those that share a further rare word with the one that negates.
    """
    asserted: dict[tuple[str, str], list[int]] = defaultdict(list)
    negated: list[tuple[int, str, str]] = []
    told: dict[int, frozenset[str]] = {}
    for number, point in enumerate(points):
        for key in _charges(point):
            asserted[key].append(number)
        denials = _denials(point)
        if denials:
            negated.extend((number, *key) for key in denials)
            told[number] = frozenset().union(*(deed.themes for deed in point.deeds))
        for who in sorted(point.named) if is_telling(point.predicate) else ():
            if point.holds:
                asserted[intern(point.predicate), who].append(number)
            else:
                negated.append((number, point.predicate, who))
    found: dict[int, list[int]] = defaultdict(list)
    for number, deed, who in negated:
        crowd = asserted.get((deed, who), [])
        if len(crowd) > CROWD:
            own = set(anchors[number]).union(told.get(number, ())) - {deed, who}
            crowd = [other for other in crowd if own.intersection(anchors[other])]
        for other in crowd:
            found[min(number, other)].append(max(number, other))
    return found


def _charges(point: Point) -> list[tuple[str, str]]:
    """List the deeds a point tells and who does them."""
    if not point.holds:
        return []
    keys = {(f"deed {kind}", deed.doer) for deed in point.deeds for kind in deed.told if deed.doer}
    keys |= {(f"account {point.voice}", deed.doer) for deed in point.deeds if point.act is Act.ACCUSE}
    return sorted(keys | {(f"kind {kind}", "") for kind in point.kinds - deeds_listed("often")})


def _denials(point: Point) -> list[tuple[str, str]]:
    """List the deeds a point denies and of whom."""
    absent = {(f"kind {kind}", "") for kind in point.kinds - deeds_listed("often")} if is_absence(point) else set()
    if not denies_deeds(point):
        return sorted(absent)
    keys = absent | {(f"deed {kind}", who) for deed in point.deeds for kind in deed.denied for who in deniers(point, deed)}
    return sorted(keys | {(f"account {other}", point.voice or "") for other in accounts(point)})


def _anchors(point: Point, scale: Scale) -> Key:
    words = sorted(point.topics | point.named | point.at, key=lambda word: (scale.counts[word], word))
    return tuple(map(intern, words[:ANCHORS]))


def _placed(point: Point) -> Key:
    """List what a point places where: the things located in it, and what it asserts, in each of its territories."""
    located = sorted(point.located | {(point.predicate, land) for land in point.at})
    return tuple(intern(f"{thing} @ {land}") for thing, land in located)


def _numbered(articles: Iterable[str]) -> Sequence[int]:
    """Give the number of each point's article."""
    known: dict[str, int] = {}
    return array("q", [known.setdefault(article, len(known)) for article in articles])


def _within(points: Sequence[Point], homes: Sequence[int]) -> list[Sequence[int]]:
    """List for each point the later ones of its article that it has a topic or a site in common with."""
    members: dict[int, list[int]] = defaultdict(list)
    for number, home in enumerate(homes):
        members[home].append(number)
    beside: list[Sequence[int]] = [()] * len(homes)
    for numbers in members.values():
        told = [(point.topics, point.sites) for point in map(points.__getitem__, numbers)]
        for at, (topics, sites) in enumerate(told):
            later = zip(numbers[at + 1 :], told[at + 1 :], strict=True)
            beside[numbers[at]] = array("q", [other for other, (t, s) in later if topics & t or sites & s])
    return beside


def _across(keys: Sequence[tuple[Key, Key]]) -> Iterator[list[int]]:
    """Yield crowds of points that share two anchors or a thing in a territory, those too big divided by further anchors."""
    crowds: dict[Key, list[int]] = defaultdict(list)
    shared = Sieve(key for words, placed in keys for key in _looked_up_by(words, placed))
    for number, (words, placed) in enumerate(keys):
        for key in _looked_up_by(words, placed):
            if key in shared:
                crowds[key].append(number)
    waiting = [(key, crowds[key]) for key in sorted(crowds)]
    while waiting:
        key, crowd = waiting.pop()
        if len(crowd) < 2:
            continue
        if len(crowd) <= CROWD or len(key) >= _DEPTH:
            # four rare words shared by a crowd: one story told over and over, each held against those beside it
            step = CROWD // 2
            yield from (crowd[at : at + CROWD] for at in range(0, max(1, len(crowd) - step), step))
            continue
        finer: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in crowd:
            for word in keys[number][0]:
                if word not in key:
                    finer[(*key, word)].append(number)
        waiting.extend((longer, finer[longer]) for longer in sorted(finer))


def _looked_up_by(words: Key, placed: Key) -> Iterator[Key]:
    yield from combinations(sorted(words), 2)
    yield from ((thing,) for thing in placed)
