"""Which language a text is in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.lang import words
from onrecord.records import Block, Role

READABLE = frozenset({"en"})
"""Languages whose articles are read; the others are detected, kept, counted and named."""

SAMPLE = 4000  # characters looked at
LITTLE = 200  # characters: a shorter text may fool the detector, so that common English words are asked first
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str, blocks: Sequence[Block]) -> str:
    """Name a text's language by its ISO 639-1 code, judged on its body alone; ``und`` where there is not a word to judge by."""
    sample = _sample(text, blocks)
    found = [word.casefold() for word in _WORD.findall(sample)]
    if not found:
        return "und"
    common = frozenset(words("common")["words"])
    share = sum(word in common for word in found) / len(found)
    if share >= 0.3 or (len(sample) < LITTLE and share >= 0.15):
        return "en"
    import py3langid

    return str(py3langid.classify(sample)[0])


def _sample(text: str, blocks: Sequence[Block]) -> str:
    """Join the first of the body's paragraphs up to the sample's size; without a body, the text's start."""
    parts: list[str] = []
    room = SAMPLE
    for block in blocks:
        if block.role is Role.BODY and room > 0:
            parts.append(text[block.start : min(block.end, block.start + room)])
            room -= len(parts[-1])
    return "\n".join(parts) or text[:SAMPLE]
