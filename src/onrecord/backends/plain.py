"""The smallest Parser, Tagger and Encoder that are real: marks, capitals and hashes, no model.

For tests, and to show the Protocols.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.backends.protocols import Parse
from onrecord.records import Attribution, Block, Span

_DIRECTIONS = 1024
_TOKEN = re.compile(r"\w+|[^\w\s]")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"],? (said|says|told) ((?:[A-Z]\w+ ?)+)")


class PlainParser:
    """Split into words and marks; a sentence ends with a mark that ends one; each word depends on the first of its sentence."""

    name = "plain/1"

    def parse(self, text: str, blocks: Sequence[Block]) -> Parse:
        """Parse the given blocks of a text."""
        spans: list[Span] = []
        homes: list[int] = []
        sentences: list[tuple[int, int]] = []
        for index, block in enumerate(blocks):
            first = len(spans)
            for token in _TOKEN.finditer(text, block.start, block.end):
                spans.append(token.span())
                if token.group() in ".!?":
                    sentences.append((first, len(spans)))
                    homes.append(index)
                    first = len(spans)
            if first < len(spans):
                sentences.append((first, len(spans)))
                homes.append(index)
        words = [text[start:end] for start, end in spans]
        heads = [first for first, last in sentences for _ in range(first, last)]
        pos = ["PROPN" if word[0].isupper() else "X" if word[0].isalnum() else "PUNCT" for word in words]
        dep = ["ROOT" if head == i else "dep" for i, head in enumerate(heads)]
        return Parse(
            [start for start, _ in spans], [end for _, end in spans], words, [word.lower() for word in words], pos,
            ["NNP" if one == "PROPN" else "XX" for one in pos], dep, heads, sentences, homes, tuple(_names(pos, sentences)),
        )  # fmt: skip


def _names(pos: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Take two or more words in capitals side by side for somebody's name."""
    for first, last in sentences:
        start = first
        for i in range(first, last + 1):
            if i == last or pos[i] != "PROPN":
                if i - start > 1:
                    yield start, i, "PERSON"
                start = i + 1


class PlainTagger:
    """Find words in quotation marks that somebody with a capital "said"."""

    name = "plain/1"

    def tag(self, text: str, blocks: Sequence[Block], parse: Parse) -> list[Attribution]:  # noqa: ARG002
        """List the attributions in text order."""
        found = []
        for block in blocks:
            for match in _QUOTED.finditer(text, block.start, block.end):
                start, end = match.span(3)
                source = start, end - (text[end - 1] == " ")
                found.append(Attribution((source,), (match.span(2),), (match.span(1),), 0.9, "plain/1"))
        return found


class PlainEncoder:
    """Give each word a direction by its hash, so that texts are as alike as the words they share."""

    name = "plain/1"

    def encode(self, texts: Iterable[str]) -> NDArray[np.float32]:
        """Give each text a row of length one; a text without a word a row of zeros."""
        rows = [[0.0] * _DIRECTIONS, *(self._sum(text) for text in texts)]
        sums = np.array(rows, dtype=np.float32)[1:]
        lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9).astype(np.float32)
        return np.asarray(sums / lengths, dtype=np.float32)

    def _sum(self, text: str) -> list[float]:
        row = [0.0] * _DIRECTIONS
        for word in re.findall(r"\w+", text.casefold()):
            row[crc32(word.encode()) % _DIRECTIONS] += 1.0
        return row
