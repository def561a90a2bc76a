"""What was done by saying it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.page import Page
from onrecord.records import Statement


def judge_acts(page: Page, statements: Sequence[Statement]) -> list[Statement]:  # noqa: ARG001
    """Judge the act of each statement by its cue and content."""
    return list(statements)
