"""One utterance in the words of several outlets: which words differ; and where a paraphrase says more than its quotation."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.records import Relation
from onrecord.show.disputes import by_id
from onrecord.show.passages import Piece
from onrecord.show.said import Said
from onrecord.store.questions import whole

_WORD = re.compile(r"\w+(?:['’]\w+)*")
DIFFERS = "differs"
"""The mark of words that the other wording does not have."""


def differing(told: str, beside: str) -> list[Piece]:
    """Cut a wording into pieces, those marked ``differs`` that another wording does not have; case and marks do not count."""
    spans = [match.span() for match in _WORD.finditer(told)]
    ours = [told[start:end].casefold() for start, end in spans]
    theirs = [match.group().casefold() for match in _WORD.finditer(beside)]
    pieces: list[Piece] = []
    at = 0
    for how, first, last, _, _ in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if how == "equal" or first == last:
            continue
        start, end = spans[first][0], spans[last - 1][1]
        pieces += [Piece(told[at:start], "")] if at < start else []
        pieces.append(Piece(told[start:end], DIFFERS))
        at = end
    return [*pieces, Piece(told[at:], "")] if at < len(told) else pieces


@dataclass(frozen=True, slots=True)
class Beyond:
    """Words of the article's own paraphrase that a quotation in it does not bear out, and the quotation."""

    words: str
    quotation: Said

    @property
    def told(self) -> str:
        """Say it as a sentence."""
        return (
            f"“{self.words}” goes beyond the quotation beside it ({self.quotation.id}): {' '.join(self.quotation.quote.split())}"
        )


def beyond(db: sqlite3.Connection, said: Said) -> list[Beyond]:
    """List where a statement says more than the quotation beside it, or, of a quotation, what the article adds to it."""
    told = [one for one in whole.framing(db, said.article.id) if one.relation is Relation.ELABORATES]
    inside = said.statement.content
    mine = [one for one in told if one.statement == said.id or any(a <= one.span[0] and one.span[1] <= b for a, b in inside)]
    quotations = by_id(db, [one.statement for one in mine])
    text = said.article.text
    return [Beyond(text[slice(*one.span)], quotations[one.statement]) for one in mine if one.statement in quotations]
