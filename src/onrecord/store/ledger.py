"""The ledger: what people judged, one JSON object a line, only ever added to, outliving every rebuild.

A line holds the fields of a Verdict and its id, which hashes them: a line that was changed by hand no longer fits its id.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.records import Verdict
from onrecord.store.codec import from_rows, pack
from onrecord.store.shards import room, write_file

LOCK = "ledger.lock"
"""The file beside a ledger that whoever adds to it holds for a moment."""


def append(path: Path, verdicts: Iterable[Verdict]) -> None:
    """Add verdicts at the end, on the disk before this returns; two who judge at once take turns."""
    lines = "".join(_line(each) for each in verdicts)
    with _turn(path), room(path), path.open("a+b", buffering=0) as file:
        if file.seek(0, os.SEEK_END) and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n":
            lines = "\n" + lines  # the line before was cut off by a kill; it stays, and is told as a fault
        file.write(lines.encode())
        os.fsync(file.fileno())


def strike(path: Path, article: str) -> bool:
    """Strike the words of a removed article from the verdicts on it; says whether there were any.

    What is left of such a line is its id, its verb, what it was on, who gave it and when: the one change ever made to a line.
    """
    with _turn(path):
        kept, struck = [], False
        for line in _data(path).splitlines(keepends=True):
            verdict = _verdict(line)
            if verdict is not None and verdict.verb not in ("remove", "undo") and article in verdict.anchor:
                told = {"id": verdict.id, "verb": verdict.verb, "target": verdict.target, "by": verdict.by, "at": verdict.at}
                line, struck = (json.dumps({**told, "struck": article}, ensure_ascii=False) + "\n").encode(), True
            kept.append(line)
        if struck:
            write_file(path, b"".join(kept))
    return struck


@contextmanager
def _turn(path: Path) -> Iterator[None]:
    """Hold the ledger for a moment: nobody adds to it while it is held."""
    held = sqlite3.connect(path.with_name(LOCK), timeout=60, isolation_level=None)
    try:
        held.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        held.close()


def _line(verdict: Verdict) -> str:
    return json.dumps({"id": verdict.id, **pack(verdict)}, ensure_ascii=False) + "\n"


def read(path: Path) -> list[Verdict]:
    """Read the verdicts in the order they were given; lines that are not as they were written are left out (see ``faults``)."""
    return read_whole(path)[0]


def read_whole(path: Path) -> tuple[list[Verdict], int]:
    """Read the verdicts in the order they were given, and say how many bytes of the ledger that was."""
    data = _data(path)
    return [verdict for _, verdict in _lines(data) if isinstance(verdict, Verdict)], len(data)


def size(path: Path) -> int:
    """Give the bytes of a ledger, 0 where there is none."""
    return path.stat().st_size if path.exists() else 0


def faults(path: Path) -> list[tuple[int, str]]:
    """List the lines, counted from 1, that are not as they were written, with what is wrong."""
    lines = list(_lines(_data(path)))
    gone = {verdict.target for _, verdict in lines if isinstance(verdict, Verdict) and verdict.verb == "remove"}
    what = "is no verdict, or not as it was written"
    return [(number, what) for number, verdict in lines if not (isinstance(verdict, Verdict) or verdict in gone)]


def _data(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _lines(data: bytes) -> Iterator[tuple[int, Verdict | str | None]]:
    """Yield each line's number with its verdict, the article it was struck for, or null for what is neither."""
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            yield number, _verdict(line) or _struck(line)


def _struck(line: bytes) -> str | None:
    try:
        told = json.loads(line)
        return str(told["struck"])
    except (ValueError, KeyError, TypeError):
        return None


def _verdict(line: bytes) -> Verdict | None:
    try:
        told = json.loads(line)
        (verdict,) = from_rows(Verdict, [told])
        return verdict if verdict.id == told["id"] else None
    except (ValueError, KeyError, TypeError):
        return None
