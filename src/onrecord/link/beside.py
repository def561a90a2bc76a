"""What supports or adds to a statement within its own article; what it finds changes no other link and no claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from onrecord.link.agreeing import Nod, agreement, sides_with
from onrecord.link.elaborating import NEXT, detail
from onrecord.link.pair import Finding, Pair
from onrecord.link.points import Point
from onrecord.link.reasons import ASIDE, STEP, marked
from onrecord.records import Relation, Spans

SIDING = frozenset({Relation.SUPPORTS, Relation.ELABORATES})
"""What is found here."""
Key = tuple[str, Spans]
Pairing = Callable[[Point, Point], Pair]
Found = tuple[Finding, Pair]


def beside(
    points: Iterable[Point], nods: Mapping[str, Nod], pairing: Pairing, tied: Collection[frozenset[Key]]
) -> Iterator[Found]:
    """Yield what supports or adds to what, article by article; ``tied`` pairs get no more than an explicit agreement.

    The points come in the order of their articles and of the text.
    """
    for _, group in groupby(points, lambda point: point.article):
        told = [point for point in group if point.spans]
        for finding, pair in (*_agreed(told, nods, pairing), *_went_on(told, pairing), *_detailed(told, pairing)):
            keys = frozenset(((pair.a.statement, pair.a.spans), (pair.b.statement, pair.b.spans)))
            if len(keys) == 2 and (keys not in tied or finding.rule.startswith(("agreement", "confirmation"))):
                yield finding, pair


def _agreed(points: Sequence[Point], nods: Mapping[str, Nod], pairing: Pairing) -> Iterator[Found]:
    """Find for each act of agreement the words it means: the nearest, or of who is named what shares most, rather said before."""
    met: set[str] = set()
    for point in points:
        said = nods.get(point.statement)
        if said is None or point.side or point.statement in met:
            continue
        pairs = (pairing(point, other) for other in sides_with(said, point, points))
        found = [(finding, pair) for pair in pairs if (finding := agreement(said, pair))]
        if found:
            met.add(point.statement)
            yield max(found, key=lambda one: (one[1].b.spans < point.spans, one[1].overlap.first)) if said.whom else found[0]


def _went_on(points: Sequence[Point], pairing: Pairing) -> Iterator[Found]:
    """Find what a sentence's opening makes of the sentence before it, of one speaker."""
    main = [point for point in points if not point.side and not point.headline]
    for before, after in pairwise(main):
        gap = after.spans[0][0] - before.spans[-1][1]
        one_speaker = before.speaker is not None and before.speaker == after.speaker
        if one_speaker and 0 <= gap <= (STEP if before.statement == after.statement else ASIDE):
            pair = pairing(before, after)
            finding = marked(pair)
            if finding:
                yield finding, pair


def _detailed(points: Sequence[Point], pairing: Pairing) -> Iterator[Found]:
    """Find where a speaker tells more of what is told in brief: a headline, a paraphrase, the same deed further on."""
    own: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        if point.speaker and not point.side:
            own[point.speaker].append(point)
    for told in own.values():
        for at, brief in enumerate(told):
            for full in told[at + 1 :] if brief.headline or not brief.direct else ():
                after = full.spans[0][0] - brief.spans[-1][1]
                near = after <= NEXT or brief.headline or brief.predicate == full.predicate
                if near and after >= 0 and full.statement != brief.statement and not full.headline and brief.topics & full.topics:
                    pair = pairing(brief, full)
                    finding = detail(pair, after > NEXT)
                    if finding:
                        yield finding, pair
