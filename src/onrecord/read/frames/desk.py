"""One article as frames look at it: its tokens with their mentions and names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.backends.protocols import Parse
from onrecord.read.frames.lexicon import contracted, demonyms, lemmas
from onrecord.read.page import Page
from onrecord.records import Kind, Mention, Spans

PLACES = frozenset({Kind.STATE, Kind.PLACE})
_TIMES = frozenset({"DATE", "TIME"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP"})


@dataclass(frozen=True)
class Desk:
    """A page with look-ups by token."""

    page: Page

    @property
    def parse(self) -> Parse:
        """Give the page's parse."""
        return self.page.parse

    def tokens(self, spans: Spans) -> list[int]:
        """List the tokens that lie inside spans."""
        found: list[int] = []
        for start, end in spans:
            token = bisect_left(self.parse.start, start)
            while token < len(self.parse) and self.parse.end[token] <= end:
                found.append(token)
                token += 1
        return found

    def lower(self, token: int) -> str:
        """Give a token's words in lower case."""
        return self.parse.text[token].lower()

    def lemma(self, token: int) -> str:
        """Give a token's lemma in lower case, with what a hyphen joins to it: cease-fire."""
        lemma = self.parse.lemma[token].lower()
        if self.parse.pos[token] in ("VERB", "AUX"):
            return contracted().get(lemma) or contracted().get(self.lower(token), lemma)
        if self._joined(token - 1) and self.parse.text[token - 1] == "-" and self._joined(token - 2):
            return f"{self.parse.text[token - 2].lower()}-{lemma}"
        return lemma

    def _joined(self, token: int) -> bool:
        """Say whether a token and the next one stand together without a space."""
        return 0 <= token < len(self.parse) - 1 and self.parse.end[token] == self.parse.start[token + 1]

    def goes_on(self, token: int) -> bool:
        """Say whether a hyphen joins a token to the next word."""
        return self._joined(token) and self.parse.text[token + 1] == "-" and self._joined(token + 1)

    def children(self, token: int, *deps: str) -> list[int]:
        """List a token's dependents, of given kinds if any are given."""
        below = self.parse.children[token]
        return [child for child in below if self.parse.dep[child] in deps] if deps else below

    @cached_property
    def _mentions(self) -> dict[int, Mention]:
        """Find the longest mention over each token; of two as long, the first."""
        over: dict[int, Mention] = {}
        for mention in sorted(self.page.mentions, key=lambda m: (m.start - m.end, m.start)):
            for token in self.tokens(((mention.start, mention.end),)):
                over.setdefault(token, mention)
        return over

    @cached_property
    def _labels(self) -> dict[int, tuple[int, int, str]]:
        return {token: name for name in self.parse.names for token in range(name[0], name[1])}

    @cached_property
    def _dated(self) -> frozenset[int]:
        spans = tuple((time.start, time.end) for time in self.page.times)
        return frozenset(token for span in spans for token in self.tokens((span,)))

    def is_time(self, token: int) -> bool:
        """Say whether a token belongs to a time expression, which is told by its days and not by its words."""
        return token in self._dated

    def chain(self, token: int) -> str | None:
        """Give the chain of the mention over a token."""
        mention = self._mentions.get(token)
        return mention.chain if mention else None

    @cached_property
    def _bodies(self) -> frozenset[str]:
        return frozenset(chain.id for chain in self.page.chains if chain.kind is not Kind.PERSON)

    def is_body(self, chain: str | None) -> bool:
        """Say whether a chain is known and no person: a group, an institution, a state."""
        return chain in self._bodies

    def is_name(self, token: int) -> bool:
        """Say whether a token belongs to a name; days and months are none."""
        mention = self._mentions.get(token)
        found = self._labels.get(token)
        if mention is None and found is not None and found[2] in _TIMES:
            return False
        return (mention is not None and mention.form in ("name", "short")) or self.parse.pos[token] == "PROPN"

    def name(self, token: int) -> str:
        """Give the words of the name over a token, without article and possessive ending."""
        found = self._labels.get(token)
        mention = self._mentions.get(token)
        if mention is not None and mention.form in ("name", "short"):
            words = self.page.article.text[mention.start : mention.end]
        elif found is not None:
            start, end = self.parse.span(found[0], found[1])
            words = self.page.article.text[start:end]
        else:
            words = self.parse.text[token]
        words = " ".join(words.split())
        for ending in ("'s", "’s", "'", "’"):
            words = words.removesuffix(ending)
        return words.removeprefix("the ").removeprefix("The ")

    def first_name(self, spans: Spans) -> int | None:
        """Find the first token of a name inside spans."""
        if spans not in self._first_names:
            self._first_names[spans] = next((token for token in self.tokens(spans) if self.is_name(token)), None)
        return self._first_names[spans]

    @cached_property
    def _first_names(self) -> dict[Spans, int | None]:
        return {}

    def acting_lands(self, sentence: int) -> list[int]:
        """List a sentence's places that do something, have it done to them, or own something."""
        if sentence not in self._acting_lands:
            first, last = self.parse.sentences[sentence]
            parts = ("nsubj", "nsubjpass", "poss", "dobj")
            self._acting_lands[sentence] = [t for t in range(first, last) if self.parse.dep[t] in parts and self.is_land(t)]
        return self._acting_lands[sentence]

    @cached_property
    def _acting_lands(self) -> dict[int, list[int]]:
        return {}

    def is_land(self, token: int) -> bool:
        """Say whether a token names a place or the people of one, and is no part of another thing's name."""
        mention = self._mentions.get(token)
        if self._owns_ground(token):
            return True
        known = self.lower(token) in demonyms() or self.name(token).casefold() in demonyms()
        if mention is not None and mention.form == "name" and mention.kind not in PLACES:
            alone = mention.end - mention.start <= self.parse.end[token] - self.parse.start[token] + 2
            found = self._labels.get(token)
            placed = found is not None and found[2] in ("GPE", "LOC") and mention.kind is not Kind.PERSON
            return (known or placed) and alone
        if known or (mention is not None and mention.kind in PLACES):
            return True
        found = self._labels.get(token)
        return found is not None and found[2] in _PLACE_LABELS and self.parse.text[token][:1].isupper()

    def _owns_ground(self, token: int) -> bool:
        """Say whether a capitalised word stands before soil, territory or the like, whose owner it then names."""
        head = self.parse.head[token]
        before = self.parse.dep[token] in ("amod", "poss", "nmod") and self.parse.pos[token] in ("ADJ", "PROPN")
        ground = self.parse.pos[head] == "NOUN" and self.lemma(head) in lemmas("words", "soil")
        return before and ground and self.parse.text[token][:1].isupper()

    def head_of_name(self, token: int) -> bool:
        """Say whether a token is the head of its compound: the one that stands for the whole name."""
        head = self.parse.head[token]
        return not (self.parse.dep[token] == "compound" and self.is_name(head) and self.name(head) == self.name(token))


def outside(token: int, inside: Sequence[int] | frozenset[int], parse: Parse) -> bool:
    """Say whether a token's head lies outside the given tokens, or it is a root."""
    return parse.head[token] == token or parse.head[token] not in inside
