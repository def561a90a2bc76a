"""A finished record, open to be asked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from onrecord.store import database, force, index, ledger, linked, shards
from onrecord.store.catalogue import Catalogue
from onrecord.store.catching_up import catch_up
from onrecord.store.faults import Busy, Damaged
from onrecord.store.layout import Folder, Manifest, parse_manifest, read_manifest
from onrecord.store.lock import locked
from onrecord.store.merging import told
from onrecord.store.shelf import Shelves


@dataclass(frozen=True)
class Record:
    """A record as its last finished build left it. ``db`` is its index, read-only, to be asked with SQL.

    ``damaged`` names the shards, with reasons, that were left out when the index was made; the rest is served.
    """

    folder: Folder
    manifest: Manifest
    db: sqlite3.Connection
    damaged: tuple[str, ...] = ()

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
    """Open a record; an index that is missing, damaged or behind the shards or the ledger is brought up to them first.

    While a build brings the index up to what it read, the build before it is given, with the verdicts there were then. Raises
    Missing where there is no finished record, Damaged where a file that nothing goes without is not as written, Busy where a
    build is at work and there is no index.
    """
    folder = Folder(path)
    opened = _opened(folder, read_manifest(folder))
    if opened is None:
        try:
            opened = _mended(folder)
        except Busy:
            opened = _before(folder)
            if opened is None:
                raise
    return opened


def _mended(folder: Folder) -> Record:
    """Bring the index up to the ledger, or make it anew, unless a build that just ended did; raises Busy."""
    with locked(folder.lock):
        manifest = read_manifest(folder)
        opened = _opened(folder, manifest)
        if opened is None:
            if not take_in_verdicts(folder):
                rebuild(folder, manifest)
            opened = _opened(folder, manifest, with_ledger=False)  # another verdict may have been given meanwhile
    if opened is None:
        raise Damaged(folder.index, "cannot be made anew from the shards")
    return opened


def _before(folder: Folder) -> Record | None:
    """Open the index under the manifest of the build that filled it."""
    try:
        with closing(database.open_for_reading(folder.index)) as db:
            told = database.manifest_of(db)
        return _opened(folder, parse_manifest(folder, told), with_ledger=False) if told else None
    except (sqlite3.Error, Damaged):
        return None


def take_in_verdicts(folder: Folder) -> bool:
    """Bring an index that is otherwise as it should be up to the ledger; says whether it could. The lock must be held."""
    manifest = read_manifest(folder)
    opened = _opened(folder, manifest, with_ledger=False)
    if opened is None:
        return False
    opened.close()
    with shards.room(folder.index), closing(database.open_for_writing(folder.index)) as db:
        catch_up(db, folder, manifest, force.read(folder.ledger))
    return True


def rebuild(folder: Folder, manifest: Manifest) -> None:
    """Make the index anew from the sound ones of the shards that the manifest names."""
    damaged = dict(shards.damaged(folder.root, manifest.shards))
    if f"linked/{manifest.linked}" in damaged:
        raise damaged[f"linked/{manifest.linked}"]
    with shards.room(folder.index):
        database.remove(folder.index)
        with closing(database.open_for_writing(folder.index)) as db, closing(Shelves()) as shelves:
            catalogue = Catalogue(db, folder)
            catalogue.catch_up(set(manifest.shards) - set(damaged))
            catalogue.settle(told(manifest.readers))
            found = linked.read(folder.linked / manifest.linked, shelves)
            left_out = [str(fault) for name, fault in sorted(damaged.items()) if name in manifest.shards]
            index.fill(db, folder, found, manifest, force.read(folder.ledger), left_out)


def _opened(folder: Folder, manifest: Manifest, with_ledger: bool = True) -> Record | None:
    """Open the index, if it can be read and is at what the manifest and the ledger say."""
    try:
        db = database.open_for_reading(folder.index)
    except sqlite3.Error:
        return None
    try:
        state, damaged = database.state_of(db)
        behind = with_ledger and database.ledger_read(db) != ledger.size(folder.ledger)
    except (sqlite3.Error, ValueError):
        state, damaged, behind = None, [], True
    if state != manifest.linked or behind:
        db.close()
        return None
    return Record(folder, manifest, db, tuple(damaged))
