"""Signs by which lines are told apart: headlines, speakers' turns, lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.clean.paragraphs import Paragraph, fold
from onrecord.lang import words

_TURN = re.compile(r"[\"“]?(?:[A-Z][A-Z.'’\-]*(?: [A-Z][A-Z.'’\-]*){0,4}|Q|A|Question|Answer)(?: \([^)]{1,40}\))?\s?:\s")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_INNER_STOP = re.compile(r"[a-z\d)”\"’][.!?][”\"’]?\s+[“\"‘A-Z]")
_MARKS = frozenset(".,;:!?。、，؟،")
TEASER = 20  # words: a shorter line that trails off is a headline cut short
SHOUTED = 5  # words: a shorter line in capitals may be the article's own heading
LABEL = 6  # words of a speaker's label
OFTEN = 4  # times it comes back
_QUOTED = re.compile(r"[“\"][^“”\"]{20,}[”\"]?")
_POST = re.compile(r"[—–-] .{1,60}\(@\w{1,20}\)")
_OPEN = re.compile(r"[,;:–—-][\s\"”’]*$")


def is_turn(paragraph: Paragraph) -> bool:
    """Say whether a paragraph begins with a speaker's label, as in a transcript (``MR. NAME: ...``); no SEE ALSO or UPDATED."""
    label = _TURN.match(paragraph.text)
    return label is not None and " ".join(fold(label.group())) not in _pointers()


def is_transcript(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether a text is a transcript: at least three turns, one paragraph in six."""
    turns = sum(map(is_turn, paragraphs))
    return turns >= 3 and turns * 6 >= len(paragraphs)


def label_lines(paragraphs: Sequence[Paragraph], prose: Sequence[bool]) -> set[int]:
    """Find speakers' labels that stand on lines of their own: short lines that come back, each time above running text."""
    at: dict[str, list[int]] = {}
    for index, paragraph in enumerate(paragraphs[:-1]):
        if 1 <= len(paragraph.words) <= LABEL and not prose[index] and not paragraph.stopped:
            at.setdefault(paragraph.key, []).append(index)
    kept = [places for places in at.values() if len(places) >= OFTEN]
    return {index for places in kept if sum(prose[i + 1] for i in places) >= 0.7 * len(places) for index in places}


def titled(text: str) -> float:
    """Give the share of a line's longer words that begin with a capital, the first word aside."""
    longer = [word for word in _LETTERS.findall(text)[1:] if len(word) > 3]
    return sum(word[0].isupper() for word in longer) / len(longer) if longer else 0.0


def is_titled(paragraph: Paragraph) -> bool:
    """Say whether a line is in title case or in capitals."""
    return titled(paragraph.text) >= 0.8


def is_capitals(paragraph: Paragraph) -> bool:
    """Say whether a line is in capitals, as headlines of other articles are printed; a short one or an item may be a heading."""
    return not paragraph.item and SHOUTED <= len(paragraph.words) <= TEASER and paragraph.text.isupper()


def open_ended(paragraph: Paragraph) -> bool:
    """Say whether a paragraph announces what follows, or breaks off (it ends with a colon, comma or dash)."""
    return bool(_OPEN.search(paragraph.text[-20:]))


def several_sentences(text: str) -> bool:
    """Say whether a sentence ends inside a text."""
    return bool(_INNER_STOP.search(text))


def is_prose(paragraph: Paragraph) -> bool:
    """Say whether a paragraph reads as running text: it ends like a sentence, or is long, or holds several sentences."""
    if is_capitals(paragraph):
        return False
    if is_turn(paragraph):
        return True
    count = len(paragraph.words)
    if count < TEASER and paragraph.text.endswith(("…", "...")):
        return False
    if paragraph.stopped:
        return count >= 12 or (count >= 5 and not is_titled(paragraph))
    if count > 40:
        return not _MARKS.isdisjoint(paragraph.text)  # a cloud of tags holds no mark
    return count > 12 and several_sentences(paragraph.text) and not is_titled(paragraph)


def tells(paragraph: Paragraph) -> bool:
    """Say whether a line holds a headline's verb or a headline's colon: it could be taken for a statement."""
    return not _verbs().isdisjoint(paragraph.words) or ": " in paragraph.text


def is_quoted(paragraph: Paragraph) -> bool:
    """Say whether a line is mostly a quotation in sentence case, or a post shown with its writer's handle."""
    if _POST.search(paragraph.text):
        return True
    quoted = sum(len(match.group()) for match in _QUOTED.finditer(paragraph.text))
    return 2 * quoted >= len(paragraph.text) and not is_titled(paragraph)


def names_event(paragraph: Paragraph) -> bool:
    """Say whether a line names what a transcript is of (a briefing, a hearing)."""
    return not frozenset(words("furniture")["events"]).isdisjoint(paragraph.words)


@lru_cache(maxsize=1)
def _pointers() -> frozenset[str]:
    data = words("furniture")
    return frozenset(" ".join(fold(start)) for start in (*data["related_starts"], *data["labels"]))


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(words("furniture")["headline_verbs"])
