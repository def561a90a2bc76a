"""Shelves: records put aside on disk while a record is linked or indexed, so that memory need not grow with what is read."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

T = TypeVar("T")

HELD = 8192
"""Items of a shelf that are kept in memory: those asked for last."""


class Shelves:
    """A database of its own on disk that holds shelves; gone when closed, also where the process is killed."""

    def __init__(self) -> None:
        """Make room."""
        self.db = sqlite3.connect("")
        self.db.execute("PRAGMA journal_mode = OFF")
        self._count = 0

    def table(self, kind: str) -> str:
        """Make a table whose key is of a kind of SQLite's, and give its name."""
        self._count += 1
        self.db.execute(f"CREATE TABLE shelf{self._count} (key {kind} PRIMARY KEY, item BLOB) WITHOUT ROWID")
        return f"shelf{self._count}"

    def close(self) -> None:
        """Let go of the database and all that is on it."""
        self.db.close()


class Shelf(Mapping[str, T], Generic[T]):
    """Items by key; gone through in the order of their keys."""

    def __init__(self, shelves: Shelves, items: Iterable[tuple[str, T]] = ()) -> None:
        """Put items on a new shelf."""
        self._db, self._table = shelves.db, shelves.table("TEXT")
        self._find = lru_cache(HELD)(self._fetch)
        self.put(items)

    def put(self, items: Iterable[tuple[str, T]]) -> None:
        """Add items, which must have keys of their own."""
        rows = ((key, pickle.dumps(item, pickle.HIGHEST_PROTOCOL)) for key, item in items)
        self._db.executemany(f"INSERT INTO {self._table} VALUES (?,?)", rows)

    def __getitem__(self, key: str) -> T:
        """Give an item."""
        return self._find(key)

    def __iter__(self) -> Iterator[str]:
        """Go through the keys in order."""
        for (key,) in self._db.execute(f"SELECT key FROM {self._table} ORDER BY key"):
            yield key

    def __len__(self) -> int:
        """Count the items."""
        return _count(self._db, self._table)

    def in_order(self) -> Iterator[T]:
        """Go through the items in the order of their keys."""
        yield from _items(self._db, self._table)

    def _fetch(self, key: str) -> T:
        row = self._db.execute(f"SELECT item FROM {self._table} WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        item: T = _loaded(row[0])
        return item


class Line(Sequence[T], Generic[T]):
    """Items by number."""

    def __init__(self, shelves: Shelves, items: Iterable[T]) -> None:
        """Put items in a new line."""
        self._db, self._table = shelves.db, shelves.table("INTEGER")
        rows = ((number, pickle.dumps(item, pickle.HIGHEST_PROTOCOL)) for number, item in enumerate(items))
        self._db.executemany(f"INSERT INTO {self._table} VALUES (?,?)", rows)
        self._length = _count(self._db, self._table)
        self._find = lru_cache(HELD)(self._fetch)

    def __getitem__(self, number: Any) -> Any:
        """Give an item by its number, counted from 0; no slices."""
        return self._find(number)

    def __iter__(self) -> Iterator[T]:
        """Go through the items in order."""
        yield from _items(self._db, self._table)

    def __len__(self) -> int:
        """Count the items."""
        return self._length

    def _fetch(self, number: int) -> Any:
        row = self._db.execute(f"SELECT item FROM {self._table} WHERE key = ?", (number,)).fetchone()
        if row is None:
            raise IndexError(number)
        return _loaded(row[0])


def _count(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _items(db: sqlite3.Connection, table: str) -> Iterator[Any]:
    for (item,) in db.execute(f"SELECT item FROM {table} ORDER BY key"):
        yield _loaded(item)


def _loaded(item: bytes) -> Any:
    # written by this very process into a file that no other can name
    return pickle.loads(item)
