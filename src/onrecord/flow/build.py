"""Building a record: gather, read, link, index; whatever was done before is not done again."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

from onrecord.flow.checkpoints import reached
from onrecord.flow.engine import Lost
from onrecord.flow.gathering import Gatherer
from onrecord.flow.models import readers_of
from onrecord.flow.plan import Plan, Report
from onrecord.flow.publishing import Publisher
from onrecord.flow.work import Job, ReadTexts, batches, lost_tables
from onrecord.gather.languages import READABLE
from onrecord.records import Found, Skipped
from onrecord.store import database, force, readings, shards
from onrecord.store.catalogue import Catalogue
from onrecord.store.faults import RecordError
from onrecord.store.layout import Folder, read_manifest
from onrecord.store.lock import locked
from onrecord.store.merging import told
from onrecord.store.purging import purge


def build(paths: Iterable[str | os.PathLike[str]], out: Path, plan: Plan) -> Report:
    """Bring a record up to date with what is under the paths; all that was in it stays in it.

    Raises Busy where another build is at work on it, Full where the disk is full. Killed at any point, the next build goes on
    from the last batch written.
    """
    folder = Folder(out)
    with shards.room(out):
        out.mkdir(parents=True, exist_ok=True)
        with locked(folder.lock):
            folder.sweep()
            folder.ledger.touch()
            reached("swept")
            with closing(database.open_for_writing(folder.index)) as db:
                return _Build(folder, db, plan).run(paths)


class _Build:
    """One build under the lock, stage by stage."""

    def __init__(self, folder: Folder, db: sqlite3.Connection, plan: Plan) -> None:
        self.folder, self.db, self.plan = folder, db, plan
        self.catalogue = Catalogue(db, folder)
        self.readers = readers_of(plan.models)
        self.force = force.read_struck(folder.ledger)
        self.read = 0

    def run(self, paths: Iterable[str | os.PathLike[str]]) -> Report:
        damaged = self._mend()
        self._gather(paths)
        self.catalogue.settle(told(self.readers))
        self._read()
        options = {"map": [list(pair) for pair in self.plan.options.fields], "date": self.plan.options.date}
        Publisher(self.folder, self.db, self.readers, options, self.force, self.plan.tell).bring_up(anyway=bool(damaged))
        return self._report(damaged)

    def _mend(self) -> list[str]:
        """Put damaged shards aside, so that what they held is gathered or read anew, and catch up with the sound ones."""
        damaged = []
        for name, fault in shards.damaged(self.folder.root, self._labels()):
            damaged.append(str(fault))
            self.catalogue.forget(name)
            shards.put_aside(self.folder.root, name)
        self.catalogue.catch_up()
        purge(self.folder, self.catalogue, self.force.removed)
        return damaged

    def _labels(self) -> dict[str, str]:
        try:
            return read_manifest(self.folder).shards
        except RecordError:
            return {}

    def _gather(self, paths: Iterable[str | os.PathLike[str]]) -> None:
        code = f"{self.readers['onrecord']} {self.readers['code']}"
        for files in Gatherer(self.folder, self.catalogue, self.plan.options, code, self.force).gather(paths):
            self.plan.tell("gather", files)
        reached("all gathered")

    def _read(self) -> None:
        total = self.catalogue.count("SELECT count(*) FROM _want LEFT JOIN _read r USING (article, key) WHERE r.shard IS NULL")
        if not total:
            return
        self.plan.tell("read", 0, total)
        tried = 0
        for result in self.plan.engine_for(total).run(ReadTexts(self.plan.models), batches(self._jobs(), self.plan.batch)):
            tables = lost_tables(result) if isinstance(result, Lost) else result
            name = readings.name_of(tables)
            reached("read")
            shards.write(self.folder.root / name, tables)
            reached("reading written")
            self.catalogue.take_reading(name)
            self.read += tables["articles"].num_rows
            tried += tables["articles"].num_rows + tables["errors"].num_rows
            self.plan.tell("read", tried, total)
        reached("all read")

    def _jobs(self) -> Iterator[Job]:
        """Yield what is to be read, text and all, in the order of the shards the texts stand in."""
        for shard, group in groupby(self.catalogue.unread(), key=lambda row: row[3]):
            texts = shards.read(self.folder.root / shard, "found", ("text",)).column("text")
            for _, key, seen, _, row in group:
                told = (seen.sighting, seen.told, seen.hints, seen.warnings, seen.page)
                yield Job(key, Found(texts[row].as_py(), *told, entries=seen.entries))

    def _report(self, damaged: list[str]) -> Report:
        count = self.catalogue.count
        failed = [Skipped(path, f"could not be read: {reason}") for _, path, reason in self.catalogue.failed()]
        return Report(
            record=self.folder.root,
            articles=count("SELECT count(*) FROM articles"),
            read=self.read,
            reused=max(0, count("SELECT count(*) FROM _want") - len(failed) - self.read),
            statements=count("SELECT count(*) FROM statements"),
            speakers=count("SELECT count(DISTINCT speaker) FROM statements JOIN entities e ON e.id = speaker"),
            readers=self.readers,
            skipped=(*self.catalogue.skipped(), *failed),
            failed=tuple(failed),
            languages=dict(self.db.execute(_UNREAD, tuple(sorted(READABLE)))),
            undated=count("SELECT count(*) FROM articles WHERE published_earliest IS NULL"),
            damaged=tuple(damaged),
        )


_UNREAD = f"""SELECT coalesce(language, 'unknown'), count(*) FROM articles
  WHERE language IS NULL OR language NOT IN ({", ".join("?" * len(READABLE))}) GROUP BY 1 ORDER BY 1"""
