"""How statements stand to each other, as the record holds it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from onrecord.records import Link, Relation, Strength
from onrecord.store import questions
from onrecord.store.codec import from_rows

DISPUTES = (Relation.DENIES, Relation.CONTRADICTS, Relation.CONCEDES, Relation.SHIFTS)
"""The relations in which two statements stand against each other."""

_FIRMEST = {Strength.STRICT: 0, Strength.LOOSE: 1, Strength.TENSION: 2}


def links(db: sqlite3.Connection, relations: Sequence[Relation] = tuple(Relation), statement: str | None = None) -> list[Link]:
    """Give the links of these relations, of one statement or all, the firmest first; rejected ones are left out."""
    query = """SELECT relation, a, b, a_spans, b_spans, strength, "order", why, gates, score, by, status FROM links
      WHERE relation IN (SELECT value FROM json_each(:relations)) AND status <> 'rejected'
        AND (:statement IS NULL OR a = :statement OR b = :statement)"""
    rows = questions._rows(db, query, {"relations": questions._list(relations), "statement": statement})
    found: list[Link] = list(from_rows(Link, rows))
    return sorted(found, key=lambda link: (_FIRMEST[link.strength], -link.score, link.id))


def between(db: sqlite3.Connection, a: str, b: str) -> list[Link]:
    """Give the links between two statements, whichever way round."""
    return [link for link in links(db, statement=a) if {link.a, link.b} == {a, b}]


def link(db: sqlite3.Connection, id_: str) -> Link | None:
    """Give one link, whatever was judged of it, null where there is none of that id."""
    query = """SELECT relation, a, b, a_spans, b_spans, strength, "order", why, gates, score, by, status
      FROM links WHERE id = :id"""
    found: list[Link] = list(from_rows(Link, questions._rows(db, query, {"id": id_})))
    return found[0] if found else None
