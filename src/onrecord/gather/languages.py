"""Which language a text is in."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Block, Role

READABLE = frozenset({"en"})
"""Languages whose articles are read; the others are detected, kept, counted and named."""

_SAMPLE = 4000  # characters looked at


def detect(text: str, blocks: Sequence[Block]) -> str:
    """Name a text's language by its ISO 639-1 code, judged on its body alone."""
    import py3langid

    body = "\n".join(text[b.start : b.end] for b in blocks if b.role is Role.BODY) or text
    return str(py3langid.classify(body[:_SAMPLE])[0])
