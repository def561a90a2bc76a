"""Building a record: gather, read, link, index; whatever was done before is not done again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from onrecord.flow.checkpoints import reached
from onrecord.flow.engine import Engine, Lost, engine
from onrecord.flow.gathering import Gatherer
from onrecord.flow.linking import link
from onrecord.flow.models import Models, readers_of
from onrecord.flow.reading import Backends, read
from onrecord.gather.inputs import Options
from onrecord.gather.languages import READABLE
from onrecord.records import Found, Reading, Skipped
from onrecord.store import database, index, linked, readings, shards
from onrecord.store.catalogue import Catalogue
from onrecord.store.faults import RecordError
from onrecord.store.layout import Folder, Manifest, read_manifest, write_manifest
from onrecord.store.lock import locked
from onrecord.store.merging import told
from onrecord.store.rows import Failed

Progress = Callable[[str, int, int | None], None]
"""Told of a stage (gather, read, link, index), how many are done, and how many there are where that is known."""


@dataclass(frozen=True, slots=True)
class Job:
    """One text to be read, and the key of what its reading rests on."""

    key: str
    found: Found


@dataclass(frozen=True, slots=True)
class ReadTexts:
    """The work of reading: a batch of texts in, the tables of a shard out. A text that cannot be read is told, not raised."""

    models: Models

    def __call__(self, batch: Sequence[Job]) -> dict[str, pa.Table]:
        """Read each text of a batch, looking at nothing else."""
        backends, read_, failed = self.models.load(), [], []
        for job in batch:
            outcome = _attempt(job, backends)
            if isinstance(outcome, Failed):
                failed.append(outcome)
            else:
                read_.append((job.key, outcome))
        return readings.to_tables(read_, failed)


def _attempt(job: Job, backends: Backends) -> Reading | Failed:
    try:
        return read(job.found, backends)
    except Exception as error:  # noqa: BLE001 (one article must not stop the others; its error is kept)
        return Failed(job.found.article, job.key, f"{type(error).__name__}: {' '.join(str(error).split())[:300]}")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did and what the record now holds.

    ``read`` counts the articles read now, ``reused`` those read before; ``languages`` counts the articles that cannot be read
    yet by their language; ``skipped`` and ``failed`` list inputs and articles with reasons; ``damaged`` names files of the
    record that were not as written and were left out or made anew.
    """

    record: Path
    articles: int
    read: int
    reused: int
    statements: int
    speakers: int
    readers: dict[str, str]
    skipped: tuple[Skipped, ...] = ()
    failed: tuple[Skipped, ...] = ()
    languages: dict[str, int] = field(default_factory=dict)
    undated: int = 0
    damaged: tuple[str, ...] = ()

    @property
    def reader(self) -> str:
        """Name the reader of attributions that served."""
        return self.readers["reader"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to build: with which models, options and engine, in batches of how many articles, and whom to tell.

    No engine means: the machine's cores where there are several workers and enough to read, else this process.
    """

    models: Models
    options: Options = Options()  # noqa: RUF009 (frozen)
    workers: int = 1
    engine: str | None = None
    batch: int = 32
    progress: Progress | None = None

    def tell(self, stage: str, done: int, total: int | None = None) -> None:
        """Tell of progress, where somebody wants to know."""
        if self.progress:
            self.progress(stage, done, total)

    def engine_for(self, articles: int) -> Engine:
        """Make the engine for so many articles: to start processes pays only for some."""
        several = self.workers > 1 and articles > 2 * self.batch
        return engine(self.engine or ("cores" if several else "here"), self.workers)


def build(paths: Iterable[str | os.PathLike[str]], out: Path, plan: Plan) -> Report:
    """Bring a record up to date with what is under the paths; all that was in it stays in it.

    Raises Busy where another build is at work on it, Full where the disk is full. Killed at any point, the next build goes on
    from the last batch written.
    """
    folder = Folder(out)
    out.mkdir(parents=True, exist_ok=True)
    with locked(folder.lock):
        folder.sweep()
        reached("swept")
        with closing(database.open_for_writing(folder.index)) as db:
            return _Build(folder, Catalogue(db, folder), plan).run(db, paths)


class _Build:
    """One build under the lock, stage by stage."""

    def __init__(self, folder: Folder, catalogue: Catalogue, plan: Plan) -> None:
        self.folder, self.catalogue, self.plan = folder, catalogue, plan
        self.readers = readers_of(plan.models)
        self.read = 0

    def run(self, db: Any, paths: Iterable[str | os.PathLike[str]]) -> Report:
        damaged = [str(fault) for fault in self.catalogue.catch_up()]
        self._gather(paths)
        self.catalogue.settle(told(self.readers))
        self._read()
        state = self._state()
        if not self._is_published(state):
            self._publish(db, state)
        return self._report(db, damaged)

    def _gather(self, paths: Iterable[str | os.PathLike[str]]) -> None:
        code = f"{self.readers['onrecord']} {self.readers['code']}"
        for files in Gatherer(self.folder, self.catalogue, self.plan.options, code).gather(paths):
            self.plan.tell("gather", files)
        reached("all gathered")

    def _read(self) -> None:
        total = self.catalogue.count("SELECT count(*) FROM _want LEFT JOIN _read r USING (article, key) WHERE r.shard IS NULL")
        if not total:
            return
        batches = _batches(self._jobs(), self.plan.batch)
        for result in self.plan.engine_for(total).run(ReadTexts(self.plan.models), batches):
            tables = _lost(result) if isinstance(result, Lost) else result
            name = _shard_name(tables)
            reached("read")
            shards.write(self.folder.readings / name, tables)
            reached("reading written")
            self.catalogue.take_reading(f"readings/{name}")
            self.read += tables["articles"].num_rows + tables["errors"].num_rows
            self.plan.tell("read", self.read, total)
        reached("all read")

    def _jobs(self) -> Iterator[Job]:
        """Yield what is to be read, text and all, in the order of the shards the texts stand in."""
        for shard, group in groupby(self.catalogue.unread(), key=lambda row: row[3]):
            texts = shards.read(self.folder.root / shard, "found", ("text",)).column("text")
            for _, key, seen, _, row in group:
                yield Job(key, Found(texts[row].as_py(), seen.sighting, seen.told, seen.hints, seen.warnings))

    def _state(self) -> str:
        """Name all that the public part of the record rests on."""
        seen = hashlib.sha256(told(self.readers).encode())
        for row in self.catalogue.all_that_counts():
            seen.update(told(row).encode("utf-8", "surrogatepass"))
        return seen.hexdigest()[:20]

    def _is_published(self, state: str) -> bool:
        try:
            manifest = read_manifest(self.folder)
        except RecordError:
            return False
        return (
            manifest.linked == state and self.catalogue.state() == state and set(manifest.shards) == set(self.catalogue.shards())
        )

    def _publish(self, db: Any, state: str) -> None:
        """Link, write the manifest (from here on this build counts), bring the index up to it, and clear away what is idle."""
        self.plan.tell("link", 0)
        reached("linking")
        link(self.folder, self.catalogue, state)
        reached("linked")
        idle = self.catalogue.idle_shards()
        labels = {
            name: shards.digest(self.folder.root / name / shards.LABEL) for name in self.catalogue.shards() if name not in idle
        }
        write_manifest(self.folder, self._manifest(state, labels))
        reached("published")
        self.plan.tell("index", 0)
        index.fill(db, self.folder, linked.read(self.folder.linked / state), state)
        reached("indexed")
        for name in idle:
            self.catalogue.forget(name)
            shards.remove(self.folder.root / name)
        for name in shards.names(self.folder.linked):
            if name != state:
                shards.remove(self.folder.linked / name)
        reached("cleared")

    def _manifest(self, state: str, labels: dict[str, str]) -> Manifest:
        options = {"map": [list(pair) for pair in self.plan.options.fields], "date": self.plan.options.date}
        labels[f"linked/{state}"] = shards.digest(self.folder.linked / state / shards.LABEL)
        counts, inputs = self.catalogue.counts(), self.catalogue.inputs_digest()
        return Manifest(self.readers["onrecord"], self.readers, options, counts, inputs, state, labels)

    def _report(self, db: Any, damaged: list[str]) -> Report:
        articles = self.catalogue.count("SELECT count(*) FROM articles")
        return Report(
            record=self.folder.root,
            articles=articles,
            read=self.read,
            reused=max(0, self.catalogue.count("SELECT count(*) FROM _want") - self.read),
            statements=self.catalogue.count("SELECT count(*) FROM statements"),
            speakers=self.catalogue.count("SELECT count(DISTINCT speaker) FROM statements JOIN entities e ON e.id = speaker"),
            readers=self.readers,
            skipped=tuple(self.catalogue.skipped()),
            failed=tuple(Skipped(path, reason) for _, path, reason in self.catalogue.failed()),
            languages=dict(db.execute(_UNREAD, tuple(sorted(READABLE)))),
            undated=self.catalogue.count("SELECT count(*) FROM articles WHERE published_earliest IS NULL"),
            damaged=tuple(damaged),
        )


_UNREAD = f"""SELECT coalesce(language, 'unknown'), count(*) FROM articles
  WHERE language IS NULL OR language NOT IN ({", ".join("?" * len(READABLE))}) GROUP BY 1 ORDER BY 1"""


def _batches(jobs: Iterator[Job], size: int) -> Iterator[list[Job]]:
    while batch := list(islice(jobs, size)):
        yield batch


def _lost(lost: Lost) -> dict[str, pa.Table]:
    return readings.to_tables([], [Failed(lost.item.found.article, lost.item.key, lost.reason)])


def _shard_name(tables: dict[str, pa.Table]) -> str:
    """Name a shard by the readings in it, so that the same readings written again take the same name."""
    read_, failed = tables["articles"], tables["errors"]
    pairs = [*zip(read_["id"].to_pylist(), read_["key"].to_pylist(), strict=True)]
    pairs += zip(failed["article"].to_pylist(), failed["key"].to_pylist(), strict=True)
    return hashlib.sha256(told(sorted(pairs)).encode()).hexdigest()[:20]
