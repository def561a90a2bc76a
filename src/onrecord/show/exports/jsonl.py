"""The export as JSON lines, one file a table: the contract by which others read a record (docs/record.md)."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from onrecord.store.database import snapshot
from onrecord.store.record import Record

Row = dict[str, Any]


def export(record: Record, out: Path) -> dict[str, int]:
    """Write a file a table into a folder, in a set order of rows; gives the number of rows of each file.

    All files show one build, though another ends meanwhile, and take their names when all are whole. Tables that no work has
    filled yet (events) have no file: an empty one would say that none were found.
    """
    out.mkdir(parents=True, exist_ok=True)
    unfinished = {name: out / f"{name}.jsonl.tmp" for name in TABLES}
    try:
        with snapshot(record.db):
            written = {f"{name}.jsonl": _write(unfinished[name], table(record.db)) for name, table in TABLES.items()}
        for name, path in unfinished.items():
            os.replace(path, out / f"{name}.jsonl")
    finally:
        for path in unfinished.values():
            path.unlink(missing_ok=True)
    return written


def _write(path: Path, table: Iterator[Row]) -> int:
    written = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in table:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            written += 1
    return written


def articles(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield the articles by id."""
    for row in rows(db, "SELECT * FROM articles ORDER BY id"):
        yield {
            "id": row["id"],
            "path": row["path"],
            "url": row["url"],
            "sightings": list(_sightings(db, row["id"])),
            "title": row["title"],
            "title_span": _list(row["title_span"]),
            "outlet": row["outlet"],
            "agency": row["agency"],
            "authors": _list(row["authors"]),
            "language": row["language"],
            "published": _when(row, "published"),
            "warnings": _list(row["warnings"]),
            "page": row["page"],
        }


def _sightings(db: sqlite3.Connection, article: str) -> Iterator[Row]:
    query = "SELECT path, url, outlet, fetched FROM sightings WHERE article = ? ORDER BY path, url, outlet, fetched"
    for row in rows(db, query, article):
        yield {name: value or None for name, value in row.items()}


def blocks(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield the blocks by article and place."""
    return rows(db, 'SELECT article, start, "end", role, page_start, page_end FROM blocks ORDER BY article, start')


def statements(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield the statements by article and place."""
    for row in rows(db, 'SELECT * FROM statements ORDER BY article, start, "end", id'):
        yield statement(row)


def statement(row: Row) -> Row:
    """Shape one row of the index's statements as the contract has it."""
    return {
        "id": row["id"],
        "article": row["article"],
        **{name: _list(row[name]) for name in ("source", "cue", "content")},
        **{name: row[name] for name in ("manner", "act", "nested_in", "speaker", "speaker_name", "speaker_office")},
        "said": _when(row, "said"),
        "venue": row["venue"],
        "addressee": row["addressee"],
        "parts": _list(row["parts"]),
        "copies": _list(row["copies"]),
        "by": row["by"],
        "score": round(row["score"], 3),
    }


def entities(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield the entities by id."""
    for row in rows(db, "SELECT * FROM entities ORDER BY id"):
        yield {**row, "names": _list(row["names"]), "roles": _list(row["roles"])}


def times(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield the time expressions by article and place."""
    query = 'SELECT article, start, "end", text, earliest, latest, grain, basis, value FROM times ORDER BY article, start, "end"'
    return rows(db, query)


def claims(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield the claims by id."""
    for row in rows(db, "SELECT id, proposition, about, issue, statements FROM claims ORDER BY id"):
        yield {**row, "about": _list(row["about"]), "statements": _list(row["statements"])}


def links(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield the links by id."""
    query = """SELECT id, a, b, a_spans, b_spans, relation, strength, "order", why, gates, score, by, status
        FROM links ORDER BY id"""
    for row in rows(db, query):
        yield {**row, **{name: _list(row[name]) for name in ("a_spans", "b_spans", "gates")}, "score": round(row["score"], 3)}


def framing(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield where articles' own voices set something against a statement, by article and place."""
    for row in rows(db, 'SELECT article, start, "end", statement, relation FROM framing ORDER BY article, start, statement'):
        span = [row.pop("start"), row.pop("end")]
        yield {"article": row["article"], "span": span, "statement": row["statement"], "relation": row["relation"]}


def skipped(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield what gave no article, and the articles that could not be read, with reasons."""
    return rows(
        db, "SELECT input, reason FROM skipped UNION SELECT input, 'could not be read: ' || reason FROM errors ORDER BY 1, 2"
    )


TABLES: dict[str, Callable[[sqlite3.Connection], Iterator[Row]]] = {
    "articles": articles,
    "blocks": blocks,
    "statements": statements,
    "entities": entities,
    "claims": claims,
    "links": links,
    "framing": framing,
    "times": times,
    "skipped": skipped,
}


def rows(db: sqlite3.Connection, query: str, *values: Any) -> Iterator[Row]:
    """Yield a query's rows as dicts."""
    cursor = db.execute(query, values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _list(told: str | None) -> Any:
    return None if told is None else json.loads(told)


def _when(row: Row, name: str) -> Row | None:
    if row[f"{name}_earliest"] is None:
        return None
    when = {part: row[f"{name}_{part}"] for part in ("earliest", "latest", "grain", "basis")}
    return {**when, "spans": _list(row[f"{name}_spans"])}
