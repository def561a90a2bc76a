"""Statements a page at a time, with how many there are and how they divide: what a screen needs of a large record."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Statement
from onrecord.store import questions
from onrecord.store.questions import SHOWN, Wanted, narrowed, statement_of, values_of

FACETS = ("speaker", "role", "outlet", "act", "manner", "year")
_YEAR = "substr(coalesce(s.said_earliest, a.published_earliest), 1, 4)"
_COLUMNS = f"s.n, s.speaker_name, s.speaker_office, a.outlet, s.act, s.manner, {_YEAR}"


@dataclass(frozen=True, slots=True)
class Count:
    """A value and how many statements have it; the value is null where they have none."""

    value: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Hits:
    """The statements wanted, as numbers in order of day, and how they divide by facet, most first, then by value."""

    numbers: tuple[int, ...]
    facets: dict[str, tuple[Count, ...]]


@dataclass(frozen=True, slots=True)
class Point:
    """As much of a statement as a mark in a picture needs; ``opening`` is how its words begin."""

    id: str
    speaker: str
    act: str
    earliest: str | None
    latest: str | None
    opening: str


def hits(db: sqlite3.Connection, wanted: Wanted) -> Hits:
    """Find the statements wanted, all in one pass."""
    values = values_of(db, wanted)
    rows = db.execute(narrowed(values).replace("s.*", _COLUMNS, 1), values).fetchall()
    columns = list(zip(*rows, strict=True))[1:] if rows else [()] * len(FACETS)
    return Hits(tuple(row[0] for row in rows), {name: _counted(held) for name, held in zip(FACETS, columns, strict=True)})


def page(db: sqlite3.Connection, numbers: Sequence[int]) -> list[Statement]:
    """Give the statements of these numbers, in their order."""
    query = "SELECT * FROM statements WHERE n IN (SELECT value FROM json_each(:numbers))"
    rows = questions._rows(db, query, {"numbers": questions._list(numbers)})
    held = {row["n"]: statement_of(row) for row in rows}
    return [held[number] for number in numbers]


def points(db: sqlite3.Connection, speakers: Sequence[str]) -> Iterator[Point]:
    """Yield what speakers (entity ids) said, in order of day, what has none last."""
    query = """SELECT s.id, s.speaker, s.act, coalesce(s.said_earliest, a.published_earliest) AS day,
        coalesce(s.said_latest, a.published_latest), substr(s.quote, 1, 120)
      FROM statements s JOIN articles a ON a.id = s.article
      WHERE s.speaker IN (SELECT value FROM json_each(?))
        AND s.act IN (SELECT value FROM json_each(?)) ORDER BY day IS NULL, day, s.id"""
    for row in db.execute(query, (questions._list(speakers), questions._list(SHOWN))):
        yield Point(*row)


def latest(db: sqlite3.Connection, most: int) -> list[Statement]:
    """Give the last statements that have a day, the last first."""
    query = """SELECT s.n FROM statements s JOIN articles a ON a.id = s.article
      WHERE coalesce(s.said_earliest, a.published_earliest) IS NOT NULL AND s.act IN (SELECT value FROM json_each(?))
      ORDER BY coalesce(s.said_earliest, a.published_earliest) DESC, s.id LIMIT ?"""
    return page(db, [n for (n,) in db.execute(query, (questions._list(SHOWN), most))])


def _counted(values: Sequence[str | None]) -> tuple[Count, ...]:
    held = Counter(values)
    return tuple(Count(value, held[value]) for value in sorted(held, key=lambda value: (-held[value], value or "")))
