"""Marking: an article's text as blocks, each with a role. The text itself never changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.clean.furniture import glued_prefix, is_agency_caption, is_furniture, is_related_heading, last_mark, names_other
from onrecord.clean.openings import dateline_length, is_byline, is_date_line
from onrecord.clean.paragraphs import Paragraph, cut_paragraphs, fold
from onrecord.clean.repeats import find_repeats
from onrecord.clean.signs import is_prose, is_quoted, is_titled, is_transcript, is_turn, names_event, open_ended, tells
from onrecord.clean.titles import printed_title, reads_as_title
from onrecord.records import Block, Found, Role

OTHER = 6  # words: a line of so many without a stop, alone between paragraphs of sentences, names another article
LONG = 25  # words: a longer line without a stop is a paragraph that breaks off


def mark(found: Found) -> tuple[Block, ...]:
    """Cut a text into blocks, in order and without overlap, that hold every character but blanks.

    A block is a paragraph: a line, or several where lines are hard-wrapped. A dateline or a label glued to a paragraph is a block
    of its own. Where it is not clear that a paragraph is something else, it is the article's body.
    """
    paragraphs = cut_paragraphs(found.text)
    roles = _roles(found, paragraphs)
    return tuple(
        Block(found.article, start, end, role)
        for paragraph, role, first in zip(paragraphs, roles, _firsts(roles), strict=True)
        for start, end, role in _split(paragraph, role, first=first)
    )


def _roles(found: Found, paragraphs: Sequence[Paragraph]) -> list[Role]:
    """Give each paragraph its role: furniture first, then the opening, repeats, and the lines between and after the prose."""
    roles: list[Role | None] = [_hinted(paragraph, found) for paragraph in paragraphs]
    prose = [roles[i] in (None, Role.BODY) and is_prose(p) and not is_furniture(p) for i, p in enumerate(paragraphs)]
    end = last_mark(paragraphs, prose)
    for index, paragraph in enumerate(paragraphs):
        prose[index] = prose[index] and index < end
        if roles[index] is None and (index >= end or is_furniture(paragraph)):
            roles[index] = Role.FURNITURE
    if any(prose):
        _mark_opening(found, paragraphs, roles, prose.index(True))
    transcript = is_transcript(paragraphs)
    _mark_repeats(paragraphs, roles, transcript=transcript)
    if any(prose) and not transcript:
        _mark_related(paragraphs, roles, prose)
    return [role or Role.BODY for role in roles]


def _hinted(paragraph: Paragraph, found: Found) -> Role | None:
    """Take the role that the input itself is sure of, where it covers most of the paragraph."""
    for start, end, role in found.hints:
        if 2 * (min(end, paragraph.end) - max(start, paragraph.start)) > paragraph.end - paragraph.start:
            return role
    return None


def _mark_opening(found: Found, paragraphs: Sequence[Paragraph], roles: list[Role | None], first: int) -> None:
    """Mark what stands above the first paragraph of running text: title, standfirst, byline, date line."""
    title = roles.index(Role.TITLE) if Role.TITLE in roles else None
    if title is None and found.told.title:
        title = printed_title(found.told.title, paragraphs, first + 3)
    authors = frozenset(fold(" and ".join(("by", *found.told.authors)))) if found.told.authors else frozenset()
    for index in range(first):
        if roles[index] is None and index != title:
            roles[index] = _credit(paragraphs[index], authors)
    if title is None and not found.told.title:
        title = _first_title(paragraphs, roles, first)
    if title is not None:
        roles[title] = Role.TITLE
    for index in range(first):
        if roles[index] is None:
            roles[index] = _above(paragraphs[index], before=title is not None and index < title)
    _mark_credits_below(paragraphs, roles, first, authors)


def _credit(paragraph: Paragraph, authors: frozenset[str]) -> Role | None:
    if is_date_line(paragraph):
        return Role.DATELINE
    if is_byline(paragraph) or (authors and authors.issuperset(paragraph.words)):
        return Role.BYLINE
    return Role.FURNITURE if is_agency_caption(paragraph) else None


def _first_title(paragraphs: Sequence[Paragraph], roles: Sequence[Role | None], first: int) -> int | None:
    """Choose the title among the lines above the running text: the first that reads as one, labels aside."""
    open_ = [i for i in range(first) if roles[i] is None and reads_as_title(paragraphs[i])]
    if not open_:
        return None
    events = [i for i in open_ if names_event(paragraphs[i])]
    if events and is_transcript(paragraphs):
        return events[0]
    label = len(paragraphs[open_[0]].words) <= 3
    longer = [i for i in open_[1:3] if len(paragraphs[i].words) >= 5]
    return longer[0] if label and longer else open_[0]


def _above(paragraph: Paragraph, *, before: bool) -> Role | None:
    """Give a line beside the title its role: a label above it, the standfirst below."""
    if before:
        return Role.FURNITURE
    return Role.STANDFIRST if len(paragraph.words) >= 4 and not paragraph.item else None


def _mark_credits_below(paragraphs: Sequence[Paragraph], roles: list[Role | None], first: int, authors: frozenset[str]) -> None:
    """Mark bylines and date lines that stand below the standfirst or at the article's end."""
    for index in range(first, len(paragraphs)):
        if roles[index] is None and len(paragraphs[index].words) <= 12 and not paragraphs[index].stopped:
            near = index <= first + 2 or index >= len(paragraphs) - 3 or paragraphs[index].words[:1] == ("by",)
            roles[index] = _credit(paragraphs[index], authors) if near else None


def _mark_repeats(paragraphs: Sequence[Paragraph], roles: list[Role | None], *, transcript: bool) -> None:
    skip = {index for index, role in enumerate(roles) if role not in (None, Role.BODY, Role.STANDFIRST)}
    if transcript:
        skip |= {index for index, paragraph in enumerate(paragraphs) if is_turn(paragraph) or len(paragraph.words) < 20}
    for index in find_repeats(paragraphs, skip):
        if roles[index] is not Role.STANDFIRST:
            roles[index] = Role.REPEAT
    titles = {paragraphs[index].key for index, role in enumerate(roles) if role is Role.TITLE}
    for index, paragraph in enumerate(paragraphs):
        if roles[index] is None and paragraph.key in titles:
            roles[index] = Role.REPEAT
    for index in _enclosed(roles):
        if len(paragraphs[index].words) <= LONG:
            roles[index] = Role.REPEAT


def _enclosed(roles: Sequence[Role | None]) -> list[int]:
    """List the paragraphs without a role that stand alone between two repeats, furniture aside: parts of a second printing."""
    kept = [index for index, role in enumerate(roles) if role is not Role.FURNITURE]
    return [
        at
        for before, at, after in zip(kept, kept[1:], kept[2:], strict=False)
        if roles[at] is None and roles[before] is roles[after] is Role.REPEAT
    ]


def _mark_related(paragraphs: Sequence[Paragraph], roles: list[Role | None], prose: Sequence[bool]) -> None:
    """Mark the lines that name other articles: under a heading, by their first words, or alone without a stop."""
    start = prose.index(True)
    last = max(i for i, is_body in enumerate(prose) if is_body and roles[i] is not Role.REPEAT)
    manner = _stops(paragraphs, prose)
    listing = listed = False
    for index, paragraph in enumerate(paragraphs):
        if is_related_heading(paragraph) and roles[index] in (None, Role.FURNITURE):
            roles[index], listing = Role.FURNITURE, True
            continue
        listing, listed = listing and not prose[index], _listed(paragraphs, index, listed)
        if roles[index] is not None or prose[index] or index < start or listed:
            continue
        if listing or names_other(paragraph):
            roles[index] = Role.RELATED
        elif manner and not paragraph.stopped:
            roles[index] = _between(paragraph) if index < last else _after(paragraph)


def _listed(paragraphs: Sequence[Paragraph], index: int, listed: bool) -> bool:
    """Say whether a line stands in a list of the article's own: three or more lines without a stop after one with a colon."""
    if paragraphs[index].stopped:
        return False
    opened = index > 0 and paragraphs[index - 1].text.endswith(":") and len(paragraphs[index - 1].words) >= 4
    return listed or (opened and not any(paragraph.stopped for paragraph in paragraphs[index : index + 3]))


def _stops(paragraphs: Sequence[Paragraph], prose: Sequence[bool]) -> bool:
    """Say whether the text's longer paragraphs end with stops, so that a line without one stands out."""
    longer = [p.stopped for p, is_body in zip(paragraphs, prose, strict=True) if is_body]
    return len(longer) >= 2 and sum(longer) >= 0.7 * len(longer)


def _between(paragraph: Paragraph) -> Role | None:
    """Judge a line without a stop between paragraphs: another article's headline, or the article's own heading or list."""
    count = len(paragraph.words)
    if paragraph.item or is_turn(paragraph) or open_ended(paragraph) or paragraph.text[0].islower() or count > LONG:
        return None
    if is_quoted(paragraph):
        return None
    if (count >= 4 and (is_titled(paragraph) or tells(paragraph))) or count >= OTHER:
        return Role.RELATED
    return None


def _after(paragraph: Paragraph) -> Role | None:
    """Judge a line without a stop after the last paragraph of sentences."""
    if paragraph.item or is_turn(paragraph) or len(paragraph.words) > LONG or paragraph.text[0].islower():
        return None
    return Role.RELATED if len(paragraph.words) >= 4 else Role.FURNITURE


def _firsts(roles: Sequence[Role]) -> list[bool]:
    """Say of each paragraph whether it is the first of the body."""
    at = roles.index(Role.BODY) if Role.BODY in roles else -1
    return [index == at for index in range(len(roles))]


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
