"""Repeats: what a text prints a second time. The first full copy is the article's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.clean.paragraphs import Paragraph
from onrecord.clean.sheet import Sheet
from onrecord.clean.signs import is_turn
from onrecord.records import Role

RUN = 4  # words of a shingle
SHARE = 0.8  # of a paragraph's shingles, found in one other paragraph, make it a repeat
PULLED = 0.7  # of a short, unfinished line's, or a pulled quotation's
ENCLOSED = 25  # words of a paragraph between two repeats that is a part of the second printing
SPOKEN = 20  # words: in a transcript, a shorter turn may come twice
MANY = 8  # paragraphs that hold one shingle
LEAST = 5  # words: a shorter paragraph may come twice by chance ("Thank you.")


def mark_repeats(sheet: Sheet) -> None:
    """Mark the paragraphs that the text prints a second time, and what stands alone among them."""
    skip = {index for index, role in enumerate(sheet.roles) if role not in (None, Role.BODY, Role.STANDFIRST)}
    if sheet.transcript:
        skip |= {i for i, paragraph in enumerate(sheet.paragraphs) if is_turn(paragraph) or len(paragraph.words) < SPOKEN}
    for index in find_repeats(sheet.paragraphs, skip):
        if sheet.roles[index] is not Role.STANDFIRST:
            sheet.roles[index] = Role.REPEAT
    titles = {paragraph.key for paragraph, role in zip(sheet.paragraphs, sheet.roles, strict=True) if role is Role.TITLE}
    for index, paragraph in enumerate(sheet.paragraphs):
        if sheet.is_open(index) and paragraph.key in titles:
            sheet.roles[index] = Role.REPEAT
    for index in _enclosed(sheet):
        sheet.roles[index] = Role.REPEAT


def _enclosed(sheet: Sheet) -> list[int]:
    """List the short paragraphs without a role that stand alone between two repeats, furniture aside."""
    kept = [index for index, role in enumerate(sheet.roles) if role is not Role.FURNITURE]
    return [
        at
        for before, at, after in zip(kept, kept[1:], kept[2:], strict=False)
        if sheet.roles[before] is sheet.roles[after] is Role.REPEAT
        and sheet.is_open(at)
        and len(sheet.paragraphs[at].words) <= ENCLOSED
    ]


def find_repeats(paragraphs: Sequence[Paragraph], skip: set[int]) -> set[int]:
    """Find the paragraphs that repeat another one of the same text, wholly or nearly, or a passage of it.

    A paragraph repeats an earlier one; a short line without a stop of its own (a caption, a pulled quotation) may also repeat a
    longer one that comes later. ``skip`` are paragraphs that neither repeat nor are repeated.
    """
    homes = _homes(paragraphs, skip)
    repeats = set()
    for index, paragraph in enumerate(paragraphs):
        if index in skip or len(paragraph.words) < LEAST:
            continue
        if _repeats(index, paragraphs, homes):
            repeats.add(index)
    return repeats


def _repeats(index: int, paragraphs: Sequence[Paragraph], homes: dict[tuple[str, ...], list[int]]) -> bool:
    shingles = list(_shingles(paragraphs[index].words))
    shared: dict[int, int] = {}
    for shingle in shingles:
        for home in homes.get(shingle, ()):
            shared[home] = shared.get(home, 0) + 1
    count, size = len(shingles), len(paragraphs[index].words)
    for home, common in shared.items():
        longer = len(paragraphs[home].words) > size + 3
        if home < index and common >= SHARE * count and size >= 8:
            return True
        if home != index and longer and size <= 40 and common >= PULLED * count:
            return True
        if home < index and common == count and len(paragraphs[home].words) == size:
            return size >= 8
    return False


def _homes(paragraphs: Sequence[Paragraph], skip: set[int]) -> dict[tuple[str, ...], list[int]]:
    """List where each shingle stands that two paragraphs hold; one that many hold says nothing and keeps its first few."""
    first: dict[tuple[str, ...], int] = {}
    homes: dict[tuple[str, ...], list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        if index in skip:
            continue
        for shingle in _shingles(paragraph.words):
            home = first.setdefault(shingle, index)
            if home != index:
                known = homes.setdefault(shingle, [home])
                if len(known) < MANY and known[-1] != index:
                    known.append(index)
    return homes


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(words) <= RUN:
        return iter((tuple(words),))
    return zip(*(words[at:] for at in range(RUN)), strict=False)
