"""Where in a scrape the article stands: the stretch with the most running text and the fewest lines of menus and lists."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.clean.furniture import ends_article, is_related_heading
from onrecord.clean.paragraphs import Paragraph

MOST = 40  # words that one paragraph counts for
LINE = 15  # words: a shorter line without a stop is a menu's or a headline
SHORT, LONG = 15, 2  # words that such a line costs, and that a longer one costs: a post in a live report has no stop either
GAP = 3  # lines without running text that an article may hold in one place, whatever follows
ABOVE = 12  # lines above the running text among which title, standfirst, byline and date line are looked for


def main_region(paragraphs: Sequence[Paragraph], prose: Sequence[bool]) -> tuple[int, int]:
    """Find the article's stretch of paragraphs, as a half-open range that begins and ends with running text.

    Where at least half of the lines are running text, it is all of it. Else it is the stretch of the greatest sum, where running
    text counts its words and any other line costs some (Kadane's search); then it takes in the running text around it that no
    more than a few lines part from it.
    """
    if 2 * sum(prose) >= len(prose):
        return prose.index(True), len(prose) - prose[::-1].index(True)
    start, end = _best([_worth(paragraph, is_prose) for paragraph, is_prose in zip(paragraphs, prose, strict=True)])
    while (last := _next(paragraphs, prose, end)) is not None:
        end = last + 1
    while (first := _next(paragraphs, prose, start - 1, step=-1)) is not None:
        start = first
    return start, end


def _worth(paragraph: Paragraph, is_prose: bool) -> int:
    if is_prose:
        return min(MOST, len(paragraph.words))
    if paragraph.item:
        return 0
    return -SHORT if len(paragraph.words) < LINE else -LONG


def _best(worth: Sequence[int]) -> tuple[int, int]:
    best, at = 0, (0, len(worth))
    total, start = 0, 0
    for index, value in enumerate(worth):
        if total <= 0:
            total, start = 0, index
        total += value
        if total > best:
            best, at = total, (start, index + 1)
    return at


def _next(paragraphs: Sequence[Paragraph], prose: Sequence[bool], at: int, step: int = 1) -> int | None:
    """Find the next running text beyond the region's edge, unless too many lines, or below a heading of other matter, part it."""
    stop = min(len(paragraphs), at + GAP + 1) if step > 0 else max(-1, at - GAP - 1)
    for index in range(at, stop, step):
        if step > 0 and (is_related_heading(paragraphs[index]) or ends_article(paragraphs[index])):
            return None
        if prose[index]:
            return index
    return None
