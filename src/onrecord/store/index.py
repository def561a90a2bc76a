"""Filling the index from the shards: every article that is new or changed, in one transaction that readers never see half of."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.records import Article, Block, Entity, Kind, Part, Sighting, Statement, Time, When
from onrecord.store.catalogue import Catalogue
from onrecord.store.codec import pack
from onrecord.store.layout import Folder
from onrecord.store.readings import SHOWN, Read, read_shard

WHEN = ("earliest", "latest", "grain", "basis", "spans")
_GONE = """SELECT id FROM articles WHERE id NOT IN
  (SELECT article FROM _want JOIN _read USING (article, key) WHERE reason IS NULL)"""
_NAMED_BY_ENTITY = frozenset({Kind.PERSON, Kind.INSTITUTION, Kind.GROUP})


def fill(db: sqlite3.Connection, folder: Folder, entities: Iterable[Entity], homes: Mapping[str, str], state: str) -> None:
    """Bring the public tables to what the catalogue says counts; all of it is seen at once, or none."""
    catalogue = Catalogue(db, folder)
    with db:
        db.execute("DELETE FROM entities")
        names: dict[str, tuple[Kind, str]] = {}
        for entity in entities:
            names[entity.id] = entity.kind, entity.name
            row = pack(entity)
            db.execute(
                "INSERT INTO entities VALUES (?,?,?,?,?)",
                (*(row[k] for k in ("id", "kind", "name")), *map(_json, (row["names"], row["roles"]))),
            )
        for read in readings(folder, catalogue):
            _put(db, _settled(read, homes, names), catalogue.sightings(read.article.id))
        for (gone,) in db.execute(_GONE).fetchall():
            _drop(db, gone)
        db.execute("DELETE FROM skipped")
        db.executemany("INSERT INTO skipped VALUES (?,?)", [(s.input, s.reason) for s in catalogue.skipped()])
        db.execute("DELETE FROM errors")
        db.executemany("INSERT INTO errors VALUES (?,?)", catalogue.failed())
        db.execute("INSERT OR REPLACE INTO _state VALUES ('state', ?)", (state,))


def readings(folder: Folder, catalogue: Catalogue, parts: Sequence[str] = SHOWN) -> Iterator[Read]:
    """Yield every reading that counts, shard by shard, with the parts asked for."""
    for shard, keys in catalogue.live_readings():
        for read in read_shard(folder.root / shard, parts):
            if keys.get(read.article.id) == read.key:
                yield read


def _settled(read: Read, homes: Mapping[str, str], names: Mapping[str, tuple[Kind, str]]) -> Read:
    """Put entities in the place of an article's own chains, and people's fullest names in the place of its names."""
    return replace(read, statements=tuple(_linked(statement, homes, names) for statement in read.statements))


def _linked(statement: Statement, homes: Mapping[str, str], names: Mapping[str, tuple[Kind, str]]) -> Statement:
    speaker = homes.get(statement.speaker or "")
    name = statement.speaker_name
    if speaker in names and name is not None:
        kind, fullest = names[speaker]
        name = fullest if kind in _NAMED_BY_ENTITY else name
    parts = tuple(_part(part, homes) for part in statement.parts)
    return replace(statement, speaker=speaker, speaker_name=name, parts=parts)


def _part(part: Part, homes: Mapping[str, str]) -> Part:
    return replace(part, about=tuple(dict.fromkeys(homes[chain] for chain in part.about if chain in homes)))


def _put(db: sqlite3.Connection, read: Read, seen: list[Sighting]) -> None:
    """Write one article with all its rows, unless it stands there just so."""
    article = _article_row(read.article, seen)
    statements = [_statement_row(read.article.text, s) for s in read.statements]
    blocks, times = [_block_row(b) for b in read.blocks], [_time_row(t) for t in read.times]
    sightings = [(read.article.id, s.path, s.url, s.outlet, s.fetched) for s in seen]
    digest = hashlib.sha256(_json([article, statements, blocks, times, sightings]).encode("utf-8", "surrogatepass")).hexdigest()
    if db.execute("SELECT 1 FROM articles WHERE id = ? AND digest = ?", (read.article.id, digest)).fetchone():
        return
    _drop(db, read.article.id)
    n = _insert(db, "articles", {**article, "digest": digest})
    db.execute("INSERT INTO articles_text (rowid, text) VALUES (?, ?)", (n, read.article.text))
    for row in statements:
        n = _insert(db, "statements", row)
        db.execute("INSERT INTO statements_text (rowid, quote) VALUES (?, ?)", (n, row["quote"]))
    db.executemany("INSERT OR IGNORE INTO blocks VALUES (?,?,?,?)", blocks)
    db.executemany("INSERT OR IGNORE INTO times VALUES (?,?,?,?,?,?,?,?)", times)
    db.executemany("INSERT INTO sightings VALUES (?,?,?,?,?)", sightings)


def _drop(db: sqlite3.Connection, article: str) -> None:
    """Take an article with all its rows out of the tables and out of the full text."""
    for n, text in db.execute("SELECT n, text FROM articles WHERE id = ?", (article,)).fetchall():
        db.execute("INSERT INTO articles_text (articles_text, rowid, text) VALUES ('delete', ?, ?)", (n, text))
    for n, quote in db.execute("SELECT n, quote FROM statements WHERE article = ?", (article,)).fetchall():
        db.execute("INSERT INTO statements_text (statements_text, rowid, quote) VALUES ('delete', ?, ?)", (n, quote))
    db.execute("DELETE FROM articles WHERE id = ?", (article,))
    for table in ("statements", "blocks", "times", "sightings"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))


def _insert(db: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> int:
    columns = ", ".join(f'"{name}"' for name in row)
    cursor = db.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    return int(cursor.lastrowid or 0)


def _article_row(article: Article, seen: list[Sighting]) -> dict[str, Any]:
    row = pack(article)
    return {
        "id": article.id,
        "path": seen[0].path if seen else None,
        "url": article.url or next((s.url for s in seen if s.url), None),
        **{name: row[name] for name in ("title", "outlet", "agency", "language", "text")},
        **{name: _json(row[name]) for name in ("title_span", "authors", "warnings")},
        **_when("published", article.published),
    }


def _statement_row(text: str, statement: Statement) -> dict[str, Any]:
    row = pack(statement)
    spans = [*statement.source, *statement.cue, *statement.content]
    plain = (
        "article",
        "manner",
        "act",
        "nested_in",
        "speaker",
        "speaker_name",
        "speaker_office",
        "venue",
        "addressee",
        "by",
        "score",
    )
    return {
        "id": statement.id,
        "start": min((start for start, _ in spans), default=0),
        "end": max((end for _, end in spans), default=0),
        **{name: row[name] for name in plain},
        **{name: _json(row[name]) for name in ("source", "cue", "content", "parts", "copies", "why_speaker")},
        **_when("said", statement.said),
        "quote": " … ".join(text[start:end] for start, end in statement.content),
    }


def _block_row(block: Block) -> tuple[Any, ...]:
    return block.article, block.start, block.end, str(block.role)


def _time_row(time: Time) -> tuple[Any, ...]:
    return time.article, time.start, time.end, time.text, time.earliest, time.latest, time.grain, time.basis


def _when(name: str, when: When | None) -> dict[str, Any]:
    row = pack(when) if when else dict.fromkeys(WHEN)
    return {f"{name}_{part}": _json(row[part]) if part == "spans" else row[part] for part in WHEN}


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
