"""Rules for dates and months, in full or in part."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.lang import words
from onrecord.read.times import calendar
from onrecord.read.times.calendar import Interval
from onrecord.read.times.context import STEPS, before_noun, month_number, named_after, prepared, year_said
from onrecord.read.times.fragments import DAY, FIRST_WEEKDAY, MONTH, SECOND_DAY, SECOND_MONTH, YEAR_SAID
from onrecord.read.times.grammar import Hit, Meaning, NoTimeError, Rule


def full_date(hit: Hit) -> Meaning | None:
    """Read a date in figures; one that could be read two ways stays without days."""
    text, shape = str(hit.value("date")), hit.kind("date")
    parts = [text[:4], text[4:6], text[6:]] if shape == "compact" else re.split(r"[-/.]", text)
    numbers = [int(part) if part.isdecimal() else month_number(part) for part in parts]
    if None in numbers:
        return None
    first, second, third = (number or 0 for number in numbers)
    if shape in ("iso", "compact"):
        return _one_day(first, second, third)
    if third < 100:
        third += 1900 if third > 69 else 2000
    if shape == "named" or first > 12:
        return _one_day(third, second, first)
    if second > 12 or first == second:
        return _one_day(third, first, second)
    return Meaning("day", "ambiguous")


def named_day(hit: Hit) -> Meaning:
    """Read a day that has become a name, as 9/11."""
    return _absolute(calendar.day(date.fromisoformat(hit.value("d"))))


def _one_day(year: int, month: int, day: int) -> Meaning | None:
    try:
        return _absolute(calendar.day(date(year, month, day)))
    except ValueError:
        return None


def _absolute(interval: Interval) -> Meaning:
    return Meaning(interval.grain, "absolute", interval.value, interval)


def month_and_day(hit: Hit) -> Meaning | None:
    """Read a day of a named month, or a run of days, with its year or the one that fits best."""
    first, month = hit.value("d"), hit.value("m")
    last, last_month = hit.value("e") or first, hit.value("m2") or month
    if not (1 <= first <= 31 and 1 <= last <= 31) or not _really_month(hit):
        return None
    year, known = year_said(hit)
    if not known:
        return Meaning("day", "calendar", f"XXXX-{month:02}-{first:02}")
    basis = "absolute" if hit.token("y") else ("relative" if hit.token("ymod") else "calendar")
    if year is None:
        year = _year_of_day(hit, month, first)
    last_year = year
    if last_month < month:
        year, last_year = (year - 1, year) if hit.token("y") else (year, year + 1)
    try:
        earliest, latest = date(year, month, first), date(last_year, last_month, last)
    except ValueError:
        return None
    if latest < earliest:
        return None
    value = earliest.isoformat() if earliest == latest else f"{earliest.isoformat()}/{latest.isoformat()}"
    return Meaning("day", basis, value, Interval(earliest, latest, "day", value))


def _really_month(hit: Hit) -> bool:
    """Say whether "may 5" or "march first" in small letters is a date: only with a day that is no plain number."""
    token, day = hit.token("m"), hit.token("d")
    if token is None or token.kind != "low":
        return True
    if day is None:
        return False
    spoken = (day.kind == "digit_word" and day.value > 20) or (day.kind == "nth" and day.value > 3)
    return token.value not in (3, 5) or spoken or day.kind == "nth_digit" or hit.token("y") is not None


def _year_of_day(hit: Hit, month: int, day: int) -> int:
    """Choose the year of a day without one: one in which its weekday is right, else the nearest the verb allows."""
    anchor = hit.scene.anchor
    assert anchor is not None
    before, after = hit.around()
    famous = words("calendar")["famous_days"].get(f"{month:02}-{day:02}")
    if famous and after is not None and str(after.value).lower() in famous["words"]:
        return int(famous["year"])
    days = [date(year, month, day) for year in range(anchor.year - 4, anchor.year + 5) if _exists(year, month, day)]
    fitting = [option for option in days if option.isoweekday() == hit.value("fw")]
    if not days:
        raise NoTimeError
    nearest = min(fitting or days, key=lambda option: abs((option - anchor).days))
    away = (nearest - anchor).days
    # the Nov. 6 election and until Nov. 6 say nothing of when their verb was
    if fitting or (before is not None and before.kind in ("the", "a", "to", "by", "before")):
        return nearest.year
    tense = hit.tense()
    if tense == "ahead" and away < -60:
        return min(option for option in days if option >= anchor).year
    if tense == "past" and away > 7:
        return max(option for option in days if option <= anchor).year
    return nearest.year


def _exists(year: int, month: int, day: int) -> bool:
    return day <= calendar.month(year, month).latest.day


def month_and_year(hit: Hit) -> Meaning | None:
    """Read a month, or a run of months joined by a hyphen, of a year said."""
    month, last = hit.value("m"), hit.value("m2")
    token = hit.token("m")
    if token and token.kind == "low" and token.value in (3, 5) and not prepared(hit, surely=True):
        return None
    year, known = year_said(hit)
    if not known or year is None:
        return Meaning("month", "relative", f"XXXX-{month:02}")
    basis = "absolute" if hit.token("y") else "relative"
    interval = calendar.month(year, month)
    if last:
        start = calendar.month(year - (last < month), month)
        latest = calendar.month(year, last).latest
        value = f"{start.value}/{year:04}-{last:02}"
        return Meaning("month", basis, value, Interval(start.earliest, latest, "month", value))
    return Meaning("month", basis, interval.value, interval)


def bare_month(hit: Hit) -> Meaning | None:
    """Read a month without a year: the last one, the running month included, unless the verb looks ahead."""
    month, token, modifier = hit.value("m"), hit.token("m"), hit.kind("mod")
    if token is None or (
        not modifier and ((token.kind != "month" and not (prepared(hit) or before_noun(hit))) or named_after(hit))
    ):
        return None
    if token.kind == "low" and not prepared(hit, surely=token.value in (3, 5)):
        return None
    anchor = hit.scene.anchor
    if anchor is None:
        return Meaning("month", "relative" if modifier else "calendar", f"XXXX-{month:02}")
    return _month_near(hit, anchor, month, modifier)


def _year_by_tense(tense: str, anchor: date, month: int) -> int:
    """Choose the year of a month by its verb; the nearest such month where the verb does not say."""
    if tense == "past":
        return anchor.year - (month > anchor.month)
    if tense == "ahead":
        return anchor.year + (month < anchor.month)
    distance = (month - anchor.month + 6) % 12 - 6
    return (anchor.year * 12 + anchor.month - 1 + distance) // 12


def _month_near(hit: Hit, anchor: date, month: int, modifier: str) -> Meaning:
    if modifier in ("last", "past", "previous"):
        year = anchor.year - (month >= anchor.month)
    elif modifier == "this":
        year = anchor.year
    elif modifier in ("next", "coming", "following"):
        year = anchor.year + (month <= anchor.month)
    else:
        year = _year_by_tense(hit.tense(), anchor, month)
    interval = calendar.month(year, month)
    return Meaning("month", "relative" if modifier else "calendar", interval.value, interval)


def month_range(hit: Hit) -> Meaning | None:
    """Read two months joined by a hyphen, without a year: the last such run that has begun, or the next one."""
    anchor, first, last = hit.scene.anchor, hit.value("m"), hit.value("m2")
    token, other = hit.token("m"), hit.token("m2")
    if token is None or other is None or "low" in (token.kind, other.kind):
        return None
    if anchor is None:
        return Meaning("month", "calendar", f"XXXX-{first:02}/XXXX-{last:02}")
    year = anchor.year - (first > anchor.month)
    if hit.tense() == "ahead":
        year = anchor.year + (first < anchor.month)
    start, end = calendar.month(year, first), calendar.month(year + (last < first), last)
    value = f"{start.value}/{end.value}"
    return Meaning("month", "calendar", value, Interval(start.earliest, end.latest, "month", value))


def day_of_month(hit: Hit) -> Meaning | None:
    """Read "the 5th" after a preposition, and "the 5th of this month": the nearest, or the side the verb says."""
    day, anchor = hit.value("d"), hit.scene.anchor
    _, after = hit.around()
    if hit.token("u"):
        if hit.value("u") != "month":
            return None
        step = STEPS.get(hit.kind("um"), 0)
        if anchor is None:
            return Meaning("day", "calendar", f"XXXX-XX-{day:02}")
        month = calendar.month(anchor.year, anchor.month + step)
        return _one_day(month.earliest.year, month.earliest.month, day)
    if after is not None and after.kind in ("other", "unit", "units", "weekday", "month", "dash", "nth", "of"):
        return None
    if anchor is None:
        return Meaning("day", "calendar", f"XXXX-XX-{day:02}")
    ahead = hit.tense() == "ahead"
    steps = (0, 1, 2) if ahead else (0, -1, -2)
    for step in steps:
        month = calendar.month(anchor.year, anchor.month + step)
        when = month.earliest + timedelta(day - 1)
        if when <= month.latest and (when >= anchor if ahead else when <= anchor):
            return Meaning("day", "calendar", when.isoformat(), calendar.day(when))
    return None


RULES = (
    Rule("(?P<d>named_day)", named_day),
    Rule(f"{FIRST_WEEKDAY}(?P<date>iso|compact|numeric|named)", full_date),
    Rule(f"{FIRST_WEEKDAY}{MONTH}(?:the|slash)?{DAY}{YEAR_SAID}?", month_and_day),
    Rule(f"{FIRST_WEEKDAY}{MONTH}{DAY}", month_and_day),  # April 16, the same day
    Rule(f"{MONTH}comma(?P<d>nth_digit){YEAR_SAID}?", month_and_day),
    Rule(f"{FIRST_WEEKDAY}{MONTH}the?{DAY}(?:dash|to)the?{SECOND_DAY}{YEAR_SAID}?", month_and_day),
    Rule(f"{MONTH}the?{DAY}dash{SECOND_MONTH}the?{SECOND_DAY}{YEAR_SAID}?", month_and_day),
    Rule(f"{FIRST_WEEKDAY}the?{DAY}of?{MONTH}{YEAR_SAID}?", month_and_day),
    Rule(f"the?{DAY}(?:dash|to|and)the?{SECOND_DAY}of?{MONTH}{YEAR_SAID}?", month_and_day),
    Rule(f"{MONTH}{YEAR_SAID}", month_and_year),
    Rule(f"(?P<y>year){MONTH}", month_and_year),
    Rule(f"{MONTH}dash{SECOND_MONTH}{YEAR_SAID}", month_and_year),
    Rule(f"{MONTH}dash{SECOND_MONTH}", month_range),
    Rule("(?P<mod>last|this|next|past|coming|following|previous)?(?P<m>month|weak_month|low)", bare_month),
    Rule("(?:on|by|until|to|from|since)(?P<keep>the(?P<d>nth_digit))", day_of_month),
    Rule("the?(?P<d>nth|nth_digit|second)(?:unit)?of(?P<um>the|this|last|next)(?P<u>unit)", day_of_month),
)
