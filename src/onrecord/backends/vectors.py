"""The static embedding as an Encoder: a vector a word piece, summed and brought to length one; numpy and tokenizers alone.

A vector's length is the weight of its piece (Arora, Liang and Ma 2017); the vectors are distilled from a sentence encoder
(Tulkens and van Dongen 2024, model2vec). They come with the trained reader's package; without it `load()` gives None.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
PACKAGE = "onrecord_reader_en"
_PIECES = 256
"""Word pieces of a text that count: what comes after them changes its direction little."""
_AT_ONCE = 1024


class StaticEncoder:
    """Turn texts into vectors, each by itself: what stands beside a text changes nothing in its vector."""

    def __init__(self, folder: Path) -> None:
        """Load the vectors (eight-bit integers, a row a word piece) and the tokenizer of a model's folder."""
        held = np.load(folder / "vectors.npy")
        self._vectors = held.astype(np.float32)
        self.name = f"{PACKAGE.replace('_', '-')}/vectors-{held.shape[1]}"
        self._tokenizer: Any = import_module("tokenizers").Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_PIECES)

    def encode(self, texts: Iterable[str]) -> Floats:
        """Give each text a row of length one; a text without a word a row of zeros."""
        held = list(texts)
        rows = [self._sums(held[at : at + _AT_ONCE]) for at in range(0, len(held), _AT_ONCE)]
        sums = np.concatenate(rows) if rows else np.zeros((0, self._vectors.shape[1]), np.float32)
        lengths: Floats = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9).astype(np.float32)
        return sums / lengths

    def _sums(self, texts: Sequence[str]) -> Floats:
        encoded = self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        return np.stack([self._vectors[one.ids].sum(axis=0) for one in encoded])


@lru_cache(maxsize=1)
def load() -> StaticEncoder | None:
    """Load the installed vectors; None where the package, or what cuts words into pieces, is not installed."""
    try:
        folder = Path(import_module(PACKAGE).PATH)
        return StaticEncoder(folder) if (folder / "vectors.npy").is_file() else None
    except ImportError:
        return None
