"""Links between propositions: candidates, gates, rules, and the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.link.candidates import pairs
from onrecord.link.gates import gates
from onrecord.link.lands import Lands
from onrecord.link.points import Point
from onrecord.link.rules import RULES, Finding, Pair
from onrecord.link.scale import Scale
from onrecord.link.whys import earlier, why
from onrecord.records import Link, Relation

_TURNS = frozenset({Relation.CONTRADICTS, Relation.DENIES, Relation.CONCEDES})


def tie(points: Sequence[Point], lands: Lands) -> list[Link]:
    """Tie the propositions of a record, each pair by the first rule that holds; ordered by id."""
    scale = Scale(points)
    links = [link for a, b in pairs(points, scale) for link in look(a, b, scale, lands)]
    best: dict[str, Link] = {}
    for link in links:
        if link.id not in best or link.score > best[link.id].score:
            best[link.id] = link
    return [best[key] for key in sorted(best)]


def look(a: Point, b: Point, scale: Scale, lands: Lands) -> list[Link]:
    """Look at one pair: a link, with a shift beside it where one person turned; none where a gate shuts or no rule holds."""
    if _told_in_one_another(a, b):
        return []
    held = gates(a, b, lands)
    if held.clash:
        return []
    pair = Pair(a, b, scale.overlap(a, b), held)
    finding = next((found for rule in RULES if (found := rule(pair))), None)
    return list(_links(finding, pair)) if finding else []


def _told_in_one_another(a: Point, b: Point) -> bool:
    """Say whether one is told inside the other and overlaps it: a statement is not linked with its own words."""
    if a.article != b.article:
        return False
    return any(x < d and c < y for x, y in a.spans for c, d in b.spans)


def _links(finding: Finding, pair: Pair) -> Iterable[Link]:
    a, b = finding.a, finding.b
    known = earlier(a, b) or earlier(b, a)
    link = Link(
        relation=finding.relation,
        a=a.statement,
        b=b.statement,
        a_spans=a.spans,
        b_spans=b.spans,
        strength=finding.strength,
        order="known" if known else "unknown",
        why=why(finding, pair),
        gates=pair.gates.passed,
        score=finding.score,
        by=finding.rule,
    )
    if finding.relation in _TURNS and pair.one_speaker and known:
        later, first = (a, b) if earlier(b, a) else (b, a)
        turned = replace(
            finding, relation=Relation.SHIFTS, a=later, b=first, clash=finding.clash if later is a else finding.clash[::-1]
        )
        yield replace(
            link,
            relation=Relation.SHIFTS,
            a=later.statement,
            b=first.statement,
            a_spans=later.spans,
            b_spans=first.spans,
            why=why(turned, pair),
        )
        return
    yield link
