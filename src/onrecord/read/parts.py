"""The propositions inside a content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.page import Page
from onrecord.records import Part, Statement


def split_parts(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """Split each content into the propositions it holds."""
    text = page.article.text
    return [
        replace(s, parts=(Part(s.content, " ".join(text[a:b] for a, b in s.content)),)) if s.content else s for s in statements
    ]
