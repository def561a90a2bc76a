"""Bodies taken up by a lone noun: "the group", "the newspaper", "the administration" after the one that was named."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lang import words
from onrecord.read.lookup import Lookup
from onrecord.read.page import Page
from onrecord.records import Chain, Kind

_AFTER_PERSON = re.compile(r"(?:'s|’s)?\s+administrations?\b")


class Bodies:
    """One page's bodies and where they are named."""

    def __init__(self, page: Page, mentions: Lookup, chains: dict[str, Chain]) -> None:
        """Take a page, its mentions by place and its chains by id."""
        self.parse, self.text, self.mentions, self.chains = page.parse, page.article.text, mentions, chains
        self.held: dict[str, Chain] = {}
        people = [chain for chain in chains.values() if chain.kind == Kind.PERSON]
        self.people = {chain.name.split()[-1] for chain in people}
        self.presidents = {
            c.name.split()[-1] for c in people if any(r.office.lower().split()[-1:] == ["president"] for r in c.roles)
        }

    def taken_up(self, tokens: list[int], head: int, first: int) -> Chain | None:
        """Give the one body named from a word on that "the group", these words, can be, or was before."""
        word = self.parse.text[head].lower()
        if word not in _held() or any(self.parse.text[token].lower() not in _kinds_of_bodies() for token in tokens[:-1]):
            return None
        near = self.mentions.within(self.parse.start[first], self.parse.start[head])
        bodies = [m for m in near if m.kind in (Kind.INSTITUTION, Kind.GROUP) and m.form in ("name", "short")]
        found = {m.chain or "" for m in bodies if not _AFTER_PERSON.match(self.text, m.end)}
        named = [chain for key in sorted(found) if (chain := self.chains.get(key)) and chain.named]
        fitting = [chain for chain in named if _fits(chain.name, word) and not self.people & set(chain.name.split())]
        if len(fitting) == 1:
            self.held[word] = fitting[0]
        return self.held.get(word) if len(fitting) < 2 else None

    def administration(self, head: int) -> str | None:
        """Name "the administration" by the one president whose administration the article speaks of, and has spoken of."""
        parse = self.parse
        whose: dict[str, int] = {}
        for token in range(1, len(parse)):
            if parse.text[token] == "administrations":
                return None
            if parse.text[token] == "administration" and parse.pos[token - 1] == "PROPN":
                whose.setdefault(parse.text[token - 1], token)
        name, first = next(iter(whose.items()), ("", head))
        known = len(whose) == 1 and first < head and parse.text[head] == "administration" and self.presidents <= {name}
        return f"{name} {parse.text[head]}" if known else None


def _fits(name: str, word: str) -> bool:
    """Tell whether a body may be called by a noun: its own name holds no other such noun."""
    inside = {part.lower() for part in name.split()} & _kinds()
    return word in inside or inside <= _held()[word]


@cache
def _held() -> dict[str, frozenset[str]]:
    """Give the nouns that take up a body, each with the common nouns that its name may hold."""
    tables = words("offices")["bodies"].values()
    return {noun: frozenset(table["held"]) for table in tables for noun in table["nouns"]}


@cache
def _kinds_of_bodies() -> frozenset[str]:
    return frozenset(words("offices")["kinds"]["of_bodies"])


@cache
def _kinds() -> frozenset[str]:
    return frozenset(words("offices")["kinds"]["institution"])
