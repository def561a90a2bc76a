"""What programs and the command line call."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from importlib.metadata import entry_points
from pathlib import Path

from onrecord.flow.build import Plan, Progress, Report
from onrecord.flow.build import build as _build
from onrecord.flow.engine import engine as _engine
from onrecord.flow.models import Installed, Models
from onrecord.gather.inputs import Options
from onrecord.store.record import Record, open_record


def build(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str] = "record",
    *,
    workers: int = 1,
    engine: str | None = None,
    date: str | None = None,
    maps: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    models: Models | None = None,
) -> Report:
    """Build a record from files and folders, or bring one up to date with them.

    ``date`` is the ISO day of publication of texts that carry none; ``maps`` says what fields of JSON records hold, as
    {field: name}. With several ``workers`` a script must build under ``if __name__ == "__main__":``.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    plan = Plan(
        models or Installed(),
        _engine(engine or ("cores" if workers > 1 else "here"), workers),
        Options(tuple(sorted((maps or {}).items())), date),
        progress=progress or (lambda stage, done, total: None),  # noqa: ARG005
    )
    return _build(given, Path(out), plan)


def open(path: str | os.PathLike[str] = "record") -> Record:  # noqa: A001 (read as onrecord.open)
    """Open a finished record to ask it; an index that is missing or damaged is made anew from the shards."""
    return open_record(Path(path))


def export(record: Record, out: str | os.PathLike[str], form: str = "jsonl") -> list[Path]:
    """Write a record for others to read, in a form registered under ``onrecord.exports``; gives the files written."""
    known = {entry.name: entry for entry in entry_points(group="onrecord.exports")}
    if form not in known:
        raise ValueError(f"no export named {form!r}; there are: {', '.join(sorted(known))}")
    written: list[Path] = known[form].load()(record, Path(out))
    return written
