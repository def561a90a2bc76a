"""One article as the rules see it: its parse, its quotations, and the questions every rule asks of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.backends.protocols import Parse
from onrecord.read.rules.quotes import Quote, pair_paragraphs
from onrecord.read.rules.spans import tidy
from onrecord.records import Block, Spans

SUBJECTS = frozenset({"nsubj", "csubj"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution as one rule proposes it. ``head`` is the cue's main token, -1 where the cue is punctuation or absent."""

    rule: str
    head: int
    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True)
class Sheet:
    """A text, its read blocks (one paragraph each) and its parse."""

    text: str
    blocks: Sequence[Block]
    parse: Parse

    @cached_property
    def quotes(self) -> list[Quote]:
        """List the quotations of all paragraphs."""
        return pair_paragraphs(self.text, [(block.start, block.end) for block in self.blocks])

    @cached_property
    def quote_of(self) -> list[int]:
        """Give each token the index of the quotation it stands in, its marks not counted; -1 outside."""
        home = [-1] * len(self.parse)
        for index, quote in enumerate(self.quotes):
            first, last = self.tokens(*quote.inner)
            home[first:last] = [index] * (last - first)
        return home

    @cached_property
    def block_tokens(self) -> list[tuple[int, int]]:
        """Give each block its half-open token range."""
        return [self.tokens(block.start, block.end) for block in self.blocks]

    @cached_property
    def dated(self) -> frozenset[int]:
        """List the tokens of dates and times."""
        return frozenset(t for first, last, label in self.parse.names if label in ("DATE", "TIME") for t in range(first, last))

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Give the half-open range of tokens that begin within a stretch of text."""
        return bisect_left(self.parse.start, start), bisect_left(self.parse.start, end)

    def lower(self, token: int) -> str:
        """Give a token's text in lower case."""
        return self.parse.text[token].lower()

    def lemma(self, token: int) -> str:
        """Give a token's lemma in lower case."""
        return self.parse.lemma[token].lower()

    def child(self, token: int, *labels: str) -> int | None:
        """Find a token's first dependent with one of the labels."""
        return next((kid for kid in self.parse.children[token] if self.parse.dep[kid] in labels), None)

    def spans(self, tokens: Iterable[int]) -> Spans:
        """Turn tokens into tidy spans."""
        return tidy(self.text, [(self.parse.start[token], self.parse.end[token]) for token in tokens])

    def subtree(self, token: int, without: Iterable[int] = ()) -> set[int]:
        """List a token and all below it, leaving out the given subtrees."""
        inside = set(range(*self.parse.reach[token]))
        for left_out in without:
            inside -= set(range(*self.parse.reach[left_out]))
        return inside

    def cue(self, verb: int) -> Spans:
        """Give a verb with its auxiliaries, negation, particle and the adverbs that stand between them."""
        parse = self.parse
        parts = {verb} | {kid for kid in parse.children[verb] if parse.dep[kid] in _CUE_PARTS and not self.apart(kid, verb)}
        return self.spans(parts)

    def apart(self, one: int, other: int) -> bool:
        """Say whether something that is no part of a verb group stands between two tokens."""
        low, high = sorted((one, other))
        return any(self.parse.dep[token] not in _CUE_PARTS for token in range(low + 1, high))

    def commas_between(self, one: int, other: int) -> bool:
        """Say whether a comma, dash or quotation mark stands between two tokens."""
        low, high = sorted((one, other))
        return any(self.is_mark(token) for token in range(low + 1, high))

    def is_mark(self, token: int) -> bool:
        """Say whether a token is punctuation or a symbol."""
        return not any(c.isalnum() for c in self.parse.text[token])
