"""Statements a page at a time, with how many there are and how they divide: what a screen needs of a large record."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Statement
from onrecord.store import questions
from onrecord.store.questions import Wanted, question, statement_of, values_of

_KEYS = {
    "speaker": "h.speaker_name",
    "outlet": "a.outlet",
    "act": "h.act",
    "manner": "h.manner",
    "year": "substr(coalesce(h.said_earliest, a.published_earliest), 1, 4)",
}
FACETS = tuple(_KEYS)


@dataclass(frozen=True, slots=True)
class Count:
    """A value and how many statements have it; the value is null where they have none."""

    value: str | None
    statements: int


def page(db: sqlite3.Connection, wanted: Wanted, first: int, most: int) -> list[Statement]:
    """Give at most so many of the statements wanted, from the given one on (0 is the first), in order of day."""
    query = f"SELECT * FROM ({question('said')}) LIMIT :most OFFSET :first"
    rows = questions._rows(db, query, {**values_of(db, wanted), "most": most, "first": first})
    return [statement_of(row) for row in rows]


def total(db: sqlite3.Connection, wanted: Wanted) -> int:
    """Count the statements wanted."""
    (count,) = db.execute(f"SELECT count(*) FROM ({_hits()})", values_of(db, wanted)).fetchone()
    return int(count)


def facets(db: sqlite3.Connection, wanted: Wanted, names: Sequence[str] = FACETS) -> dict[str, list[Count]]:
    """Count the statements wanted by speaker, outlet, act, manner and year; most first, then by value."""
    values = values_of(db, wanted)
    found: dict[str, list[Count]] = {}
    for name in names:
        query = f"""SELECT {_KEYS[name]} AS value, count(*) AS held FROM ({_hits()}) h JOIN articles a ON a.id = h.article
          GROUP BY value ORDER BY held DESC, value"""
        found[name] = [Count(value, held) for value, held in db.execute(query, values)]
    return found


def _hits() -> str:
    """Take the order away, which counting does not need."""
    return question("said").rpartition("ORDER BY")[0]
