"""A second opinion on what of a page is its article: readability's, compared with the drawn text by words."""

from __future__ import annotations

import logging
import re
from collections import Counter
from dataclasses import dataclass

from onrecord.gather.alignment import page_text

WARNING = "page: a second extractor (readability) disagrees"
OURS, THEIRS = 0.8, 0.5
"""Least shares of the drawn words that the second extractor has, and of its words that are drawn.

Set on 95 pages: below one of them lie 4 of the 9 pages drawn with an F1 below .90, and 6 of the 74 with .97 and more.
"""
MOST_TAGS = 10_000
"""Tags of the largest page that is compared: readability's time grows with tags times their depth."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the second extractor takes for the article, as how often each word stands there."""

    words: Counter[str]

    @property
    def size(self) -> int:
        """Count its words."""
        return self.words.total()

    def shares(self, text: str) -> tuple[float, float]:
        """Give the share of a text's words that stand here, and of the words here that stand in the text."""
        words = _words(text)
        common = (words & self.words).total()
        return common / (words.total() or 1), common / (self.size or 1)

    def agreement(self, text: str) -> float:
        """Give one measure of how much a text is the same (Dice's coefficient of words)."""
        return 2 * (_words(text) & self.words).total() / ((_words(text).total() + self.size) or 1)

    def objects(self, text: str) -> str | None:
        """Word the warning where the text is not what this extractor takes for the article, else None."""
        ours, theirs = self.shares(text)
        if not self.size or (ours >= OURS and theirs >= THEIRS):
            return None
        return f"{WARNING}: it has {ours:.0%} of these words, and {theirs:.0%} of its own are here"


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def second_opinion(markup: str) -> Opinion:
    """Draw the article by readability; an opinion without words where it finds none or the page is too large for it."""
    if markup.count("<") > MOST_TAGS:
        return Opinion(Counter())
    import lxml.html
    import readability

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        summary = readability.Document(markup).summary()
        return Opinion(_words(page_text(lxml.html.document_fromstring(summary))))
    except (ValueError, lxml.etree.LxmlError):
        return Opinion(Counter())
