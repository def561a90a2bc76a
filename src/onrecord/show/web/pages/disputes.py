"""Where accounts clash: pairs of statements, and one pair side by side."""

from __future__ import annotations

from onrecord.records import Relation
from onrecord.show import answers
from onrecord.show.disputes import Dispute, pairs
from onrecord.show.passages import Piece, one_line
from onrecord.show.said import Said
from onrecord.show.web.view import Asked, NotThere, View
from onrecord.store import questions
from onrecord.store.questions import ties

MOST = 40


def disputes(asked: Asked) -> View:
    """List the pairs of statements that clash, those between two who are named first, of these the firmest."""
    relation = asked.filter("relation")
    wanted = (Relation(relation),) if relation in set(ties.DISPUTES) else ties.DISPUTES
    found = asked.once("disputes", lambda db: sorted(pairs(db, ties.links(db, ties.DISPUTES)), key=_between_named, reverse=True))
    found = [pair for pair in found if pair.link.relation in wanted]
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
    return View("Disputes", "disputes.html", material, (row(pair) for pair in found))


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
    links = pairs(asked.record.db, ties.between(asked.record.db, a.id, b.id))
    material = {"a": a, "b": b, "links": links, "sides": _paragraphs(a, b, links)}
    names = [one_line(each.speaker or "somebody unnamed") for each in (a, b)]
    title = f"{names[0]}, twice" if a.speaker and a.speaker == b.speaker else " and ".join(names)
    return View(title[:1].upper() + title[1:], "compare.html", material, [row(pair) for pair in links])


def _between_named(pair: Dispute) -> bool:
    return bool(pair.a.speaker and pair.b.speaker and pair.a.speaker != pair.b.speaker)


def _paragraphs(a: Said, b: Said, links: list[Dispute]) -> tuple[list[Piece], list[Piece]]:
    """Cut both paragraphs, the words that the first of the links is about marked."""
    if not links:
        return a.marked_paragraph(), b.marked_paragraph()
    first, second = ("a", "b") if links[0].a.id == a.id else ("b", "a")
    return links[0].marked_paragraph(first), links[0].marked_paragraph(second)


def row(pair: Dispute) -> dict[str, object]:
    """Write a pair as a row of plain values, flat enough for a spreadsheet."""
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
        "a_id": pair.a.id,
        "a_speaker": pair.a.speaker,
        "a_day": pair.a.day.earliest if pair.a.day else None,
        "a_outlet": pair.a.outlet,
        "a_quote": pair.a.quote,
        "b_id": pair.b.id,
        "b_speaker": pair.b.speaker,
        "b_day": pair.b.day.earliest if pair.b.day else None,
        "b_outlet": pair.b.outlet,
        "b_quote": pair.b.quote,
    }
