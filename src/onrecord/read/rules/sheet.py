"""One article as the rules see it: its parse, its quotations, and the questions every rule asks of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from onrecord.backends.protocols import Parse
from onrecord.read.rules.lexicon import Lexicon
from onrecord.read.rules.quotes import Quote, pair_paragraphs
from onrecord.read.rules.spans import tidy
from onrecord.records import Block, Spans

SUBJECTS = frozenset({"nsubj", "csubj"})
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ"})
_WIDEST_GAP = 4
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
    """A text, its read blocks (one paragraph each), its parse and the language's cue words."""

    text: str
    blocks: Sequence[Block]
    parse: Parse
    lex: Lexicon

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

    @cached_property
    def misjoined(self) -> dict[int, int]:
        """Give each finite verb that the parser coordinates with a verb below the one that it belongs to, and that one.

        "X deny allegations of Y using Z and assert that …": *assert* goes with *deny*, not with *using*; "X said the road was
        shut and added that …": *added* goes with *said*, since a road adds nothing.
        """
        parse, found = self.parse, {}
        for verb in range(len(parse)):
            if parse.tag[verb] not in _FINITE or parse.dep[verb] not in ("conj", "ccomp"):
                continue
            if self.child(verb, "aux", "mark", *SUBJECTS) is None:
                outer = self._finite_above(verb) if parse.tag[parse.head[verb]] == "VBG" else self._speech_above(verb)
                if outer is not None:
                    found[verb] = outer
        return found

    def _finite_above(self, verb: int) -> int | None:
        parse = self.parse
        head = parse.head[verb]
        if parse.dep[head] not in ("acl", "pcomp", "advcl", "xcomp"):
            return None
        while parse.head[head] != head and not (parse.pos[head] == "VERB" and parse.tag[head] in _FINITE):
            head = parse.head[head]
        return head if parse.tag[head] in _FINITE else None

    def _speech_above(self, verb: int) -> int | None:
        parse = self.parse
        clause = parse.head[verb]
        if parse.dep[verb] == "ccomp":  # beside the clause instead of in it
            beside = (kid for kid in parse.children[clause] if parse.dep[kid] == "ccomp" and kid < verb)
            clause = next(beside, verb) if self.lower(verb - 1) in ("and", "but") else verb
        outer, subject = parse.head[clause], self.child(clause, "nsubj", "nsubjpass")
        if clause == verb or parse.dep[clause] != "ccomp" or subject is None or self.child(verb, "ccomp") is None:
            return None
        both = self.lemma(verb) in self.lex.speech and self.lemma(outer) in self.lex.speech
        thing = parse.pos[subject] == "NOUN" or self.lower(subject) in ("it", "this", "that", "there")
        return outer if both and thing and parse.tag[verb] == parse.tag[outer] else None

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
        """List a token and all below it, leaving out the given subtrees and what the parser joined to it wrongly."""
        reach = self.parse.reach
        inside = set(range(*reach[token]))
        for left_out in without:
            inside.difference_update(range(*reach[left_out]))
        for joined, head in self.misjoined.items():
            if joined in inside and joined != token and head not in inside:
                inside.difference_update(range(reach[joined][0] - 1, reach[joined][1]))
        return inside

    def filled(self, tokens: set[int]) -> set[int]:
        """Add to tokens the conjunctions and marks that alone part them: "A, and B"."""
        ordered = sorted(tokens)
        gaps = [range(a + 1, b) for a, b in pairwise(ordered) if 1 < b - a <= _WIDEST_GAP]
        return tokens.union(t for gap in gaps if all(self.is_mark(t) or self.parse.dep[t] == "cc" for t in gap) for t in gap)

    def cue(self, verb: int, more: Iterable[int] = ()) -> Spans:
        """Give a verb with its auxiliaries, negation, particle and the adverbs between them, and further tokens of the cue."""
        parse = self.parse
        near = (kid for kid in parse.children[verb] if parse.dep[kid] in _CUE_PARTS and parse.tag[kid] != "WRB")
        parts = {kid for kid in near if not self.apart(kid, verb)}
        return self.spans({verb, *parts, *more})

    def apart(self, one: int, other: int) -> bool:
        """Say whether something that is no part of a verb group stands between two tokens."""
        low, high = sorted((one, other))
        return any(self.parse.dep[token] not in _CUE_PARTS for token in range(low + 1, high))

    def commas_between(self, one: int, other: int) -> bool:
        """Say whether a comma, dash or quotation mark stands between two tokens."""
        low, high = sorted((one, other))
        return any(self.is_mark(token) for token in range(low + 1, high))

    def is_setting(self, prep: int) -> bool:
        """Say whether a prepositional phrase tells when or where something was said."""
        thing = self.child(prep, "pobj")
        return thing is not None and (thing in self.dated or self.lemma(thing) in self.lex.outside)

    def has_to(self, verb: int) -> bool:
        """Say whether a verb is an infinitive with "to"."""
        return any(self.parse.tag[kid] == "TO" for kid in self.parse.children[verb])

    def is_mark(self, token: int) -> bool:
        """Say whether a token is punctuation or a symbol."""
        return not any(c.isalnum() for c in self.parse.text[token])
