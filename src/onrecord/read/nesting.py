"""Which statement is told inside another: A said that B said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.rules.spans import Near
from onrecord.records import Spans, Statement


def nest(statements: Sequence[Statement]) -> list[Statement]:
    """Say of each statement in which other it is told: the smallest whose content holds its source, cue and content."""
    ids = [statement.id for statement in statements]
    sizes = [
        (sum(end - start for start, end in statement.content), name) for statement, name in zip(statements, ids, strict=True)
    ]
    # smallest first: the first that holds a statement is the smallest that does
    order = sorted(range(len(statements)), key=lambda index: sizes[index])
    near: Near[int] = Near()
    for index in order:
        near.add(statements[index].content, index)
    done = []
    for index, inner in enumerate(statements):
        whole = (*inner.source, *inner.cue, *inner.content)
        around = (o for o in near.near(whole[:1]) if ids[o] != ids[index])
        outer = next((o for o in around if _holds(statements[o].content, whole)), None)
        done.append(inner if outer is None else replace(inner, nested_in=ids[outer]))
    return done


def _holds(outer: Spans, inner: Spans) -> bool:
    return all(any(a <= start and end <= b for a, b in outer) for start, end in inner)
