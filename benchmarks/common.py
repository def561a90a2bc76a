"""What the benchmarks share: the folder of real articles, and a record built in a folder of its own."""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

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


def articles(count: int) -> list[dict[str, Any]]:
    """Give the first so many articles of the sample of 3,000, as JSON objects."""
    with lzma.open(shared() / "data" / "news" / "sample-3000.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, count)]
