"""Who spoke just before, and whether a pronoun can stand for them."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.read.beside import Beside
from onrecord.read.called import Speaker
from onrecord.read.heads import is_somebody, pronouns
from onrecord.read.page import Page, tokens_of
from onrecord.read.papers import is_one_paper
from onrecord.read.pronouns import quoted_tokens
from onrecord.read.rivals import whole_sentences
from onrecord.records import Chain, Kind, Mention, Spans

_QUOTE_ENDS = frozenset({",", "”", '"', "''", "’"})


class Before(Beside):
    """A page while its speakers are named in order.

    ``last`` is the speaker of the statement before and its sentence by ``sentence``, which counts none that is all quoted;
    ``content`` is what is being said, ``quoting`` whether quoted.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.last: tuple[Speaker, int] | None = None
        self.quoted = quoted_tokens(self.text, self.parse)
        self.sentence = whole_sentences(self.parse, self.quoted)
        self.open = [m for m in page.mentions if m.kind == Kind.PERSON and m.chain is None and m.form != "pronoun"]
        self.unsettled = {self.text[m.start : m.end] for m in self.open}  # surnames that could be two people's
        self.content: Spans = ()
        self.quoting = False
        self.verbatim = False  # whether what is said stands within words that are quoted throughout

    def opens(self, token: int) -> bool:
        """Tell whether a word is the first of its sentence."""
        first = self.parse.sentences[self.parse.sentence_of[token]][0]
        return not any(self.parse.text[before][0].isalnum() for before in range(first, token))

    def stands_behind(self, token: int) -> bool:
        """Tell whether what is said stands before its "he said" and opens the sentence."""
        first = min((start for start, _ in self.content), default=self.parse.start[token])
        begins = bisect_left(self.parse.end, first + 1)
        return first < self.parse.start[token] and self.parse.text[token - 1] in _QUOTE_ENDS and self.opens(begins)

    def spoken_of(self, chain: Chain) -> bool:
        """Tell whether somebody is named in what is being said: people do not call themselves by name."""
        return bool(self.named_in_content(chain))

    def named_in_content(self, chain: Chain) -> list[Mention]:
        """List where what is being said names somebody, not only whose or what something is."""
        inside = [m for start, end in self.content for m in self.mentions.within(start, end)]
        return [m for m in inside if m.chain == chain.id and m.form in ("name", "short") and not self.is_beside(m)]

    def same_again(self, word: str, before: tuple[Speaker, int] | None, head: int) -> Speaker | None:
        """Give who spoke in the sentence before, though what is said names them and nobody else: "X's plan, he said"."""
        if before is None or not before[0].chain.named or before[0].chain.kind != Kind.PERSON:
            return None
        gender = "male" if word in pronouns()["male"] else "female"
        place, chain = self.parse.start[head], before[0].chain
        people = [c for _, c in self.people_between(before[1] + 1, head) if c != chain.id]
        others = [c for c in people if c not in self.chains or self.chains[c].gender in (None, gender)]
        close = self.sentence[head] - before[1] == 1 and chain.gender in (None, gender) and not others
        return before[0] if close and all(m.end <= place for m in self.named_in_content(chain)) else None

    def is_beside(self, mention: Mention) -> bool:
        """Tell whether a name only tells whose or what something is: "the Bresk campaign"."""
        token = min(bisect_left(self.parse.end, mention.end), len(self.parse) - 1)
        return self.parse.dep[token] == "compound" and self.parse.pos[self.parse.head[token]] == "NOUN"

    def just_before(self, word: str, before: tuple[Speaker, int] | None) -> Speaker | None:
        """Give the person who spoke just before, where a pronoun fits and what is said does not name them."""
        if before is None or self.spoken_of(before[0].chain):
            return None
        if before[0].chain.kind != Kind.PERSON and before[0].name not in self.unsettled:
            return None
        gender = "male" if word in pronouns()["male"] else "female"
        return before[0] if before[0].chain.gender in (None, gender) else None

    def others_since(self, sentence: int, head: int) -> bool:
        """Tell whether somebody else was named between a speaker's sentence and a pronoun, what is said left out."""
        own = self.last[0].chain.id if self.last else ""
        said = set(tokens_of(self.parse, self.content))
        word = self.parse.text[head].lower()
        other = "male" if word in pronouns()["female"] else "female" if word in pronouns()["male"] else ""
        people = self.people_between(min(sentence + 1, self.sentence[head]), head)
        fits = [token for token, chain in people if chain in self.chains and chain != own and self.chains[chain].gender != other]
        fits += [token for token, name in self.unsettled_since(sentence, head) if self.last and name != self.last[0].name]
        return not all(self.quoted[token] or token in said for token in fits)

    def unsettled_since(self, sentence: int, head: int) -> list[tuple[int, str]]:
        """List the surnames that could be two people's between a speaker's sentence and a word: the last word and the name."""
        places = [(bisect_left(self.parse.end, m.end), self.text[m.start : m.end]) for m in self.open]
        return [(token, name) for token, name in places if token < head and self.sentence[token] > sentence]

    def people_between(self, sentence: int, head: int) -> list[tuple[int, str]]:
        """List the people named from a sentence's start to a word: the last word of each name, and whose it is."""
        first = min(bisect_left(self.sentence, sentence), head)
        start, end = self.parse.start[first], self.parse.start[head]
        people = [m for m in self.mentions.within(start, end) if m.kind == Kind.PERSON]
        places = [(bisect_left(self.parse.end, m.end), m.chain or "") for m in people]
        return [place for place in places if place[0] < len(self.quoted)]

    def is_nearer(self, sentence: int, chain: Chain, head: int) -> bool:
        """Tell whether who spoke in a sentence just before is nearer to a pronoun than a chain last met further back."""
        first = self.parse.start[bisect_left(self.sentence, sentence)]
        between = [m for m in self.mentions.within(first, self.parse.start[head]) if m.chain == chain.id]
        return self.sentence[head] - sentence == 1 and not between

    def may_be_first(self, speaker: Speaker | None, head: int) -> bool:
        """Tell whether an "I" or "we" told within a statement is its speaker: unquoted, "they would see that I" is no group's."""
        return self.verbatim or self.quoted[head] or speaker is None or speaker.chain.kind == Kind.PERSON

    def agrees(self, word: str, chain: Chain) -> bool:
        """Tell whether a pronoun can stand for the speaker before by number and gender; a named person needs more than that."""
        table = pronouns()
        if word in table["plural"]:
            return chain.kind == Kind.GROUP or (
                not chain.named and chain.kind == Kind.INSTITUTION and not is_one_paper(chain.name)
            )
        if word in table["thing"]:
            return chain.kind in (Kind.INSTITUTION, Kind.STATE)
        gender = "male" if word in table["male"] else "female"
        return chain.kind == Kind.PERSON and not chain.named and chain.gender in (None, gender) and is_somebody(chain.name)
