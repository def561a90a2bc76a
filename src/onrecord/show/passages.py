"""A statement's words where they stand: its sentences or paragraph, cut into pieces with source, cue and content marked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter

from onrecord.records import Block, Span, Spans, Statement

CONTENT, CUE, SOURCE = "content", "cue", "source"
HIT, CLASH = "hit", "clash"
GAP = " … "

_STOP = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)|\n[^\S\n]*\n""")
_NOT_A_STOP = re.compile(r"\b(?:[A-Z]|Mrs?|Ms|Dr|Prof|Sen|Rep|Gen|Col|Lt|Maj|Capt|Gov|St|Jr|Sr|No|vs)\.$")
_BREAK = re.compile(r"[ \t]*\n")
_OPENS = re.compile(r"""\s*["'“‘«(\[—–-]*\s*[^\W_a-z]""")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text and what it is to a statement: source, cue, content, or nothing (empty).

    Of the content, ``hit`` is a word that was looked for, ``clash`` what a link is about.
    """

    text: str
    mark: str


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Cut a stretch of text into sentences for the eye; a cut in doubt is not made.

    For display alone: nothing is read or decided by these cuts, so they need no model.
    """
    return list(_cut(text, start, end))


@lru_cache(maxsize=16)
def _cut(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Cut a block once for all the statements in it."""
    cuts = [start]
    for stop in _STOP.finditer(text, start, end):
        cut = stop.end()
        if stop.group().startswith("\n") or _closes(text, stop, end):
            cuts.append(cut)
    cuts.append(end)
    trimmed = (_trim(text, a, b) for a, b in pairwise(cuts))
    return tuple((a, b) for a, b in trimmed if a < b)


def _closes(text: str, stop: re.Match[str], end: int) -> bool:
    if _NOT_A_STOP.search(text, max(0, stop.start() - 6), stop.start() + 1) and len(stop.group()) == 1:
        return False
    return bool(_OPENS.match(text, stop.end(), end) or _BREAK.match(text, stop.end(), end))


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def reach(statement: Statement) -> Span:
    """Give the stretch from a statement's first word to its last, source and cue included; (0, 0) where it has none."""
    spans = [*statement.source, *statement.cue, *statement.content]
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (0, 0)


def sentence_of(text: str, blocks: Sequence[Block], statement: Statement) -> Span:
    """Give the whole sentences a statement stands in; they never reach beyond the blocks it stands in."""
    low, high = reach(statement)
    first, last = _block_edges(text, blocks, low, high)
    cuts = _cut(text, first, last)
    held = cuts[bisect_right(cuts, low, key=itemgetter(1)) : bisect_left(cuts, high, key=itemgetter(0))]
    return (min(low, held[0][0]), max(high, held[-1][1])) if held else (low, high)


def paragraph_of(text: str, blocks: Sequence[Block], statement: Statement) -> Span:
    """Give the whole paragraphs (lines) a statement stands in, within its blocks."""
    low, high = reach(statement)
    first, last = _block_edges(text, blocks, low, high)
    start = max(first, text.rfind("\n", first, low) + 1)
    stop = text.find("\n", high, last)
    start, end = _trim(text, start, last if stop < 0 else stop)
    return min(start, low), max(end, high)


def _block_edges(text: str, blocks: Sequence[Block], low: int, high: int) -> Span:
    starts = [block.start for block in blocks]
    first = blocks[max(0, bisect_right(starts, low) - 1)].start if blocks else 0
    last = blocks[max(0, bisect_right(starts, max(low, high - 1)) - 1)].end if blocks else len(text)
    return min(first, low), max(min(last, len(text)), high)


def pieces(text: str, bounds: Span, statement: Statement, within: tuple[str, Spans] = ("", ())) -> list[Piece]:
    """Cut a stretch of text at the edges of a statement's spans; the pieces together are exactly that stretch.

    ``within`` marks a part of the content otherwise: a mark and its spans.
    """
    start, end = bounds
    marks = [""] * (end - start)
    # content first: a source or cue named inside it stays visible
    for mark, spans in ((CONTENT, statement.content), within, (CUE, statement.cue), (SOURCE, statement.source)):
        for a, b in spans:
            for at in range(max(a, start), min(b, end)):
                marks[at - start] = mark
    at, cut = start, []
    for mark, run in groupby(marks):
        length = len(list(run))
        cut.append(Piece(text[at : at + length], mark))
        at += length
    return cut


def words(text: str, spans: Spans) -> str:
    """Give the words of spans as the article has them, pieces apart joined by an ellipsis in spaces."""
    return GAP.join(text[start:end] for start, end in spans)


def one_line(text: str) -> str:
    """Set a stretch of text on one line: any run of white space becomes one space."""
    return " ".join(text.split())


def short(text: str, most: int) -> str:
    """Set a text on one line of at most so many characters, cut after a word."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rpartition(" ")[0].rstrip(",;:–— ") or cut) + "…"
