"""Quotation marks: which belong together.

Marks are paired within one paragraph, and an unclosed one ends with it, so that a mark astray costs one paragraph at most and
nothing raises. Curly, straight, doubled single (``''`` and ` `` `) and single marks count; apostrophes do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Span

_MARK = re.compile(r"[“”„‟«»\"]|''|``|[‘’‚‛'`]")
_OPENERS = frozenset("“„«‟") | {"``"}
_CLOSERS = frozenset("”»")
_SINGLE_OPENERS = frozenset("‘‚‛'`")
_SINGLE_CLOSERS = "’'"
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|cuz|bout|n|n'|n’)\b", re.IGNORECASE)
"""What may follow an apostrophe that only looks like an opening mark: the '90s, 'em, 'til."""
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0([{—–-/:;,>…") | {""}


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: ``start`` to ``end`` with its marks, ``inner`` without them.

    ``closed`` is false where the paragraph ended first; ``carried`` says that it goes on with the quotation that the paragraph
    before left open; ``single`` marks stand for themselves (headlines, British style), never for one inside another.
    """

    start: int
    end: int
    inner: Span
    closed: bool = True
    carried: bool = False
    single: bool = False


LONGEST_SINGLE = 4000
"""Characters within which a single quotation mark finds its end; without a limit a line of apostrophes costs its square."""


def pair_quotes(text: str, start: int, end: int) -> list[Quote]:
    """List the outermost quotations of one paragraph, ``text[start:end]``, in order; never raises."""
    found: list[Quote] = []
    opened: re.Match[str] | None = None
    resume = start
    for mark in _MARK.finditer(text, start, end):
        if mark.start() < resume:
            continue
        if mark.group() in _SINGLE_OPENERS or mark.group() == "’":
            closing = None if opened else _closing_single(text, mark, start, end)
            if closing is not None:
                found.append(Quote(mark.start(), closing + 1, (mark.end(), closing), single=True))
                resume = closing + 1
        elif opened is None:
            if _may_open(text, mark, start, end):
                opened = mark
        elif _closes(text, mark, start, end):
            found.append(Quote(opened.start(), mark.end(), (opened.end(), mark.start())))
            opened = None
        else:
            # a second opening mark: the first was astray
            opened = mark
    if opened is not None and opened.end() < end:
        found.append(Quote(opened.start(), end, (opened.end(), end), closed=False))
    return [quote for quote in found if text[slice(*quote.inner)].strip()]


def _around(text: str, mark: re.Match[str], start: int, end: int) -> tuple[str, str]:
    before = text[mark.start() - 1] if mark.start() > start else ""
    after = text[mark.end()] if mark.end() < end else ""
    return before, after


def _may_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before, after = _around(text, mark, start, end)
    if mark.group() in _OPENERS:
        return True
    if mark.group() in _CLOSERS:
        return before in _BEFORE_OPENING and after.strip() != ""
    if before.isdigit() and not after.isalnum():
        return False  # inches
    return after.strip() != "" and (before in _BEFORE_OPENING or (not before.isspace() and after.isalnum()))


def _closes(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before, after = _around(text, mark, start, end)
    if mark.group() in _CLOSERS:
        return True
    opens_only = (before == "" or before.isspace()) and after.isalnum()
    return not opens_only


def _closing_single(text: str, mark: re.Match[str], start: int, end: int) -> int | None:
    """Find the end of a single-quoted stretch that opens at a mark, or None where the mark is an apostrophe."""
    before, after = _around(text, mark, start, end)
    if before not in _BEFORE_OPENING or not (after.isalnum() or after in '“"[$£€…') or _ELIDED.match(text, mark.end()):
        return None
    if mark.group() == "’":
        return None
    fallback = None
    for closing in _single_ends(text, mark.end(), end):
        if text[closing - 1].lower() != "s":
            return closing
        # after an s it may be a possessive: "the parents' house"
        after = text[closing + 1 : closing + 2]
        if after in ("", ",", ".", ";", ":", "?", "!", ")", "—", "–"):
            return closing
        fallback = fallback or closing
    return fallback


def _single_ends(text: str, start: int, end: int) -> Iterator[int]:
    for at in range(start + 1, min(end, start + LONGEST_SINGLE)):
        if text[at] in _SINGLE_CLOSERS and not text[at - 1].isspace() and not text[at + 1 : min(at + 2, end)].isalnum():
            yield at


def pair_paragraphs(text: str, paragraphs: list[Span]) -> list[Quote]:
    """List the quotations of consecutive paragraphs, marking each that carries on one left open before it."""
    found: list[Quote] = []
    left_open = False
    for start, end in paragraphs:
        here = pair_quotes(text, start, end)
        if left_open and here and not text[start : here[0].start].strip():
            first = here[0]
            here[0] = Quote(first.start, first.end, first.inner, first.closed, True, first.single)
        left_open = bool(here) and not here[-1].closed
        found.extend(here)
    return found
