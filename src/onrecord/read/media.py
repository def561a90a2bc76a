"""Letters, statements and tweets that speak: "the statement" is whose it is, where somebody was told to say something in one."""

from __future__ import annotations

from functools import cache
from typing import Generic, TypeVar

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.heads import POSSESSIVE
from onrecord.read.page import tokens_of
from onrecord.records import Statement

T = TypeVar("T")

_REACH = 6
"""Sentences for which "the statement" is the one spoken of."""
_ISSUED = 3
"""Sentences before in which somebody is told to have issued one."""
_FROM = frozenset({"from", "by"})
_IN = frozenset({"in", "via", "through"})


class Media(Generic[T]):
    """What somebody spoke in, by its noun, with the speaker and the sentence, as an article is gone through."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.held: dict[str, tuple[T, int]] = {}

    def remember(self, statement: Statement, speaker: T) -> None:
        """Keep what a statement was made in: "said in a statement", "sent a letter saying"."""
        cue, inside = set(tokens_of(self.parse, statement.cue)), set(tokens_of(self.parse, statement.content))
        for verb in sorted(cue):
            first, last = self.parse.sentences[self.parse.sentence_of[verb]]
            for noun in range(first, last):
                if noun not in inside and self.parse.lemma[noun].lower() in _nouns() and self._is_made(noun, verb):
                    self.held[self.parse.lemma[noun].lower()] = speaker, self.parse.sentence_of[noun]

    def _is_made(self, noun: int, verb: int) -> bool:
        parse = self.parse
        first_met = any(
            parse.dep[kid] in ("det", "poss") and parse.text[kid].lower() in _openers() for kid in parse.children[noun]
        )
        above = parse.head[noun]
        if not first_met:
            return False
        if parse.dep[noun] == "pobj" and parse.text[above].lower() in _IN:
            return parse.head[above] == verb
        issued = parse.dep[noun] == "dobj" and parse.lemma[above].lower() in _issuing()
        return issued and (above == verb or parse.head[verb] in (above, noun))

    def whose(self, head: int) -> T | None:
        """Say whose "the statement" is, this head word's."""
        word = self.parse.lemma[head].lower()
        found = self.held.get(word) or (self.held.get("release") if word == "statement" else None)
        if found is None or self.parse.sentence_of[head] - found[1] > _REACH:
            return None
        return found[0]

    def makers(self, tokens: list[int], head: int) -> list[int]:
        """Give the words for whom a source's medium is from: "a statement from X", "X's letter"; none where it is no medium."""
        parse = self.parse
        joined = any(parse.dep[kid] == "conj" for kid in parse.children[head])
        if shown := [] if joined else self._owners(tokens, head):
            return shown
        one = _word(parse, head) in _nouns() and parse.tag[head] != "NNS"
        if not one or parse.pos[head] not in _pos(parse, head) or joined:
            return []
        owner = [kid for kid in parse.children[head] if parse.dep[kid] == "poss" and kid in tokens]
        given = [
            kid for kid in [*parse.children[head], *self._issued(head)] if kid in tokens and parse.text[kid].lower() in _FROM
        ]
        bodies = [] if owner or given else self.bodies(tokens, head)
        if bodies:
            return bodies
        makers = owner or [kid for above in given for kid in parse.children[above] if parse.dep[kid] == "pobj"]
        if len(makers) != 1:
            return []
        first, last = parse.reach[makers[0]]
        return [token for token in tokens if first <= token < last and parse.text[token] not in POSSESSIVE]

    def _owners(self, tokens: list[int], head: int) -> list[int]:
        """Give whose page a medium is on, or whose words it excerpts: "a note posted on X's page", "excerpts of his speech"."""
        parse, media = self.parse, words("offices")["media"]
        if parse.text[head].lower() in media["excerpts"]:
            above, things, ties = [head], media["spoken"], frozenset({"of", "from"})
        elif _word(parse, head) in _nouns() and parse.tag[head] != "NNS":
            above = [kid for kid in parse.children[head] if parse.dep[kid] == "acl" and parse.lemma[kid].lower() in _issuing()]
            things, ties = media["places"], frozenset({"on", "to", "at"})
        else:
            return []
        tied = [kid for verb in above for kid in parse.children[verb] if parse.text[kid].lower() in ties]
        named = [kid for tie in tied for kid in parse.children[tie] if parse.text[kid].lower() in things]
        owners = [kid for noun in named for kid in parse.children[noun] if parse.dep[kid] == "poss" and kid in tokens]
        if len(owners) != 1:
            return []
        first, last = parse.reach[owners[0]]
        return [token for token in tokens if first <= token < last and parse.text[token] not in POSSESSIVE]

    def _issued(self, head: int) -> list[int]:
        """List the words that hang on "released", "written" and the like beside a medium."""
        parse = self.parse
        told = [kid for kid in parse.children[head] if parse.dep[kid] == "acl" and parse.tag[kid] in ("VBN", "VBD")]
        return [kid for verb in told if parse.lemma[verb].lower() in _issuing() for kid in parse.children[verb]]

    def issuer(self, head: int) -> int | None:
        """Give the head word for who is told before to have issued "the statement", "the memo": "the council released a memo"."""
        parse, word = self.parse, _word(self.parse, head)
        first = parse.sentences[max(0, parse.sentence_of[head] - _ISSUED)][0]
        near = [token for token in range(first, head) if _word(parse, token) == word and parse.pos[token] in _pos(parse, token)]
        met = [token for token in near if any(parse.text[kid].lower() in _openers() for kid in parse.children[token])]
        if word not in {*_nouns(), *words("offices")["media"]["issued"]} or not met:
            return None
        noun = met[-1]
        by = [kid for kid in [*parse.children[noun], *self._issued(noun)] if parse.text[kid].lower() in _FROM]
        found = [kid for above in by for kid in parse.children[above] if parse.dep[kid] == "pobj"]
        verb = parse.head[noun]
        if not by and parse.dep[noun] == "dobj" and parse.lemma[verb].lower() in _issuing():
            found = [kid for kid in parse.children[verb] if parse.dep[kid] == "nsubj"]
        return found[0] if len(found) == 1 and parse.pos[found[0]] != "PRON" else None

    def bodies(self, tokens: list[int], head: int) -> list[int]:
        """Give the body named before its medium: "a military press release", "the Larkfield Council statement"."""
        parse, media = self.parse, words("offices")["media"]
        if parse.text[head].lower() not in media["bodies"]:
            return []
        before = [token for token in tokens if token < head and parse.pos[token] not in ("DET", "NUM")]
        while before and parse.text[before[-1]].lower() in media["plain"]:
            before.pop()
        while before and parse.text[before[0]].lower() in media["plain"]:
            before.pop(0)
        if not before or any(parse.pos[token] not in ("NOUN", "PROPN", "ADJ", "ADP") for token in before):
            return []
        known = parse.text[before[-1]].lower() in (*words("offices")["kinds"]["institution"], "police")
        return before if known or all(parse.pos[token] == "PROPN" for token in before) else []

    def keep(self, head: int, speaker: T) -> None:
        """Keep whose a medium is that was itself a source."""
        self.held[self.parse.lemma[head].lower()] = speaker, self.parse.sentence_of[head]


def _word(parse: Parse, noun: int) -> str:
    """Give a noun's lemma, whole where hyphens cut it: "op-ed"."""
    first = noun
    while first and parse.text[first - 1] == "-" and parse.end[first - 1] == parse.start[first]:
        first = max(0, first - 2)
    return "".join([*(parse.text[token] for token in range(first, noun)), parse.lemma[noun]]).lower()


def _pos(parse: Parse, noun: int) -> tuple[str, ...]:
    """Give what a parser takes a medium's noun for: the end of "op-ed" for a name too."""
    return ("NOUN", "PROPN") if "-" in _word(parse, noun) else ("NOUN",)


def is_medium(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is that of what somebody speaks in: a letter, a statement."""
    return parse.lemma[noun].lower() in _nouns()


@cache
def _nouns() -> frozenset[str]:
    return frozenset(words("offices")["media"]["nouns"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(words("offices")["media"]["openers"])


@cache
def _issuing() -> frozenset[str]:
    return frozenset(words("offices")["media"]["issuing"])
