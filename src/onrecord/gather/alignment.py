"""Where a drawn text's lines stand in the text of the page they were drawn from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_LINE = re.compile(r"[^\n]+")
LOST, BLANK = (-1, -1), (-2, -2)
_PIECE = re.compile(r"\S.*?(?:[.!?][”\"’)]*(?=\s)|$|(?=\s\|))")
_RUNNING = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "u"}
)
"""Tags that part no words."""
_ITEM = re.compile(r"^\s*[-•*]\s+")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head"})


@dataclass(frozen=True, slots=True)
class Aligned:
    """A line of the drawn text (``start``, ``end``) and where it begins in the page's text, null where it is not there."""

    start: int
    end: int
    page_start: int | None


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
    places = [at for at, character in enumerate(page) if not character.isspace()]
    solid = "".join(page.split())
    aligned: list[Aligned] = []
    at = 0
    for match in _LINE.finditer(text):
        pieces = [match.span()]
        if _find(match.group(), solid, at) == LOST:
            pieces = [(match.start() + piece.start(), match.start() + piece.end()) for piece in _PIECE.finditer(match.group())]
        for start, end in pieces:
            found = _find(text[start:end], solid, at)
            if found != BLANK:
                aligned.append(Aligned(start, end, places[found[0]] if found != LOST else None))
            at = max(at, found[1])
    return tuple(aligned)


def _find(line: str, solid: str, at: int) -> tuple[int, int]:
    """Find a line in the page's text without blanks, from a place on or else anywhere; BLANK where it holds nothing but rules."""
    parts = _parts(line)
    found = [place if (place := solid.find(part, at)) >= 0 else solid.find(part) for part in parts]
    if not found:
        return BLANK
    return (found[0], found[-1] + len(parts[-1])) if min(found) >= 0 else LOST


def _parts(line: str) -> list[str]:
    """Cut a line into what stands together on the page: a table's cells, a list's item without its mark; blanks are dropped."""
    cells = line.split("|") if line.startswith("|") else [_ITEM.sub("", line)]
    return [solid for cell in cells if (solid := "".join(cell.split())).strip("-")]


def share(aligned: tuple[Aligned, ...]) -> float:
    """Give the share of a drawn text's characters whose line stands in the page's text."""
    whole = sum(line.end - line.start for line in aligned)
    return sum(line.end - line.start for line in aligned if line.page_start is not None) / whole if whole else 1.0
