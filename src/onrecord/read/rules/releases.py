"""Quotations set apart: by a paragraph that announces one ("And from Chair X:") or a name after it.

The name stands behind a dash ("…" – Commissioner X), or on a line of its own in an article that sets one quotation under another.
"""

from __future__ import annotations

import re

from onrecord.lang.signatures import FEWEST, closing_names, is_unsigned, signs
from onrecord.read.rules.quotes import Quote
from onrecord.read.rules.sheet import Candidate, Sheet
from onrecord.read.rules.sources import phrase, subject_of
from onrecord.read.rules.spans import tidy
from onrecord.records import Block, Span, Spans

_DASH = re.compile(r"\s*[-–—―]{1,2}\s*(?=\w)")
_LONGEST_SIGNATURE = 120
_LONGEST_FROM = 200
_FEWEST = 3
"""Words of a quotation that stands for itself."""
_BEHIND = re.compile(r"[”\"]\s+([^“”\"]{4,80})$")


def find_releases(sheet: Sheet) -> list[Candidate]:
    """List the quotations that stand as blocks of their own, with who is named before or after them."""
    found = [_signed(sheet, quote) for quote in sheet.quotes if quote.closed and not quote.single]
    for index, block in enumerate(sheet.blocks[:-1]):
        if sheet.text[block.start : block.end].rstrip().endswith(":"):
            found.append(_announced(sheet, index, block))
    found.extend(_series(sheet))
    return [candidate for candidate in found if candidate is not None]


def _signed(sheet: Sheet, quote: Quote) -> Candidate | None:
    """Read a quotation followed by a dash and a name up to the end of its paragraph or a full stop."""
    block = next((b for b in sheet.blocks if b.start <= quote.start < b.end), None)
    if (
        block is None
        or sheet.text[block.start : quote.start].strip(" \t—–-*•")
        or len(sheet.text[slice(*quote.inner)].split()) < 3
    ):
        return None
    dash = _DASH.match(sheet.text, quote.end, block.end)
    if dash is None or not 0 < block.end - dash.end() <= _LONGEST_SIGNATURE:
        return None
    first, last = sheet.tokens(dash.end(), block.end)
    if any(sheet.parse.pos[t] in ("VERB", "AUX") for t in range(first, last)) or not _named(sheet, first, last):
        return None
    mark = sheet.text[dash.start() : dash.end()].strip()
    at = sheet.text.find(mark, dash.start())
    source = _person(sheet, (dash.end(), block.end))
    return Candidate("signed", -1, source, ((at, at + len(mark)),), tidy(sheet.text, [(quote.start, quote.end)]))


def _series(sheet: Sheet) -> list[Candidate]:
    """Read quotations one below the other, each with who is quoted on a line of its own or behind it: "Ada Ternin, Olm Post"."""
    lines = [sheet.text[block.start : block.end] for block in sheet.blocks]
    behind = {index: tail.start(1) for index, line in enumerate(lines) if (tail := _BEHIND.search(line)) and signs(tail[1])}
    below = closing_names(lines, FEWEST - len(behind))
    if len(below) + len(behind) < FEWEST:
        return []
    signed = [(index - 1, sheet.blocks[index].start, index) for index in below]
    signed += [(index, sheet.blocks[index].start + at, index) for index, at in behind.items()]
    stops = {*below, *behind}
    found = []
    for last, start, index in sorted(signed):
        content = _carried_to(sheet, last, start, stops)
        if content and len(sheet.text[slice(*content[0])].split()) >= _FEWEST:
            source = _person(sheet, (start, sheet.blocks[index].end))
            found.append(Candidate("signed", -1, source, (), tidy(sheet.text, content)))
    return found


def _carried_to(sheet: Sheet, last: int, edge: int, stops: set[int]) -> list[Span]:
    """List the quotation that ends a paragraph, before an edge, and those above it that it carries on, the last of them first."""
    content: list[Span] = []
    for index in range(last, -1, -1):
        block = sheet.blocks[index]
        quotes = [quote for quote in sheet.quotes if block.start <= quote.start < min(block.end, edge)]
        if not quotes or (content and (quotes[-1].closed or index in stops)):
            break
        opened = sheet.text.find("“", block.start, block.end)
        start = quotes[-1].start if opened < 0 or "”" in sheet.text[opened : quotes[-1].start] else opened
        content.append((start, quotes[-1].end))
        if start > block.start:
            break  # "Others note that “…"
    return content


def _person(sheet: Sheet, line: Span) -> Spans:
    """Give whom a signature names without the paper behind the comma; all of it with an office there, or for an editorial."""
    named, _, behind = sheet.text[slice(*line)].strip().partition(",")
    office = not sheet.lex.roles.isdisjoint(behind.lower().split())
    paper = signs(f"{named},{behind}") and not office and not is_unsigned(named)
    return tidy(sheet.text, [(line[0], sheet.text.find(",", *line) if paper else line[1])])


def _announced(sheet: Sheet, index: int, block: Block) -> Candidate | None:
    """Read a paragraph that ends in a colon and the quotation in the next."""
    following = sheet.blocks[index + 1]
    quote = next((q for q in sheet.quotes if q.start == following.start), None)
    if quote is None or len(sheet.text[slice(*quote.inner)].split()) < 3:
        return None
    first, last = sheet.tokens(block.start, block.end)
    head, source, cue = _speech_verb(sheet, first, last) or _from(sheet, first, last, block) or (None, (), ())
    if head is None or not source:
        return None
    return Candidate("announced", head, source, cue, tidy(sheet.text, [(quote.start, quote.end)]))


Named = tuple[int, tuple[Span, ...], tuple[Span, ...]]


def _speech_verb(sheet: Sheet, first: int, last: int) -> Named | None:
    """Take the last speech verb before the colon that has a speaker."""
    for verb in range(last - 1, first - 1, -1):
        if sheet.parse.pos[verb] != "VERB" or sheet.quote_of[verb] >= 0 or sheet.lemma(verb) not in sheet.lex.quote:
            continue
        speaker = subject_of(sheet, verb)
        if speaker is not None:
            return verb, sheet.spans(phrase(sheet, speaker) - {verb}), sheet.cue(verb)
    return None


def _from(sheet: Sheet, first: int, last: int, block: Block) -> Named | None:
    """Read "And from Chair X:", "This from X:" and a bare name."""
    words = [sheet.lower(token) for token in range(first, last)]
    if len(sheet.text[block.start : block.end]) > _LONGEST_FROM:
        return None
    if "from" in words[:4]:
        at = first + words.index("from")
        source = tidy(sheet.text, [(sheet.parse.end[at], block.end)])
        return (at, source, sheet.spans([at])) if _named(sheet, at + 1, last) else None
    if len(words) <= 10 and _named(sheet, first, last) and not any(sheet.parse.pos[t] == "VERB" for t in range(first, last)):
        colon = sheet.text.rstrip().rfind(":", block.start, block.end)
        return first, tidy(sheet.text, [(block.start, colon)]), ((colon, colon + 1),)
    return None


def _named(sheet: Sheet, first: int, last: int) -> bool:
    labels = ("PERSON", "ORG", "GPE", "NORP")
    return any(a < last and b > first and label in labels for a, b, label in sheet.parse.names) or any(
        sheet.parse.pos[t] == "PROPN" for t in range(first, last)
    )
