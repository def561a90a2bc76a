"""One build at a time on one record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.store.faults import Busy


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a record's lock; raises Busy at once where another build holds it.

    SQLite's own lock on an empty database: it works alike on every system, and dies with the process however that ends.
    """
    held = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        try:
            held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise Busy(f"another build is at work on {path.parent}; wait for it to end, or build another record") from None
        yield
    finally:
        held.close()
