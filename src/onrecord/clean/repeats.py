"""Repeats: what a text prints a second time. The first full copy is the article's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.clean.paragraphs import Paragraph

RUN = 4  # words of a shingle
SHARE = 0.8  # of a paragraph's shingles, found in one other paragraph, make it a repeat
PULLED = 0.7  # of a short, unfinished line's, or a pulled quotation's
LEAST = 5  # words: a shorter paragraph may come twice by chance ("Thank you.")


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
    """List where each shingle stands; one that stands in many paragraphs says nothing and keeps its first few."""
    homes: dict[tuple[str, ...], list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        if index in skip:
            continue
        for shingle in set(_shingles(paragraph.words)):
            known = homes.setdefault(shingle, [])
            if len(known) < 8:
                known.append(index)
    return homes


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(max(1, len(words) - RUN + 1)):
        yield tuple(words[at : at + RUN])
