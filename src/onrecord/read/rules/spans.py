"""Lists of spans: joining, subtracting, trimming."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from onrecord.records import Span, Spans

Thing = TypeVar("Thing")
_STRETCH = 512
"""Characters to a stretch of text in which things count as near each other."""


class Near(Generic[Thing]):
    """Things filed by the stretches of text they stand in, so that in a long text each is compared with its neighbours only."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._things: list[Thing] = []
        self._at: dict[int, list[int]] = {}

    def add(self, spans: Iterable[Span], thing: Thing) -> None:
        """File a thing under its spans."""
        for stretch in _stretches(spans):
            self._at.setdefault(stretch, []).append(len(self._things))
        self._things.append(thing)

    def __iter__(self) -> Iterator[Thing]:
        """Go through the things in the order of filing."""
        return iter(self._things)

    def near(self, spans: Iterable[Span]) -> list[Thing]:
        """List in the order of filing whatever may share a character with the spans, and some things beside it."""
        found = {number for stretch in _stretches(spans) for number in self._at.get(stretch, ())}
        return [self._things[number] for number in sorted(found)]


def _stretches(spans: Iterable[Span]) -> set[int]:
    return {stretch for start, end in spans for stretch in range(start // _STRETCH, max(start, end - 1) // _STRETCH + 1)}


def merge(spans: Iterable[Span]) -> Spans:
    """Sort spans and join those that overlap or touch."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return tuple(joined)


def subtract(spans: Iterable[Span], taken: Iterable[Span]) -> Spans:
    """Leave out of spans whatever lies in others."""
    left: list[Span] = []
    cuts = merge(taken)
    for start, end in merge(spans):
        at = start
        for first, last in cuts:
            if last <= at or first >= end:
                continue
            if first > at:
                left.append((at, first))
            at = max(at, last)
        if at < end:
            left.append((at, end))
    return tuple(left)


def overlap(left: Spans, right: Spans) -> int:
    """Count the characters two sorted lists of spans share."""
    if not left or not right or left[-1][1] <= right[0][0] or right[-1][1] <= left[0][0]:
        return 0  # far apart, as most are
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def length(spans: Spans) -> int:
    """Count the characters of a list of spans that do not overlap."""
    return sum(end - start for start, end in spans)


def tidy(text: str, spans: Iterable[Span]) -> Spans:
    """Join spans parted only by punctuation or space, and cut space and stray punctuation off their ends."""
    joined: list[Span] = []
    for start, end in merge(spans):
        if joined and not any(c.isalnum() for c in text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    trimmed = (_trim(text, start, end) for start, end in joined)
    return tuple((start, end) for start, end in trimmed if any(c.isalnum() for c in text[start:end]))


_EDGE = frozenset(" \t\r\n\u00a0,;:.–—-…*•|")
_PAIRS = {"”": "“", '"': '"', "’": "‘", ")": "(", "]": "[", "»": "«"}
_OPENS = {opening: closing for closing, opening in _PAIRS.items()}


def _trim(text: str, start: int, end: int) -> Span:
    while start < end:
        first, last = text[start], text[end - 1]
        if first in _EDGE:
            start += 1
        elif last in _EDGE and not (last == "." and _ends_short_form(text, start, end)):
            end -= 1
        elif (first in _PAIRS and first not in _OPENS) or (first in _OPENS and _lonely(text, start, end, first, _OPENS[first])):
            start += 1
        elif (last in _OPENS and last not in _PAIRS) or (last in _PAIRS and _lonely(text, start, end, _PAIRS[last], last)):
            end -= 1
        else:
            break
    return start, end


def _lonely(text: str, start: int, end: int, opening: str, closing: str) -> bool:
    """Say whether an edge's mark has no partner in the span; over several paragraphs each opens anew and one mark closes."""
    inside = text[start:end]
    if opening == closing:
        return inside.count(opening) % 2 == 1 and "\n" not in inside
    return not (opening in inside and closing in inside)


def _ends_short_form(text: str, start: int, end: int) -> bool:
    word = text[start:end].rsplit(None, 1)[-1]
    return word in _SHORT or _DOTTED.fullmatch(word) is not None


_SHORT = frozenset({"Jr.", "Sr.", "Inc.", "Corp.", "Co.", "Ltd."})
_DOTTED = re.compile(r"(?:[^\W\d]\.){2,}|[^\W\d]\.[^\W\d]\.?")
