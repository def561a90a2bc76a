"""Filling the index from the shards: every article that is new or changed, in one transaction that readers never see half of."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.store.catalogue import Catalogue
from onrecord.store.layout import Folder
from onrecord.store.live import Live
from onrecord.store.shape import Linked, Row, as_json, claim_row, entity_row, link_row, tables_of

_GONE = """SELECT id FROM articles WHERE id NOT IN
  (SELECT article FROM _want JOIN _read USING (article, key) WHERE reason IS NULL)"""


def fill(db: sqlite3.Connection, folder: Folder, linked: Linked, state: str, damaged: Sequence[str] = ()) -> None:
    """Bring the public tables to what the catalogue says counts, under the manifest that stands; seen whole or not at all."""
    catalogue = Catalogue(db, folder)
    with db:
        for table in ("entities", "claims", "links", "skipped", "errors"):
            db.execute(f"DELETE FROM {table}")
        for entity in linked.entities.values():
            _insert(db, "entities", entity_row(entity))
        for claim in linked.claims:
            _insert(db, "claims", claim_row(claim))
        for link in linked.links:
            _insert(db, "links", link_row(link))
        db.executemany("INSERT INTO skipped VALUES (?,?)", [(one.input, one.reason) for one in catalogue.skipped()])
        db.executemany("INSERT INTO errors VALUES (?,?,?)", catalogue.failed())
        for read in Live(folder, catalogue).readings():
            _put(db, tables_of(read, catalogue.sightings(read.article.id), linked))
        for (gone,) in db.execute(_GONE).fetchall():
            _drop(db, gone)
        held = (("state", state), ("damaged", as_json(list(damaged))), ("manifest", folder.manifest.read_text("utf-8")))
        db.executemany("INSERT OR REPLACE INTO _state VALUES (?, ?)", held)


def _put(db: sqlite3.Connection, tables: Mapping[str, list[Row]]) -> None:
    """Write one article with all its rows, unless it stands there just so."""
    (article,) = tables["articles"]
    told = json.dumps(tables, ensure_ascii=False).encode("utf-8", "surrogatepass")
    article["digest"] = hashlib.sha256(told).hexdigest()
    if db.execute("SELECT 1 FROM articles WHERE id = ? AND digest = ?", (article["id"], article["digest"])).fetchone():
        return
    _drop(db, article["id"])
    for table, rows in tables.items():
        for row in rows:
            n = _insert(db, table, row)
            if table in _FULL_TEXT:
                column = _FULL_TEXT[table]
                db.execute(f"INSERT INTO {table}_text (rowid, {column}) VALUES (?, ?)", (n, row[column]))


def _drop(db: sqlite3.Connection, article: str) -> None:
    """Take an article with all its rows out of the tables and out of the full text."""
    for table, column in _FULL_TEXT.items():
        key = "id" if table == "articles" else "article"
        for n, words in db.execute(f"SELECT n, {column} FROM {table} WHERE {key} = ?", (article,)).fetchall():
            db.execute(f"INSERT INTO {table}_text ({table}_text, rowid, {column}) VALUES ('delete', ?, ?)", (n, words))
    db.execute("DELETE FROM articles WHERE id = ?", (article,))
    for table in ("statements", "blocks", "times", "framing", "sightings"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))


_FULL_TEXT = {"articles": "text", "statements": "quote"}


def _insert(db: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> int:
    columns = ", ".join(f'"{name}"' for name in row)
    cursor = db.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    return int(cursor.lastrowid or 0)
