"""What the benchmarks share: the folder of real articles, and a record built in a folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord import api

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared() -> Path:
    """Give the folder of real articles and gold beside the repository; ends the run with a message where it is not there."""
    if not SHARED.is_dir():
        sys.exit(f"this benchmark needs the folder of real articles and gold at {SHARED}")
    return SHARED


@contextmanager
def exported(*paths: Path, workers: int = 1) -> Iterator[Path]:
    """Build a record of these inputs afresh, export it as JSON lines, and give the export's folder while it is needed."""
    with TemporaryDirectory() as folder:
        record, export = Path(folder, "record"), Path(folder, "export")
        api.build(paths, record, workers=workers)
        with api.open(record) as opened:
            opened.export("jsonl", export)
        yield export
