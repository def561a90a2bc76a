"""Calendar arithmetic on intervals of days: pure, without words."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

UNITS = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}D",
    "weekday": "P{}WD",
    "weekend": "P{}WE",
    "week": "P{}W",
    "fortnight": "P{}W",
    "month": "P{}M",
    "quarter": "P{}Q",
    "season": "P{}SE",
    "half": "P{}M",
    "year": "P{}Y",
    "decade": "P{}DE",
    "century": "P{}CE",
    "millennium": "P{}ML",
}
"""How TIMEX3 writes a length in each unit."""

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season, as meteorologists and most newspapers north of the equator count."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from earliest to latest, both included, the size of what was named, and its name in TIMEX3, if any."""

    earliest: date
    latest: date
    grain: str
    value: str | None


def day(when: date) -> Interval:
    """Give one day."""
    return Interval(when, when, "day", when.isoformat())


def week(when: date) -> Interval:
    """Give the ISO week (Monday to Sunday) that holds a day."""
    monday = when - timedelta(when.weekday())
    year, number, _ = when.isocalendar()
    return Interval(monday, monday + timedelta(6), "week", f"{year}-W{number:02}")


def weekend(when: date) -> Interval:
    """Give the Saturday and Sunday of the ISO week that holds a day."""
    whole = week(when)
    return Interval(whole.earliest + timedelta(5), whole.latest, "weekend", f"{whole.value}-WE")


def months(year: int, first: int, count: int, grain: str, value: str) -> Interval:
    """Give whole calendar months; ``first`` may lie outside 1 to 12 and then counts into other years."""
    start = _month_start(year, first)
    return Interval(start, _month_start(start.year, start.month + count) - timedelta(1), grain, value)


def month(year: int, number: int) -> Interval:
    """Give a calendar month; ``number`` may lie outside 1 to 12."""
    start = _month_start(year, number)
    return months(start.year, start.month, 1, "month", f"{start.year:04}-{start.month:02}")


def quarter(year: int, number: int) -> Interval:
    """Give a calendar quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3, "quarter", f"{year:04}-Q{number}")


def half(year: int, number: int) -> Interval:
    """Give a half of a calendar year, 1 or 2."""
    return months(year, 6 * number - 5, 6, "half", f"{year:04}-H{number}")


def season(year: int, name: str) -> Interval:
    """Give a season by its TIMEX3 name; a winter is named by the year it begins in."""
    return months(year, SEASONS[name], 3, "season", f"{year:04}-{name}")


def year(number: int) -> Interval:
    """Give a calendar year."""
    return months(number, 1, 12, "year", f"{number:04}")


def decade(first: int) -> Interval:
    """Give ten years from the first, e.g. 1990."""
    return Interval(date(max(first, 1), 1, 1), date(first + 9, 12, 31), "decade", f"{first // 10:03}")


def century(number: int) -> Interval:
    """Give a century by its ordinal as people count: the 21st runs from 2000 to 2099."""
    first = 100 * (number - 1)
    return Interval(date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century", f"{number - 1:02}")


def around(when: date, unit: str) -> Interval:
    """Give the calendar unit that holds a day."""
    match unit:
        case "week" | "fortnight":
            return week(when)
        case "weekend":
            return weekend(when)
        case "month":
            return month(when.year, when.month)
        case "quarter":
            return quarter(when.year, (when.month + 2) // 3)
        case "half":
            return half(when.year, (when.month + 5) // 6)
        case "season":
            return season_around(when)
        case "year":
            return year(when.year)
        case "decade":
            return decade(when.year // 10 * 10)
        case "century":
            return century(when.year // 100 + 1)
        case "millennium":
            first = when.year // 1000 * 1000
            return Interval(date(max(first, 1), 1, 1), date(first + 999, 12, 31), "millennium", str(first // 1000))
        case _:
            return day(when)


def season_around(when: date) -> Interval:
    """Give the season that holds a day."""
    name = {3: "SP", 4: "SP", 5: "SP", 6: "SU", 7: "SU", 8: "SU", 9: "FA", 10: "FA", 11: "FA"}.get(when.month, "WI")
    return season(when.year - (when.month < 3), name)


def shift(when: date, count: int, unit: str) -> date:
    """Move a day by whole units; the last days of a longer month fall back to the last of a shorter one.

    Raises OverflowError or ValueError beyond the years 1 to 9999.
    """
    if unit in MONTHS or unit == "season":
        index = when.year * 12 + when.month - 1 + count * MONTHS.get(unit, 3)
        year_number, month_number = index // 12, index % 12 + 1
        last = calendar.monthrange(year_number, month_number)[1]
        return date(year_number, month_number, min(when.day, last))
    return when + timedelta(count * DAYS.get(unit, 7 if unit == "weekend" else 0))


def last_weekday(anchor: date, number: int) -> date:
    """Give the last day with an ISO weekday number, the anchor included."""
    return anchor - timedelta((anchor.isoweekday() - number) % 7)


def next_weekday(anchor: date, number: int) -> date:
    """Give the next day with an ISO weekday number, the anchor included."""
    return anchor + timedelta((number - anchor.isoweekday()) % 7)


def nth_weekday(year_number: int, month_number: int, weekday: int, nth: int) -> date:
    """Give the nth weekday of a month, counted from its end where ``nth`` is negative."""
    whole = month(year_number, month_number)
    if nth > 0:
        return next_weekday(whole.earliest, weekday) + timedelta(7 * (nth - 1))
    return last_weekday(whole.latest, weekday) + timedelta(7 * (nth + 1))


def easter(year_number: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the anonymous algorithm: Meeus, Astronomical Algorithms, 1991)."""
    century_number, rest = divmod(year_number, 100)
    golden = year_number % 19
    epact = (
        19 * golden + century_number - century_number // 4 - (century_number - (century_number + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century_number % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    months_late = (golden + 11 * epact + 22 * weekday) // 451
    number, offset = divmod(epact + weekday - 7 * months_late + 114, 31)
    return date(year_number, number, offset + 1)


def _month_start(year_number: int, number: int) -> date:
    index = year_number * 12 + number - 1
    return date(index // 12, index % 12 + 1, 1)
