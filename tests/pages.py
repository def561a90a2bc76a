"""A page and statements from short texts, with the real parser, for the tests of what statements mean."""

from __future__ import annotations

from functools import cache

from onrecord.backends.spacy import SpacyParser
from onrecord.read.chains import find_chains
from onrecord.read.manner import manner_of
from onrecord.read.page import Page
from onrecord.records import Article, Block, Role, Span, Statement, Time, text_id


@cache
def parser() -> SpacyParser:
    return SpacyParser()


def page_of(text: str, *, authors: tuple[str, ...] = (), title: int = 0, times: tuple[Time, ...] = ()) -> Page:
    """Parse a text and gather its chains; the first ``title`` code points are its title."""
    article = Article(text_id(text), text, authors=authors)
    blocks = (Block(article.id, title, len(text), Role.BODY),)
    if title:
        blocks = (Block(article.id, 0, title, Role.TITLE), *blocks)
    parse = parser().parse(text, blocks)
    mentions, chains = find_chains(article, blocks, parse)
    return Page(article, blocks, parse, mentions, chains, times)


def at(text: str, words: str, nth: int = 0) -> Span:
    """Find the words' nth place in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def said(page: Page, source: str | None, cue: str | None, content: str, nth: int = 0) -> Statement:
    """Make a statement from the words of its spans; ``nth`` picks among equal sources and cues."""
    text = page.article.text
    spans = (at(text, content),)
    return Statement(
        page.article.id,
        (at(text, source, nth),) if source else (),
        (at(text, cue, nth if source is None else _near(text, source, cue, nth)),) if cue else (),
        spans,
        manner_of(text, spans),
    )


def _near(text: str, source: str, cue: str, nth: int) -> int:
    """Say which of a cue's places is nearest to the source."""
    place, index, found, start = at(text, source, nth)[0], 0, 0, -1
    best = len(text)
    while (start := text.find(cue, start + 1)) >= 0:
        if abs(start - place) < best:
            best, found = abs(start - place), index
        index += 1
    return found
