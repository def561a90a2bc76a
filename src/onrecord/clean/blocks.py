"""Marking: an article's text as blocks, each with a role. The text itself never changes."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.clean.above import mark_above
from onrecord.clean.between import mark_between
from onrecord.clean.furniture import glued_prefix
from onrecord.clean.inside import inside, lost_ends
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
    """Part what is glued before a paragraph's first sentence, or stands between its words, from it."""
    at = 0
    if role in (Role.BODY, Role.STANDFIRST) and not is_turn(paragraph):
        label, dateline = glued_prefix(paragraph.text), dateline_length(paragraph.text, first=first)
        length, what = (label, Role.FURNITURE) if label else (dateline, Role.DATELINE)
        if length:
            yield from _piece(paragraph, 0, length, what)
            at = length
    for start, end, what in inside(paragraph.text) if role in (Role.BODY, Role.STANDFIRST) else ():
        if start >= at:
            yield from _sentences(paragraph, at, start, role)
            yield from _piece(paragraph, start, end, what)
            at = end
    yield from _sentences(paragraph, at, len(paragraph.text), role)


def _sentences(paragraph: Paragraph, start: int, end: int, role: Role) -> Iterator[tuple[int, int, Role]]:
    """Part a stretch where the end of a paragraph was lost in it, so that no sentence runs into the next one."""
    at = start
    for cut in lost_ends(paragraph.text[start:end]) if role is Role.BODY else ():
        yield from _piece(paragraph, at, start + cut, role)
        at = start + cut
    yield from _piece(paragraph, at, end, role)


def _piece(paragraph: Paragraph, start: int, end: int, role: Role) -> Iterator[tuple[int, int, Role]]:
    """Give a piece of a paragraph as a block, without the blanks at its edges, if anything is left."""
    piece = paragraph.text[start:end]
    begin = paragraph.start + start + len(piece) - len(piece.lstrip())
    if piece.strip():
        yield begin, begin + len(piece.strip()), role
