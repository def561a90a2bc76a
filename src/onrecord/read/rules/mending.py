"""What the rules know and the trained reader does not see, put right in what that reader found.

The trained reader reads the words around a cue, so a long quotation may reach beyond what it sees; and it takes whoever
stands nearest for the speaker, also whom somebody accuses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.rules.quotes import Quote
from onrecord.read.rules.sheet import Sheet
from onrecord.read.rules.spans import length, merge, overlap, tidy
from onrecord.records import Attribution, Span, Spans

_MOST = 0.5
"""A content that holds more than this share of a quotation holds all of it."""


def mend(sheet: Sheet, found: Sequence[Attribution]) -> list[Attribution]:
    """Put each find right, in the order given; equal finds that result are given once."""
    return list(dict.fromkeys(with_whole_quotes(sheet, each) for each in found))


def with_whole_quotes(sheet: Sheet, each: Attribution) -> Attribution:
    """Complete every quotation that a content cuts short, and go on with the paragraphs over which it is carried."""
    added: list[Span] = []
    for index in _quotes_touched(sheet, each.content):
        quote = sheet.quotes[index]
        if not _is_cut(sheet.text, quote, each.content) or overlap(merge((*each.source, *each.cue)), ((quote.start, quote.end),)):
            continue  # whole already, or told inside the quotation
        run = _run(sheet.quotes, index)
        if run[-1].closed:
            added.extend((part.start, part.end) for part in run)
    return replace(each, content=tidy(sheet.text, (*each.content, *added))) if added else each


def _quotes_touched(sheet: Sheet, content: Spans) -> list[int]:
    return [i for i, quote in enumerate(sheet.quotes) if overlap(content, ((quote.start, quote.end),))]


def _is_cut(text: str, quote: Quote, content: Spans) -> bool:
    """Say whether a content holds a quotation in part, and so much of it, or such an end, that it must mean the whole."""
    held = overlap(content, (quote.inner,))
    if not held or tidy(text, merge((*content, (quote.start, quote.end)))) == tidy(text, content):
        return False
    (opening, closing), pieces = _bare(text, quote.inner), [_bare(text, piece) for piece in content]
    ends = any(start == opening or end == closing for start, end in pieces)
    return ends or held > _MOST * length((quote.inner,))


def _bare(text: str, piece: Span) -> Span:
    """Give a piece without marks at its ends."""
    start, end = piece
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _run(quotes: Sequence[Quote], index: int) -> list[Quote]:
    """List a quotation and those that carry it on, paragraph by paragraph."""
    run = [quotes[index]]
    for quote in quotes[index + 1 :]:
        if run[-1].closed or not quote.carried:
            break
        run.append(quote)
    return run
