"""Printed and coded days: strings to dates, or nothing where a string could mean two days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from onrecord.lang import words

EARLIEST, LATEST = 1800, 2099
"""Years a text can be from; anything else is a misprint. The clock is never asked: the same input gives the same record."""
WEB = 1990
"""No address or agency code is older."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A day printed in a string: where, and which. Where only month and day stand there, ``year`` is false, the day in 2000."""

    start: int
    end: int
    day: date
    year: bool = True


DAY_FIRST, MONTH_FIRST = "day first", "month first"
"""How a page or a country writes a day in figures."""


def find_days(text: str, order: str | None = None) -> Iterator[Printed]:
    """Find the days printed in a string. One that could mean two days, or names a wrong weekday, is passed over.

    ``order`` is given for a page's own lines: months of other languages count there, and figures are read as ``DAY_FIRST`` or
    ``MONTH_FIRST``; an empty one says that the page's order is not known.
    """
    pattern, at = _pattern(wide=order is not None), 0
    while match := pattern.search(text, at):
        name = match["m1"] or match["m2"] or match["m5"]
        if name and name.casefold() not in _months():
            at = match.start() + 1  # the wide pattern took another word for a month
            continue
        found = _read(match, order or "")
        if found:
            yield found
        at = match.end()


def _read(match: re.Match[str], order: str) -> Printed | None:
    part = match.groupdict()
    name = part["m1"] or part["m2"] or part["m5"]
    if name:
        year, number = part["y1"] or part["y2"] or part["y5"], part["d1"] or part["d2"] or part["d5"]
        day = make_day(year or "2000", _months()[name.casefold()], number)
        if day and year and part["weekday"] and not _agrees(day, part["weekday"]):
            return None
        return Printed(match.start(), match.end(), day, bool(year)) if day else None
    if part["y3"]:
        day = make_day(part["y3"], part["m3"] or part["m6"], part["d3"] or part["d6"])
    else:
        short = len(part["y4"]) == 2
        if short and (len(part["a"]) == 1 or len(part["b"]) == 1):
            return None  # rather a version
        year = f"20{part['y4']}" if short else part["y4"]
        day = _either(part["a"], part["b"], year, order)
    return Printed(match.start(), match.end(), day) if day else None


def _either(first: str, second: str, year: str, order: str) -> date | None:
    """Read two numbers as day and month, in the order that is known or the one that is possible; two possible give nothing."""
    day_first, month_first = make_day(year, second, first), make_day(year, first, second)
    if order and day_first and month_first:
        return day_first if order == DAY_FIRST else month_first
    days = {day_first, month_first} - {None}
    return days.pop() if len(days) == 1 else None


def written_order(text: str) -> str:
    """Tell from the days in figures in a text whether days or months come first there; nothing where none or both are seen."""
    seen = set()
    for first, second in _FIGURES.findall(text):
        if int(first) > 12 >= int(second) > 0:
            seen.add(DAY_FIRST)
        elif int(second) > 12 >= int(first) > 0:
            seen.add(MONTH_FIRST)
    return seen.pop() if len(seen) == 1 else ""


_FIGURES = re.compile(r"(?<![\d/.\-])([0-3]?\d)[-/.]([0-3]?\d)[-/.](?:19|20)\d\d(?![\d/\-])")


def make_day(year: Any, month: Any, day: Any, *, earliest: int = EARLIEST) -> date | None:
    """Make a date of three numbers, or None where there is no such day or no text is from it."""
    try:
        made = date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return None
    return made if earliest <= made.year <= LATEST else None


def _agrees(day: date, weekday: str) -> bool:
    names = words("datelines")["weekdays"]
    return bool(names[day.weekday()].startswith(weekday.casefold()[:3]))


@lru_cache(maxsize=1)
def _english() -> dict[str, int]:
    data = words("datelines")
    months = {name: number for number, name in enumerate(data["months"], start=1)}
    short = {name: next(n for full, n in months.items() if full.startswith(name[:3])) for name in data["month_forms"]}
    return short | months


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Give every known month's number; English first."""
    other = {name: number for number, names in enumerate(words("months", "other")["months"], start=1) for name in names}
    return other | _english()


@lru_cache(maxsize=2)
def _pattern(*, wide: bool) -> re.Pattern[str]:
    """Make the pattern of a printed day; the wide one takes any word for a month's name, and years of two figures."""
    month = r"[^\W\d_]{3,14}" if wide else "|".join(sorted(_english(), key=len, reverse=True))
    weekday = "|".join(sorted((*words("datelines")["weekdays"], *words("datelines")["weekday_forms"]), key=len, reverse=True))
    of, after, short = (r"(?:(?:of|de|del|d[’'])\s+)?", r"(?:\s+(?:de|del|i))?", r"|\d\d") if wide else (r"(?:of\s+)?", "", "")
    eastern = r"[年년]\s?(?P<m6>\d{1,2})\s?[月월]\s?(?P<d6>\d{1,2})\s?[日일]"
    return re.compile(
        rf"\b(?:(?P<weekday>{weekday})\b\.?,?\s+)?(?:the\s+)?"
        rf"(?:(?P<m1>{month})\b\.?,?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(?P<y1>(?:18|19|20)\d\d)\b)?"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º|ª)?[\s.\-/]*{of}(?P<m2>{month})\b\.?,?{after}(?:[\s\-/]+(?P<y2>(?:18|19|20)\d\d)\b)?"
        rf"|(?P<y5>(?:19|20)\d\d)[.,]?\s+(?P<m5>{month})\b\.?\s+(?P<d5>\d{{1,2}})\b)"
        rf"|(?<![\d/.\-])(?P<y3>(?:18|19|20)\d\d)(?:\s?[-/.]\s?(?P<m3>\d{{1,2}})\s?[-/.]\s?(?P<d3>\d{{1,2}})(?![\d])|{eastern})"
        rf"|(?<![\d/.\-])(?P<a>\d{{1,2}})\s?[-/.]\s?(?P<b>\d{{1,2}})\s?[-/.]\s?(?P<y4>(?:18|19|20)\d\d{short})(?![\d/\-])",
        re.IGNORECASE,
    )


def stamp_day(value: Any, order: str | None = None) -> date | None:
    """Read a metadata value as a day: ISO, RFC 2822, a printed date, digits (YYYYMMDD), or seconds since 1970.

    ``order`` is a page's, as in ``find_days``.
    A moment with a time zone gives the day in that zone, as the outlet printed it; seconds give the day in UTC.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _from_seconds(value)
    if not isinstance(value, str) or len(value) > 200:
        return None
    value = value.strip()
    if re.fullmatch(r"\d{10}|\d{13}", value):
        return _from_seconds(int(value))
    compact = re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:$|T?\d{4,6}|[T ])", value)
    if compact:
        return make_day(*compact.groups())
    days = {printed.day for printed in find_days(value, order) if printed.year}
    return days.pop() if len(days) == 1 else None


def _from_seconds(value: float) -> date | None:
    seconds = value / 1000 if value > 1e11 else value
    if not 6e8 < seconds < 4.1e9:  # 1989 to 2099
        return None
    return datetime.fromtimestamp(int(seconds), UTC).date()


_CODE = re.compile(r"\b[A-Z]{3,}[-_]?(\d{8})(?=[\dA-Z]*\b)")


def find_codes(text: str) -> Iterator[Printed]:
    """Find days in agency codes: capitals, then eight digits that can be one day only, whatever the order of its parts."""
    for match in _CODE.finditer(text):
        digits = match[1]
        readings = {
            make_day(digits[4:], digits[2:4], digits[:2], earliest=WEB),
            make_day(digits[4:], digits[:2], digits[2:4], earliest=WEB),
            make_day(digits[:4], digits[4:6], digits[6:], earliest=WEB),
        } - {None}
        if len(readings) == 1:
            day = readings.pop()
            assert day is not None
            yield Printed(*match.span(1), day)


_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/\-_](?:(\d{1,2})[/\-_](\d{1,2})(?!\d)|([a-z]{3,9})[/\-_](\d{1,2})(?=[/_.]|$))"
    r"|[/\-_.]((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/\-_.]|$)",
    re.IGNORECASE,
)


def address_day(url: str) -> date | None:
    """Find the day in an address's path (``/2021/08/10/``, ``/2021/aug/10/``, ``/20210810/``); two differing give nothing."""
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", url, flags=re.IGNORECASE)
    days = set()
    for match in _ADDRESS.finditer(path):
        year, month, day = (part for part in match.groups() if part is not None)
        number = month if month.isdigit() else _months().get(month.casefold())
        days.add(make_day(year, number, day, earliest=WEB) if number else None)
    days.discard(None)
    return days.pop() if len(days) == 1 else None


def address_month(url: str) -> tuple[int, int] | None:
    """Find year and month in an address's path (``/2021/08/``)."""
    match = re.search(r"/((?:19|20)\d\d)/(\d\d)(?=/)", url)
    made = make_day(match[1], match[2], 1, earliest=WEB) if match else None
    return (made.year, made.month) if made else None
