"""One page's markup to its article: text, metadata, and why not. Pure; run in a child process by gather.sandbox."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from onrecord.gather.head import read_head, told_by_page
from onrecord.records import Told

DEEPEST = 250
"""Elements within elements; the parser would lose what lies deeper."""
MOST_TAGS = 200_000
_TAG = re.compile(
    r"<(/?)(div|section|article|main|table|tbody|tr|td|ul|ol|span|b|i|em|strong|font|a|blockquote|center|form|figure|aside)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The article drawn from a page."""

    text: str
    told: Told
    warnings: tuple[str, ...] = ()


def draw(markup: str) -> Drawn | str:
    """Draw the article from a page, or say why there is none."""
    reason = unsafe(markup)
    if reason:
        return reason
    import lxml.html
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        tree = trafilatura.load_html(markup)
    except (ValueError, lxml.etree.LxmlError) as error:
        return f"not a page: {error}"
    if tree is None:
        return "not a page: no markup found"
    told = told_by_page(read_head(tree))
    text = trafilatura.extract(tree, favor_precision=True, deduplicate=False, include_comments=False)
    if not text or not text.strip():
        return "no article found in the page"
    return Drawn(text, told)


def unsafe(markup: str) -> str | None:
    """Say why a page should not be parsed: too many tags, or nested too deeply."""
    count = markup.count("<")
    if count > 2 * MOST_TAGS:
        return f"{count} tags, more than the {2 * MOST_TAGS} that are read of one page"
    deepest = depth = 0
    for match in _TAG.finditer(markup):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return f"nested {deepest} deep, more than the {DEEPEST} levels that are read" if deepest > DEEPEST else None
