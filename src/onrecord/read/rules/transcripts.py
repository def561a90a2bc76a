"""Transcripts: paragraphs that open with a speaker's label ("MR. KIRBY: …", "Q: …"), or have it on a line of its own.

Each turn is what that speaker said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

from onrecord.lang import words
from onrecord.read.rules.sheet import Candidate, Sheet
from onrecord.read.rules.spans import tidy
from onrecord.records import Block, Span

_CAPITALS = re.compile(r"[ \t\"“]*((?:(?:Mc|Mac|De|O’|O')?[A-Z][A-Z0-9.’'\-]*,?[ ]?){1,6}(?:\([^)\n]{1,40}\))?)[ ]?:\s*(?=\S)")
_NAME = re.compile(r"[ \t\"“]*((?:[A-Z][\w.’'\-]*[ ]?){1,4})[ ]?:\s*(?=\S)")
_BRACKETS = re.compile(r"\s*[(\[][^)\]\n]*[)\]]$")
_LONGEST = 60  # characters of a line that labels a turn
_MANY = 8  # turns whose labels stand on lines of their own from which they are an interview's and no captions
_LONGEST_HEADING = 12
"""Words of a line without a stop that ends a turn: a heading, or a label not met again."""
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
    often |= _single_names(sheet, often)
    found = []
    for index, (block, (_, name)) in enumerate(zip(sheet.blocks, lines, strict=True)):
        label = name if name in often else _bare(sheet, block)
        recording = played().match(sheet.text, block.start, block.end)
        if label in often:
            start = sheet.text.index(label, block.start)
            found.append(Turn(index, (start, start + len(label)), block.end, block.end))
        elif recording:
            found.append(Turn(index, recording.span(2 if recording[2] else 1), recording.end(1), recording.end()))
    return found


@lru_cache(maxsize=1)
def played() -> re.Pattern[str]:
    """Give the form of what a transcript plays on one line with who speaks: its first group is the label, its second a name."""
    return re.compile(words("oddities")["recording"])


def _single_names(sheet: Sheet, often: set[str]) -> set[str]:
    """Find labels of one word, met again and again and never right below another label, as a short answer may be."""
    bare = [_bare(sheet, block) for block in sheet.blocks]
    count = Counter(line for above, line in pairwise(bare) if line.isalpha() and above not in often)
    cases = {name[0].isupper() for name in often}
    return {
        line
        for line, times in count.items()
        if times >= _FEWEST and times == bare.count(line) and line[0].isupper() in cases and line.lower() not in sheet.lex.labels
    }


def _bare(sheet: Sheet, block: Block) -> str:
    return sheet.text[block.start : block.end].strip().rstrip(":")


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


def _spoken(sheet: Sheet, blocks: Sequence[Block], start: int) -> list[Block]:
    """List a turn's paragraphs up to a heading or a label not met again, a short line without a stop below the first of them."""
    first = 1 + (blocks[0].end <= start)
    for at in range(first, len(blocks)):
        line = sheet.text[blocks[at].start : blocks[at].end].strip()
        if line[:1].isalnum() and (line[-1:].isalnum() or line[-1:] == ")") and len(line.split()) <= _LONGEST_HEADING:
            return list(blocks[:at])
    return list(blocks)


def _read(sheet: Sheet, turn: Turn, until: Turn | None) -> Candidate | None:
    above = turn.start == sheet.blocks[turn.block].end  # what follows the last turn is no longer told apart: one paragraph is its
    last = until.block if until is not None else turn.block + 1 + above
    blocks = _spoken(sheet, sheet.blocks[turn.block : last], turn.start)
    content = tidy(sheet.text, [(max(turn.start, block.start), block.end) for block in blocks if block.end > turn.start])
    source = tidy(sheet.text, [turn.label])
    colon = sheet.text.find(":", turn.colon, turn.colon + 3)
    if not content or not source:
        return None
    return Candidate("turn", -1, source, ((colon, colon + 1),) if colon >= 0 else (), content)
