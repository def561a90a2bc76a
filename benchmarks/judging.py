"""What the draws that readers judge share: a record to draw from, and how the judgements kept divide."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.common import articles, shared
from onrecord import api

KEPT = Path(__file__).parent / "judgements"


@contextmanager
def opened(record: Path | None, more: int = 0) -> Iterator[api.Record]:
    """Open the record given, or one of ``afpak.jsonl`` and so many articles of the sample, built for as long as it is needed."""
    with TemporaryDirectory() as folder:
        if record is None:
            record, sample = Path(folder, "record"), Path(folder, "sample.jsonl")
            sample.write_text("".join(json.dumps(row) + "\n" for row in (articles(more) if more else ())), "utf-8")
            api.build([shared() / "data" / "news" / "afpak.jsonl", *([sample] if more else ())], record, workers=2)
        with api.open(record) as held:
            yield held


def judgements(path: Path, verdicts: Sequence[str]) -> list[dict[str, Any]]:
    """Read judgements, a line each; ends the run where one says what is no verdict."""
    judged: list[dict[str, Any]] = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    unknown = {row["verdict"] for row in judged} - set(verdicts)
    if unknown:
        sys.exit(f"{path}: no such verdict: {', '.join(sorted(unknown))}")
    return judged


def shares(rows: Sequence[dict[str, Any]], verdicts: Sequence[str], good: Sequence[str] = ("right",)) -> str:
    """Say how many are good, and how all divide."""
    held = Counter(row["verdict"] for row in rows)
    each = ", ".join(f"{verdict} {held[verdict]}" for verdict in verdicts)
    return f"{sum(held[verdict] for verdict in good) / max(1, len(rows)):.1%} right ({each})"
