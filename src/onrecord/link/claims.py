"""Claims: tight clusters of one proposition with one polarity. Issues: claims and counter-claims on one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.link.points import Point
from onrecord.records import Claim, Link, Relation, Spans, Strength, make_id

Key = tuple[str, Spans]
"""A part of a statement: the statement and the spans."""
_AGAINST = frozenset({Relation.DENIES, Relation.CONTRADICTS, Relation.CONCEDES, Relation.SHIFTS})


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a record, and the claim of each part of a statement, by statement and spans."""

    claims: tuple[Claim, ...]
    of: Mapping[Key, str]


def points_of(points: Iterable[Point], links: Iterable[Link]) -> dict[Key, Point]:
    """Give the points that are tied, by statement and spans; of several in one place the last."""
    tied = {key for link in links for key in ((link.a, link.a_spans), (link.b, link.b_spans))}
    return {(point.statement, point.spans): point for point in points if (point.statement, point.spans) in tied}


def gather_claims(known: Mapping[Key, Point], links: Sequence[Link]) -> Claims:
    """Cluster propositions tied as the same, every one with every other, and join claims that stand against each other.

    ``known`` are the points that the links tie.
    """
    tied = {frozenset(((link.a, link.a_spans), (link.b, link.b_spans))): link.score for link in links if _counts(link)}
    clusters = _complete(tied)
    issues = _issues(clusters, links)
    claims, of = [], {}
    for number, cluster in enumerate(clusters):
        claim = _claim([known[key] for key in cluster if key in known], issues[number])
        if claim is None:
            continue
        claims.append(claim)
        of.update(dict.fromkeys(cluster, claim.id))
    return Claims(tuple(sorted(claims, key=lambda claim: claim.id)), of)


def _counts(link: Link) -> bool:
    return link.relation is Relation.SAME and link.strength is not Strength.TENSION


def _complete(tied: Mapping[frozenset[Key], float]) -> list[tuple[Key, ...]]:
    """Cluster by complete linkage: the strongest tie first, two clusters joined only where all pairs are tied."""
    home: dict[Key, int] = {}
    members: dict[int, list[Key]] = {}
    for pair in sorted(tied, key=lambda pair: (-tied[pair], sorted(pair))):
        keys = sorted(pair)
        for key in keys:
            if key not in home:
                home[key] = len(members)
                members[home[key]] = [key]
        left, right = home[keys[0]], home[keys[-1]]
        if left == right or not all(frozenset((x, y)) in tied for x in members[left] for y in members[right]):
            continue
        members[left].extend(members[right])
        for key in members[right]:
            home[key] = left
        members[right] = []
    return sorted(tuple(sorted(cluster)) for cluster in members.values() if len(cluster) > 1)


def _issues(clusters: Sequence[tuple[Key, ...]], links: Iterable[Link]) -> list[str]:
    """Name the issue of each cluster: those that a strict or loose link sets against each other share one."""
    home = {key: number for number, cluster in enumerate(clusters) for key in cluster}
    parent = list(range(len(clusters)))

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for link in links:
        left, right = home.get((link.a, link.a_spans)), home.get((link.b, link.b_spans))
        if link.relation in _AGAINST and left is not None and right is not None:
            low, high = sorted((root(left), root(right)))
            parent[high] = low
    return [make_id("i", *clusters[root(number)][0]) for number in range(len(clusters))]


def _claim(points: Sequence[Point], issue: str) -> Claim | None:
    if len(points) < 2:
        return None
    told = min(points, key=lambda point: (not point.proposition, abs(len(point.proposition) - 90), point.key))
    about = sorted({name for point in points for name in point.named if name.startswith("e-")})
    first = min(points, key=lambda point: (point.said or ("9999", ""), point.key))
    return Claim(
        proposition=told.proposition,
        about=tuple(about),
        issue=issue,
        statements=tuple(sorted({point.statement for point in points})),
        first=f"{first.statement} {first.spans}",
    )


def sides(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """List the claims of each issue."""
    gathered: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        gathered[claim.issue].append(claim)
    return dict(gathered)
