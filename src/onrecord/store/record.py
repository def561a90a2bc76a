"""A finished record, open to be asked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from onrecord.store import database, index, linked
from onrecord.store.catalogue import Catalogue
from onrecord.store.layout import Folder, Manifest, read_manifest
from onrecord.store.lock import locked
from onrecord.store.merging import told


@dataclass(frozen=True)
class Record:
    """A record as its last finished build left it. ``db`` is its index, read-only, to be asked with SQL."""

    folder: Folder
    manifest: Manifest
    db: sqlite3.Connection

    def close(self) -> None:
        """Let go of the index."""
        self.db.close()

    def __enter__(self) -> Record:
        """Use the record in a with-block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the index."""
        self.close()


def open_record(path: Path) -> Record:
    """Open a record; an index that is missing, damaged or behind is made from the shards first.

    Raises Missing where there is no finished record, Damaged where a file that is needed is not as written.
    """
    folder = Folder(path)
    manifest = read_manifest(folder)
    try:
        db = database.open_for_reading(folder.index)
        if _state(db) == manifest.linked:
            return Record(folder, manifest, db)
        db.close()
    except sqlite3.Error:
        pass
    with locked(folder.lock):
        rebuild(folder, manifest)
    return Record(folder, manifest, database.open_for_reading(folder.index))


def rebuild(folder: Folder, manifest: Manifest) -> None:
    """Make the index anew from the shards the manifest names."""
    found = linked.read(folder.linked / manifest.linked)
    database.remove(folder.index)
    with closing(database.open_for_writing(folder.index)) as db:
        catalogue = Catalogue(db, folder)
        catalogue.catch_up(set(manifest.shards))
        catalogue.settle(told(manifest.readers))
        index.fill(db, folder, found, manifest.linked)


def _state(db: sqlite3.Connection) -> str | None:
    row = db.execute("SELECT value FROM _state WHERE name = 'state'").fetchone()
    return row[0] if row else None
