"""Filling the index from the shards: every article that is new or changed, in one transaction that readers never see half of."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.records import Entity, Link
from onrecord.store.catalogue import Catalogue
from onrecord.store.force import Force, articles_of
from onrecord.store.layout import Folder, Manifest
from onrecord.store.live import JUDGED, Live
from onrecord.store.overlay import differing, kept, overlaid, waiting
from onrecord.store.readings import read_shard
from onrecord.store.shape import Linked, Row, as_json, claim_row, entity_row, link_row, tables_of


def fill(
    db: sqlite3.Connection, folder: Folder, linked: Linked, manifest: Manifest, force: Force, damaged: Sequence[str] = ()
) -> None:
    """Bring the public tables to what the catalogue says counts, under the manifest that stands; seen whole or not at all."""
    catalogue = Catalogue(db, folder)
    live = Live(folder, catalogue, force)
    with db:
        for table in ("skipped", "errors", "_pending", "_judged", "_shown"):
            db.execute(f"DELETE FROM {table}")
        db.executemany("INSERT INTO skipped VALUES (?,?)", [(one.input, one.reason) for one in catalogue.skipped()])
        db.executemany("INSERT INTO errors VALUES (?,?,?)", catalogue.failed())
        gone = changed_since(live, manifest.verdicts)
        db.executemany("INSERT INTO _pending VALUES (?,?)", gone)
        found = overlaid(linked, force, manifest.verdicts, {statement for _, statement in gone})
        for shard, keys in catalogue.live_readings():
            for read in live.of_shard(shard, keys):
                put(db, tables_of(read, catalogue.sightings(read.article.id), found))
            db.executemany("INSERT INTO _shown VALUES (?,?,?)", [(article, keys[article], shard) for article in sorted(keys)])
        for (left,) in db.execute("SELECT id FROM articles WHERE id NOT IN (SELECT article FROM _shown)").fetchall():
            drop(db, left)
        for left in sorted(force.removed):
            drop(db, left)
        put_linked(db, found, force)
        put_entities(db, found.entities.values())
        db.execute("INSERT OR REPLACE INTO _state VALUES ('state', ?)", (manifest.linked,))
        db.execute("INSERT OR REPLACE INTO _state VALUES ('damaged', ?)", (as_json(list(damaged)),))
        db.execute("INSERT OR REPLACE INTO _state VALUES ('manifest', ?)", (folder.manifest.read_text("utf-8"),))
        note_force(db, force, live.orphans)


def changed_since(live: Live, linked_with: Sequence[str]) -> list[tuple[str, str]]:
    """List the statements, each after its article, that verdicts changed since the record was linked."""
    force, articles = live.force, {article for one in waiting(live.force, linked_with) for article in articles_of(one)}
    was, found = force.only(linked_with), []
    for shard, keys in live.catalogue.live_readings() if articles else ():
        mine = articles & keys.keys()
        for read in read_shard(live.folder.root / shard, JUDGED, mine) if mine else ():
            if keys[read.article.id] == read.key:
                found += [(read.article.id, statement) for statement in sorted(differing(read, was, force))]
    return found


def put_linked(db: sqlite3.Connection, linked: Linked, force: Force) -> None:
    """Put claims and links in the place of those that stand there; links a person accepted stay while their statements do."""
    for table in ("claims", "links"):
        db.execute(f"DELETE FROM {table}")
    for claim in linked.claims:
        insert(db, "claims", claim_row(claim))
    for link in (*linked.links, *kept_links(db, linked, force)):
        insert(db, "links", link_row(link))


def kept_links(db: sqlite3.Connection, linked: Linked, force: Force) -> list[Link]:
    """Give the links a person accepted that are not made any more, where both their statements are in the index."""
    query = "SELECT 1 FROM statements WHERE id = ?"
    return kept(force, {link.id for link in linked.links}, lambda id_: db.execute(query, (id_,)).fetchone() is not None)


def put_entities(db: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    """Put entities in the place of those that stand there."""
    db.execute("DELETE FROM entities")
    for entity in entities:
        insert(db, "entities", entity_row(entity))


def note_force(db: sqlite3.Connection, force: Force, orphans: Mapping[str, tuple[str, str]]) -> None:
    """Note which verdicts the public tables show, how much of the ledger was read, and which could not be applied, with why."""
    db.executemany(
        "INSERT OR REPLACE INTO _judged VALUES (?,?,?)", [(verdict, *told) for verdict, told in sorted(orphans.items())]
    )
    held = (("force", as_json([verdict.id for verdict in force.verdicts])), ("ledger", str(force.size)))
    db.executemany("INSERT OR REPLACE INTO _state VALUES (?, ?)", held)


def put(db: sqlite3.Connection, tables: Mapping[str, list[Row]]) -> None:
    """Write one article with all its rows, unless it stands there just so."""
    (article,) = tables["articles"]
    told = json.dumps(tables, ensure_ascii=False).encode("utf-8", "surrogatepass")
    article["digest"] = hashlib.sha256(told).hexdigest()
    if db.execute("SELECT 1 FROM articles WHERE id = ? AND digest = ?", (article["id"], article["digest"])).fetchone():
        return
    drop(db, article["id"])
    for table, rows in tables.items():
        for row in rows:
            n = insert(db, table, row)
            if table in _FULL_TEXT:
                column = _FULL_TEXT[table]
                db.execute(f"INSERT INTO {table}_text (rowid, {column}) VALUES (?, ?)", (n, row[column]))


def drop(db: sqlite3.Connection, article: str) -> None:
    """Take an article with all its rows out of the tables and out of the full text."""
    for table, column in _FULL_TEXT.items():
        key = "id" if table == "articles" else "article"
        for n, words in db.execute(f"SELECT n, {column} FROM {table} WHERE {key} = ?", (article,)).fetchall():
            db.execute(f"INSERT INTO {table}_text ({table}_text, rowid, {column}) VALUES ('delete', ?, ?)", (n, words))
    db.execute("DELETE FROM articles WHERE id = ?", (article,))
    for table in ("statements", "blocks", "times", "framing", "sightings"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))


_FULL_TEXT = {"articles": "text", "statements": "quote"}


def insert(db: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> int:
    """Add a row to a table; gives its number."""
    columns = ", ".join(f'"{name}"' for name in row)
    cursor = db.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    return int(cursor.lastrowid or 0)
