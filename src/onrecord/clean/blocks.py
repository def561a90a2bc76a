"""Marking: an article's text as blocks, each with a role. The text itself never changes."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.clean.above import mark_above
from onrecord.clean.between import mark_between
from onrecord.clean.furniture import glued_prefix
from onrecord.clean.openings import dateline_length
from onrecord.clean.paragraphs import Paragraph
from onrecord.clean.repeats import mark_repeats
from onrecord.clean.sheet import lay_out
from onrecord.clean.signs import is_turn
from onrecord.records import Block, Found, Role


def mark(found: Found) -> tuple[Block, ...]:
    """Cut a text into blocks, in order and without overlap, that hold every character but blanks.

    A block is a paragraph: a line, or several where lines are hard-wrapped. A dateline or a label glued to a paragraph is a block
    of its own. Where it is not clear that a paragraph is something else, it is the article's body.
    """
    sheet = lay_out(found)
    if any(sheet.prose):
        mark_above(sheet)
    mark_repeats(sheet)
    if any(sheet.prose) and not sheet.transcript:
        mark_between(sheet)
    roles = [role or Role.BODY for role in sheet.roles]
    first = roles.index(Role.BODY) if Role.BODY in roles else -1
    article = found.article
    return tuple(
        Block(article, start, end, role)
        for index, paragraph in enumerate(sheet.paragraphs)
        for start, end, role in _split(paragraph, roles[index], first=index == first)
    )


def _split(paragraph: Paragraph, role: Role, *, first: bool) -> Iterator[tuple[int, int, Role]]:
    """Part what is glued before a paragraph's first sentence from it."""
    start = paragraph.start
    if role in (Role.BODY, Role.STANDFIRST) and not is_turn(paragraph):
        label, dateline = glued_prefix(paragraph.text), dateline_length(paragraph.text, first=first)
        length, what = (label, Role.FURNITURE) if label else (dateline, Role.DATELINE)
        if length:
            yield start, start + length, what
            rest = paragraph.text[length:]
            start += length + len(rest) - len(rest.lstrip())
    if start < paragraph.end:
        yield start, paragraph.end, role
