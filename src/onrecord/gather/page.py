"""One page's markup to its article: text, metadata, and why not. Pure; run in a child process by gather.sandbox."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.gather import alignment
from onrecord.gather.alignment import Aligned, align, page_text, runs_of, share
from onrecord.gather.head import read_head, told_by_page
from onrecord.gather.live import Entries, live_blog, page_entries
from onrecord.gather.page_oddities import page_oddities
from onrecord.gather.second import Opinion, second_opinion
from onrecord.records import Role, Run, Told

DEEPEST = 250
"""Elements within elements; the parser would lose what lies deeper."""
MOST_TAGS = 200_000
LEAST = 10
"""Words of the shortest article; less is a page without one."""
WHOLE = (0, 0, Role.BODY)
"""The hint that the text is an article and no scrape of a page."""
HEADLINE = 4
"""Words of the shortest headline."""
_INLINE = frozenset({"b", "strong", "i", "em", "span", "u", "font"})
_LINE = re.compile(r"[^\n]+")
_TAG = re.compile(
    r"<(/?)(div|section|article|main|table|tbody|tr|td|ul|ol|span|b|i|em|strong|font|a|blockquote|center|form|figure|aside)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The article drawn from a page."""

    text: str
    told: Told
    hints: tuple[tuple[int, int, Role], ...] = ()
    warnings: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()
    """Where the text stands in the page's own text; nothing where too much of it does not."""
    entries: Entries = ()
    """Where the entries of a live blog begin in the text, and their days."""


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
    head = read_head(tree)
    told = told_by_page(head)
    page = page_text(tree)
    linked, opinion = _linked_lines(tree), second_opinion(markup)
    drawn = _extracted(tree, opinion)
    if drawn is None or len(drawn.text.split()) < LEAST:
        return "no article found in the page"
    objection = opinion.objects(drawn.text)
    warnings: tuple[str, ...] = (objection,) if objection else ()
    aligned = align(drawn.text, page)
    lost = _lost_lines(drawn.text, aligned)
    if lost:
        warnings += (f"page: {len(lost)} lines do not stand in the page as drawn; they are not read",)
    mapped = share(aligned) >= alignment.LEAST
    if not mapped:
        warnings += (f"page: unmapped: only {share(aligned):.1%} of the characters drawn stand in the page as drawn",)
    warnings += tuple(page_oddities(tree, head.linked, told.url or "", drawn.text))
    entries = page_entries(tree, head.linked, drawn.text)
    warnings += (live_blog(entries),) if entries else ()
    hints = (WHOLE, *lost, *_hints(drawn.text, drawn.body, linked))
    return Drawn(drawn.text, told, hints, warnings, runs_of(aligned) if mapped else (), entries)


def _lost_lines(text: str, aligned: tuple[Aligned, ...]) -> list[tuple[int, int, Role]]:
    """Find the lines of which a part stands nowhere in the page, as where an extractor lost a link's words inside a sentence."""
    lines = [match.span() for match in _LINE.finditer(text) if not match.group().startswith("|")]
    lost = [piece for piece in aligned if piece.page_start is None]
    return [(start, end, Role.FURNITURE) for start, end in lines if any(start <= piece.start < end for piece in lost)]


@dataclass(frozen=True, slots=True)
class _Extracted:
    text: str
    body: Any


def _extracted(tree: Any, opinion: Opinion) -> _Extracted | None:
    """Draw the article in the precise mode, or in the wider one where the precise one misses half of it and that one does not."""
    drawn = _extract(tree, precise=True)
    if drawn is not None and 2 * len(drawn.text.split()) >= opinion.size:
        return drawn
    wider = _extract(tree, precise=False)
    if drawn is None or wider is None:
        return drawn or wider
    return max(drawn, wider, key=lambda each: opinion.agreement(each.text))


def _extract(tree: Any, *, precise: bool) -> _Extracted | None:
    import trafilatura

    drawn = trafilatura.bare_extraction(tree, favor_precision=precise, deduplicate=False, include_comments=False)
    if not isinstance(drawn, trafilatura.settings.Document) or not (drawn.text or "").strip():
        return None
    return _Extracted(drawn.text or "", drawn.body)


def _linked_lines(tree: Any) -> set[str]:
    """List the lines of a page that are a link and nothing else, and long enough for a headline."""
    lines = set()
    for link in tree.iter("a"):
        text, block = _squeezed(link), link.getparent()
        while block is not None and block.tag in _INLINE:
            block = block.getparent()
        if block is not None and len(text.split()) >= HEADLINE and len(text) < 300 and _squeezed(block) == text:
            lines.add(text)
    return lines


def _hints(text: str, body: Any, linked: set[str]) -> Iterator[tuple[int, int, Role]]:
    """Say what the markup knows of the drawn text's lines: headings, items and tables are the article's, mere links are not."""
    own = {_squeezed(part) for tag in ("head", "item", "cell", "row") for part in body.iter(tag)}
    for match in _LINE.finditer(text):
        line = " ".join(match.group().lstrip("-•* ").split())
        if line in linked:
            yield *match.span(), Role.RELATED
        elif line in own or line.startswith("|"):
            yield *match.span(), Role.BODY


def _squeezed(tag: Any) -> str:
    return " ".join("".join(tag.itertext()).split())


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
