"""An article's title, told or printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.clean.paragraphs import Paragraph, fold
from onrecord.clean.signs import is_titled, several_sentences
from onrecord.records import Block, Found, Role, Span

_LINE_END = re.compile(r"\s*[\n\r]+\s*")
MOST = 40  # words of a title
ALIKE = 0.75  # of the words of a told and a printed title, together, make them one


def title_of(found: Found, blocks: Sequence[Block]) -> tuple[str | None, Span | None]:
    """Give the title and where it stands in the text; a told title counts, its span is null where the text does not print it."""
    span = next(((block.start, block.end) for block in blocks if block.role is Role.TITLE), None)
    printed = _LINE_END.sub(" ", found.text[slice(*span)]) if span else None
    return found.told.title or printed, span


def printed_title(told: str, paragraphs: Sequence[Paragraph], limit: int) -> int | None:
    """Find the paragraph that prints a told title, among the first ``limit``."""
    wanted = set(fold(told))
    for index, paragraph in enumerate(paragraphs[:limit]):
        words = set(paragraph.words)
        if words and len(words) <= MOST and len(words & wanted) >= ALIKE * len(words | wanted):
            return index
    return None


def reads_as_title(paragraph: Paragraph) -> bool:
    """Say whether a line could be a title: short, one sentence, without a full stop unless in title case."""
    if not 2 <= len(paragraph.words) <= MOST or paragraph.text[0].islower() or "\n" in paragraph.text.strip():
        return False
    if paragraph.text.rstrip("\"”’'").endswith((".", "…")):
        return is_titled(paragraph)
    return not several_sentences(paragraph.text) or is_titled(paragraph)
