"""Which statement is told inside another: A said that B said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Spans, Statement


def nest(statements: Sequence[Statement]) -> list[Statement]:
    """Say of each statement in which other it is told: the smallest whose content holds its source, cue and content."""
    return [replace(inner, nested_in=_outer(inner, statements)) for inner in statements]


def _outer(inner: Statement, statements: Sequence[Statement]) -> str | None:
    whole = (*inner.source, *inner.cue, *inner.content)
    around = [outer for outer in statements if outer.id != inner.id and whole and _holds(outer.content, whole)]
    return min(around, key=lambda outer: (_size(outer.content), outer.id)).id if around else None


def _holds(outer: Spans, inner: Spans) -> bool:
    return all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
