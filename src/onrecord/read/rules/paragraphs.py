"""Contents and paragraphs: what runs over a paragraph's edge into a heading, a list's next line or somebody else's words.

A quotation may go on in the next paragraph, a reporter's sentence does not; and what stands in a paragraph of its own below
"X wrote:" is a quotation as a whole, with or without marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.rules.sheet import Sheet
from onrecord.read.rules.spans import merge, overlap, tidy
from onrecord.records import Attribution, Block, Span, Spans

_OPENING = ("“", '"', "‘", "'", "«", "„", "[“", '["', "``")
_CLOSING = ("”", '"', "’", "»")
_MARKS = ("“", '"', "”")
_LEADING = (":", ",", "—", "–")
_STOPS = (".", "?", "!", "…", ":", ",", ";", "—", "–", *_CLOSING)
_FORMS = ("turn", "announced", "signed")
"""The rules that read several paragraphs by a form of theirs."""
_ANSWER = 3
"""Words of a quotation alone in its paragraph that is rather what another answered: "“Yes.”"."""
_FEWEST = 2
"""Words that a content must keep."""


def in_paragraphs(sheet: Sheet, found: Sequence[Attribution]) -> list[Attribution]:
    """Cut each find to the paragraphs that are its speaker's, in the order given; one that was made of a heading is left out."""
    done = [_within(sheet, with_source_near(sheet, each)) if sheet.blocks else each for each in found]
    return [with_sentence_end(sheet, each) for each in done if each is not None]


def with_sentence_end(sheet: Sheet, each: Attribution) -> Attribution:
    """Let a content that breaks off in the middle of a quoted sentence go on to its end."""
    if not each.content or _form(each):
        return each
    start, end = each.content[-1]
    first, after = sheet.tokens(start, end)
    if first == after or after >= len(sheet.parse) or sheet.is_mark(after):
        return each
    quote, home = sheet.quote_of[after - 1], sheet.parse.sentence_of[after - 1]
    if quote < 0 or sheet.quote_of[after] != quote or sheet.parse.sentence_of[after] != home:
        return each
    edge = sheet.parse.end[sheet.parse.sentences[home][1] - 1]
    edge = edge if edge < sheet.quotes[quote].inner[1] else sheet.quotes[quote].end
    if overlap(((end, edge),), merge((*each.source, *each.cue))):
        return each
    return replace(each, content=(*each.content[:-1], *_bare(sheet, (start, edge))))


def with_source_near(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave a source open that stands in another paragraph than both cue and content."""
    if not each.source or not each.cue or not each.content or _form(each):
        return each
    home = _block_at(sheet, each.source[0][0])
    near = home == _block_at(sheet, each.cue[0][0]) or home in _holding(sheet, each)
    return each if near else replace(each, source=())


def _form(each: Attribution) -> bool:
    return each.by.rpartition(":")[2] in _FORMS


def _within(sheet: Sheet, each: Attribution) -> Attribution | None:
    named = each.cue or each.source
    if not named or not each.content or _form(each):
        return each
    home = _block_at(sheet, named[0][0])
    holding = _holding(sheet, each)
    if holding == [home]:
        return each
    if home not in holding:
        return _below(sheet, each, home, holding)
    kept = {home}
    _take_below(sheet, kept, holding, home)
    _take_above(sheet, kept, holding, home)
    only = _only(sheet, each, kept)
    return only if only is None or home + 1 not in kept else _with_whole_block(sheet, only, home)


def _block_at(sheet: Sheet, place: int) -> int:
    return max(0, bisect_right(sheet.blocks, place, key=lambda block: block.start) - 1)


def _holding(sheet: Sheet, each: Attribution) -> list[int]:
    """List the blocks that hold some of a content's words."""
    touched = {
        (index, span) for span in each.content for index in range(_block_at(sheet, span[0]), _block_at(sheet, span[1] - 1) + 1)
    }
    return sorted({index for index, span in touched if _letters(sheet, (_shared(sheet.blocks[index], span),))})


def _shared(block: Block, span: Span) -> Span:
    return max(block.start, span[0]), max(block.start, span[0], min(block.end, span[1]))


def _line(sheet: Sheet, index: int) -> str:
    block = sheet.blocks[index]
    return sheet.text[block.start : block.end].strip()


def _take_below(sheet: Sheet, kept: set[int], holding: Sequence[int], home: int) -> None:
    """Keep the paragraphs below that go on with a quotation, or that one with an open end leads up to."""
    for index in range(home + 1, len(sheet.blocks)):
        led = _line(sheet, index - 1).endswith(_LEADING) or _left_open(sheet, index - 1)
        answers = not led and len(_line(sheet, index).split()) <= _ANSWER
        if index not in holding or answers or not (led or _line(sheet, index).startswith(_OPENING)):
            return
        kept.add(index)


def _take_above(sheet: Sheet, kept: set[int], holding: Sequence[int], home: int) -> None:
    """Keep the paragraphs above that leave a quotation open."""
    for index in range(home - 1, -1, -1):
        if index not in holding or not _left_open(sheet, index):
            return
        kept.add(index)


def _left_open(sheet: Sheet, index: int) -> bool:
    """Tell whether a paragraph ends inside a quotation."""
    block = sheet.blocks[index]
    last = bisect_right(sheet.quotes, block.end - 1, key=lambda quote: quote.start) - 1
    return last >= 0 and sheet.quotes[last].start >= block.start and not sheet.quotes[last].closed


def _only(sheet: Sheet, each: Attribution, kept: set[int]) -> Attribution | None:
    """Leave out of a content what stands outside some blocks; nothing is left of a find whose content was elsewhere."""
    pieces = [_shared(sheet.blocks[index], span) for index in sorted(kept) for span in each.content]
    if _letters(sheet, pieces) == _letters(sheet, each.content):
        return each
    left = tuple(bare for piece in pieces for bare in _bare(sheet, piece))
    words = sum(len(sheet.text[start:end].split()) for start, end in left)
    return replace(each, content=left) if words >= _FEWEST else None


def _bare(sheet: Sheet, piece: Span) -> Spans:
    """Give a piece without blanks at its ends; tidied where nothing in it is quoted: part of a quotation has one mark."""
    words = sheet.text[slice(*piece)]
    if not any(mark in words for mark in _MARKS):
        return tidy(sheet.text, (piece,))
    start = piece[0] + len(words) - len(words.lstrip())
    return ((start, start + len(words.strip())),)


def _letters(sheet: Sheet, spans: Sequence[Span]) -> int:
    return sum(char.isalnum() for start, end in spans for char in sheet.text[start:end])


def _below(sheet: Sheet, each: Attribution, home: int, holding: Sequence[int]) -> Attribution | None:
    """Read what stands wholly in paragraphs below its cue: none below a heading, the whole paragraph below "X wrote:"."""
    if not holding or holding[0] < home:
        return each
    line, first = _line(sheet, home), holding[0]
    quoted = _line(sheet, first).startswith(_OPENING)
    if not line.endswith(_STOPS) and not (quoted and _says(sheet, each)):
        return None
    return _with_whole_block(sheet, each, home) if first == home + 1 else each


def _with_whole_block(sheet: Sheet, each: Attribution, home: int) -> Attribution:
    """Take all of the paragraph below "X wrote:" that a content begins with; one that opens a quotation must be quoted whole."""
    block, line = sheet.blocks[home + 1], _line(sheet, home + 1)
    whole = not line.startswith(_OPENING) or line.endswith(_CLOSING) or _left_open(sheet, home + 1)
    below = [span for span in each.content if block.start <= span[0] < block.end]
    if not below or not _line(sheet, home).endswith(":") or not whole:
        return each
    if any(char.isalnum() for char in sheet.text[block.start : below[0][0]]):
        return each
    rest = [span for span in each.content if span not in below or span[1] > block.end]
    return replace(each, content=merge((*_bare(sheet, (block.start, block.end)), *rest)))


def _says(sheet: Sheet, each: Attribution) -> bool:
    """Tell whether a cue holds a verb."""
    return any(sheet.parse.pos[t] == "VERB" for start, end in each.cue for t in range(*sheet.tokens(start, end)))
