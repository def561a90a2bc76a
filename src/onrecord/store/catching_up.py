"""Bringing an index up to the ledger: the articles that verdicts touch, and the links that rest on them; nothing else is read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from itertools import groupby
from pathlib import Path

from onrecord.records import Sighting
from onrecord.store import database, linked
from onrecord.store.catalogue import Catalogue
from onrecord.store.codec import from_rows
from onrecord.store.force import Force, articles_of, value_of
from onrecord.store.index import drop, insert, note_force, put, put_linked
from onrecord.store.layout import Folder, Manifest
from onrecord.store.live import JUDGED, Live
from onrecord.store.overlay import differing, overlaid
from onrecord.store.readings import SHOWN, Read, read_shard
from onrecord.store.shape import Linked, entity_row, tables_of


def catch_up(db: sqlite3.Connection, folder: Folder, manifest: Manifest, force: Force) -> None:
    """Show the verdicts in force; seen whole or not at all. The record's lock must be held."""
    was = force.of(database.verdicts_shown(db))
    before, now = ({verdict.id for verdict in each.verdicts} for each in (was, force))
    since = [force.known[id_] for id_ in sorted(before ^ now)]
    with db:
        if since or database.verdicts_shown(db) != [verdict.id for verdict in force.verdicts]:
            _Patch(db, folder, manifest, force).run(was, {article for one in since for article in articles_of(one)})
        else:
            note_force(db, force, {})


class _Patch:
    """One bringing up of an index that stands."""

    def __init__(self, db: sqlite3.Connection, folder: Folder, manifest: Manifest, force: Force) -> None:
        self.db, self.folder, self.manifest, self.force = db, folder, manifest, force
        self.live = Live(folder, Catalogue(db, folder), force)

    def run(self, was: Force, articles: Collection[str]) -> None:
        linked_with = self.force.only(self.manifest.verdicts)
        moved: set[str] = set()
        for article in articles:
            for table in ("_pending", "_judged"):
                self.db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
        judged = list(self._read(articles))
        for read in judged:
            moved |= differing(read, was, self.force)
            rows = [(read.article.id, each) for each in sorted(differing(read, linked_with, self.force))]
            self.db.executemany("INSERT INTO _pending VALUES (?,?)", rows)
        self._write([*judged, *self._read(self._beside(moved) - set(articles))])
        note_force(self.db, self.force, self.live.orphans)

    def _read(self, articles: Collection[str]) -> Iterable[Read]:
        """Read articles as the machine left them, from the shards the index was filled from."""
        query = "SELECT shard, key, article FROM _shown WHERE article IN (SELECT value FROM json_each(?)) ORDER BY 1"
        rows = self.db.execute(query, (json.dumps(sorted(articles)),)).fetchall()
        for shard, group in groupby(rows, key=lambda row: row[0]):
            keys = {article: key for _, key, article in group}
            for read in read_shard(self.folder.root / shard, sorted({*SHOWN, *JUDGED}), keys):
                if keys[read.article.id] == read.key:
                    yield read

    def _beside(self, moved: Collection[str]) -> set[str]:
        """Name the articles that tell of what changed as a copy of a statement of their own."""
        copies = linked.copies_of(self._shard(), moved)
        query = "SELECT DISTINCT article FROM statements WHERE id IN (SELECT value FROM json_each(?))"
        return {article for (article,) in self.db.execute(query, (json.dumps(sorted(copies)),))}

    def _write(self, reads: Iterable[Read]) -> None:
        now = [(read, self.live.as_it_counts(read)) for read in reads]
        gone = {statement for (statement,) in self.db.execute("SELECT statement FROM _pending")}
        found = overlaid(self._linked([each for _, each in now]), self.force, self.manifest.verdicts, gone)
        for read, each in now:
            if read.article.id in self.force.removed:
                drop(self.db, read.article.id)
            else:
                put(self.db, tables_of(each, self._sightings(read.article.id), found))
        put_linked(self.db, found, self.force)
        self._entities(found)

    def _linked(self, reads: Iterable[Read]) -> Linked:
        statements = [statement for read in reads for statement in read.statements]
        chains = {each.speaker for each in statements if each.speaker}
        chains |= {chain for each in statements for part in each.parts for chain in part.about}
        return linked.read_some(self._shard(), {each.id for each in statements}, chains)

    def _entities(self, found: Linked) -> None:
        """Add the people whom verdicts brought in, and take out those whom none brings in any more."""
        brought = {
            told["entity"]
            for verdict in self.force.known.values()
            for told in value_of(verdict).get("homes", {}).values()
            if isinstance(told, dict)
        }
        for id_ in sorted(brought - linked.entity_ids(self._shard(), brought)):
            self.db.execute("DELETE FROM entities WHERE id = ?", (id_,))
            if id_ in found.entities:
                insert(self.db, "entities", entity_row(found.entities[id_]))

    def _sightings(self, article: str) -> list[Sighting]:
        rows = self.db.execute("SELECT path, url, outlet, fetched FROM sightings WHERE article = ?", (article,)).fetchall()
        if not rows:
            return self.live.catalogue.sightings(article)
        names = ("path", "url", "outlet", "fetched")
        return sorted(from_rows(Sighting, [dict(zip(names, row, strict=True)) for row in rows]))

    def _shard(self) -> Path:
        return self.folder.linked / self.manifest.linked
