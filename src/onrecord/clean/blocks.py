"""Marking: an article's text as blocks, each with a role. The text itself never changes."""

from __future__ import annotations

import re

from onrecord.records import Block, Found, Role

_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")


def mark(found: Found) -> tuple[Block, ...]:
    """Cut a text into blocks, in order and without overlap, that hold every character but blanks between them."""
    article, text = found.article, found.text
    lines = [m.span() for m in _LINE.finditer(text)]
    return tuple(Block(article, start, end, Role.BODY) for start, end in lines)
