"""The Protocols that stages see instead of models, and the parse they exchange. Standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from onrecord.records import Attribution, Block, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Parse:
    """The tokens of all read blocks of one article, in text order, with a dependency tree and names.

    Token ``i`` covers code points ``start[i]:end[i]`` of the article's text. ``head[i]`` is a token index (a root heads itself).
    ``tag`` is the Penn tag, ``pos`` the universal one, ``dep`` the CLEAR label spaCy's English models give. ``sentences`` and
    ``names`` are half-open token ranges; a name carries its OntoNotes label. ``blocks`` holds each sentence's index into the
    blocks that were parsed, so that nothing is ever looked for across a block's edge unknowingly.
    """

    start: Sequence[int]
    end: Sequence[int]
    text: Sequence[str]
    lemma: Sequence[str]
    pos: Sequence[str]
    tag: Sequence[str]
    dep: Sequence[str]
    head: Sequence[int]
    sentences: Sequence[tuple[int, int]]
    blocks: Sequence[int]
    names: Sequence[tuple[int, int, str]] = field(default=())

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.start)

    @cached_property
    def children(self) -> list[list[int]]:
        """List each token's dependents in text order."""
        below: list[list[int]] = [[] for _ in self.start]
        for token, head in enumerate(self.head):
            if head != token:
                below[head].append(token)
        return below

    @cached_property
    def reach(self) -> list[tuple[int, int]]:
        """Give each token's subtree as a half-open token range (its leftmost and rightmost descendant)."""
        low, high = list(range(len(self))), list(range(1, len(self) + 1))
        for first, last in self.sentences:
            # deepest first: a token's own range is complete before its head takes it over
            for token in sorted(range(first, last), key=self._depths.__getitem__, reverse=True):
                head = self.head[token]
                low[head], high[head] = min(low[head], low[token]), max(high[head], high[token])
        return list(zip(low, high, strict=True))

    @cached_property
    def _depths(self) -> list[int]:
        """Count for each token the steps up to its root, each token walked over once."""
        depths = [-1] * len(self)
        for token in range(len(self)):
            way, at = [], token
            while depths[at] < 0:
                depths[at] = 0  # the root's, and the end of a walk in a circle
                way.append(at)
                at = self.head[at]
            for step in reversed(way):
                depths[step] = depths[self.head[step]] + 1 if self.head[step] != step else 0
        return depths

    @cached_property
    def sentence_of(self) -> list[int]:
        """Give each token the index of its sentence."""
        home = [0] * len(self)
        for index, (first, last) in enumerate(self.sentences):
            home[first:last] = [index] * (last - first)
        return home

    def span(self, first: int, last: int) -> Span:
        """Turn a half-open token range into code points."""
        return self.start[first], self.end[last - 1]


class Parser(Protocol):
    """Splits blocks into tokens and sentences and parses them. ``name`` goes into the manifest."""

    name: str

    def parse(self, text: str, blocks: Sequence[Block]) -> Parse:
        """Parse the given blocks of a text; equal arguments give equal results, whatever was parsed before."""
        ...


class Tagger(Protocol):
    """Finds attributions in the blocks of one article. The rules are one; a trained model is another."""

    name: str

    def tag(self, text: str, blocks: Sequence[Block], parse: Parse) -> list[Attribution]:
        """List the attributions in text order of their content; equal arguments give equal results."""
        ...


class Encoder(Protocol):
    """Turns texts into vectors whose product tells how alike they are in meaning. ``name`` goes into what is shown."""

    name: str

    def encode(self, texts: Iterable[str]) -> NDArray[np.float32]:
        """Give each text a row of length one; equal texts give equal rows, whatever stands beside them."""
        ...
