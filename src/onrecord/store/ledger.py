"""The ledger: what people judged, one JSON object a line, only ever added to, outliving every rebuild.

A line holds the fields of a Verdict and its id, which hashes them: a line that was changed by hand no longer fits its id.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.records import Verdict
from onrecord.store.codec import from_rows, pack
from onrecord.store.shards import room


def append(path: Path, verdict: Verdict) -> None:
    """Add a verdict at the end, on the disk before this returns."""
    line = json.dumps({"id": verdict.id, **pack(verdict)}, ensure_ascii=False) + "\n"
    with room(path), path.open("a+b") as file:
        if file.seek(0, os.SEEK_END) and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n":
            line = "\n" + line  # the line before was cut off by a kill; it stays, and is told as a fault
        file.write(line.encode())
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> list[Verdict]:
    """Read the verdicts in the order they were given; lines that are not as they were written are left out (see ``faults``)."""
    return [verdict for _, verdict in _lines(path) if verdict is not None]


def faults(path: Path) -> list[tuple[int, str]]:
    """List the lines, counted from 1, that are not as they were written, with what is wrong."""
    return [(number, "is no verdict, or not as it was written") for number, verdict in _lines(path) if verdict is None]


def _lines(path: Path) -> Iterator[tuple[int, Verdict | None]]:
    if not path.exists():
        return
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if line.strip():
            yield number, _verdict(line)


def _verdict(line: bytes) -> Verdict | None:
    try:
        told = json.loads(line)
        (verdict,) = from_rows(Verdict, [told])
        return verdict if verdict.id == told["id"] else None
    except (ValueError, KeyError, TypeError):
        return None
