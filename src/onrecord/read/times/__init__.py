"""Time expressions of one article, resolved against the day it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.backends.protocols import Parse
from onrecord.records import Article, Block, Time

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def find_times(article: Article, blocks: Sequence[Block], parse: Parse) -> tuple[Time, ...]:
    """List an article's time expressions in text order; both days are null where there is no day to count from."""
    del parse
    anchor = date.fromisoformat(article.published.earliest) if article.published else None
    found = []
    for block in blocks:
        for match in _WEEKDAY.finditer(article.text, block.start, block.end):
            day = _last(_DAYS.index(match.group().lower()), anchor).isoformat() if anchor else None
            found.append(Time(article.id, match.start(), match.end(), match.group(), day, day, "day", "weekday"))
    return tuple(found)


def _last(weekday: int, anchor: date) -> date:
    return anchor - timedelta((anchor.weekday() - weekday) % 7)
