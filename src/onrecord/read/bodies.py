"""Bodies taken up by a lone noun: "the group", "the newspaper", "the administration" after the one that was named."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache

from onrecord.lang import words
from onrecord.read.heads import POSSESSIVE
from onrecord.read.lookup import Lookup
from onrecord.read.page import Page
from onrecord.records import Chain, Kind, Mention, RoleSeen

_AFTER_PERSON = re.compile(r"(?:'s|’s)?\s+administrations?\b")
_NEW = frozenset({"a", "an", "another", "any", "each", "every", "one"})
_REACH = 6
"""Sentences within which the only such body of the article is taken up though another sentence stands between."""


class Bodies:
    """One page's bodies and where they are named."""

    def __init__(self, page: Page, mentions: Lookup, chains: dict[str, Chain]) -> None:
        """Take a page, its mentions by place and its chains by id."""
        self.parse, self.text, self.mentions, self.chains = page.parse, page.article.text, mentions, chains
        self.held: dict[str, tuple[Chain, int]] = {}  # with the sentence
        people = [chain for chain in chains.values() if chain.kind == Kind.PERSON]
        self.people = {chain.name.split()[-1] for chain in people}
        self.told_of: Counter[str] = Counter()  # how often those are named, by surname, of whom no other office is told
        for chain in people:
            if not chain.roles or any(role.office.lower().split()[-1:] == ["president"] for role in chain.roles):
                self.told_of[chain.name.split()[-1]] += sum(m.form != "pronoun" for m in mentions.of(chain.id))
        self.rulers = {
            chain.name.split()[-1]: min(m.start for m in mentions.of(chain.id))
            for chain in people
            if any(_rules(role) for role in chain.roles) and mentions.of(chain.id)
        }

    def taken_up(self, tokens: list[int], head: int, first: int, spoke: Chain | None) -> Chain | None:
        """Give the one body named from a word on that "the group", these words, can be, or was before.

        Of several it is the one that is told to have spoken last; "the company" is what it was before only where no other is
        named since.
        """
        word = self.parse.text[head].lower()
        if word not in nouns_of_bodies() or any(
            self.parse.text[token].lower() not in _kinds_of_bodies() for token in tokens[:-1]
        ):
            return None
        fitting = self.fitting(word, first, head) or self.further(word, head)
        told = " told " in self.text[self.parse.start[first] : self.parse.start[head]]  # "Bresk told the Olm Post"
        if len(fitting) > 1 and spoke in fitting and not told:
            return spoke
        sentence = self.parse.sentence_of[head]
        if len(fitting) == 1:
            self.held[word] = fitting[0], sentence
        held, since = self.held.get(word, (None, sentence))
        others = self.fitting(word, self.parse.sentences[since][0], head) if word == "company" else fitting
        return held if len(fitting) < 2 and all(chain == held for chain in others) else None

    def further(self, word: str, head: int) -> list[Chain]:
        """List the bodies of a name that shows what they are which were named last before, no unnamed one since."""
        sentence = self.parse.sentence_of[head]
        for back in range(2, _REACH + 1) if word in _needed() else ():
            first = self.parse.sentences[max(0, sentence - back)][0]
            if found := self.fitting(word, first, head):
                alone = back < 3 or len(self.fitting(word, 0, head)) == 1
                return found if alone and not self.met_unnamed(word, first, head) else []
        return []

    def fitting(self, word: str, first: int, head: int) -> list[Chain]:
        """List the bodies named between two words that may be called by a noun."""
        near = self.mentions.within(self.parse.start[first], self.parse.start[head])
        bodies = [m for m in near if m.kind in (Kind.INSTITUTION, Kind.GROUP) and m.form in ("name", "short")]
        bodies = [m for m in bodies if not self.is_people(m)]
        found = {m.chain or "" for m in bodies if not _AFTER_PERSON.match(self.text, m.end) and not self.is_told_by(m, word)}
        named = [chain for key in sorted(found) if (chain := self.chains.get(key)) and chain.named]
        return [chain for chain in named if _fits(chain.name, word) and not self.people & set(chain.name.split())]

    def is_people(self, mention: Mention) -> bool:
        """Tell whether a name is one word for people, of a state or creed: "Americans", "Islamist"."""
        token = bisect_left(self.parse.start, mention.start)
        one = token < len(self.parse) and self.parse.end[token] == mention.end
        return one and mention.kind == Kind.GROUP and self.parse.tag[token] in ("NNPS", "JJ")

    def is_told_by(self, mention: Mention, word: str) -> bool:
        """Tell whether a body only tells of another that is called so: "according to the Olm Post, the agency left"."""
        before = self.text[: mention.start].lower()
        if before.endswith(("told ", "told the ")) and word not in words("offices")["bodies"]["papers"]["nouns"]:
            return True  # "strategists told the Olm Post. The group"
        if not before.endswith(("according to ", "according to the ")):
            return False
        token = min(bisect_left(self.parse.start, mention.end), len(self.parse) - 1)
        last = self.parse.sentences[self.parse.sentence_of[token]][1]
        return any(self.parse.text[t : t + 2] == ["the", word] for t in range(token, last))

    def met_unnamed(self, word: str, first: int, head: int) -> bool:
        """Tell whether an unnamed one is met between two words: "a court", "another hospital", "hospitals"."""
        parse = self.parse
        same = [token for token in range(first, head) if parse.lemma[token].lower() == word and parse.pos[token] == "NOUN"]
        return any(parse.tag[t] == "NNS" or any(parse.text[k].lower() in _NEW for k in parse.children[t]) for t in same)

    def owned(self, head: int) -> str | None:
        """Name "the administration" or "the campaign" by whose it is, of whom the article tells far more than of any other.

        An administration may be that of a president before whose name it never stands, told of more than once.
        """
        parse, noun = self.parse, self.parse.text[head].lower()
        if noun not in ("administration", "campaign"):
            return None
        told = Counter(name for token in range(len(parse)) if (name := self.owner(token, noun)))
        before = {name for token in range(head) if (name := self.owner(token, noun))}
        if noun == "administration":
            rulers = {name for name, place in self.rulers.items() if place < parse.start[head]}
            before |= {name for name in rulers if self.told_of[name] > 1}
            told = Counter({name: max(told[name], self.told_of[name]) for name in {*told, *self.rulers}})
        (name, most), (_, next_most) = [*told.most_common(2), ("", 0), ("", 0)][:2]
        return f"{name} {noun}" if name in before and most >= 2 * next_most else None

    def owner(self, token: int, noun: str) -> str | None:
        """Give whose administration or campaign a word tells of: "the Bresk campaign", "Bresk's administration"."""
        parse = self.parse
        if parse.text[token].lower() != noun or token < 2:
            return None
        owned = parse.text[token - 1] in POSSESSIVE
        before = token - 2 if owned else token - 1
        person = parse.text[before] in self.people or (not owned and noun == "administration" and parse.pos[before] == "PROPN")
        return parse.text[before] if person else None


def _rules(role: RoleSeen) -> bool:
    """Tell whether an office is that of a president now, of nothing that is named or of the state that has administrations."""
    words_of = role.office.lower().split()
    past = words("offices")["modifiers"]["changing"]
    return words_of[-1:] == ["president"] and not any(w in past for w in words_of) and role.of in (None, "United States")


def _fits(name: str, word: str) -> bool:
    """Tell whether a body may be called by a noun: its own name holds no other such noun, and one that is needed."""
    if any(letter.isdigit() for letter in name):
        return False  # "COVID-19"
    parts = {part.lower() for part in name.split()}
    inside = parts & _kinds()
    if word in _needed():
        return not parts.isdisjoint(_needed()[word]) and inside <= nouns_of_bodies()[word]
    return word in inside or inside <= nouns_of_bodies()[word]


@cache
def nouns_of_bodies() -> dict[str, frozenset[str]]:
    """Give the nouns that take up a body, each with the common nouns that its name may hold."""
    tables = words("offices")["bodies"].values()
    return {noun: frozenset(table["held"]) for table in tables for noun in table["nouns"]}


@cache
def _needed() -> dict[str, frozenset[str]]:
    """Give the nouns that take up a body only where its name holds one of some words: "the hospital", "Olm Medical Center"."""
    tables = words("offices")["bodies"].values()
    return {noun: frozenset(table["needed"]) for table in tables if "needed" in table for noun in table["nouns"]}


@cache
def _kinds_of_bodies() -> frozenset[str]:
    return frozenset(words("offices")["kinds"]["of_bodies"])


@cache
def _kinds() -> frozenset[str]:
    return frozenset(words("offices")["kinds"]["institution"]) - {"law"}  # "Larkfield Law Center" is no law
