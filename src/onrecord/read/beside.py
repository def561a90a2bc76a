"""Speakers who are named beside the words that describe them: behind a comma, a dash, or "is"."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left

from onrecord.read.called import Called, Speaker, usual_office
from onrecord.read.heads import behind_dash, hangs_below, head_of, is_somebody, without_clause
from onrecord.read.prominence import is_epithet
from onrecord.records import Kind


class Beside(Called):
    """One page, with the names that stand beside a description."""

    @abstractmethod
    def of(self, tokens: list[int], head: int) -> Speaker | None:
        """Name the speaker of a source with this head."""

    def beside(self, tokens: list[int], head: int) -> Speaker | None:
        """Name whom a source ends with, set off beside an office or description: "one of his lawyers, Odo Bresk"."""
        tokens = without_clause(self.parse, tokens, head)
        start, end = self.parse.start[tokens[0]], self.parse.end[tokens[-1]]
        people = [m for m in self.mentions.within(start, end) if m.kind == Kind.PERSON and m.form in ("name", "short")]
        word = self.parse.text[head]
        if not people or people[-1].end != end or not (is_somebody(word) or word.lower() == "one"):
            return None
        chain = self.chains.get(people[-1].chain or "")
        if chain is None or not chain.named or self.text[start : people[-1].start].rstrip()[-1:] != ",":
            return None
        owned = all(self.parse.start[head] < m.start or self.text[m.end : m.end + 2] in ("'s", "’s") for m in people[:-1])
        return Speaker(chain, chain.name, self.office(chain, tokens), self.path(chain, people[-1])) if owned else None

    def behind(self, tokens: list[int]) -> Speaker | None:
        """Name whom a dash sets off behind a description: "a former ally – Senator X"."""
        rest = behind_dash(self.parse, tokens)
        people = [m for m in self.mentions.within(self.parse.start[rest[0]], self.parse.end[rest[-1]]) if m.kind == Kind.PERSON]
        head = head_of(self.parse, tokens)
        several = self.parse.tag[head] == "NNS" and any(self.parse.tag[token] == "CD" for token in tokens if token < head)
        if rest == tokens or several or len({m.chain for m in people}) != 1 or people[0].form == "pronoun":
            return None
        before = [token for token in rest if self.parse.start[token] < people[0].start]
        led = all(self.parse.pos[token] in ("PROPN", "NOUN", "ADJ", "DET") for token in before)
        name = bisect_left(self.parse.end, people[0].end)
        told_of = hangs_below(self.parse, name, head_of(self.parse, rest))  # "the file – the part X left out – says"
        return self.of(rest, name) if led and not told_of else None

    def identified(self, head: int) -> Speaker | None:
        """Name who somebody is said to be: "One person who warned of it is X"."""
        verb = self.parse.head[head]
        if self.parse.dep[head] != "nsubj" or self.parse.lemma[verb] != "be" or not is_somebody(self.parse.text[head]):
            return None
        told = [kid for kid in self.parse.children[verb] if self.parse.dep[kid] == "attr" and self.parse.pos[kid] == "PROPN"]
        people = [
            m for kid in told for m in self.mentions.over(self.parse.start[kid]) if m.kind == Kind.PERSON and m.form == "name"
        ]
        chain = self.chains.get(people[0].chain or "") if len(people) == 1 else None
        return Speaker(chain, chain.name, usual_office(chain, self.text), self.path(chain, people[0])) if chain else None

    def told_of(self, noun: int) -> Speaker | None:
        """Name the person a noun tells of beside the name: "Odo Bresk, a captain who", "Bresk is a captain who"."""
        if self.parse.tag[noun] not in ("NN", "NNP") or not (
            is_somebody(self.parse.text[noun]) or is_epithet(self.parse.text[noun])
        ):
            return None
        name = self.parse.head[noun]
        if self.parse.dep[noun] == "attr":
            name = next((t for t in self.parse.children[name] if self.parse.dep[t] == "nsubj"), noun)
        elif self.parse.dep[noun] != "appos":
            return None
        while self.parse.dep[name] == "appos" and self.parse.pos[name] != "PROPN":  # "Bresk, a bellicose | adviser"
            name = self.parse.head[name]
        people = [m for m in self.mentions.over(self.parse.start[name]) if m.kind == Kind.PERSON and m.form in ("name", "short")]
        chain = self.chains.get(people[0].chain or "") if len(people) == 1 else None
        return Speaker(chain, chain.name, usual_office(chain, self.text), self.path(chain, people[0])) if chain else None

    def right_before(self, head: int) -> Speaker | None:
        """Name whose name ends right before "who" where a parser hangs it on a thing: "a dispute with X, who"."""
        last = head - 2 if head > 1 and self.parse.text[head - 1] == "," else head - 1
        names = [m for m in self.mentions.over(self.parse.start[last]) if m.kind == Kind.PERSON and m.form in ("name", "short")]
        chain = self.chains.get(names[0].chain or "") if len(names) == 1 and names[0].end == self.parse.end[last] else None
        return Speaker(chain, chain.name, usual_office(chain, self.text), self.path(chain, names[0])) if chain else None
