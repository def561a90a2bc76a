"""What stands inside a paragraph and is not the article's: pointers to other articles, marks, cards of links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.lang import words
from onrecord.records import READ_ROLES, Block, Role, Span, Spans

Inner = tuple[int, int, Role]
_LINE_END = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CARD = re.compile(
    r"\b([A-Z][\w'’.-]+)(?:,? [JS]r\.?)?\s?"  # the name as the sentence has it ends so
    r"((?:\(?[A-Z][\w'’.-]*\)?,?\s){1,6}\1(?:,? [JS]r\.?)?(?=[A-Z'‘“\d])"  # the person's full name, glued to the first headline
    r"[^\n]{10,900}?\b)MORE\b"
)
"""A card of headlines about a person that a site shows over the name, drawn into the sentence; its last link is MORE."""


def inside(text: str) -> list[Inner]:
    """Find what is not the article's inside a paragraph, in order, as places in the paragraph and their role."""
    found = sorted((*_cards(text), *_pointers(text), *_marks(text)))
    return [each for at, each in enumerate(found) if at == 0 or each[0] >= found[at - 1][1]]


def _cards(text: str) -> Iterator[Inner]:
    if "MORE" in text:
        for match in _CARD.finditer(text):
            yield match.start(2), match.end(), Role.RELATED


def _pointers(text: str) -> Iterator[Inner]:
    """Find headlines in brackets: ``(RELATED: ...)``."""
    if ": " in text and ("(" in text or "[" in text):
        for match in _patterns()[0].finditer(text):
            yield *match.span(), Role.RELATED


def _marks(text: str) -> Iterator[Inner]:
    """Find marks of advertisements and of breaks between two sentences."""
    for match in _patterns()[1].finditer(text):
        yield *match.span(1), Role.FURNITURE


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = words("furniture")
    starts = "|".join(_any_case(start) for start in data["related_starts"])
    marks = "|".join(map(re.escape, data["inside"]))
    return (
        re.compile(rf"[(\[]\s?(?:{starts}):\s[^()\[\]\n]{{12,200}}[)\]]"),
        re.compile(rf"(?<=[.!?”\"’)])\s*({marks})(?=\s*(?:[“\"‘(A-Z]|$))"),
    )


def _any_case(start: str) -> str:
    """Let a label stand in capitals or with its first letter as one."""
    return rf"{re.escape(start.capitalize())}|{re.escape(start.upper())}"


def lost_ends(text: str) -> list[int]:
    """Find where a paragraph's end was lost inside it: a stop with the next sentence glued to it, outside quotations."""
    ends = []
    for match in _GLUED.finditer(text):
        stop, closed = match.start() + 1, match.end()
        # a straight mark after the stop closes the quotation before it or opens the one after it
        end = next((end for end in (closed, stop) if _balanced(text[:end])), None)
        if end is not None and not _ABBREVIATED.search(text[: match.start()][-8:]):
            ends.append(end)
    return ends


_GLUED = re.compile(r"(?<=[a-z\d%)])[.!?][”\"’)]?(?=[“\"‘]?[A-Z][a-z]*[a-z ](?!\w*[@.]\w))")
_ABBREVIATED = re.compile(r"(?:^|\W)(?:[A-Z][a-z]{0,3}|[a-z]|www\S*)$")


def _balanced(text: str) -> bool:
    return text.count("“") <= text.count("”") and text.count('"') % 2 == 0


def veil(text: str, blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...], Spans]:
    """Give what is to be read: the text with blanks for what is not read inside its paragraphs, its blocks, and those gaps.

    The text keeps its length, so that offsets hold. Blocks of one role that only such gaps part from each other are one again, so
    that the sentence around a gap is read whole.
    """
    joined: list[Block] = []
    gaps: list[Span] = []
    for block in blocks:
        if block.role not in READ_ROLES:
            continue
        before = joined[-1] if joined else None
        if (
            before
            and before.role is block.role
            and before.end < block.start
            and not _LINE_END.search(text, before.end, block.start)
        ):
            gaps.append((before.end, block.start))
            joined[-1] = replace(before, end=block.end)
        else:
            joined.append(block)
    for start, end in gaps:
        text = text[:start] + " " * (end - start) + text[end:]
    return text, tuple(joined), tuple(gaps)


def outside(spans: Spans, gaps: Spans) -> Spans:
    """Cut gaps out of spans."""
    for start, end in gaps:
        if any(first < end and start < last for first, last in spans):
            halves = [half for first, last in spans for half in ((first, min(last, start)), (max(first, end), last))]
            spans = tuple((first, last) for first, last in halves if first < last)
    return spans
