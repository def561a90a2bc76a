"""Where a speaker's own words tell more of what is told of them more briefly: a paraphrase, and the quotation after it."""

from __future__ import annotations

from onrecord.lang import words
from onrecord.link.concepts import is_telling
from onrecord.link.gates import CLASH, PART
from onrecord.link.pair import HELD_BY, Finding, Pair, found, is_share, sides_part
from onrecord.link.points import Point
from onrecord.records import Act, Relation

NEXT = 400
"""Characters after a paraphrase within which the quotation begins that bears it out."""
HELD = 0.45
"""Share of the briefer side's weight that the fuller must tell, where both tell one deed."""
TOLD = 0.4
"""The same where the fuller has the deed as a word beside its own."""
WHOLE = 0.6
"""The same where much lies between the two, or one is a headline."""
NAMED = 0.5
"""The same where the briefer only names a topic: "her concerns over the deal"."""
PARAPHRASED = 0.7
"""The same where the fuller is not quoted word for word: less may be told anew."""
MORE = 2
"""Topics that the fuller side must add."""
RETOLD = 0.8
"""Share of the fuller side's weight in the briefer from which it adds nothing to speak of; nor may the briefer weigh more."""


def detail(pair: Pair, apart: bool = False) -> Finding | None:
    """Find what tells more of the same thing: ``a`` of the pair is briefer and comes first, ``b`` is fuller.

    ``apart`` says that more than a breath lies between them.
    """
    brief, full = pair.a, pair.b
    if not _alike(brief, full) or is_crowd(brief) or sides_part(brief, full) or not is_telling(brief.predicate):
        return None
    gates, share = pair.gates, pair.overlap
    if gates.clash or gates.quantity == CLASH or gates.territory == PART or share.second >= min(RETOLD, share.first):
        return None
    if len(full.topics - brief.topics) < MORE:
        return None
    one_deed = brief.predicate == full.predicate and share.topics + share.names >= 2 and share.first >= HELD
    told = brief.predicate in full.topics and share.topics >= 2 and share.first >= TOLD
    whole = share.first >= WHOLE and share.topics >= 2 and brief.mood != "topic"
    if not full.direct and share.first < PARAPHRASED:
        return None  # "spoke as her lawyer", "spoke for himself"
    if not (one_deed or told) or (apart and not whole) or (brief.mood == "topic" and not (full.direct and share.first >= NAMED)):
        return None
    return found(Relation.ELABORATES, full, brief, False, "detail/1", share.first, ("", ""))


def is_crowd(point: Point) -> bool:
    """Say whether a crowd speaks, of whom others may speak further on: "volunteers", "Republicans", a share of people asked."""
    name = point.speaker_name
    return is_share(point) or name == name.casefold() or name.split()[-1].casefold() in words("siding")["agreement"]["crowds"]


def _alike(brief: Point, full: Point) -> bool:
    """Say whether both put the thing forward in one way: as a fact, be it only believed; nobody asks, supposes or denies."""
    if brief.holds != full.holds or {"ask", "if", "told"} & {brief.mood, full.mood} or Act.ASK in (brief.act, full.act):
        return False
    return brief.hedge == full.hedge or (brief.hedge in HELD_BY and full.hedge in HELD_BY)
