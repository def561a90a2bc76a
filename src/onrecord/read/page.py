"""What the read stages look at: one article, marked, parsed and with its names resolved."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.backends.protocols import Parse
from onrecord.records import Article, Block, Chain, Mention, Time


@dataclass(frozen=True)
class Page:
    """One article on the reading desk. Every read stage takes a page and its statements and gives statements."""

    article: Article
    blocks: tuple[Block, ...]
    parse: Parse
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    times: tuple[Time, ...]
