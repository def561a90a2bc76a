"""Direct, indirect or mixed: how much of a content stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from onrecord.read.rules.quotes import Quote, pair_quotes
from onrecord.records import Manner, Spans

_WORD = re.compile(r"\w+")
DIRECT_FROM = 0.9
"""Share of a content's words in quotation marks from which it is direct; PolNeAR's own division."""


def manner_of(text: str, content: Spans) -> Manner:
    """Say how a content is quoted: direct when nearly all its words stand in quotation marks, indirect when none do."""
    if not content:
        return Manner.INDIRECT
    start, end = _lines_around(text, content)
    opens, closes = _quoted(text, start, end)
    words = [match.start() for first, last in content for match in _WORD.finditer(text, first, last)]
    inside = sum(at < closes[bisect_right(opens, at)] for at in words)
    if not inside:
        return Manner.INDIRECT
    return Manner.DIRECT if inside >= DIRECT_FROM * len(words) else Manner.MIXED


@lru_cache(maxsize=1)
def _quoted(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Give where the quotations of a paragraph open and close, in order; its statements ask for them one after the other."""
    inner = [quote.inner for quote in pair_quotes_by_line(text, start, end)]
    return [first for first, _ in inner], [0, *(last for _, last in inner)]


def _lines_around(text: str, content: Spans) -> tuple[int, int]:
    start, end = min(first for first, _ in content), max(last for _, last in content)
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text)


def pair_quotes_by_line(text: str, start: int, end: int) -> list[Quote]:
    """Pair the marks of each paragraph (blank lines apart) within a stretch of text."""
    found: list[Quote] = []
    at = start
    for paragraph in re.split(r"(\n\s*\n)", text[start:end]):
        found.extend(pair_quotes(text, at, at + len(paragraph)))
        at += len(paragraph)
    return found
