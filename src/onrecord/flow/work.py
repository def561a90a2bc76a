"""The work of reading: a batch of texts in, the tables of a shard out; pure and picklable, so that any engine can run it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import pyarrow as pa

from onrecord.flow.engine import Lost
from onrecord.flow.models import Models
from onrecord.flow.reading import Backends, read
from onrecord.records import Found, Reading
from onrecord.store import readings
from onrecord.store.rows import Failed


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
        reason = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        return Failed(job.found.article, job.key, reason.encode("utf-8", "backslashreplace").decode())


def batches(jobs: Iterator[Job], size: int) -> Iterator[list[Job]]:
    """Cut jobs into batches."""
    while batch := list(islice(jobs, size)):
        yield batch


def lost_tables(lost: Lost) -> dict[str, pa.Table]:
    """Write down a text that took its worker down each time."""
    return readings.to_tables([], [Failed(lost.item.found.article, lost.item.key, lost.reason)])
