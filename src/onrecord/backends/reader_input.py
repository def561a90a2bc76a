"""Words, marks and windows: what the trained reader of attributions is given to read.

Training and run time share this module, so that both see the very same input.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Span = tuple[int, int]

PIECES = 254  # word pieces of a window; [CLS] and [SEP] make it 256
OVERLAP = 56  # pieces that two windows share, about
CLS, SEP = 101, 102
CASES, QUOTES, GAPS = 4, 3, 3  # how many values each mark takes
MARKS = CASES * QUOTES * GAPS

_QUOTE = re.compile(r"[“”\"]|''|``")
_STOP = re.compile(r"[.!?]")
_CLOSER = frozenset("\"'”’)]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's paragraphs, in code points, and their word pieces."""

    starts: Ints
    ends: Ints
    pieces: Ints
    """Vocabulary numbers of all word pieces, one after the other."""
    first: Ints
    """Where each word's pieces begin; one longer than the words."""
    marks: Ints
    """Letter case, quotation and gap before the word, as one number below MARKS."""
    paragraph: Ints
    sentence: Ints

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words read at once, and the words whose cues it answers for."""

    start: int
    end: int
    own_start: int
    own_end: int


def split_words(text: str, paragraphs: Sequence[Span], tokenizer: Any) -> Words:
    """Cut paragraphs into words and word pieces, each word in its code points of the text."""
    starts: list[int] = []
    ends: list[int] = []
    pieces: list[int] = []
    first: list[int] = []
    paragraph: list[int] = []
    for number, (low, high) in enumerate(paragraphs):
        encoding = tokenizer.encode(text[low:high], add_special_tokens=False)
        before = -1
        for piece, (start, end), word in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
            if word == before:
                ends[-1] = low + end
            else:
                starts.append(low + start)
                ends.append(low + end)
                first.append(len(pieces))
                paragraph.append(number)
                before = word
            pieces.append(piece)
    first.append(len(pieces))
    quoted = _quoted(text, paragraphs, starts)
    marks = _marks(text, starts, ends, paragraph, quoted)
    sentence = _sentences(text, starts, ends, paragraph)
    return Words(*map(_column, (starts, ends, pieces, first, marks, paragraph, sentence)))


def _column(values: list[int]) -> Ints:
    return np.asarray(values, dtype=np.int64)


def _quoted(text: str, paragraphs: Sequence[Span], starts: list[int]) -> list[int]:
    """Say of each word whether it is outside (0) or inside (1) quotation marks, or a mark itself (2)."""
    changes: list[tuple[int, int]] = []
    for low, high in paragraphs:
        open_ = False
        for match in _QUOTE.finditer(text, low, high):
            open_ = match.group() not in ("”",) if not open_ else match.group() in ("“", "``")
            changes += [(match.start(), 2), (match.end(), int(open_))]
        changes.append((high, 0))
    states: list[int] = []
    state, at = 0, 0
    for start in starts:
        while at < len(changes) and changes[at][0] <= start:
            state = changes[at][1]
            at += 1
        states.append(state)
    return states


def _marks(text: str, starts: list[int], ends: list[int], paragraph: list[int], quoted: list[int]) -> list[int]:
    """Number what an uncased vocabulary hides: letter case, quotation, and the gap before."""
    marks: list[int] = []
    for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
        head = text[start]
        case = 0 if not head.isupper() else 1 if end - start == 1 or not text[start:end].isupper() else 2
        if case == 0 and not head.isalnum():
            case = 3
        fresh = i == 0 or paragraph[i - 1] != paragraph[i]
        gap = 2 if fresh else 1 if starts[i] == ends[i - 1] else 0
        marks.append((case * QUOTES + quoted[i]) * GAPS + gap)
    return marks


def _sentences(text: str, starts: list[int], ends: list[int], paragraph: list[int]) -> list[int]:
    """Number the sentences roughly: a new one after a stop and its closing marks, or with a new paragraph."""
    numbers: list[int] = []
    number, stopped = 0, False
    for i, start in enumerate(starts):
        head = text[start]
        if (i and paragraph[i] != paragraph[i - 1]) or (stopped and start > ends[i - 1] and not head.islower()):
            number += 1
            stopped = False
        elif stopped and head not in _CLOSER and not _STOP.match(head):
            stopped = False
        if ends[i] - start == 1 and _STOP.match(head):
            stopped = True
        numbers.append(number)
    return numbers


def cut_windows(words: Words, pieces: int = PIECES, overlap: int = OVERLAP) -> list[Window]:
    """Cut an article into overlapping windows that begin with a sentence where they can."""
    count = len(words)
    spans: list[Span] = []
    start = 0
    while start < count:
        end = _reach(words, start, pieces)
        spans.append((start, end))
        if end >= count:
            break
        start = max(start + 1, _restart(words, end, overlap))
    edges = [0]
    for (_, end), (start, _) in itertools.pairwise(spans):
        edges.append(max(start, (start + end) // 2) if start < end else end)
    edges.append(count)
    return [Window(s, e, edges[i], edges[i + 1]) for i, (s, e) in enumerate(spans)]


def _reach(words: Words, start: int, pieces: int) -> int:
    """Find the last word whose pieces still fit (at least one word, however long)."""
    limit = int(words.first[start]) + pieces
    return max(start + 1, int(np.searchsorted(words.first, limit, side="right")) - 1)


def _restart(words: Words, end: int, overlap: int) -> int:
    """Choose where the next window starts: a sentence's start from half to one and a half overlaps back."""
    at = int(words.first[end])
    low, ideal, high = (int(np.searchsorted(words.first, at - overlap * k // 2)) for k in (3, 2, 1))
    begins = [i for i in range(max(1, low), high) if words.sentence[i] != words.sentence[i - 1]]
    return min(begins, key=lambda i: abs(i - ideal)) if begins else ideal


def window_input(words: Words, start: int, end: int, pieces: int = PIECES) -> tuple[Ints, Ints, Ints]:
    """Lay out a window for the encoder: vocabulary numbers, marks, and where each word's first piece stands."""
    low, high = int(words.first[start]), min(int(words.first[end]), int(words.first[start]) + pieces)
    ids = np.concatenate(([CLS], words.pieces[low:high], [SEP])).astype(np.int64)
    lengths = np.diff(np.minimum(words.first[start : end + 1], high))
    marks = np.concatenate(([0], np.repeat(words.marks[start:end], lengths), [0])).astype(np.int64)
    return ids, marks, (words.first[start:end] - low + 1).astype(np.int64)
