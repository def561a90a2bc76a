"""Links between propositions: candidates, gates, rules, and the reasons in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.link.agreeing import Nod
from onrecord.link.beside import beside
from onrecord.link.candidates import pairs
from onrecord.link.claims import points_of
from onrecord.link.gates import gates
from onrecord.link.lands import Lands
from onrecord.link.pair import Finding, Pair
from onrecord.link.points import Point
from onrecord.link.rules import OF_NESTED, OF_PAST, RULES
from onrecord.link.scale import Scale
from onrecord.link.stories import Stories
from onrecord.link.whys import earlier, why
from onrecord.records import Act, Link, Relation, Spans, Strength

_Key = tuple[str, Spans]
_OPPOSING = frozenset({Relation.CONTRADICTS, Relation.DENIES})
_TURNS = frozenset({Relation.CONTRADICTS, Relation.DENIES, Relation.CONCEDES})


def tie(points: Sequence[Point], lands: Lands, nods: Mapping[str, Nod] | None = None) -> list[Link]:
    """Tie the propositions of a record, each pair by the first rule that holds; ordered by id.

    ``nods`` are the acts of agreement, by statement.
    """
    scale = Scale(points)
    setting = Setting(scale, Stories(points, scale), lands)
    links = [link for a, b in pairs(points, scale) for link in look(a, b, setting)]
    best: dict[str, Link] = {}
    for link in (*links, *spread(links, points, lands), *_siding(links, points, nods or {}, setting)):
        if link.id not in best or link.score > best[link.id].score:
            best[link.id] = link
    return [best[key] for key in sorted(best)]


def _siding(links: Iterable[Link], points: Iterable[Point], nods: Mapping[str, Nod], setting: Setting) -> list[Link]:
    """Link what supports or adds to what; nothing else is made of these links."""
    tied = {frozenset(((link.a, link.a_spans), (link.b, link.b_spans))) for link in links}

    def pairing(a: Point, b: Point) -> Pair:
        share = setting.scale.overlap(a, b)
        return Pair(a, b, share, share, gates(a, b, setting.lands), one_story=True)

    found = beside(points, nods, pairing, tied)
    return [link for finding, pair in found for link in _links(finding, pair)]


def spread(links: Sequence[Link], points: Sequence[Point], lands: Lands) -> list[Link]:
    """Hold what is denied or contradicted also of what its own article says to be the same: the headline, the paraphrase."""
    known = points_of(points, links)
    twins: dict[_Key, list[_Key]] = defaultdict(list)
    for link in links:
        a, b = (link.a, link.a_spans), (link.b, link.b_spans)
        if link.relation is Relation.SAME and known[a].article == known[b].article:
            twins[a].append(b)
            twins[b].append(a)
    tied = {frozenset(((link.a, link.a_spans), (link.b, link.b_spans))) for link in links}
    found = []
    for link in links:
        a, b = (link.a, link.a_spans), (link.b, link.b_spans)
        for twin in sorted(twins[b]):
            fresh = twin != a and frozenset((a, twin)) not in tied
            if link.relation in _OPPOSING and fresh and not gates(known[a], known[twin], lands).clash:
                found.append(_also(link, twin))
    return found


def _also(link: Link, twin: _Key) -> Link:
    return replace(
        link,
        b=twin[0],
        b_spans=twin[1],
        strength=Strength.LOOSE,
        score=round(link.score * 0.9, 3),
        by=f"{link.by}+same",
        why=f"{link.why}; the article says the same here",
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """What a pair is looked at in the light of: the weights of words, the stories and the territories of its record."""

    scale: Scale
    stories: Stories
    lands: Lands


def look(a: Point, b: Point, setting: Setting) -> list[Link]:
    """Look at one pair: a link, with a shift beside it where one person turned; none where a gate shuts or no rule holds."""
    if _told_in_one_another(a, b) and not _apart(a, b):
        return []
    held = gates(a, b, setting.lands)
    if held.clash and not held.far_alone:
        return []
    rest = setting.scale.overlap(a, b, frozenset((a.predicate, b.predicate)))
    matter = bool((a.labels and b.labels) or a.kinds & b.kinds) and a.holds != b.holds and setting.stories.one_matter(a, b)
    pair = Pair(a, b, setting.scale.overlap(a, b), rest, held, setting.stories.one(a, b), matter)
    rules = OF_PAST if held.clash else OF_NESTED if pair.retold or Act.PERCEIVE in (a.act, b.act) else RULES
    finding = next((found for rule in rules if (found := rule(pair))), None)
    return list(_links(finding, pair)) if finding else []


def _told_in_one_another(a: Point, b: Point) -> bool:
    """Say whether one is told inside the other and overlaps it: a statement is not linked with its own words."""
    if a.article != b.article:
        return False
    return any(x < d and c < y for x, y in a.spans for c, d in b.spans)


def _apart(a: Point, b: Point) -> bool:
    """Say whether overlapping words may still be linked: a clause beside the main one, or what a denial denies."""
    if a.statement == b.statement:
        return a.side != b.side
    return (a.act is Act.DENY and b.nested_in == a.statement) or (b.act is Act.DENY and a.nested_in == b.statement)


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
