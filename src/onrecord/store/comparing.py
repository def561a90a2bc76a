"""What came, went and changed between two records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]

_NAMED = {"articles": "coalesce(title, path)", "statements": "quote", "entities": "name"}
"""What each table's rows are told by, beside their ids."""
_OWN = frozenset({"n", "digest", "text"})
"""Columns that say where a row stands, or that its id already names."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that came, went or changed: its table, id, words to know it by, and which of its fields changed."""

    what: str
    table: str
    id: str
    name: str
    fields: tuple[str, ...] = ()


def compare(old: sqlite3.Connection, new: sqlite3.Connection) -> Iterator[Difference]:
    """Yield the differences of two indexes, table by table, by id; neither is held in memory."""
    for table in _NAMED:
        columns = [name for name in _columns(old, table) if name in _columns(new, table) and name not in _OWN]
        yield from _compare(table, _rows(old, table, columns), _rows(new, table, columns))


def _compare(table: str, old: Iterator[Row], new: Iterator[Row]) -> Iterator[Difference]:
    """Walk two tables in order of their ids, side by side."""
    left, right = next(old, None), next(new, None)
    while left or right:
        if right is None or (left is not None and left["id"] < right["id"]):
            assert left is not None
            yield Difference("went", table, left["id"], left[""])
            left = next(old, None)
        elif left is None or right["id"] < left["id"]:
            yield Difference("came", table, right["id"], right[""])
            right = next(new, None)
        else:
            changed = tuple(name for name in right if name and left[name] != right[name])
            if changed:
                yield Difference("changed", table, right["id"], right[""], changed)
            left, right = next(old, None), next(new, None)


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [column[0] for column in db.execute(f"SELECT * FROM {table} LIMIT 0").description]


def _rows(db: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[Row]:
    """Yield rows by id, each with the words it is known by under the empty name."""
    listed = ", ".join(f'"{name}"' for name in columns)
    for row in db.execute(f"SELECT {_NAMED[table]}, {listed} FROM {table} ORDER BY id"):
        yield dict(zip(["", *columns], row, strict=True))
