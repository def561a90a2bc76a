"""What finds statements near in meaning is made beside the pages: on a large record they do without it until it is there."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.show.web.view import Asked
from onrecord.store import database

if TYPE_CHECKING:
    from onrecord.store.nearest import Nearest

PATIENCE = 0.25
"""Seconds a page waits for it: small records have it at once, the reader of a large one at the next page."""

_MAKER = ThreadPoolExecutor(1, "nearest")
_MADE: dict[Path, tuple[str, Future[Nearest | None]]] = {}


def nearest_of(asked: Asked) -> Nearest | None:
    """Give what finds statements near in meaning; None while it is made, and where no vectors are installed."""
    root, state = asked.record.folder.root, asked.state
    if root not in _MADE or _MADE[root][0] != state:
        _MADE[root] = state, _MAKER.submit(_make, asked.record.folder.index, state)
    try:
        return _MADE[root][1].result(PATIENCE)
    except TimeoutError:
        return None


def _make(index: Path, state: str) -> Nearest | None:
    from onrecord.backends import vectors
    from onrecord.store.nearest import Nearest

    encoder = vectors.load()
    if encoder is None:
        return None
    with closing(database.open_for_reading(index)) as db, database.snapshot(db):
        # a build may have ended since the page was asked for: its statements bear other numbers
        return Nearest(db, encoder) if database.signature(db) == state else None
