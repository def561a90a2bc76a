"""Whom a pronoun or a "who" goes on with: the chain it stands for, who spoke just before, the noun its clause hangs on."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left

from onrecord.read.again import Again
from onrecord.read.called import Speaker, usual_office
from onrecord.read.heads import is_somebody, pronouns, source_tokens, without_clause, word_of
from onrecord.read.highlights import heard_above, named_above
from onrecord.read.page import Page
from onrecord.read.prominence import group_before, relative_before, subject_ahead, tellers_before
from onrecord.records import Chain, Kind


class Following(Again):
    """A page with what following a pronoun needs; ``heads`` are the speakers so far by the head words of their sources."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.heads: dict[int, Speaker] = {}

    @abstractmethod
    def described(self, tokens: list[int], head: int) -> Speaker | None:
        """Keep an unnamed speaker's own words."""

    def pronoun(self, head: int, word: str) -> Speaker | None:
        """Follow a pronoun to the chain it stands for, or to the speaker just before where nobody else can be meant."""
        if again := self.second(head, word) or self.from_above(head, word):
            return again
        start = self.parse.start[head]
        before = self.last if self.last and self.sentence[head] - self.last[1] <= 2 else None
        if before and word not in pronouns()["male"] | pronouns()["female"]:
            return before[0] if self.agrees(word, before[0].chain) else self.others(head, word)
        mention = next((m for m in self.mentions.over(start) if m.start == start and m.form == "pronoun"), None)
        chain = self.chains.get(mention.chain or "") if mention else None
        if chain and self.spoken_of(chain):  # "he said Bresk was wrong": he is not Bresk
            return self.just_before(word, before) or self.same_again(word, before, head) or self.named_ahead(chain, head)
        if mention and chain and not (before and self.agrees(word, before[0].chain) and self.is_nearer(before[1], chain, head)):
            return Speaker(chain, chain.name, usual_office(chain, self.text), self.path(chain, mention))
        if before is None or self.others_since(before[1], head):
            return self.others(head, word)
        if same_one := self.same_again(word, before, head):
            return same_one
        # one quotation after another, "He said" right behind a statement or "..., he said", and nobody else named between them
        follows = self.quoting or self.opens(head) or self.stands_behind(head) or before[1] == self.anew
        same = chain is None and follows and before[0].chain.named
        return self.just_before(word, before) if same else before[0] if self.agrees(word, before[0].chain) else None

    def from_above(self, head: int, word: str) -> Speaker | None:
        """Name whom the line above in a summary tells: "Ada Bresk: The dam holds", then "She says"."""
        gender = "male" if word in pronouns()["male"] else "female" if word in pronouns()["female"] else ""
        place = self.parse.span(head, head + 1)
        told = named_above(self.text, *place) or heard_above(self.text, place[0]) if gender else None
        if told is None:
            return None
        people = [c for c in self.chains.values() if c.kind == Kind.PERSON and c.named and c.gender in (None, gender)]
        told = told.casefold()
        fits = [c for c in people if told.split()[-1] == c.name.split()[-1].casefold()]
        fits = fits if len(fits) < 2 else [c for c in fits if c.name.casefold() in told]
        return Speaker(fits[0], fits[0].name, usual_office(fits[0], self.text)) if len(fits) == 1 else None

    def named_ahead(self, chain: Chain, head: int) -> Speaker | None:
        """Give whom a pronoun stands for where what is said names them before it only: "X left as, he said, it was late"."""
        ahead = self.named_in_content(chain)
        told = [bisect_left(self.parse.end, m.end) for m in ahead]
        known = chain.named and all(token < head and not self.quoted[token] for token in told)
        return Speaker(chain, chain.name, usual_office(chain, self.text)) if known else None

    def second(self, head: int, word: str) -> Speaker | None:
        """Take the second "he" of "he said ..., but he praised ..." for the first."""
        verb = self.parse.head[head]
        if self.parse.dep[head] != "nsubj" or self.parse.dep[verb] != "conj":
            return None
        first = [t for t in self.parse.children[self.parse.head[verb]] if self.parse.dep[t] == "nsubj" and t < head]
        same = len(first) == 1 and self.parse.text[first[0]].lower() == word
        speaker = self.heads.get(first[0]) if same else None
        return None if speaker is None or self.spoken_of(speaker.chain) else speaker

    def others(self, head: int, word: str) -> Speaker | None:
        """Name whom "they" or "it" goes on with though they have not spoken: several people, two by name, a body."""
        if word == "they":
            return self.several(head, word) or self.pair_ahead(head) or self.pair_before(head)
        return self.body_before(head) if word == "it" else None

    def several(self, head: int, word: str) -> Speaker | None:
        """Name the people "they" goes on with by their own words: "Many traders are afraid. They say"."""
        noun = group_before(self.parse, head) or tellers_before(self.parse, head) if word == "they" else None
        if noun is None or self.quoted[noun]:
            return None
        tokens = source_tokens(self.parse, (self.parse.span(*self.parse.reach[noun]),))
        tokens = without_clause(self.parse, tokens, noun)
        speaker = self.of(tokens, noun) if noun in tokens else None
        other = speaker is not None and not speaker.name.endswith(self.parse.text[noun])  # "Korvan officials" are not Korvan
        return self.described(tokens, noun) if other else speaker

    def pair_ahead(self, head: int) -> Speaker | None:
        """Name the two people "they" looks forward to: "While they warn of cuts, Bresk and Olm have said"."""
        subject = subject_ahead(self.parse, head)
        pair = self.pair_at(subject) if subject is not None else ()
        return self.both_of(pair) if pair else None

    def antecedent(self, head: int) -> Speaker | None:
        """Follow "who" to the noun its clause hangs on."""
        head = relative_before(self.parse, head)
        verb = self.parse.head[head]
        for _ in range(4):
            if self.parse.dep[verb] == "relcl":
                noun = self.parse.head[verb]
                if (
                    word_of(self.parse, head) == "who"
                    and not is_somebody(self.parse.text[noun])
                    and (near := self.right_before(head))
                ):
                    return near
                if word_of(self.parse, head) == "who" and (told := self.told_of(noun)):
                    return told
                tokens = list(range(self.parse.reach[noun][0], max(noun + 1, min(head, self.parse.reach[noun][1]))))
                tokens = source_tokens(self.parse, (self.parse.span(tokens[0], tokens[-1] + 1),))
                known = noun in tokens and word_of(self.parse, noun) not in pronouns()["relative"]
                return self.of(without_clause(self.parse, tokens, noun), noun) if known else None
            verb = self.parse.head[verb]
        return None
