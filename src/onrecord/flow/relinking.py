"""Linking a record again after verdicts: nothing is gathered or read, no model is needed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from onrecord.flow.checkpoints import reached
from onrecord.flow.publishing import Publisher
from onrecord.store import database, force, shards
from onrecord.store.catalogue import Catalogue
from onrecord.store.faults import Unfinished
from onrecord.store.layout import Folder, read_manifest
from onrecord.store.lock import locked
from onrecord.store.merging import told
from onrecord.store.purging import purge

Tell = Callable[[str, int], None]


def is_behind(folder: Folder) -> bool:
    """Say whether verdicts were given or undone since the record was linked that change what is linked."""
    return list(force.read(folder.ledger).effects) != read_manifest(folder).verdicts


def settle(folder: Folder, tell: Tell) -> bool:
    """Link a record again if it is behind its ledger; says whether it was. Raises Busy where a build is at work, Unfinished."""
    if not is_behind(folder):
        return False
    with locked(folder.lock):
        relink(folder, tell)
    return True


def relink(folder: Folder, tell: Tell = lambda _stage, _done: None) -> None:
    """Link a record again under the verdicts in force, by the readings it stands on; the record's lock must be held.

    Raises Unfinished where a build was broken off in it, or by another version: a build takes the verdicts in.
    """
    manifest = read_manifest(folder)
    with shards.room(folder.root), closing(database.open_for_writing(folder.index)) as db:
        catalogue = Catalogue(db, folder)
        catalogue.catch_up()
        in_force = force.read_struck(folder.ledger)
        purge(folder, catalogue, in_force.removed)
        reached("purged")
        catalogue.settle(told(manifest.readers))
        if next(catalogue.unread(), None):
            raise Unfinished(f"not all of {folder.root} is read by this version, or a build was broken off: build it again first")
        Publisher(folder, db, manifest.readers, manifest.options, in_force, tell).bring_up()
