"""What a build is told to do, and what it tells when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.flow.engine import Engine, engine
from onrecord.flow.models import Models
from onrecord.gather.inputs import Options
from onrecord.records import Skipped

Progress = Callable[[str, int, int | None], None]
"""Told of a stage (gather, read, link, index), how many are done, and how many there are where that is known."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did and what the record now holds.

    ``read`` counts the articles read now, ``reused`` those read before; ``languages`` counts the articles that cannot be read
    yet by their language. ``skipped`` lists inputs and articles with reasons, ``failed`` those among them that could not be read.
    ``damaged`` names files of the record that were not as written: they were put aside, what they held was made anew as far as
    the inputs and the other files allow.
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
