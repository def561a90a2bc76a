"""Who spoke just before and is now called by what they are: "the senator", "the retired general", "the 45-year-old"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lang import words
from onrecord.read.before import Before
from onrecord.read.called import Speaker, usual_office
from onrecord.read.heads import word_of
from onrecord.read.offices import is_head, same_office, title_gender
from onrecord.records import Chain, Kind

_REACH = 2
"""Sentences, those all quoted not counted, within which who spoke is called by what they are."""
_AGED = re.compile(r"\d{1,3}-year-old")
_WITH = frozenset({"prep", "relcl", "acl", "appos", "conj", "poss", "case"})


class Again(Before):
    """A page with what finding the same speaker under a description needs; ``anew`` is the sentence in which it last did."""

    anew = -1

    def called_anew(self, tokens: list[int], head: int) -> Speaker | None:
        """Take "the senator" for the senator who spoke just before, where nobody else was named since.

        The article must bear the word out: an office or title it gives that person, or a word that tells no office at all
        ("the Republican", "the billionaire").
        """
        if self.last is None or word_of(self.parse, tokens[0]) != "the" or self.parse.tag[head] not in ("NN", "NNP", "JJ"):
            return None
        speaker, sentence = self.last
        chain, near = speaker.chain, self.sentence[head] - sentence <= _REACH
        told = any(self.parse.dep[kid] in _WITH for kid in self.parse.children[head])
        if not near or told or tokens[-1] != head or chain.kind != Kind.PERSON or not chain.named:
            return None
        if self.named_since(sentence, head, chain) or self.met_unnamed(head) or not self.may_be_called(chain, head):
            return None
        self.anew = self.sentence[head]
        return Speaker(chain, chain.name, usual_office(chain, self.text), speaker.why)

    def named_since(self, sentence: int, head: int, chain: Chain) -> bool:
        """Tell whether anybody else is named outside quotation marks between a speaker's sentence and a word."""
        people = [place for place in self.people_between(sentence + 1, head) if place[1] != chain.id]
        return any(not self.quoted[token] for token, _ in people)

    def met_unnamed(self, head: int) -> bool:
        """Tell whether an unnamed one of that word has spoken before: "a senator", then "the senator"."""
        word = self.parse.text[head].lower()
        return any(not c.named and c.kind != Kind.GROUP and c.name.lower().split()[-1:] == [word] for c in self.chains.values())

    def may_be_called(self, chain: Chain, head: int) -> bool:
        """Tell whether the article bears out that somebody is what a word says."""
        word = self.parse.text[head].lower()
        gender = title_gender(word)
        if gender and chain.gender and gender != chain.gender:
            return False
        if word in _epithets() or _AGED.fullmatch(word):
            return True
        offices = [part for role in chain.roles for part in role.office.lower().split()]
        titles = [self.text[: m.start].split()[-1].lower() for m in self.mentions.of(chain.id) if self.text[: m.start].strip()]
        return is_head(word) and any(same_office(word, held) for held in [*offices, *titles])


@cache
def _epithets() -> frozenset[str]:
    return frozenset(word.lower() for kind in ("partisans", "epithets") for word in words("offices")["kinds"][kind])
