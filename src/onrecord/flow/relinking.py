"""Linking a record again after verdicts: nothing is gathered or read, no model is needed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from onrecord.flow.checkpoints import reached
from onrecord.flow.publishing import Publisher
from onrecord.store import database, force, shards
from onrecord.store.catalogue import Catalogue
from onrecord.store.faults import Busy
from onrecord.store.layout import Folder, read_manifest
from onrecord.store.lock import locked
from onrecord.store.merging import told
from onrecord.store.purging import purge

Tell = Callable[[str, int], None]


def is_behind(folder: Folder) -> bool:
    """Say whether verdicts were given or undone since the record was linked that change what is linked."""
    return list(force.read(folder.ledger).effects) != read_manifest(folder).verdicts


def settle(folder: Folder, tell: Tell) -> bool:
    """Link a record again if it is behind its ledger; says whether it was. Raises Busy where a build is at work."""
    if not is_behind(folder):
        return False
    with locked(folder.lock):
        relink(folder, tell)
    return True


def relink(folder: Folder, tell: Tell = lambda _stage, _done: None) -> None:
    """Link a record again under the verdicts in force, by the readings it stands on; the record's lock must be held.

    Raises Busy where a build was broken off in it: that build has to be finished, and takes the verdicts in.
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
            raise Busy(f"a build of {folder.root} was broken off: build again to finish it, which takes in the verdicts")
        Publisher(folder, db, manifest.readers, manifest.options, in_force, tell).bring_up()
