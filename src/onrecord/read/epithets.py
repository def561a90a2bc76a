"""Who is called by what they are, "the Ohio senator", "the billionaire", though they have not just spoken."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.lang import words
from onrecord.read.before import Before
from onrecord.read.homes import Homes, region_in
from onrecord.read.office_words import is_head, same_office, title_gender
from onrecord.read.page import Page
from onrecord.read.prominence import is_epithet
from onrecord.records import Chain, Kind, Mention

_AGED = re.compile(r"\d{1,3}-year-old")
_NEW = frozenset({"a", "an", "one", "another"})
_STEM = 6
"""Letters by which an adjective and its noun agree: "ministerial", "ministry"."""
_TOLD = 6
_NEAR = 2
"""Sentences, those all quoted not counted, within which the only one who may be called so is meant."""
_SOME = frozenset({"next", "future", "typical", "average", "best", "first", "right", "ideal", "eventual", "other"})


class Epithets(Before):
    """A page with what telling people by a word for what they are needs."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.homes = Homes(self.text, self.mentions)

    def called_so(self, tokens: list[int], head: int) -> Chain | None:
        """Give the one person that "the Ohio senator" is: told to be of there, else the only one named just before who may be."""
        told = " ".join(self.parse.text[token] for token in tokens)
        if any(self.parse.text[token].lower() in _SOME for token in tokens):
            return None
        region, word = region_in(told), self.parse.text[head].lower()
        start = self.parse.start[tokens[0]]
        people = [chain for chain in self.chains.values() if chain.kind == Kind.PERSON and chain.named]
        met = [chain for chain in people if any(m.start < start and m.form != "pronoun" for m in self.mentions.of(chain.id))]
        fits = [chain.id for chain in met if self.may_be(chain, told)]
        if region and (word in words("regions")["elected"] or is_epithet(word)):
            there = [
                key for key in fits if region in self.homes.of(self.chains[key])[0] and self.is_so(self.chains[key], head, region)
            ]
            if len(there) == 1:
                return self.chains[there[0]]
            fits = there or fits
        if self.is_new(head):
            return None
        near = [key for key in self.named_near(tokens[0], word) if self.may_be(self.chains[key], told)]
        fits = [key for key in fits if key in near and self.is_so(self.chains[key], head, region)]
        alone = len(fits) == 1 and (len(near) == 1 or not (region or is_epithet(word)))
        return self.chains[fits[0]] if alone and not self.is_rivalled(head, fits[0]) else None

    def named_near(self, token: int, word: str) -> list[str]:
        """List who is named or meant in a word's sentence before it and in those just before, outside quotation marks.

        What tells no office takes up only who is in the nearest sentence that names anybody.
        """
        people = self.people_between(self.sentence[token] - _NEAR, token)
        people = [(place, key) for place, key in people if key in self.chains and not self.quoted[place]]
        if people and is_epithet(word):
            people = [(place, key) for place, key in people if self.sentence[place] == self.sentence[people[-1][0]]]
        return list(dict.fromkeys(key for _, key in people))

    def is_rivalled(self, head: int, key: str) -> bool:
        """Tell whether somebody else who spoke lately may be meant as well."""
        last, place = self.last or (None, 0)
        if last is None or last.chain.id == key or last.chain.kind != Kind.PERSON or not last.chain.named:
            return False
        return self.sentence[head] - place <= _NEAR and self.may_be_called(last.chain, head)

    def is_new(self, head: int) -> bool:
        """Tell whether an unnamed one of that word was met just before: "one senior Republican"."""
        first = bisect_left(self.sentence, self.sentence[head] - _TOLD)
        word = self.parse.text[head].lower()
        same = (token for token in range(first, head) if self.parse.text[token].lower() == word)
        return any(self.parse.text[kid].lower() in _NEW for token in same for kid in self.parse.children[token])

    def named(self, tokens: list[int], head: int) -> Mention | None:
        """Give the mention that names a source, no office of somebody told to be of another region or party."""
        mention = super().named(tokens, head)
        chain = self.chains.get(mention.chain or "") if mention and mention.form == "office" else None
        told = " ".join(self.parse.text[token] for token in tokens)
        return None if chain and not (self.may_be(chain, told) and self.speaks_for(chain, tokens, head)) else mention

    def speaks_for(self, chain: Chain, tokens: list[int], head: int) -> bool:
        """Tell whether what "the presidential spokesman" is told to speak for is none that the article does not give him."""
        if not same_office(self.parse.text[head].lower(), "spokesman"):
            return True
        told = [self.parse.text[token].lower() for token in tokens if self.parse.pos[token] == "ADJ" and token < head]
        kept = [word for word in told if word.endswith("ial") and word not in words("offices")["modifiers"]["plain"]]
        held = " ".join(f"{role.office} {role.of or ''}" for role in chain.roles).lower()
        before = [t for t in tokens if t < head and self.parse.dep[t] == "compound" and self.parse.pos[t] == "PROPN"]
        met = [m for t in before for m in self.mentions.over(self.parse.start[t]) if m.kind in (Kind.GROUP, Kind.INSTITUTION)]
        bodies = {self.text[m.start : m.end].lower() for m in met if any(role.of for role in chain.roles)}
        return all(word[:_STEM] in held for word in kept) and all(body[:_STEM] in held for body in bodies)

    def may_be(self, chain: Chain, told: str) -> bool:
        """Tell whether the region and party that a description tells are not another's."""
        parties_of = words("regions")["parties"]
        region, party = region_in(told), next((parties_of[word] for word in told.lower().split() if word in parties_of), None)
        regions, parties = self.homes.of(chain) if region or party else ((), ())
        return not (region and regions and region not in regions) and not (party and parties and party not in parties)

    def is_so(self, chain: Chain, head: int, region: str | None) -> bool:
        """Tell whether somebody may be called by a word: who is elected in a region they are told to be of, needs no office."""
        word = self.parse.text[head].lower()
        here = region is not None and region in self.homes.of(chain)[0] and word in words("regions")["elected"]
        if not is_epithet(word) and not self.has_words(chain, head, region or ""):
            return False
        return self.may_be_called(chain, head) or (here and not chain.roles)

    def has_words(self, chain: Chain, head: int, region: str) -> bool:
        """Tell whether somebody's offices hold the names that tell which one an office is: "the Works Department chief"."""
        before = [token for token in self.parse.children[head] if self.parse.pos[token] == "PROPN" and token < head]
        held = " ".join([region, *(f"{role.office} {role.of or ''}" for role in chain.roles)])
        return all(self.parse.text[token] in held for token in before)

    def may_be_called(self, chain: Chain, head: int) -> bool:
        """Tell whether the article bears out that somebody is what a word says."""
        word = self.parse.text[head].lower()
        gender = title_gender(word)
        if gender and chain.gender and gender != chain.gender:
            return False
        if is_epithet(word) or _AGED.fullmatch(word):
            return True
        offices = [part for role in chain.roles for part in role.office.lower().split()]
        titles = [self.text[: m.start].split()[-1].lower() for m in self.mentions.of(chain.id) if self.text[: m.start].strip()]
        return is_head(word) and any(same_office(word, held) for held in [*offices, *titles])
