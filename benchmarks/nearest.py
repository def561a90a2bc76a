"""Nearest: seconds to encode what was said in a record, and to search it whole; again at 200,000 and a million statements.

python -m benchmarks.nearest RECORD
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from pathlib import Path

from onrecord.backends import vectors
from onrecord.backends.protocols import Encoder
from onrecord.store.database import INDEX, open_for_reading
from onrecord.store.nearest import Nearest

SIZES = (200_000, 1_000_000)
ASKED = ("there are no safe havens for militants", "taxes will not be raised", "the prisoners were treated badly")


def main(record: str) -> None:
    """Time the record as it is, then its statements over and over."""
    encoder = vectors.load()
    if encoder is None:
        sys.exit("the vectors of onrecord-reader-en are not installed")
    db = open_for_reading(Path(record) / INDEX)
    tell("as it is", db, encoder)
    rows = db.execute("SELECT quote, parts FROM statements WHERE act NOT IN ('intend', 'perceive')").fetchall()
    for size in SIZES:
        many = sqlite3.connect(":memory:")
        many.execute("CREATE TABLE statements (n INTEGER PRIMARY KEY, id TEXT, act TEXT, quote TEXT, parts TEXT)")
        numbered = ((n, str(n), "say", *rows[n % len(rows)]) for n in range(size))
        many.executemany("INSERT INTO statements VALUES (?, ?, ?, ?, ?)", numbered)
        tell(json.dumps(size), many, encoder)


def tell(name: str, db: sqlite3.Connection, encoder: Encoder) -> None:
    """Print how long encoding took, and how long a search takes on the average."""
    start = time.monotonic()
    nearest = Nearest(db, encoder)
    made = time.monotonic() - start
    start = time.monotonic()
    found = [len(nearest.like(text, 0.5)) for text in ASKED]
    print(f"{name}: encoded in {made:.2f} s, a search {1000 * (time.monotonic() - start) / len(ASKED):.0f} ms, found {found}")


if __name__ == "__main__":
    main(*sys.argv[1:])
