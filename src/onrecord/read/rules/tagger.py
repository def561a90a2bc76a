"""The Tagger made of rules: every rule proposes, one choice is made among what they propose."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.rules.according import find_according
from onrecord.read.rules.choose import choose
from onrecord.read.rules.headlines import find_headlines
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.nouns import find_nouns
from onrecord.read.rules.quoted import attach
from onrecord.read.rules.releases import find_releases
from onrecord.read.rules.sheet import Candidate, Sheet
from onrecord.read.rules.transcripts import find_transcripts
from onrecord.read.rules.verbs import find_verbs
from onrecord.records import Attribution, Block


class RulesTagger:
    """Find attributions by rules. A score is the share of the rule's finds that are right on PolNeAR train and dev."""

    name = "rules/1"

    def tag(self, text: str, blocks: Sequence[Block], parse: Parse) -> list[Attribution]:
        """List the attributions in text order of their content; equal arguments give equal results."""
        sheet = Sheet(text, blocks, parse, lexicon())
        return [self._attribution(candidate) for candidate in choose(sheet, propose(sheet))]

    def _attribution(self, candidate: Candidate) -> Attribution:
        scores = words("rule_scores")["scores"]
        score = scores.get(candidate.rule, scores["other"])
        return Attribution(candidate.source, candidate.cue, candidate.content, score, f"{self.name}:{candidate.rule}")


def propose(sheet: Sheet) -> list[Candidate]:
    """List what all rules propose, conflicts included."""
    turns = find_transcripts(sheet)
    set_apart = find_releases(sheet)
    spoken = [*find_verbs(sheet), *find_according(sheet), *find_nouns(sheet)]
    titles = [] if turns else find_headlines(sheet)
    return [*turns, *titles, *attach(sheet, set_apart, spoken)]
