"""Transcripts: paragraphs that open with a speaker's label ("MR. KIRBY: …", "Q: …"); each turn is what that speaker said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from onrecord.read.rules.sheet import Candidate, Sheet
from onrecord.read.rules.spans import tidy
from onrecord.records import Span

_CAPITALS = re.compile(r"[ \t\"“]*((?:(?:Mc|Mac|De|O’|O')?[A-Z][A-Z0-9.’'\-]*,?[ ]?){1,6}(?:\([^)\n]{1,40}\))?)[ ]?:\s*(?=\S)")
_NAME = re.compile(r"[ \t\"“]*((?:[A-Z][\w.’'\-]*[ ]?){1,4})[ ]?:\s*(?=\S)")
_FEWEST = 3
"""Labelled turns from which a text counts as a transcript; single capitals before a colon are datelines and labels."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled paragraph: its block, the label, the colon and where the words begin."""

    block: int
    label: Span
    colon: int
    start: int


def find_transcripts(sheet: Sheet) -> list[Candidate]:
    """List the turns of a transcript, each with the unlabelled paragraphs up to the next."""
    turns = _turns(sheet, _CAPITALS) or [*_persons(sheet, _turns(sheet, _NAME))]
    found = [_read(sheet, turn, until) for turn, until in zip_longest(turns, turns[1:])]
    return [candidate for candidate in found if candidate is not None]


def _turns(sheet: Sheet, pattern: re.Pattern[str]) -> list[Turn]:
    found = []
    for index, block in enumerate(sheet.blocks):
        label = pattern.match(sheet.text, block.start, block.end)
        if label and label.group(1).strip().lower() not in sheet.lex.labels:
            found.append(Turn(index, _named(sheet.text, label.span(1)), label.end(1), label.end()))
    names = [sheet.text[slice(*turn.label)].split()[-1] for turn in found]
    # a transcript has at least two speakers, one of them heard more than once
    return found if len(found) >= _FEWEST and 1 < len(set(names)) < len(names) else []


def _named(text: str, label: Span) -> Span:
    """Leave out what a label adds to the name: "ADA TERNIN, HOST"."""
    name = text[slice(*label)].partition(",")[0].rstrip()
    return label[0], label[0] + len(name)


def _persons(sheet: Sheet, turns: list[Turn]) -> list[Turn]:
    """Keep turns labelled in small letters only where the labels are people's names, not fields of a form ("Age: 27")."""
    people = [(sheet.parse.start[a], sheet.parse.end[b - 1]) for a, b, label in sheet.parse.names if label == "PERSON"]
    named = [turn for turn in turns if any(start < turn.label[1] and turn.label[0] < end for start, end in people)]
    return turns if 2 * len(named) > len(turns) else []


def _read(sheet: Sheet, turn: Turn, until: Turn | None) -> Candidate | None:
    blocks = [sheet.blocks[turn.block]]
    if until is not None:
        blocks = list(sheet.blocks[turn.block : until.block])
    content = tidy(sheet.text, [(max(turn.start, block.start), block.end) for block in blocks if block.end > turn.start])
    source = tidy(sheet.text, [turn.label])
    colon = sheet.text.find(":", turn.colon)
    if not content or not source:
        return None
    return Candidate("turn", -1, source, ((colon, colon + 1),), content)
