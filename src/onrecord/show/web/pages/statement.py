"""One statement: its paragraph, its speaker and how that is known, its day, and how to cite it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Span
from onrecord.show import answers
from onrecord.show.citing import citation_row, cite, link
from onrecord.show.disputes import by_id, pairs
from onrecord.show.lanes import Lane, day_of, draw, mark
from onrecord.show.near import elsewhere
from onrecord.show.said import Said, by_day
from onrecord.show.web.soon import nearest_of
from onrecord.show.web.view import Asked, NotThere, View
from onrecord.show.wording import beyond, differing
from onrecord.store import questions, standing
from onrecord.store.questions import ties, whole

NEAR = 5
"""Statements shown that are near in meaning."""


def statement(asked: Asked) -> View:
    """Show one statement in its paragraph, with everything that is held of it."""
    db, id_ = asked.record.db, asked.parts["id"]
    found = answers.beginning(db, id_)
    if not found:
        raise NotThere(f"no statement with the id {id_} is in this record")
    if len(found) > 1:
        raise NotThere(f"{len(found)} statements begin with {id_}: {', '.join(each.id for each in found[:10])}")
    each = found[0]
    inner = [one for one in _of_article(asked, each) if one.statement.nested_in == each.id]
    outer = answers.beginning(db, each.statement.nested_in) if each.statement.nested_in else ()
    beside = [one for one in _of_article(asked, each) if one.id != each.id and one.speaker and one.speaker == each.speaker]
    copies = list(by_id(db, each.statement.copies).values())
    clashes = pairs(db, ties.links(db, statement=each.id))
    linked = [side for pair in clashes for side in (pair.a, pair.b)]
    nearest = nearest_of(asked)
    material = {
        "each": each,
        "copies": copies,
        "wordings": {one.id: differing(one.quote, each.quote) for one in copies},
        "beyond": beyond(db, each),
        "spread": spread([each, *copies]),
        "verdicts": standing.given(db, asked.record.folder.ledger, each.id),
        "citation": cite(each),
        "link": link(each),
        "why": why_speaker(each),
        "inner": inner,
        "outer": outer[0] if outer else None,
        "beside": beside,
        "clashes": clashes,
        "near": elsewhere(db, nearest, each, {one.id for one in (*copies, *linked)}, NEAR) if nearest else [],
        "entity": questions.entities(db, [each.statement.speaker or ""]).get(each.statement.speaker or ""),
    }
    title = f"{each.speaker or 'No source'}: {each.quote[:70]}"
    return View(title, "statement.html", material, [citation_row(each)])


def spread(said: list[Said]) -> str:
    """Draw one utterance's way through outlets, a row an outlet in order of day; empty where all of it is on one day."""
    rows: dict[str, list[Said]] = {}
    for each in sorted(said, key=by_day):
        rows.setdefault(each.outlet or "outlet not known", []).append(each)
    lanes = []
    for outlet, own in rows.items():
        marks = [replace(mark(each), day=day_of(each.published.earliest if each.published else None)) for each in own]
        lanes.append(Lane(f"/a/{own[0].article.id}", outlet, marks, outlet))
    return draw(lanes)


def _of_article(asked: Asked, each: Said) -> list[Said]:
    return answers.seen(asked.record.db, whole.statements(asked.record.db, each.article.id))


def why_speaker(each: Said) -> list[str]:
    """Give the words that lead from the source to the name, in the order of the chain."""
    text = each.article.text
    steps: list[Span] = [*each.statement.source, *each.statement.why_speaker]
    seen = [" ".join(text[start:end].split()) for start, end in steps]
    return list(dict.fromkeys(words for words in seen if words))
