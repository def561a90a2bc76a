"""The statements nearest in meaning to a text: every one is compared, none is skipped."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.backends.protocols import Encoder
from onrecord.store.questions import SHOWN

Floats = NDArray[np.floating[Any]]

_AT_ONCE = 65_536
"""Statements compared at once, so that the memory of a comparison stays small however many there are."""


@dataclass(frozen=True, slots=True)
class Near:
    """A statement, by its number in the index, and how like it is: the cosine, 1 for the same words."""

    number: int
    likeness: float


class Nearest:
    """The vectors of all statements shown, made once for a state of a record: two bytes a direction and statement."""

    def __init__(self, db: sqlite3.Connection, encoder: Encoder) -> None:
        """Read what was said, propositions where there are any, and encode it."""
        query = "SELECT n, quote, parts FROM statements WHERE act IN (SELECT value FROM json_each(?)) ORDER BY id"
        rows = db.execute(query, (json.dumps(SHOWN),)).fetchall()
        self._encoder = encoder
        self._numbers = np.array([row[0] for row in rows], dtype=np.int64)
        texts = (meaning(quote, [part["proposition"] for part in json.loads(parts or "[]")]) for _, quote, parts in rows)
        self._vectors = encoder.encode(texts).astype(np.float16)

    def like(self, text: str, least: float) -> list[Near]:
        """List the statements at least so like a text, the likest first; none for a text without a word."""
        vector = self._encoder.encode([text])[0]
        likeness = np.concatenate([_products(part, vector) for part in self._parts()] or [np.zeros(0, np.float32)])
        found = np.flatnonzero(likeness >= least)
        order = found[np.argsort(-likeness[found], kind="stable")]
        return [Near(int(self._numbers[at]), round(float(likeness[at]), 3)) for at in order]

    def _parts(self) -> list[Floats]:
        return [self._vectors[at : at + _AT_ONCE] for at in range(0, len(self._vectors), _AT_ONCE)]


def _products(vectors: Floats, vector: Floats) -> Floats:
    product: Floats = vectors.astype(np.float32) @ vector
    return product


def meaning(quote: str, propositions: Sequence[str]) -> str:
    """Give the words that tell what a statement says: its propositions, which can be read alone, else the words attributed."""
    return " ".join(propositions) or quote
