"""What the read stages look at: one article, marked, parsed and with its names resolved."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.backends.protocols import Parse
from onrecord.records import Article, Block, Chain, Mention, Spans, Time


@dataclass(frozen=True)
class Page:
    """One article on the reading desk. Every read stage takes a page and its statements and gives statements."""

    article: Article
    blocks: tuple[Block, ...]
    parse: Parse
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    times: tuple[Time, ...]


def tokens_of(parse: Parse, spans: Spans) -> list[int]:
    """List the tokens that lie in the given spans, whole or in part, in text order."""
    found = []
    for start, end in spans:
        token = bisect_left(parse.end, start + 1)
        while token < len(parse) and parse.start[token] < end:
            found.append(token)
            token += 1
    return found


def words_in(parse: Parse, spans: Spans) -> list[int]:
    """List the tokens that lie in the given spans and are words, no marks."""
    return [token for token in tokens_of(parse, spans) if parse.text[token][0].isalnum()]
