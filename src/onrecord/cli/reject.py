"""`onrecord reject`: what the machine found is wrong."""

from __future__ import annotations

from onrecord.cli.judging import By, Judgeable, Why, give
from onrecord.cli.options import DEFAULT_RECORD, RecordDir


def reject(
    name: Judgeable,
    by: By,
    why: Why,
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Say that a statement or link is wrong.

    A rejected statement is in no table and no export; a rejected link is marked so, and shown by no verb.
    """
    give(record, "reject", name, by, why)
