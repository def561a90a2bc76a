"""Two statements side by side: what stands between them, both in context; and claims with everyone who states them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.records import Link, Relation, Spans
from onrecord.show.answers import seen
from onrecord.show.passages import CLASH, Piece, pieces
from onrecord.show.results import Results
from onrecord.show.rows import said_row
from onrecord.show.said import Said
from onrecord.store import questions
from onrecord.store.codec import pack
from onrecord.store.questions import Wanted, matching, ties

WORDS = {
    Relation.DENIES: "denies",
    Relation.CONTRADICTS: "contradicts",
    Relation.CONCEDES: "concedes",
    Relation.SHIFTS: "shifts from",
    Relation.SAME: "says the same as",
    Relation.SUPPORTS: "supports",
    Relation.ELABORATES: "adds to",
}
"""What the first statement of a link does to the second."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A link and its two statements, ``a`` the one that stands to ``b`` as ``words`` say."""

    link: Link
    a: Said
    b: Said

    @property
    def id(self) -> str:
        """Give the link's id."""
        return self.link.id

    @property
    def words(self) -> str:
        """Say what the first statement does to the second."""
        return WORDS[self.link.relation]

    def marked(self, side: str) -> list[Piece]:
        """Cut a side's sentence so that the part the link is about is marked as content."""
        each, spans = self._side(side)
        statement = replace(each.statement, content=spans or each.statement.content)
        low = min((start for start, _ in statement.content), default=each.sentence_span[0])
        high = max((end for _, end in statement.content), default=each.sentence_span[1])
        return pieces(each.article.text, (min(low, each.sentence_span[0]), max(high, each.sentence_span[1])), statement)

    def marked_paragraph(self, side: str) -> list[Piece]:
        """Cut a side's paragraph as the statement does, the part the link is about marked ``clash``."""
        each, spans = self._side(side)
        return pieces(each.article.text, each.paragraph_span, each.statement, (CLASH, spans or each.statement.content))

    def _side(self, side: str) -> tuple[Said, Spans]:
        return (self.a, self.link.a_spans) if side == "a" else (self.b, self.link.b_spans)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim and the statements of it, in order of day, the undated last."""

    id: str
    proposition: str
    issue: str
    statements: tuple[Said, ...]


def disputes(db: sqlite3.Connection, wanted: Wanted, relations: Sequence[Relation] = ties.DISPUTES) -> Results[Dispute]:
    """Give the links of these relations of which either side is wanted, the firmest first."""
    links = ties.links(db, relations)
    chosen = {statement.id for statement in questions.statements(db, wanted)}
    return _results(db, [link for link in links if link.a in chosen or link.b in chosen])


def between(db: sqlite3.Connection, left: str, right: str, relations: Sequence[Relation] = tuple(Relation)) -> Results[Dispute]:
    """Give the links between statements of two speakers, meant as a person types their names."""
    found = _results(db, ties.links(db, relations))
    ways = [(_is(left, one.a) and _is(right, one.b)) or (_is(left, one.b) and _is(right, one.a)) for one in found]
    return Results([one for one, fits in zip(found, ways, strict=True) if fits], dispute_row)


def claims(db: sqlite3.Connection, about: str | None = None) -> Results[Claimed]:
    """Give the claims stated more than once, of an issue one after the other; ``about`` are words of the proposition."""
    rows = db.execute("SELECT id, proposition, issue, statements FROM claims ORDER BY issue, id").fetchall()
    wanted = [row for row in rows if about is None or matching(about, [row[1]])]
    said = by_id(db, (one for row in wanted for one in json.loads(row[3])))
    found = [Claimed(row[0], row[1], row[2], tuple(s for key, s in said.items() if key in json.loads(row[3]))) for row in wanted]
    return Results(found, claim_row)


def dispute_row(one: Dispute) -> dict[str, Any]:
    """Write a link with its two statements as a row of plain values."""
    return {"id": one.id, **pack(one.link), "score": round(one.link.score, 3), "left": said_row(one.a), "right": said_row(one.b)}


def claim_row(one: Claimed) -> dict[str, Any]:
    """Write a claim with its statements as a row of plain values."""
    statements = [said_row(each) for each in one.statements]
    return {"id": one.id, "proposition": one.proposition, "issue": one.issue, "statements": statements}


def pairs(db: sqlite3.Connection, links: Sequence[Link]) -> list[Dispute]:
    """Set both statements beside each link."""
    said = by_id(db, (side for link in links for side in (link.a, link.b)))
    return [Dispute(link, said[link.a], said[link.b]) for link in links if {link.a, link.b} <= said.keys()]


def _results(db: sqlite3.Connection, links: Sequence[Link]) -> Results[Dispute]:
    return Results(pairs(db, links), dispute_row)


def by_id(db: sqlite3.Connection, ids: Iterable[str]) -> Mapping[str, Said]:
    """Set statements of any act beside their articles, in order of day."""
    return {each.id: each for each in seen(db, questions.statements(db, Wanted(acts=(), ids=sorted(set(ids)))))}


def _is(name: str, said: Said) -> bool:
    return bool(said.speaker) and bool(matching(name, [said.speaker or ""]))
