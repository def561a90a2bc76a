"""Lines and paragraphs: the pieces that get a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDE = 110  # no hard-wrapped line is longer, in characters
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_STOPPED = re.compile(r"[.!?…؟。।]['\"’”»›)\]}*_\s]*(?:\[[^\[\]]{1,40}\])?$")
_INDENTED = re.compile(r"[ \t\u3000]{2,}\S")
_ITEM = re.compile(r"(?:[-–—•*·▪●◦‣]|\(?\d{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines that belong together, and the blank lines around it."""

    start: int
    end: int
    text: str
    apart: bool
    """Whether a blank line, or the text's edge, stands before it and after it."""
    words: tuple[str, ...]
    """Its words, case folded."""

    @property
    def key(self) -> str:
        """Give its words as one string, for comparing."""
        return " ".join(self.words)

    @property
    def stopped(self) -> bool:
        """Say whether it ends like a sentence."""
        return ends_sentence(self.text)

    @property
    def item(self) -> bool:
        """Say whether it is an item of a list."""
        return bool(_ITEM.match(self.text))


def fold(text: str) -> tuple[str, ...]:
    """Give a text's words for comparing: case folded, without marks; a Chinese or Japanese character counts as a word."""
    return tuple(_WORD.findall(text.casefold()))


def ends_sentence(text: str) -> bool:
    """Say whether a text ends with a sentence's stop, closing marks and a note in brackets aside."""
    return bool(_STOPPED.search(text[-60:]))


def cut_paragraphs(text: str) -> list[Paragraph]:
    """Cut a text into paragraphs: one line each, or several where its lines are hard-wrapped."""
    groups = _groups(text)
    if _wrapped(text, groups):
        groups = [[run] for group in groups for run in _unwrapped(text, group)]
    return [
        _paragraph(text, span, apart=len(group) == 1)
        for group in groups
        for span in group
    ]  # fmt: skip


def _paragraph(text: str, span: tuple[int, int], *, apart: bool) -> Paragraph:
    piece = text[slice(*span)]
    return Paragraph(*span, piece, apart, fold(piece))


def _groups(text: str) -> list[list[tuple[int, int]]]:
    """List the lines that hold something, in groups parted by blank lines."""
    groups: list[list[tuple[int, int]]] = []
    before = 0
    for span in _lines(text):
        # one line end stands between neighbours; more mean a blank line
        if not groups or len(_LINE.sub("", text[before : span[0]]).replace("\r\n", "\n")) > 1:
            groups.append([])
        groups[-1].append(span)
        before = span[1]
    return groups


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            yield start, start + len(bare)


def _wrapped(text: str, groups: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Say whether the text's lines are cut at a width: most line ends within a group fall inside a sentence."""
    joins = [(a, b) for group in groups for a, b in pairwise(group)]
    inside = sum(not ends_sentence(text[slice(*a)]) and text[b[0]].islower() for a, b in joins)
    if len(joins) >= 2 and inside == len(joins):
        return True  # few lines or wide ones, but not one of them ends with its sentence
    if len(joins) < 3:
        return False
    lengths = sorted(end - start for group in groups for start, end in group)
    if lengths[len(lengths) * 95 // 100] > WIDE:
        return False
    return inside >= 0.4 * len(joins)


def _unwrapped(text: str, group: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the hard-wrapped lines of a group; a short line that ends a sentence, an indent or a list's item begins anew.

    So does a line quoted from a mail (``> ...``) below one that is not, and the other way about.
    """
    width = max(end - start for start, end in group)
    first, last = group[0]
    for start, end in group[1:]:
        short = last - first < 0.7 * width if first == group[0][0] else _last_line(text, first, last) < 0.7 * width
        fresh = short and ends_sentence(text[first:last])
        turn = (text[start] == ">") != (text[_line_start(text, last - 1)] == ">")
        if fresh or turn or _INDENTED.match(text, _line_start(text, start)) or _ITEM.match(text, start):
            yield first, last
            first = start
        last = end
    yield first, last


def _last_line(text: str, first: int, last: int) -> int:
    return last - max(first, _line_start(text, last))


def _line_start(text: str, at: int) -> int:
    """Find where the line that holds a character begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
