"""Who speaks: everybody with a statement, and one of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.records import EntityRole, Kind
from onrecord.show import answers
from onrecord.show.issues import issues
from onrecord.show.rows import said_row
from onrecord.show.speaking import spoke_when
from onrecord.show.tenures import tenures
from onrecord.show.web.view import Asked, NotThere, View
from onrecord.store import questions, standing
from onrecord.store.questions import Wanted, paging

MOST = 100
SHOWN_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Proof:
    """A role and the words of the article that prove it, with what stands around them."""

    role: EntityRole
    article: str
    title: str | None
    before: str
    words: str
    after: str


def people(asked: Asked) -> View:
    """List who speaks, those who speak most first."""
    kind = asked.filter("kind")
    wanted = Kind(kind) if kind in set(Kind) else None
    found = [one for one in asked.once("who", questions.who) if wanted is None or one.kind == wanted]
    typed = asked.filter("q")
    if typed:
        found = [one for one in found if any(questions.matching(typed, (one.name, *one.names)))]
    start = asked.number("from", 0, len(found))
    material = {"found": found[start : start + MOST], "total": len(found), "start": start, "most": MOST, "kinds": tuple(Kind)}
    return View("Who speaks", "people.html", material, (questions.plain(one) for one in found))


def person(asked: Asked) -> View:
    """Show one speaker: names, roles with their proof, and everything they are on record with."""
    db, id_ = asked.record.db, asked.parts["id"]
    entity = questions.entities(db, [id_]).get(id_)
    if entity is None:
        raise NotThere(f"nobody with the id {id_} is in this record")
    wanted = Wanted(speaker=id_, since=asked.filter("since"), until=asked.filter("until"), outlet=asked.filter("outlet"))
    hits = paging.hits(db, wanted)
    start = asked.number("from", 0, max(0, len(hits.numbers) - 1))
    counted = next((each for each in asked.once("who", questions.who) if each.id == id_), None)
    mine = [(issue, own) for issue in asked.once("issues", issues) for own in issue.holders() if own.entity == id_]
    material = {
        "entity": entity,
        "issues": mine,
        "verdicts": standing.given(db, asked.record.folder.ledger, id_),
        "said": answers.seen(db, paging.page(db, hits.numbers[start : start + SHOWN_AT_ONCE])),
        "found": len(hits.numbers),
        "start": start,
        "most": SHOWN_AT_ONCE,
        "facets": hits.facets,
        "picture": asked.once("lanes " + id_, lambda db: spoke_when(db, [(id_, entity.name, "#said")])),
        "proofs": proofs(asked, entity.roles),
        "tenures": tenures(entity.roles),
        "counted": counted,
    }
    return View(entity.name, "person.html", material, everything(db, hits.numbers))


def everything(db: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Write statements as rows, a few at a time, once somebody asks for them."""
    for first in range(0, len(numbers), MOST):
        yield from (said_row(each) for each in answers.seen(db, paging.page(db, numbers[first : first + MOST])))


def proofs(asked: Asked, roles: tuple[EntityRole, ...]) -> list[Proof]:
    """Set beside each role the first words that prove it."""
    articles = questions.articles(asked.record.db, {role.evidence[0].article for role in roles if role.evidence})
    found = []
    for role in roles:
        if role.evidence and (article := articles.get(role.evidence[0].article)):
            start, end = role.evidence[0].span
            text = article.text
            found.append(Proof(role, article.id, article.title, _before(text, start), text[start:end], _after(text, end)))
    return found


def _before(text: str, start: int) -> str:
    return " ".join(text[max(text.rfind("\n", 0, start) + 1, start - 60) : start].split(" ")[-8:])


def _after(text: str, end: int) -> str:
    stop = text.find("\n", end)
    return " ".join(text[end : min(stop if stop >= 0 else len(text), end + 80)].split(" ")[:10])
