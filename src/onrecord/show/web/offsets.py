"""From what a browser counts to what the record counts: UTF-16 units of a shown text to Unicode code points of the article's."""

from __future__ import annotations

from onrecord.records import Span


def code_points(text: str, unit: int) -> int:
    """Give the place in a text that a browser counts as so many UTF-16 units; raises ValueError where there is none.

    HTML makes one line break of CR LF and of CR alone, and leaves NUL out. Between the halves of a surrogate pair is no place.
    """
    counted, at = 0, 0
    while at < len(text):
        if counted >= unit:
            break
        character = text[at]
        if character == "\0":
            at += 1
            continue
        at += 2 if text[at : at + 2] == "\r\n" else 1
        counted += 2 if ord(character) > 0xFFFF else 1
    if counted != unit:
        raise ValueError(f"{unit} is no place in a text of {counted} units")
    return at


def span_of(text: str, block: Span, start: int, end: int) -> Span:
    """Give the span of the article that stands selected in one of its blocks, white space at its ends left out.

    ``start`` and ``end`` count UTF-16 units from the block's beginning, as the browser shows it. Raises ValueError for what is no
    place or holds no word.
    """
    shown = text[block[0] : block[1]]
    low, high = code_points(shown, start), code_points(shown, end)
    while low < high and shown[low].isspace():
        low += 1
    while high > low and shown[high - 1].isspace():
        high -= 1
    if low >= high:
        raise ValueError("nothing is selected")
    return block[0] + low, block[0] + high
