"""Publishing: what was read, and what was judged of it, linked, named in the manifest and put into the index."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from onrecord.flow.checkpoints import reached
from onrecord.flow.linking import link
from onrecord.flow.models import linkers
from onrecord.store import compaction, database, index, linked, purging, shards
from onrecord.store.catalogue import Catalogue
from onrecord.store.catching_up import catch_up
from onrecord.store.faults import RecordError
from onrecord.store.force import Force
from onrecord.store.layout import Folder, Manifest, read_manifest, write_manifest
from onrecord.store.live import Live
from onrecord.store.merging import told
from onrecord.store.shelf import Shelves


@dataclass(frozen=True, slots=True)
class Publisher:
    """Publishes what the catalogue says counts, under the verdicts in force; the record's lock must be held."""

    folder: Folder
    db: sqlite3.Connection
    readers: dict[str, str]
    options: dict[str, Any]
    force: Force
    tell: Callable[[str, int], None]

    @property
    def catalogue(self) -> Catalogue:
        """Give the catalogue of what counts."""
        return Catalogue(self.db, self.folder)

    def bring_up(self, anyway: bool = False) -> bool:
        """Publish unless all that counts is published; says whether it did. What must go is to be purged before."""
        state = self._state()
        if not anyway and self._is_published(state):
            if database.ledger_read(self.db) != self.force.size:
                catch_up(self.db, self.folder, read_manifest(self.folder), self.force)
            self._clear()
            return False
        self._publish(state)
        return True

    def _state(self) -> str:
        """Name all that the public part of the record rests on."""
        seen = hashlib.sha256(told([self.readers, linkers(), *self.force.effects]).encode())
        for row in self.catalogue.all_that_counts():
            seen.update(told(row).encode("utf-8", "surrogatepass"))
        return seen.hexdigest()[:20]

    def _is_published(self, state: str) -> bool:
        try:
            manifest = read_manifest(self.folder)
        except RecordError:
            return False
        here = {*self.catalogue.shards(), f"linked/{state}"}
        return manifest.linked == state and set(manifest.shards) == here and database.state_of(self.db) == (state, [])

    def _publish(self, state: str) -> None:
        """Link, write the manifest (from here on this build counts), bring the index up to it, and clear away what is idle."""
        catalogue = self.catalogue
        compaction.compact(self.folder, catalogue)
        reached("compacted")
        self.tell("link", 0)
        link(Live(self.folder, catalogue, self.force), state)
        reached("linked")
        idle = catalogue.idle_shards()
        manifest = self._manifest(state, [name for name in catalogue.shards() if name not in idle])
        write_manifest(self.folder, manifest)
        reached("published")
        self.tell("index", 0)
        with closing(Shelves()) as shelves:
            index.fill(self.db, self.folder, linked.read(self.folder.linked / state, shelves), manifest, self.force)
        reached("indexed")
        for name in idle:
            catalogue.forget(name)
            shards.remove(self.folder.root / name)
        for name in shards.names(self.folder.linked):
            if name != state:
                shards.remove(self.folder.linked / name)
        self._clear()
        reached("cleared")

    def _clear(self) -> None:
        """Remove what was written again without an article that had to go; the index is scrubbed of it first."""
        left = purging.left_over(self.folder, self.catalogue)
        if left:
            database.scrub(self.db)
        for name in left:
            shards.remove(self.folder.root / name)

    def _manifest(self, state: str, counted: list[str]) -> Manifest:
        names = [*counted, f"linked/{state}"]
        labels = {name: shards.digest(self.folder.root / name / shards.LABEL) for name in names}
        counts, inputs = self.catalogue.counts(), self.catalogue.inputs_digest()
        effects = list(self.force.effects)
        return Manifest(self.readers["onrecord"], self.readers, self.options, counts, inputs, state, labels, effects)
