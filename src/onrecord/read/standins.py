"""Words that stand for somebody or somewhere, and what they stand for: to make a part of a statement readable alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from onrecord.lang import words
from onrecord.read.lookup import Lookup
from onrecord.read.page import Page
from onrecord.read.states import state_named
from onrecord.records import Chain, Kind, Manner, Mention, Spans, Statement

_MINE = frozenset({"i", "me", "my", "mine", "myself"})
Swaps = dict[int, tuple[int, str | None]]
"""Stand-ins by their start: where each ends, and the words to put in its place."""


class Standins:
    """One article's stand-ins, looked up by where they stand."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.article.text
        self.chains: dict[str, Chain] = {chain.id: chain for chain in page.chains}
        self.mentions = Lookup(page.mentions)

    def within(self, spans: Spans) -> Iterable[Mention]:
        """Give the resolved mentions inside some spans, in text order."""
        for start, end in spans:
            yield from self.mentions.within(start, end)

    def about(self, spans: Spans) -> tuple[str, ...]:
        """List the chains named in some spans, in the order they are met."""
        return tuple(dict.fromkeys(m.chain for m in self.within(spans) if m.chain))

    def readable(self, statement: Statement, spans: Spans) -> str:
        """Give the words of some spans with stand-ins replaced where it is certain whom they stand for."""
        swaps = self.third_person(spans) | self.first_person(statement, spans)
        return _tidy(" ".join(self.swapped(start, end, swaps) for start, end in spans))

    def third_person(self, spans: Spans) -> Swaps:
        """Replace the first word for each person who is not named beside it: no pronoun means whom its own sentence names later.

        "His" stays behind another's name: it may be that other's.
        """
        swaps: Swaps = {}
        met: set[str] = set()
        told = tuple(self.within(spans))
        named = {mention.chain: mention.start for mention in told if mention.form in ("name", "short")}
        for mention in told:
            name = mention.form in ("name", "short")
            later = named.get(mention.chain, -1) > mention.start
            owner = self.text[mention.start : mention.end].lower() in ("his", "her")
            if mention.form == "pronoun" and mention.chain not in met and not later and not (owner and met):
                swaps[mention.start] = self.swap(mention)
                put, who = swaps[mention.start][1], self.name(mention)
                name = put is not None and who is not None and put.startswith(who)
            if name and mention.chain and self.is_person(mention.chain):
                met.add(mention.chain)
        return swaps

    def is_person(self, chain: str) -> bool:
        """Say whether a chain is known to be one person."""
        found = self.chains.get(chain)
        return found is not None and found.kind == Kind.PERSON

    def swapped(self, start: int, end: int, swaps: Swaps) -> str:
        """Give one span's words, each stand-in in it replaced."""
        pieces, at = [], start
        for first in sorted(swaps):
            last, name = swaps[first]
            if at <= first and last <= end and name:
                pieces += [self.text[at:first], name]
                at = last
        return "".join(pieces) + self.text[at:end]

    def swap(self, mention: Mention) -> tuple[int, str | None]:
        """Say how far a pronoun and what belongs to it reach and what to put there: "his country" is the state he speaks for."""
        name = self.name(mention)
        after = self.text[mention.end : mention.end + 40].split()
        after = after[1:] if after[:1] == ["own"] else after
        word = after[0].strip(".,;:”\"'’") if after else ""
        if name and word.lower() in ("country", "nation") and self.text[mention.start : mention.end].lower() in ("his", "her"):
            states = {role.of for role in self.chains[mention.chain or ""].roles if role.of and state_named(role.of)}
            if len(states) == 1:
                return self.text.index(word, mention.end) + len(word), states.pop()
        return self.spelled_out(mention.end, name) if name else (mention.end, None)

    def spelled_out(self, end: int, name: str) -> tuple[int, str]:
        """Give a name for a pronoun, and the verb that hangs on it in full: "he's", "I'll"."""
        parse = self.page.parse
        token = bisect_left(parse.start, end)
        if token == len(parse) or parse.start[token] != end:
            return end, name
        short = parse.text[token].lower().replace("’", "'")
        done = parse.dep[token] == "aux" and parse.tag[parse.head[token]] == "VBN"
        full = {"'ll": "will", "'d": "had" if done else "would", "'s": "has" if done else "is"}.get(short)
        verb = parse.pos[token] in ("AUX", "VERB")
        return (parse.end[token], f"{name} {full}") if full and verb else (end, name)

    def name(self, mention: Mention) -> str | None:
        """Name whom a pronoun stands for; an unnamed or plural one stays as it is."""
        chain = self.chains.get(mention.chain or "")
        if chain is None or not chain.named or chain.kind != Kind.PERSON:
            return None
        word = self.text[mention.start : mention.end].lower()
        if word in ("himself", "herself", "hers"):
            return None
        return _owning(chain.name) if word == "his" or (word == "her" and self.owns(mention)) else chain.name

    def owns(self, mention: Mention) -> bool:
        """Tell whether "her" is a possessive here."""
        token = bisect_left(self.page.parse.start, mention.start)
        return token < len(self.page.parse) and self.page.parse.tag[token] == "PRP$"

    def first_person(self, statement: Statement, spans: Spans) -> Swaps:
        """Replace "I", "me" and "my" in quoted words by a speaker with a name, all or none; "we" stays: it may be many things."""
        chain = self.chains.get(statement.speaker or "")
        if statement.manner == Manner.INDIRECT or chain is None or not chain.named or chain.kind != Kind.PERSON:
            return {}
        parse = self.page.parse
        swaps: Swaps = {}
        for start, end in spans:
            token = bisect_left(parse.start, start)
            while token < len(parse) and parse.start[token] < end:
                word = parse.text[token].lower()
                if word in _MINE and not self.unambiguous(token):
                    return {}  # "to the best of Brandt's recollection I have not" has two voices
                if word == "my":
                    swaps[parse.start[token]] = (parse.end[token], _owning(chain.name))
                elif word in _MINE:
                    swaps[parse.start[token]] = self.spelled_out(parse.end[token], chain.name)
                token += 1
        return swaps

    def unambiguous(self, token: int) -> bool:
        """Tell whether a first person can be replaced and leave good English: not before "am" or "'m", nor in "believe me"."""
        parse = self.page.parse
        after = parse.text[token + 1].lower() if token + 1 < len(parse) else ""
        if parse.text[token].lower() in ("my", "me"):
            above = parse.head[token]
            kids = [parse.dep[kid] for kid in parse.children[above]]
            told = parse.tag[above] == "VB" and not {"nsubj", "aux"} & set(kids)  # "believe me", "let me be clear"
            return parse.text[token].lower() == "my" or not told
        return parse.text[token] == "I" and (after in _past() or (parse.tag[token + 1] if after else "") in ("VBD", "MD"))


def _owning(name: str) -> str:
    return f"{name}'s"


def _tidy(words_: str) -> str:
    """Put a part's words on one line, without the quotation marks around or inside it."""
    for mark in '“”„«»"':
        words_ = words_.replace(mark, "")
    line = " ".join(words_.split())
    return line.strip(" ,;:—–-")


@cache
def _past() -> frozenset[str]:
    return frozenset(words("acts")["unreal"]["modals"]) | {"can", "cannot", "must", "had", "was", "did"}
