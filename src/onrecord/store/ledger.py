"""The ledger: what people judged, one JSON object a line, only ever added to, outliving every rebuild.

A line holds the fields of a Verdict and its id, which hashes them: a line that was changed by hand no longer fits its id.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.records import Verdict
from onrecord.store.codec import from_rows, pack
from onrecord.store.shards import room


def append(path: Path, verdicts: Iterable[Verdict]) -> None:
    """Add verdicts at the end, on the disk before this returns; in one piece, so that two who judge at once mix no lines."""
    lines = "".join(json.dumps({"id": each.id, **pack(each)}, ensure_ascii=False) + "\n" for each in verdicts)
    with room(path), path.open("a+b", buffering=0) as file:
        if file.seek(0, os.SEEK_END) and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n":
            lines = "\n" + lines  # the line before was cut off by a kill; it stays, and is told as a fault
        file.write(lines.encode())
        os.fsync(file.fileno())


def read(path: Path) -> list[Verdict]:
    """Read the verdicts in the order they were given; lines that are not as they were written are left out (see ``faults``)."""
    return read_whole(path)[0]


def read_whole(path: Path) -> tuple[list[Verdict], int]:
    """Read the verdicts in the order they were given, and say how many bytes of the ledger that was."""
    data = _data(path)
    return [verdict for _, verdict in _lines(data) if verdict is not None], len(data)


def size(path: Path) -> int:
    """Give the bytes of a ledger, 0 where there is none."""
    return path.stat().st_size if path.exists() else 0


def faults(path: Path) -> list[tuple[int, str]]:
    """List the lines, counted from 1, that are not as they were written, with what is wrong."""
    return [(number, "is no verdict, or not as it was written") for number, verdict in _lines(_data(path)) if verdict is None]


def _data(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _lines(data: bytes) -> Iterator[tuple[int, Verdict | None]]:
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            yield number, _verdict(line)


def _verdict(line: bytes) -> Verdict | None:
    try:
        told = json.loads(line)
        (verdict,) = from_rows(Verdict, [told])
        return verdict if verdict.id == told["id"] else None
    except (ValueError, KeyError, TypeError):
        return None
