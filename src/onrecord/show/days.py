"""Days and intervals as a reader expects them, and how they are known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from onrecord.records import When

UNDATED = "undated"
_ISO = re.compile(r"\b(\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))?\b")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def iso(when: When | None) -> str:
    """Write a day or interval in ISO form, e.g. ``2024-11-15`` or ``2024-11-01/2024-11-30``; empty where not known."""
    if when is None:
        return ""
    return when.earliest if when.earliest == when.latest else f"{when.earliest}/{when.latest}"


def spoken(when: When | None) -> str:
    """Write a day or interval in words, as short as it is exact: ``15 November 2024``, ``November 2024``, ``3–9 May 2024``."""
    if when is None:
        return UNDATED
    try:
        return interval(date.fromisoformat(when.earliest), date.fromisoformat(when.latest))
    except ValueError:
        return iso(when)


def spoken_day(day: str | None) -> str:
    """Write a day given in ISO form."""
    return spoken(When(day, day, "day", "") if day else None)


def evidence(basis: str) -> str:
    """Say in words how a day is known: "metadata:date" is the metadata's date."""
    kind, _, name = basis.partition(":")
    return f"the {kind}’s {name}" if kind and name else basis


def in_words(told: str) -> str:
    """Write the days and intervals inside a text as a reader expects them, "2025-11-01 to 2025-11-30" as "November 2025"."""
    return _ISO.sub(lambda found: spoken(When(found[1], found[2] or found[1], "", "")), told)


def interval(first: date, last: date) -> str:
    """Write the days from first to last, both included."""
    if first == last:
        return _day(first)
    if first.day == 1 and (last.month, last.day) == (12, 31) and first.month == 1:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year:
        months = _MONTHS[first.month - 1 : last.month]
        return f"{months[0]} {first.year}" if len(months) == 1 else f"{months[0]}–{months[-1]} {first.year}"
    if first.year != last.year:
        return f"{_day(first)} – {_day(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_day(last)}"
    return f"{first.day}–{_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
