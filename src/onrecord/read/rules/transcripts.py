"""Transcripts: paragraphs that open with a speaker's label ("MR. KIRBY: …", "Q: …"), or have it on a line of its own.

Each turn is what that speaker said.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest

from onrecord.read.rules.sheet import Candidate, Sheet
from onrecord.read.rules.spans import tidy
from onrecord.records import Span

_CAPITALS = re.compile(r"[ \t\"“]*((?:(?:Mc|Mac|De|O’|O')?[A-Z][A-Z0-9.’'\-]*,?[ ]?){1,6}(?:\([^)\n]{1,40}\))?)[ ]?:\s*(?=\S)")
_NAME = re.compile(r"[ \t\"“]*((?:[A-Z][\w.’'\-]*[ ]?){1,4})[ ]?:\s*(?=\S)")
_BRACKETS = re.compile(r"\s*[(\[][^)\]\n]*[)\]]$")
_LONGEST = 60  # characters of a line that labels a turn
_MANY = 8  # turns whose labels stand on lines of their own from which they are an interview's and no captions
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
    turns = _turns(sheet, _CAPITALS) or [*_persons(sheet, _turns(sheet, _NAME))] or _set_above(sheet)
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


def _set_above(sheet: Sheet) -> list[Turn]:
    """List turns whose label is a paragraph of its own, met again and again: two names at least, one read as a person's."""
    lines = [(index, _own_line(sheet.text[block.start : block.end])) for index, block in enumerate(sheet.blocks)]
    count = Counter(name for _, name in lines if name)
    often = {name for name, times in count.items() if times >= _FEWEST}
    people = {sheet.parse.text[b - 1].casefold() for _, b, label in sheet.parse.names if label == "PERSON"}
    if len(often) < 2 or sum(count[name] for name in often) < _MANY or not any(n.split()[-1].casefold() in people for n in often):
        return []
    found = []
    for index, name in lines:
        if name in often:
            start, end = sheet.blocks[index].start, sheet.blocks[index].end
            label = start + sheet.text[start:end].index(name)
            found.append(Turn(index, (label, label + len(name)), end, end))
    return found


def _own_line(line: str) -> str:
    """Give the name that a paragraph is, what stands in brackets behind it included: two to four words, all capitals or none."""
    name = line.strip().rstrip(":")
    bare = _BRACKETS.sub("", name).split()
    same = len({word[0].isupper() for word in bare}) == 1
    return name if 2 <= len(bare) <= 4 and same and len(name) < _LONGEST and all(w[0].isalpha() for w in bare) else ""


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
    above = turn.start == sheet.blocks[turn.block].end  # what follows the last turn is no longer told apart: one paragraph is its
    last = until.block if until is not None else turn.block + 1 + above
    blocks = list(sheet.blocks[turn.block : last])
    content = tidy(sheet.text, [(max(turn.start, block.start), block.end) for block in blocks if block.end > turn.start])
    source = tidy(sheet.text, [turn.label])
    colon = sheet.text.find(":", turn.colon, turn.colon + 3)
    if not content or not source:
        return None
    return Candidate("turn", -1, source, ((colon, colon + 1),) if colon >= 0 else (), content)
