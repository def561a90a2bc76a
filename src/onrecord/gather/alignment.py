"""Where a drawn text stands in the text of the page it was drawn from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from onrecord.records import Block, Run

LEAST = 0.97
"""The share of a drawn text's characters that must stand in its page for the text to be mapped back to it."""
_LINE = re.compile(r"[^\n]+")
_PIECE = re.compile(r"\S.*?(?:[.!?][”\"’)]*(?=\s)|$|(?=\s\|))")
_CELL = re.compile(r"[^|]+")
_RUNNING = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "u"}
)
"""Tags that part no words."""
_ITEM = re.compile(r"\s*[-•*]\s+")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head"})


@dataclass(frozen=True, slots=True)
class Aligned:
    """A line of the drawn text (``start``, ``end``) and the runs of it that stand in the page's text; none where it does not."""

    start: int
    end: int
    runs: tuple[Run, ...] = ()

    @property
    def page_start(self) -> int | None:
        """Say where it begins in the page's text, null where it is not there."""
        return self.runs[0][2] if self.runs else None


def page_text(tree: Any) -> str:
    """Give a parsed page's text without its markup, each run of blanks as one space."""
    parts: list[str] = []
    _gather(tree, parts)
    return " ".join("".join(parts).split())


def _gather(root: Any, parts: list[str]) -> None:
    unseen = 0
    for event, tag in _walk(root):
        if event == "start":
            unseen += tag.tag in _UNSEEN
            shown = tag.text or ""
            shown = shown if tag.tag in _RUNNING else f" {shown}"
        else:
            unseen -= event == "end" and tag.tag in _UNSEEN
            shown = tag.tail or ""
        parts.append("" if unseen else shown)


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    yield from etree.iterwalk(root, events=("start", "end", "comment", "pi"))


def align(text: str, page: str) -> tuple[Aligned, ...]:
    """Find each line of a drawn text in the page's text, blanks and table rules aside: in order where it can be, else anywhere.

    A line that stands there only in part, as where an extractor lost a link's words, is cut into its sentences.
    """
    search = _Search(text, page)
    aligned: list[Aligned] = []
    for match in _LINE.finditer(text):
        whole = search.find(*match.span())
        if whole is not None and whole.runs:
            aligned.append(whole)
        elif whole is not None:
            pieces = [
                search.find(match.start() + piece.start(), match.start() + piece.end())
                for piece in _PIECE.finditer(match.group())
            ]
            aligned.extend(piece for piece in pieces if piece is not None)
    return tuple(aligned)


class _Search:
    """A page's text without its blanks, and the place up to which the drawn text was found in it."""

    def __init__(self, text: str, page: str) -> None:
        self._text, self._page = text, page
        self._places = [at for at, character in enumerate(page) if not character.isspace()]
        self._solid = "".join(page.split())
        self._at = 0

    def find(self, start: int, end: int) -> Aligned | None:
        """Find a line of the drawn text, from the last one on or else anywhere; None where it holds nothing but rules."""
        parts = list(self._parts(start, end))
        if not parts:
            return None
        found = []
        for part in parts:
            solid = "".join(self._text[at] for at in part)
            place = self._solid.find(solid, self._at)
            found.append(place if place >= 0 else self._solid.find(solid))
        if min(found) < 0:
            return Aligned(start, end)
        self._at = max(self._at, found[-1] + len(parts[-1]))
        runs = [run for part, place in zip(parts, found, strict=True) for run in self._runs(part, place)]
        return Aligned(start, end, tuple(runs))

    def _parts(self, start: int, end: int) -> Iterator[list[int]]:
        """Cut a line into what stands together on the page (a table's cells, an item without its mark), as places of letters."""
        line = self._text[start:end]
        if line.startswith("|"):
            spans = [(start + cell.start(), start + cell.end()) for cell in _CELL.finditer(line)]
        else:
            mark = _ITEM.match(line)
            spans = [(start + (mark.end() if mark else 0), end)]
        for first, last in spans:
            solid = [at for at in range(first, last) if not self._text[at].isspace()]
            if any(self._text[at] != "-" for at in solid):
                yield solid

    def _runs(self, part: list[int], place: int) -> Iterator[Run]:
        """Cut a part into runs that stand in the page in just these characters, blanks included."""
        there = self._places[place : place + len(part)]
        first = 0
        for n, ((at, nxt), (page_at, page_nxt)) in enumerate(zip(pairwise(part), pairwise(there), strict=True), start=1):
            if self._text[at:nxt] != self._page[page_at:page_nxt]:
                yield part[first], at + 1, there[first]
                first = n
        yield part[first], part[-1] + 1, there[first]


def share(aligned: tuple[Aligned, ...]) -> float:
    """Give the share of a drawn text's characters whose line stands in the page's text."""
    whole = sum(line.end - line.start for line in aligned)
    return sum(line.end - line.start for line in aligned if line.runs) / whole if whole else 1.0


def runs_of(aligned: Sequence[Aligned]) -> tuple[Run, ...]:
    """Give all that stands in the page, in the order of the text."""
    return tuple(run for line in aligned for run in line.runs)


def place(text: str, blocks: Sequence[Block], runs: Sequence[Run]) -> tuple[Block, ...]:
    """Say of each block where it stands in the page, as far as all its words stand there in their order."""
    return tuple(_placed(text, block, runs) for block in blocks) if runs else tuple(blocks)


def _placed(text: str, block: Block, runs: Sequence[Run]) -> Block:
    covered = [(max(start, block.start), min(end, block.end), at + max(0, block.start - start)) for start, end, at in runs]
    covered = [run for run in covered if run[0] < run[1]]
    edges = [block.start, *(edge for start, end, _ in covered for edge in (start, end)), block.end]
    between = "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    in_order = all(left[2] + left[1] - left[0] <= right[2] for left, right in pairwise(covered))
    if not covered or not in_order or any(map(str.isalnum, between)):
        return block
    start, end, at = covered[-1]
    return replace(block, page_start=covered[0][2], page_end=at + end - start)
