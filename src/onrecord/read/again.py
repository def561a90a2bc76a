"""Who spoke or acted just before and is now called by what they are, "the senator", or by "they" and "it"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from onrecord.lang import words
from onrecord.read.bodies import nouns_of_bodies
from onrecord.read.called import Speaker, chain_for, spelled, usual_office
from onrecord.read.epithets import Epithets
from onrecord.read.heads import is_somebody, kind_of, pronouns, source_tokens, without_clause, word_of
from onrecord.read.media import is_medium
from onrecord.read.page import Page
from onrecord.read.telling import is_person
from onrecord.records import Chain, Kind

_REACH = 2
"""Sentences, those all quoted not counted, within which who spoke is called by what they are."""
_TOLD = 8
"""Sentences, likewise, within which an unnamed speaker is called by the head word alone."""
_FULLER = 12
"""Words that tell at most who "the soldiers" are."""
_EACH = 6
"""Words from "they" to "each other"."""
_POINTING = frozenset({"this", "that"})
_UNTOLD = frozenset({"his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "neither", "no"})
_TELLING = frozenset({"compound", "amod"})
_JOINED = frozenset({"and", "or", "nor"})
_NEW = frozenset({"a", "an", "one", "another"})
_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_ANYBODY = frozenset({"person", "source"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_EMPTY = frozenset({"be", "'s", "’s", "seem", "appear", "look", "take", "mean", "happen", "turn", "remain"})
"""Verbs whose "it" mostly stands for nothing."""
_MORE = frozenset({"VERB", "AUX", "PRON"})
_WITH = frozenset({"prep", "relcl", "acl", "appos", "conj", "poss", "case"})


class Again(Epithets):
    """A page with what finding the same speaker under a description needs; ``anew`` is the sentence in which it last did."""

    anew = -1

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.told: dict[str, tuple[Speaker, int]] = {}  # unnamed speakers by their head word, with the sentence

    def tell(self, head: int, speaker: Speaker) -> None:
        """Keep an unnamed speaker by the head word; "their report" and "a clerk or the mayor" say too little.

        A thing or group called "the" is not met for the first time there.
        """
        word, (first, *rest) = word_of(self.parse, head), speaker.name.lower().split()
        if speaker.chain.named or first in _UNTOLD or _JOINED & set(rest) or word in nouns_of_bodies():
            return
        definite = any(word_of(self.parse, kid) == "the" for kid in self.parse.children[head])
        again = word in self.told and self.told[word][0].chain.id == speaker.chain.id
        if speaker.chain.kind == Kind.PERSON or not definite or again:
            why = speaker.why or (self.parse.span(head, head + 1),)
            self.told[word] = replace(speaker, why=why), self.sentence[head]

    def told_before(self, tokens: list[int]) -> Speaker | None:
        """Take "the source" for "a source familiar with the plan" who spoke last of all sources, "the person" for any one."""
        head, word = tokens[-1], word_of(self.parse, tokens[-1])
        if len(tokens) != 1 and (len(tokens) != 2 or word_of(self.parse, tokens[0]) not in _POINTING):
            return None
        last, place = self.last or (None, -1)
        speaker, sentence = self.told.get(word, (None, -1))
        if speaker and self.sentence[head] - sentence <= (_TOLD if speaker.chain.kind == Kind.PERSON else _TOLD // 2):
            several = speaker.chain.kind == Kind.GROUP
            rival = last and last.chain.kind == Kind.PERSON and last.chain.named and self.may_be_called(last.chain, head)
            same = last is not None and last.chain.id == speaker.chain.id
            return speaker if same or not (several or rival) else None
        anybody = word in _ANYBODY and last and not last.chain.named and last.chain.kind == Kind.PERSON
        return last if anybody and self.sentence[head] - place <= _REACH else None

    def introduced(self, head: int) -> Speaker | None:
        """Take "the official" for one met just before who did not speak: "asked an official in Olm"."""
        word, first = self.parse.text[head].lower(), bisect_left(self.sentence, self.sentence[head] - _REACH)
        near = [token for token in range(first, head) if self.parse.text[token].lower() in (word, f"{word}s")]
        if word in words("offices")["bodies_in_full"]["nouns"]:
            return self.body_in_full(near)
        noun = near[-1] if near else head
        new = noun != head and any(word_of(self.parse, kid) in _NEW for kid in self.parse.children[noun])
        if not new or not is_somebody(word) or self.quoted[noun] or self.parse.dep[noun] not in _ACTING:
            return None
        tokens = source_tokens(self.parse, (self.parse.span(*self.parse.reach[noun]),))
        return self.of(without_clause(self.parse, tokens, noun), noun) if noun in tokens else None

    def body_in_full(self, near: list[int]) -> Speaker | None:
        """Take "the committee" for the body in small letters met just before: "its national security committee"."""
        fuller = [noun for noun in near if noun - 1 in self.parse.children[noun] and self.parse.dep[noun - 1] in _TELLING]
        if len(fuller) != 1 or self.parse.tag[fuller[0]] != "NN" or self.quoted[fuller[0]]:
            return None
        if self.parse.dep[fuller[0]] == "compound" or any(
            self.parse.dep[kid] == "appos" for kid in self.parse.children[fuller[0]]
        ):
            return None  # "the security firm Bresk Corp."
        first = noun = fuller[0]
        while first and self.parse.dep[first - 1] in _TELLING and self.parse.pos[first - 1] in ("NOUN", "ADJ"):
            first -= 1
        nouns = [token for token in range(first, noun) if self.parse.pos[token] == "NOUN"]
        return self.of(list(range(first, noun + 1)), noun) if nouns else None

    def introduced_several(self, head: int) -> Speaker | None:
        """Take "the soldiers" for "soldiers who served with him" met just before, who have not spoken."""
        word, first = self.parse.text[head].lower(), bisect_left(self.sentence, self.sentence[head] - _REACH)
        near = [token for token in range(first, head) if self.parse.text[token].lower() == word and not self.quoted[token]]
        people = self.parse.tag[head] == "NNS" and kind_of(self.parse, head) == Kind.GROUP and is_person(word[:-1])
        if not people or len(near) != 1 or word in self.told:
            return None
        tokens = source_tokens(self.parse, (self.parse.span(*self.parse.reach[near[0]]),))
        new = not any(self.parse.dep[kid] in ("det", "poss", "conj") for kid in self.parse.children[near[0]])
        told = [kid for kid in self.parse.children[near[0]] if kid > near[0] and self.parse.dep[kid] in ("relcl", "acl", "prep")]
        tokens = without_clause(self.parse, tokens, near[0]) if new and told and near[0] in tokens else []
        short = near[0] + 1 < len(self.parse) and told[:1] and len(tokens) <= _FULLER and tokens[-1:] > [near[0]]
        return self.of(tokens, near[0]) if short else None

    def state_before(self, head: int) -> Speaker | None:
        """Take "the government" for the state's that was told of last: "the Afghan government said", no other since."""
        if word_of(self.parse, head) != "government":
            return None
        first = bisect_left(self.sentence, self.sentence[head] - _REACH)
        for token in range(head - 1, first - 1, -1):
            if self.parse.text[token].lower() == "government":
                tokens = source_tokens(self.parse, (self.parse.span(*self.parse.reach[token]),))
                tokens = [t for t in tokens if t <= token] if tokens[:1] != [token] else tokens
                if token in tokens and [word_of(self.parse, t) for t in tokens] not in (["the", "government"], ["government"]):
                    return self.government(tokens, token)
        return None

    def same_as_before(self, head: int) -> Speaker | None:
        """Take "the official" for the unnamed official who spoke just before."""
        if self.last is None or self.sentence[head] - self.last[1] > 4:
            return None
        speaker = self.last[0]
        if speaker.name.split()[0].lower() in _UNTOLD:
            return None
        last_word = speaker.name.split()[-1] if not speaker.chain.named and speaker.chain.kind != Kind.GROUP else ""
        office = spelled(self.text, speaker.chain.roles[0]).split() if speaker.chain.roles else [last_word]
        return speaker if word_of(self.parse, head) in (last_word, office[-1]) else None

    def called_anew(self, tokens: list[int], head: int) -> Speaker | None:
        """Take "the senator" for the senator who spoke just before, where nobody else was named since.

        The article must bear the word out: an office or title it gives that person, or a word that tells no office at all
        ("the Republican", "the billionaire").
        """
        if word_of(self.parse, tokens[0]) != "the" or self.parse.tag[head] not in ("NN", "NNP", "JJ"):
            return None
        if found := self.who_spoke(tokens, head):
            self.anew = self.sentence[head]
            return found
        bare = tokens[-1] == head and not any(self.parse.dep[kid] in _WITH for kid in self.parse.children[head])
        chain = self.called_so(tokens, head) if bare and not self.met_unnamed(head) else None
        return Speaker(chain, chain.name, usual_office(chain, self.text)) if chain else None

    def who_spoke(self, tokens: list[int], head: int) -> Speaker | None:
        """Give who spoke just before, where "the senator" can be they."""
        if self.last is None:
            return None
        speaker, sentence = self.last
        chain, near = speaker.chain, self.sentence[head] - sentence <= _REACH
        told = any(self.parse.dep[kid] in _WITH for kid in self.parse.children[head])
        if not near or chain.kind != Kind.PERSON or not chain.named:
            return None
        plain = not told and tokens[-1] == head and self.may_be_called(chain, head) and self.speaks_for(chain, tokens, head)
        if not (plain or self.is_of_house(tokens, head, chain)):
            return None
        if self.named_since(sentence, head, chain) or self.met_unnamed(head):
            return None
        words_of = " ".join(self.parse.text[token] for token in tokens)
        return Speaker(chain, chain.name, usual_office(chain, self.text), speaker.why) if self.may_be(chain, words_of) else None

    def is_of_house(self, tokens: list[int], head: int, chain: Chain) -> bool:
        """Tell whether a senator may be "the chairman of the Senate Works Committee" or "the House majority leader"."""
        house = words("offices")["house"]
        said = {self.parse.text[token].lower() for token in tokens}
        held = {part for role in chain.roles for part in role.office.lower().split()}
        leads = self.parse.text[head].lower() in house["heads"] and not said.isdisjoint(house["words"])
        return leads and not held.isdisjoint(house["members"]) and not any(self.parse.pos[token] in _MORE for token in tokens)

    def pair_before(self, head: int) -> Speaker | None:
        """Name the two people "they" goes on with: the only "A and B" that is a subject in this sentence or the one before."""
        first = bisect_left(self.sentence, self.sentence[head] - 1)
        pairs = {pair for token in range(first, head) if (pair := self.pair_at(token))} or self.two_named(head)
        return self.both_of(pairs.pop()) if len(pairs) == 1 else None

    def both_of(self, pair: tuple[str, ...]) -> Speaker:
        """Give two people as one joint speaker."""
        chains = [self.chains[key] for key in pair]
        name = " and ".join(chain.name for chain in chains)
        return Speaker(self.known(chain_for(self.page.article, Kind.GROUP, name)), name)

    def two_named(self, head: int) -> set[tuple[str, ...]]:
        """Give the only two people named just before "they" who do something to "each other"."""
        if "each other" not in " ".join(self.parse.text[head : head + _EACH]).lower():
            return set()
        people = [(token, chain) for token, chain in self.people_between(self.sentence[head] - 1, head) if not self.quoted[token]]
        named = tuple(dict.fromkeys(chain for _, chain in people))
        return {named} if len(named) == 2 and all(chain in self.chains for chain in named) else set()

    def pair_at(self, subject: int) -> tuple[str, ...]:
        """Give the two people whose names, joined by "and", are a subject with this head."""
        joined = [kid for kid in self.parse.children[subject] if self.parse.dep[kid] == "conj"]
        if self.parse.dep[subject] not in _SUBJECT or self.quoted[subject] or len(joined) != 1:
            return ()
        names = [self.mentions.over(self.parse.start[token]) for token in (subject, joined[0])]
        people = [m.chain or "" for found in names for m in found if m.kind == Kind.PERSON and m.form != "pronoun"]
        more = any(self.parse.dep[kid] == "conj" for kid in self.parse.children[joined[0]])
        return tuple(people) if len(set(people)) == 2 and not more else ()

    def body_before(self, head: int) -> Speaker | None:
        """Name the body "it" goes on with: the subject of the clause around it, else of the main clause before."""
        verb = self.parse.head[head]
        if self.parse.dep[head] != "nsubj" or self.parse.lemma[verb] in _EMPTY:
            return None
        subject = self.subject_over(verb, head) or self.subject_before(head)
        if subject is None or self.quoted[subject] or self.parse.tag[subject] == "NNPS":
            return None
        names = [m for m in self.mentions.over(self.parse.start[subject]) if m.kind in (Kind.INSTITUTION, Kind.GROUP)]
        if not names:
            return self.thing_before(subject)
        chain = self.chains.get(names[-1].chain or "") if names else None
        return Speaker(chain, chain.name, None, self.path(chain, names[-1])) if chain and chain.named else None

    def thing_before(self, subject: int) -> Speaker | None:
        """Name whose letter, or which state's government, "it" goes on with: "The U.S. hit back at what it called threats"."""
        tokens = source_tokens(self.parse, (self.parse.span(*self.parse.reach[subject]),))
        if subject not in tokens or word_of(self.parse, subject) in pronouns()["any"]:
            return None
        tokens = without_clause(self.parse, tokens, subject)
        if is_medium(self.parse, subject):
            speaker = self.of(tokens, subject)
            return speaker if speaker and speaker.chain.named else None
        return self.government(tokens, subject) if self.parse.pos[subject] == "PROPN" else None

    def subject_over(self, verb: int, head: int) -> int | None:
        """Give the subject of a verb above this one, where it stands before a pronoun: "FLOC caused alarm when it said"."""
        while self.parse.head[verb] != verb:
            verb = self.parse.head[verb]
            found = [kid for kid in self.parse.children[verb] if self.parse.dep[kid] in _SUBJECT and kid < head]
            if found:
                return found[0]
        return None

    def subject_before(self, head: int) -> int | None:
        """Give the subject of the main clause of the sentence before, those all quoted not counted."""
        here = self.sentence[head]
        first, last = bisect_left(self.sentence, here - 1), bisect_left(self.sentence, here)
        found = [t for t in range(first, last) if self.parse.dep[t] in _SUBJECT and self.parse.dep[self.parse.head[t]] == "ROOT"]
        return found[0] if len(found) == 1 else None

    def named_since(self, sentence: int, head: int, chain: Chain) -> bool:
        """Tell whether anybody else is named outside quotation marks between a speaker's sentence and a word."""
        people = [place for place in self.people_between(sentence + 1, head) if place[1] != chain.id]
        return any(not self.quoted[token] for token, _ in people)

    def met_unnamed(self, head: int) -> bool:
        """Tell whether an unnamed one of that word has spoken before: "a senator", then "the senator"."""
        word = self.parse.text[head].lower()
        return any(not c.named and c.kind != Kind.GROUP and c.name.lower().split()[-1:] == [word] for c in self.chains.values())
