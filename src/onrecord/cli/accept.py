"""`onrecord accept`: what the machine found is right."""

from __future__ import annotations

from onrecord.cli.judging import By, Judgeable, Why, give
from onrecord.cli.options import DEFAULT_RECORD, RecordDir


def accept(
    name: Judgeable,
    by: By,
    why: Why,
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Say that a statement or link is right.

    A link that was accepted stays though no rule makes it any more.
    """
    give(record, "accept", name, by, why)
