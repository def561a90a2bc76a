"""Questions in SQL that a user writes: read-only, and broken off when they take too long."""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

from onrecord.store.faults import RecordError

STEPS = 100_000
"""How many of SQLite's own steps pass between two looks at the clock (some milliseconds)."""

_ALLOWED = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE))


class BadQuestion(RecordError):
    """The question is no SQL, asks for what is not there, tries to change something, or takes too long."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows a question in SQL gave, under their columns, each of a name of its own; bytes are written as hex digits."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def ask(db: sqlite3.Connection, query: str, seconds: float = 30.0) -> Answer:
    """Answer one SELECT; raises BadQuestion, with SQLite's own words, where that cannot be done or takes longer."""
    stop = time.monotonic() + seconds
    _wake_full_text(db)
    db.set_authorizer(_judge)
    db.set_progress_handler(lambda: int(time.monotonic() > stop), STEPS)
    try:
        cursor = db.execute(query)
        if cursor.description is None:
            raise BadQuestion("no question: sql takes one SELECT")
        columns = _apart(column[0] for column in cursor.description)
        return Answer(columns, tuple(tuple(map(_shown, row)) for row in cursor))
    except (sqlite3.Error, UnicodeEncodeError) as error:
        raise BadQuestion(_explain(error, seconds)) from error
    finally:
        db.set_authorizer(None)
        db.set_progress_handler(None, 0)


def _apart(names: Iterable[str]) -> tuple[str, ...]:
    """Number columns of one name, so that none hides another: a, a_2, a_3."""
    held: list[str] = []
    for name in names:
        numbered = (f"{name}_{n}" for n in count(2))
        held.append(next(one for one in chain((name,), numbered) if one not in held))
    return tuple(held)


def _shown(value: Any) -> Any:
    """Write what JSON has no form for as text: bytes, and the infinity that SQLite makes of 9e999."""
    if isinstance(value, float) and math.isinf(value):
        return str(value)
    return value.hex() if isinstance(value, bytes) else value


def _wake_full_text(db: sqlite3.Connection) -> None:
    """Let full-text tables set themselves up, which looks to the judge like a change."""
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%' ORDER BY name").fetchall():
        db.execute(f'SELECT 1 FROM "{name}" LIMIT 0')


def _judge(action: int, first: str | None, second: str | None, *_: object) -> int:
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION:
        return (
            sqlite3.SQLITE_DENY if second in ("load_extension", "fts3_tokenizer", "writefile", "readfile") else sqlite3.SQLITE_OK
        )
    # full text asks this of its own tables
    if action == sqlite3.SQLITE_PRAGMA and first in ("data_version", "table_info", "table_list"):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _explain(error: Exception, seconds: float) -> str:
    if "interrupted" in str(error):
        return f"the question took longer than {seconds:g} seconds and was broken off; --timeout gives it longer"
    if "not authorized" in str(error) or "prohibited" in str(error) or "readonly" in str(error):
        return "sql only reads: one SELECT at a time"
    return f"SQLite says: {error}"
