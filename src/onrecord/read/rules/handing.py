"""What is known while quotations are handed out to the cues beside them, filed by where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.read.rules.sheet import Candidate, Sheet
from onrecord.read.rules.spans import Near, merge
from onrecord.records import Span

SPEECH_RULES = frozenset({"clause", "thought", "parenthetic", "quote", "according", "passive-clause", "announced"})
"""The rules whose candidates may speak a quotation beside them."""


def opens_at(candidate: Candidate) -> int:
    """Give where a candidate's cue and source begin, 0 where it has neither."""
    return min([*candidate.cue, *candidate.source], default=(0, 0))[0]


@dataclass
class Desk:
    """The candidates while quotations are handed out, and which of them each quotation went to."""

    sheet: Sheet
    candidates: list[Candidate]
    taken: dict[int, int] = field(default_factory=dict)
    given: dict[int, list[Span]] = field(default_factory=dict)
    """The quotations that each candidate got."""

    @cached_property
    def home(self) -> list[int]:
        """Give each quotation the index of its block."""
        ends = [block.end for block in self.sheet.blocks]
        at, homes = 0, []
        for quote in self.sheet.quotes:
            while at < len(ends) and ends[at] <= quote.start:
                at += 1
            homes.append(at)
        return homes

    @cached_property
    def speakers(self) -> dict[int, list[int]]:
        """List for each block the candidates that may speak a quotation there, in text order of their cues."""
        found: dict[int, list[int]] = {}
        for number, candidate in enumerate(self.candidates):
            if candidate.head >= 0 and candidate.rule in SPEECH_RULES:
                block = self.sheet.parse.blocks[self.sheet.parse.sentence_of[candidate.head]]
                found.setdefault(block, []).append(number)
        return {block: sorted(numbers, key=lambda n: self.candidates[n].head) for block, numbers in found.items()}

    @cached_property
    def starts(self) -> dict[int, list[int]]:
        """List for each block where the cues of its speakers begin."""
        at = self.sheet.parse.start
        return {block: [at[self.candidates[n].head] for n in numbers] for block, numbers in self.speakers.items()}

    @cached_property
    def openings(self) -> list[tuple[int, int]]:
        """List where cue and source of each speaker begin, in text order, with the candidate."""
        numbers = [number for block in self.speakers.values() for number in block]
        return sorted((opens_at(self.candidates[number]), number) for number in numbers)

    @cached_property
    def holders(self) -> Near[int]:
        """File the candidates by their contents; a quotation given to one adds to it no character of another quotation."""
        filed: Near[int] = Near()
        for number, candidate in enumerate(self.candidates):
            filed.add(candidate.content, number)
        return filed

    def give(self, quote: int, candidate: int) -> None:
        """Add a quotation to a candidate's content."""
        old, new = self.candidates[candidate], self.sheet.quotes[quote]
        self.candidates[candidate] = replace(old, content=merge([*old.content, (new.start, new.end)]))
        self.taken[quote] = candidate
        self.given.setdefault(candidate, []).append((new.start, new.end))

    def ends_before(self, at: int) -> str:
        """Give the last character before a place that is no blank, empty where there is none."""
        text = self.sheet.text
        while at > 0 and text[at - 1].isspace():
            at -= 1
        return text[at - 1 : at]
