"""The index: one SQLite file, derived wholly from the shards, to be asked with SQL while a build runs."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.store.faults import Damaged

VERSION = 4
"""The version of the index's tables; an index of another version is made anew."""

INDEX = "index.sqlite"
"""The name of the index in a record's folder."""

PUBLIC = """
CREATE TABLE IF NOT EXISTS articles (n INTEGER PRIMARY KEY, id TEXT UNIQUE, path TEXT, url TEXT, title TEXT, title_span TEXT,
  outlet TEXT, agency TEXT, authors TEXT, language TEXT, published_earliest TEXT, published_latest TEXT, published_grain TEXT,
  published_basis TEXT, published_spans TEXT, warnings TEXT, page TEXT, text TEXT, digest TEXT);
CREATE TABLE IF NOT EXISTS sightings (article TEXT, path TEXT, url TEXT, outlet TEXT, fetched TEXT);
CREATE INDEX IF NOT EXISTS sightings_article ON sightings (article);
CREATE TABLE IF NOT EXISTS blocks (article TEXT, start INTEGER, "end" INTEGER, role TEXT, page_start INTEGER, page_end INTEGER,
  PRIMARY KEY (article, start)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS statements (n INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT, start INTEGER, "end" INTEGER,
  source TEXT, cue TEXT, content TEXT, manner TEXT, act TEXT, nested_in TEXT, speaker TEXT, speaker_name TEXT,
  speaker_office TEXT, said_earliest TEXT, said_latest TEXT, said_grain TEXT, said_basis TEXT, said_spans TEXT, venue TEXT,
  addressee TEXT, parts TEXT, copies TEXT, by TEXT, score REAL, why_speaker TEXT, quote TEXT);
CREATE INDEX IF NOT EXISTS statements_article ON statements (article, start);
CREATE INDEX IF NOT EXISTS statements_speaker ON statements (speaker);
CREATE INDEX IF NOT EXISTS statements_name ON statements (speaker_name);
CREATE TABLE IF NOT EXISTS times (article TEXT, start INTEGER, "end" INTEGER, text TEXT, earliest TEXT, latest TEXT, grain TEXT,
  basis TEXT, value TEXT, PRIMARY KEY (article, start, "end")) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entities (id TEXT PRIMARY KEY, kind TEXT, name TEXT, names TEXT, roles TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS claims (id TEXT PRIMARY KEY, proposition TEXT, issue TEXT, about TEXT, statements TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claims_issue ON claims (issue);
CREATE TABLE IF NOT EXISTS links (id TEXT PRIMARY KEY, relation TEXT, a TEXT, b TEXT, a_spans TEXT, b_spans TEXT, strength TEXT,
  "order" TEXT, why TEXT, gates TEXT, score REAL, by TEXT, status TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS links_a ON links (a);
CREATE INDEX IF NOT EXISTS links_b ON links (b);
CREATE TABLE IF NOT EXISTS framing (id TEXT PRIMARY KEY, article TEXT, start INTEGER, "end" INTEGER, statement TEXT,
  relation TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS framing_article ON framing (article);
CREATE TABLE IF NOT EXISTS skipped (input TEXT, reason TEXT);
CREATE TABLE IF NOT EXISTS errors (article TEXT PRIMARY KEY, input TEXT, reason TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS articles_text USING fts5 (text, content='articles', content_rowid='n', tokenize='unicode61');
CREATE VIRTUAL TABLE IF NOT EXISTS statements_text USING fts5 (quote, content='statements', content_rowid='n',
  tokenize='unicode61');
CREATE TABLE IF NOT EXISTS _about (entity TEXT, statement INTEGER, PRIMARY KEY (entity, statement)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS _about_statement ON _about (statement);
CREATE TABLE IF NOT EXISTS _name (n INTEGER PRIMARY KEY, entity TEXT, name TEXT, UNIQUE (entity, name));
CREATE VIRTUAL TABLE IF NOT EXISTS _names USING fts5 (name, content='_name', content_rowid='n',
  tokenize='unicode61 remove_diacritics 2');
"""

TRIGGERS = """
CREATE TRIGGER IF NOT EXISTS _statement_in AFTER INSERT ON statements BEGIN
  INSERT OR IGNORE INTO _about SELECT whom.value, new.n FROM json_each(new.parts) part, json_each(part.value, '$.about') whom;
  INSERT OR IGNORE INTO _name (entity, name) SELECT '', new.speaker_name WHERE new.speaker IS NULL AND new.speaker_name <> '';
END;
CREATE TRIGGER IF NOT EXISTS _statement_out AFTER DELETE ON statements BEGIN
  DELETE FROM _about WHERE statement = old.n;
END;
CREATE TRIGGER IF NOT EXISTS _entity_in AFTER INSERT ON entities BEGIN
  INSERT OR IGNORE INTO _name (entity, name) SELECT new.id, value FROM json_each(coalesce(new.names, '[]'));
  INSERT OR IGNORE INTO _name (entity, name) VALUES (new.id, new.name);
END;
CREATE TRIGGER IF NOT EXISTS _entity_out AFTER DELETE ON entities BEGIN
  DELETE FROM _name WHERE entity = old.id;
END;
CREATE TRIGGER IF NOT EXISTS _name_in AFTER INSERT ON _name BEGIN
  INSERT INTO _names (rowid, name) VALUES (new.n, new.name);
END;
CREATE TRIGGER IF NOT EXISTS _name_out AFTER DELETE ON _name BEGIN
  INSERT INTO _names (_names, rowid, name) VALUES ('delete', old.n, old.name);
END;
"""
"""What keeps the tables by which names are found in step with the tables they are drawn from."""

CATALOGUE = """
CREATE TABLE IF NOT EXISTS _shard (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _done (n INTEGER PRIMARY KEY, path TEXT, gathering TEXT, rows INTEGER, shard TEXT);
CREATE INDEX IF NOT EXISTS _done_path ON _done (path, n);
CREATE TABLE IF NOT EXISTS _found (gathering TEXT, ordinal INTEGER, article TEXT, seen TEXT, shard TEXT, row INTEGER,
  PRIMARY KEY (gathering, ordinal)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS _found_article ON _found (article);
CREATE TABLE IF NOT EXISTS _skipped (gathering TEXT, ordinal INTEGER, input TEXT, reason TEXT, shard TEXT,
  PRIMARY KEY (gathering, ordinal)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _live (gathering TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _want (article TEXT PRIMARY KEY, key TEXT, merged TEXT, shard TEXT, row INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS _want_place ON _want (shard, row);
CREATE TABLE IF NOT EXISTS _read (article TEXT, key TEXT, shard TEXT, reason TEXT, PRIMARY KEY (article, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS _read_shard ON _read (shard);
CREATE TABLE IF NOT EXISTS _shown (article TEXT PRIMARY KEY, key TEXT, shard TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _pending (article TEXT, statement TEXT, PRIMARY KEY (article, statement)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS _judged (verdict TEXT PRIMARY KEY, article TEXT, why TEXT) WITHOUT ROWID;
"""


class IndexDamaged(Damaged, sqlite3.DatabaseError):
    """A page of the index cannot be read; for SQLite's own users still one of its errors."""


class _Asking(sqlite3.Cursor):
    """A cursor that says of a damaged page what is to be done about it."""

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            _explain(error)
            raise

    def fetchone(self) -> Any:
        with _pages():
            return super().fetchone()

    def fetchall(self) -> list[Any]:
        with _pages():
            return super().fetchall()


class _Reading(sqlite3.Connection):
    """A connection that does so as well."""

    def cursor(self, factory: Any = _Asking) -> Any:
        return super().cursor(factory)

    def execute(self, *given: Any) -> sqlite3.Cursor:
        with _pages():
            return super().execute(*given)


@contextlib.contextmanager
def _pages() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        _explain(error)
        raise


def _explain(error: sqlite3.DatabaseError) -> None:
    """Raise IndexDamaged in the place of an error that tells of a damaged page."""
    # the lowest byte is the kind of error, the rest tells more of it
    if (getattr(error, "sqlite_errorcode", 0) & 0xFF) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        raise IndexDamaged(INDEX, f"is damaged ({error}); remove it, and it is made anew from the shards") from error


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Open the index, or make a new one where it is missing, of another version or damaged."""
    try:
        return _prepared(path)
    except sqlite3.DatabaseError as error:
        if "locked" in str(error) or "full" in str(error):
            raise
        remove(path)
        return _prepared(path)


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open the index so that nothing can be written through it; raises sqlite3.Error where it cannot be used."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False, factory=_Reading)
    try:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version != VERSION:
            raise sqlite3.DatabaseError(f"index of version {version}, not {VERSION}")
        db.execute("PRAGMA query_only = ON")
        _probe(db, PUBLIC)
    except BaseException:
        db.close()
        raise
    return db


@contextlib.contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """See the index as it is now until the end, though a build changes it meanwhile."""
    db.execute("BEGIN")
    try:
        db.execute("SELECT count(*) FROM _state").fetchone()
        yield
    finally:
        db.rollback()


def state_of(db: sqlite3.Connection) -> tuple[str | None, list[str]]:
    """Name the state the public tables are in, null where they were never filled, and what of it was damaged and left out."""
    held = dict(db.execute("SELECT name, value FROM _state"))
    return held.get("state"), json.loads(held.get("damaged", "[]"))


def signature(db: sqlite3.Connection) -> str:
    """Write down all that tells one state of the public tables from another, verdicts shown included."""
    return json.dumps(db.execute("SELECT name, value FROM _state ORDER BY name").fetchall())


def ledger_read(db: sqlite3.Connection) -> int:
    """Give how many bytes of the ledger the public tables show."""
    held = db.execute("SELECT value FROM _state WHERE name = 'ledger'").fetchone()
    return int(held[0]) if held else 0


def verdicts_shown(db: sqlite3.Connection) -> list[str]:
    """Name the verdicts that the public tables show, in order."""
    held = db.execute("SELECT value FROM _state WHERE name = 'force'").fetchone()
    return list(json.loads(held[0])) if held else []


def manifest_of(db: sqlite3.Connection) -> bytes | None:
    """Give the manifest, as it was written, of the build that filled the public tables."""
    held = db.execute("SELECT value FROM _state WHERE name = 'manifest'").fetchone()
    return held[0].encode() if held else None


def scrub(db: sqlite3.Connection) -> None:
    """Write the index anew, so that nothing of what was taken out is left on its pages or in its log."""
    for table in ("articles_text", "statements_text"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
    db.commit()
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def remove(path: Path) -> None:
    """Remove the index with what SQLite keeps beside it."""
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _probe(db: sqlite3.Connection, tables: str) -> None:
    """See that every table can be read; raises sqlite3.DatabaseError for one that is not there or whose root is no page."""
    for table in re.findall(r"TABLE IF NOT EXISTS (\w+)", tables):
        db.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()
    for table in re.findall(r"VIRTUAL TABLE IF NOT EXISTS (\w+)", tables):
        db.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH 'a' LIMIT 1").fetchone()


def _prepared(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=30)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version not in (0, VERSION):
            raise sqlite3.DatabaseError(f"index of version {version}")
        if version == VERSION:
            # before what is not there is made: a table that was lost must not come back empty
            _probe(db, PUBLIC + CATALOGUE)
        db.executescript(PUBLIC + TRIGGERS + CATALOGUE)
        db.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.close()
        raise
    return db
