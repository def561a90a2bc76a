"""An article's title, told or printed."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Block, Found, Role, Span


def title_of(found: Found, blocks: Sequence[Block]) -> tuple[str | None, Span | None]:
    """Give the title and where it stands in the text; a told title counts, its span is null where the text does not print it."""
    span = next(((b.start, b.end) for b in blocks if b.role is Role.TITLE), None)
    printed = " ".join(found.text[slice(*span)].split()) if span else None
    return found.told.title or printed, span
