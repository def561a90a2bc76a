"""`onrecord remove`: an article that must go."""

from __future__ import annotations

from onrecord.cli.judging import ArticleName, By, Why, give
from onrecord.cli.options import DEFAULT_RECORD, RecordDir


def remove(
    name: ArticleName,
    by: By,
    why: Why,
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Take an article out of the record for good.

    Its text goes from every file of the record, and does not come back with a later build; that it was removed stays.
    """
    give(record, "remove", name, by, why)
