"""Where accounts clash: pairs of statements, and one pair side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Link, Relation, Spans
from onrecord.show import answers
from onrecord.show.passages import Piece, pieces
from onrecord.show.said import Said
from onrecord.show.web.view import Asked, NotThere, View
from onrecord.store import questions
from onrecord.store.questions import Wanted, ties

MOST = 40

WORDS = {
    Relation.DENIES: "denies",
    Relation.CONTRADICTS: "contradicts",
    Relation.CONCEDES: "concedes against",
    Relation.SHIFTS: "shifts from",
    Relation.SAME: "says the same as",
    Relation.SUPPORTS: "supports",
    Relation.ELABORATES: "adds to",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A link with both its statements, ``a`` the one that stands to ``b`` as ``words`` say."""

    link: Link
    words: str
    a: Said
    b: Said

    def marked(self, side: str) -> list[Piece]:
        """Cut a side's sentence so that the part the link is about is marked as content."""
        each, spans = (self.a, self.link.a_spans) if side == "a" else (self.b, self.link.b_spans)
        return _marked(each, spans)


def disputes(asked: Asked) -> View:
    """List the pairs of statements that deny, contradict, concede or shift, the firmest first."""
    relation = asked.filter("relation")
    wanted = (Relation(relation),) if relation in set(ties.DISPUTES) else ties.DISPUTES
    found = pairs(asked, ties.links(asked.record.db, wanted))
    person = asked.filter("speaker")
    if person:
        held = set(questions.matching(person, {each.speaker or "" for pair in found for each in (pair.a, pair.b)}))
        found = [pair for pair in found if {pair.a.speaker, pair.b.speaker} & held]
    start = asked.number("from", 0, max(0, len(found) - 1))
    material = {
        "pairs": found[start : start + MOST],
        "total": len(found),
        "start": start,
        "most": MOST,
        "relations": ties.DISPUTES,
    }
    return View("Disputes", "disputes.html", material, [row(pair) for pair in found])


def compare(asked: Asked) -> View:
    """Set two statements side by side, each in its paragraph, with what links them and why."""
    ids = [asked.filter("a") or "", asked.filter("b") or ""]
    found = {name: list(answers.beginning(asked.record.db, id_)) if id_ else [] for name, id_ in zip("ab", ids, strict=True)}
    for (name, held), id_ in zip(found.items(), ids, strict=True):
        if len(held) != 1:
            raise NotThere(
                f"no one statement has the id {id_ or '(none given)'}; the address wants ?a=ID&b=ID, and {name} names none"
            )
    a, b = (held[0] for held in found.values())
    links = pairs(asked, ties.between(asked.record.db, a.id, b.id))
    return View("Side by side", "compare.html", {"a": a, "b": b, "links": links}, [row(pair) for pair in links])


def pairs(asked: Asked, links: Sequence[Link]) -> list[Pair]:
    """Set both statements beside each link."""
    said = by_id(asked, {id_ for link in links for id_ in (link.a, link.b)})
    return [Pair(link, WORDS[link.relation], said[link.a], said[link.b]) for link in links if link.a in said and link.b in said]


def by_id(asked: Asked, ids: set[str]) -> Mapping[str, Said]:
    """Give statements, of whatever act, by their ids."""
    db = asked.record.db
    return {each.id: each for each in answers.seen(db, questions.statements(db, Wanted(acts=(), ids=tuple(sorted(ids)))))}


def row(pair: Pair) -> dict[str, object]:
    """Write a pair as a row of plain values."""
    link = pair.link
    return {
        "id": link.id,
        "relation": str(link.relation),
        "strength": str(link.strength),
        "order": link.order,
        "why": link.why,
        "gates": list(link.gates),
        "score": round(link.score, 3),
        "by": link.by,
        **{f"{side}_{name}": value for side, each in (("a", pair.a), ("b", pair.b)) for name, value in _side(each).items()},
    }


def _side(each: Said) -> dict[str, object]:
    day = each.day
    return {
        "id": each.id,
        "speaker": each.speaker,
        "day": day.earliest if day else None,
        "outlet": each.outlet,
        "quote": each.quote,
    }


def _marked(each: Said, spans: Spans) -> list[Piece]:
    from dataclasses import replace

    statement = replace(each.statement, content=spans or each.statement.content)
    low = min((start for start, _ in statement.content), default=each.sentence_span[0])
    high = max((end for _, end in statement.content), default=each.sentence_span[1])
    return pieces(each.article.text, (min(low, each.sentence_span[0]), max(high, each.sentence_span[1])), statement)
