"""The catalogue: what stands in which shard, what of it counts, and what is still to be read.

It lives in tables of the index whose names begin with an underscore and is derived wholly from the shards' own rows, so it can
be thrown away at any time. It holds no texts, and is never held in memory.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Container, Iterator
from itertools import groupby
from typing import Any

from onrecord.records import Sighting, Skipped
from onrecord.store import shards
from onrecord.store.codec import from_rows
from onrecord.store.layout import Folder
from onrecord.store.merging import Seen, canonical, merge, reading_key

_PAGE = 1000

# a file's last whole gathering counts; the join is on equality alone, since SQLite would go through all rows for each with an OR
_LIVE = """
INSERT INTO _live SELECT DISTINCT gathering FROM (
  SELECT d.path, d.gathering, d.n, max(d.n) OVER (PARTITION BY d.path) AS last FROM _done d
  LEFT JOIN (SELECT gathering, count(*) AS held FROM (SELECT gathering FROM _found UNION ALL SELECT gathering FROM _skipped)
             GROUP BY gathering) h USING (gathering)
  WHERE d.rows = coalesce(h.held, 0))
WHERE n = last
"""


class Catalogue:
    """What stands in which shard, and what of it counts."""

    def __init__(self, db: sqlite3.Connection, folder: Folder) -> None:
        """Use the index's database, open for writing."""
        self._db, self._folder = db, folder

    def catch_up(self, only: Container[str] | None = None) -> None:
        """Take in the shards not seen before (of those in ``only``) and forget those that are gone; raises Damaged."""
        for kind, take in (("found", self.take_found), ("readings", self.take_reading)):
            here = {f"{kind}/{name}" for name in shards.names(self._folder.root / kind)}
            known = {name for (name,) in self._db.execute("SELECT name FROM _shard WHERE name LIKE ?", (kind + "/%",))}
            for name in sorted(known - here):
                self.forget(name)
            for name in sorted(name for name in here - known if only is None or name in only):
                take(name)

    def forget(self, shard: str) -> None:
        """Drop a shard's rows."""
        with self._db:
            for table in ("_done", "_found", "_skipped", "_read"):
                self._db.execute(f"DELETE FROM {table} WHERE shard = ?", (shard,))
            self._db.execute("DELETE FROM _shard WHERE name = ?", (shard,))

    def take_found(self, name: str) -> None:
        """Take in a shard of what inputs gave."""
        shard = self._folder.root / name
        told = ("sighting", "told", "hints", "warnings", "page", "entries")
        texts = shards.rows(shard, "found", ("gathering", "ordinal", "article", *told))
        passed, done = shards.rows(shard, "skipped"), shards.rows(shard, "done")
        seen = [canonical(one) for one in from_rows(Seen, texts)]
        found = [
            (t["gathering"], t["ordinal"], t["article"], s, name, i) for i, (t, s) in enumerate(zip(texts, seen, strict=True))
        ]
        with self._db:
            self._db.executemany("INSERT OR IGNORE INTO _found VALUES (?,?,?,?,?,?)", found)
            skipped = [(p["gathering"], p["ordinal"], p["input"], p["reason"], name) for p in passed]
            self._db.executemany("INSERT OR IGNORE INTO _skipped VALUES (?,?,?,?,?)", skipped)
            ended = [(d["path"], d["gathering"], d["rows"], name) for d in done]
            self._db.executemany("INSERT INTO _done (path, gathering, rows, shard) VALUES (?,?,?,?)", ended)
            self._db.execute("INSERT INTO _shard VALUES (?)", (name,))

    def take_reading(self, name: str) -> None:
        """Take in a shard of readings; of the same reading in two shards the later name counts."""
        shard = self._folder.root / name
        read = [(a["id"], a["key"], name, None) for a in shards.rows(shard, "articles", ("id", "key"))]
        failed = [(f["article"], f["key"], name, f["reason"]) for f in shards.rows(shard, "errors")]
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO _read VALUES (?,?,?,?)", [*read, *failed])
            self._db.execute("INSERT OR IGNORE INTO _shard VALUES (?)", (name,))

    def held(self, gathering: str) -> int:
        """Count the rows of a gathering, which may have been broken off."""
        query = "SELECT (SELECT count(*) FROM _found WHERE gathering = ?1) + (SELECT count(*) FROM _skipped WHERE gathering = ?1)"
        (count,) = self._db.execute(query, (gathering,)).fetchone()
        return int(count)

    def holds(self, gathering: str, ordinal: int) -> bool:
        """Say whether a row of a gathering is there."""
        query = "SELECT 1 FROM {} WHERE gathering = ? AND ordinal = ?"
        return any(self._db.execute(query.format(table), (gathering, ordinal)).fetchone() for table in ("_found", "_skipped"))

    def is_gathered(self, path: str, gathering: str) -> bool:
        """Say whether a file's last gathering is this one, and whole."""
        query = "SELECT gathering, rows FROM _done WHERE path = ? ORDER BY n DESC LIMIT 1"
        last = self._db.execute(query, (path,)).fetchone()
        return last is not None and last[0] == gathering and self.held(gathering) == last[1]

    def settle(self, readers: str) -> None:
        """Work out which articles count, and under which key each is to be read."""
        with self._db:
            self._db.execute("DELETE FROM _live")
            self._db.execute(_LIVE)
            self._db.execute("DELETE FROM _want")
            self._db.executemany("INSERT INTO _want VALUES (?,?,?,?,?)", self._wanted(readers))

    def _wanted(self, readers: str) -> Iterator[tuple[str, str, str, str, int]]:
        query = "SELECT article, seen, shard, row FROM _found JOIN _live USING (gathering) ORDER BY article, shard, row"
        for article, group in groupby(self._db.execute(query), key=lambda row: row[0]):
            met = list(group)
            merged = canonical(merge([seen_of(row[1]) for row in met]))
            yield article, reading_key(article, merged, readers), merged, met[0][2], met[0][3]

    def unread(self) -> Iterator[tuple[str, str, Seen, str, int]]:
        """Yield what is to be read: article, key, what is told of it, and the shard and row its text stands in.

        In pages, so that the catalogue may be added to meanwhile and nothing is held.
        """
        query = """SELECT article, key, merged, w.shard, row FROM _want w LEFT JOIN _read r USING (article, key)
          WHERE r.shard IS NULL AND (w.shard, row) > (?, ?) ORDER BY w.shard, row LIMIT ?"""
        last = ("", -1)
        while page := self._db.execute(query, (*last, _PAGE)).fetchall():
            for article, key, merged, shard, row in page:
                yield article, key, seen_of(merged), shard, row
            last = page[-1][3:5]

    def sightings(self, article: str) -> list[Sighting]:
        """List the places a text was met in, in the order of their paths."""
        query = "SELECT DISTINCT seen FROM _found JOIN _live USING (gathering) WHERE article = ?"
        return sorted({seen_of(seen).sighting for (seen,) in self._db.execute(query, (article,))})

    def skipped(self) -> list[Skipped]:
        """List what gave no article or could not be read, with reasons."""
        query = "SELECT DISTINCT input, reason FROM _skipped JOIN _live USING (gathering) ORDER BY 1, 2"
        return [Skipped(*row) for row in self._db.execute(query)]

    def failed(self) -> list[tuple[str, str, str]]:
        """List the articles that could not be read: id, path and reason."""
        query = (
            """SELECT article, merged, reason FROM _want JOIN _read USING (article, key) WHERE reason IS NOT NULL ORDER BY 1"""
        )
        return [(article, seen_of(merged).sighting.path, reason) for article, merged, reason in self._db.execute(query)]

    def live_readings(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield each shard of readings in which something counts, with the key of each article in it that does."""
        query = "SELECT article, key FROM _read JOIN _want USING (article, key) WHERE _read.shard = ? AND reason IS NULL"
        for (shard,) in self._db.execute("SELECT name FROM _shard WHERE name LIKE 'readings/%' ORDER BY name").fetchall():
            counted = dict(self._db.execute(query, (shard,)))
            if counted:
                yield shard, counted

    def idle_shards(self) -> list[str]:
        """List the shards in which nothing counts any more."""
        query = """SELECT name FROM _shard EXCEPT
          SELECT shard FROM (SELECT shard FROM _done JOIN _live USING (gathering)
            UNION SELECT shard FROM _found JOIN _live USING (gathering)
            UNION SELECT shard FROM _skipped JOIN _live USING (gathering)
            UNION SELECT r.shard FROM _read r JOIN _want USING (article, key)) ORDER BY 1"""
        return [name for (name,) in self._db.execute(query)]

    def shards_with(self, table: str, articles: Collection[str]) -> list[str]:
        """List the shards in which some articles stand, whether they count or not."""
        query = f"SELECT DISTINCT shard FROM {table} WHERE article IN (SELECT value FROM json_each(?)) ORDER BY 1"
        return [name for (name,) in self._db.execute(query, (json.dumps(sorted(articles)),))]

    def shards(self) -> list[str]:
        """List the shards taken in, as ``folder/name``."""
        return [name for (name,) in self._db.execute("SELECT name FROM _shard ORDER BY name")]

    def all_that_counts(self) -> Iterator[tuple[Any, ...]]:
        """Yield a row for everything that exports are made of, in an order that does not depend on how it came in."""
        yield from self._db.execute(
            "SELECT article, key, reason FROM _want LEFT JOIN _read USING (article, key) ORDER BY article"
        )
        yield from self._db.execute("SELECT DISTINCT article, seen FROM _found JOIN _live USING (gathering) ORDER BY 1, 2")
        yield from self._db.execute("SELECT DISTINCT input, reason FROM _skipped JOIN _live USING (gathering) ORDER BY 1, 2")

    def inputs_digest(self) -> str:
        """Hash the names, bytes and options of all files that count."""
        seen = hashlib.sha256()
        for row in self._db.execute("SELECT DISTINCT path, gathering FROM _done JOIN _live USING (gathering) ORDER BY 1, 2"):
            seen.update(json.dumps(row).encode() + b"\n")
        return seen.hexdigest()

    def counts(self) -> dict[str, int]:
        """Count what a build holds."""
        return {
            "articles": self.count("SELECT count(*) FROM _want"),
            "files": self.count("SELECT count(DISTINCT path) FROM _done JOIN _live USING (gathering)"),
            "skipped": self.count("SELECT count(*) FROM _skipped JOIN _live USING (gathering)"),
            "failed": self.count("SELECT count(*) FROM _want JOIN _read USING (article, key) WHERE reason IS NOT NULL"),
        }

    def count(self, query: str) -> int:
        """Answer a question whose answer is one number."""
        return int(self._db.execute(query).fetchone()[0])


def seen_of(told: str) -> Seen:
    """Read a place a text was met in back from canonical JSON."""
    (seen,) = from_rows(Seen, [json.loads(told)])
    return seen  # type: ignore[no-any-return]
