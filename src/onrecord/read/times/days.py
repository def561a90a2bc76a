"""Rules for single days and months: dates in full or in part, weekdays, today and its like, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.read.times import calendar
from onrecord.read.times.calendar import Interval
from onrecord.read.times.context import month_number, named_after, prepared, year_said
from onrecord.read.times.grammar import Hit, Meaning, Rule

MONTH = "(?P<m>month|weak_month|low)dot?"
SECOND_MONTH = "(?P<m2>month|weak_month|low)dot?"
DAY = "(?P<d>digit|nth_digit|nth|second|digit_word)"
SECOND_DAY = "(?P<e>digit|nth_digit|nth|second|digit_word)"
YEAR = "(?:(?:comma|dash|slash)?(?:of|in)?(?:the unit)?(?P<y>year|short_year))"
RELATIVE = "(?P<ymod>last|past|previous|this|current|next|coming|following|that|same)"
YEAR_SAID = f"(?:{YEAR}|comma?of?the?{RELATIVE}(?P<yu>unit))"
WEEKDAY = "(?P<w>weekday|weak_weekday)dot?"
DAYPART = "(?P<p>daypart)"


def full_date(hit: Hit) -> Meaning | None:
    """Read a date in figures; one that could be read two ways stays without days."""
    text, shape = hit.value("date"), hit.kind("date")
    numbers = [int(part) if part.isdigit() else month_number(part) for part in re.split(r"[-/.]", text)]
    if shape == "compact":
        numbers = [int(text[:4]), int(text[4:6]), int(text[6:])]
    if None in numbers:
        return None
    first, second, third = numbers
    if shape in ("iso", "compact"):
        return _one_day(first, second, third)
    third += 0 if third > 99 else (1900 if third > 69 else 2000)
    if shape == "named" or first > 12:
        return _one_day(third, second, first)
    if second > 12 or first == second:
        return _one_day(third, first, second)
    return Meaning("day", "ambiguous")


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
    """Choose the year of a day without one: the nearest, unless the verb clearly says the other side."""
    anchor = hit.scene.anchor
    assert anchor is not None
    options = []
    for year in range(anchor.year - 4, anchor.year + 5):
        try:
            options.append(date(year, month, day))
        except ValueError:
            continue
    nearest = min(options, key=lambda option: abs((option - anchor).days))
    away = (nearest - anchor).days
    tense = hit.tense()
    if tense == "ahead" and away < -60:
        return min(option for option in options if option >= anchor).year
    if tense == "past" and away > 60:
        return max(option for option in options if option <= anchor).year
    return nearest.year


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
    if token is None or (not modifier and ((token.kind != "month" and not prepared(hit)) or named_after(hit))):
        return None
    if token.kind == "low" and not prepared(hit, surely=token.value in (3, 5)):
        return None
    anchor = hit.scene.anchor
    if anchor is None:
        return Meaning("month", "relative" if modifier else "calendar", f"XXXX-{month:02}")
    return _month_near(hit, anchor, month, modifier)


def _month_near(hit: Hit, anchor: date, month: int, modifier: str) -> Meaning:
    running = anchor.month == month
    if modifier in ("last", "past", "previous"):
        year = anchor.year - (month >= anchor.month)
    elif modifier == "this":
        year = anchor.year
    elif modifier in ("next", "coming", "following") or hit.tense() == "ahead":
        year = anchor.year + (month < anchor.month or (running and bool(modifier)))
    else:
        year = anchor.year - (month > anchor.month)
    interval = calendar.month(year, month)
    return Meaning("month", "relative" if modifier else "calendar", interval.value, interval)


def month_range(hit: Hit) -> Meaning | None:
    """Read two months joined by a hyphen, without a year: the last such run that has begun, or the next if the verb looks ahead."""
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


def weekday(hit: Hit) -> Meaning | None:
    """Read a weekday: the last one, the day of publication included, unless its verb or modifier looks ahead."""
    number, anchor, part = hit.value("w"), hit.scene.anchor, hit.value("p")
    token = hit.token("w")
    if token is None or (token.kind == "weak_weekday" and not (prepared(hit) or hit.token("mod") or part)):
        return None
    suffix = f"T{part}" if part else ""
    grain = "daypart" if part else "day"
    if anchor is None:
        return Meaning(grain, "weekday", f"XXXX-WXX-{number}{suffix}")
    when = weekday_near(anchor, number, hit.kind("mod"), hit)
    return Meaning(grain, "weekday", when.isoformat() + suffix, calendar.day(when))


def weekday_near(anchor: date, number: int, modifier: str, hit: Hit) -> date:
    """Choose the weekday meant, by its modifier or else by its verb."""
    match modifier:
        case "past":
            return calendar.last_weekday(anchor - timedelta(1), number)
        case "last" | "previous":
            # yesterday goes by its bare name
            return calendar.last_weekday(anchor - timedelta(2), number)
        case "next" | "following":
            # the one before the week is out goes by its bare name
            return calendar.week(anchor).earliest + timedelta(6 + number)
        case "coming":
            return calendar.next_weekday(anchor + timedelta(1), number)
        case "this":
            if hit.tense() == "past":
                return calendar.last_weekday(anchor, number)
            return calendar.next_weekday(anchor, number)
    if hit.tense() == "ahead":
        return calendar.next_weekday(anchor, number)
    return calendar.last_weekday(anchor, number)


def weekday_of_week(hit: Hit) -> Meaning | None:
    """Read a weekday of a week counted from the article's: Monday of last week, next week Tuesday."""
    unit, modifier = hit.value("u"), hit.kind("um")
    if unit != "week":
        return None
    anchor, number = hit.scene.anchor, hit.value("w")
    if anchor is None or modifier in ("that", "same"):
        return Meaning("day", "weekday", f"XXXX-WXX-{number}")
    week = calendar.week(anchor + timedelta(7 * _STEPS[modifier]))
    when = week.earliest + timedelta(number - 1)
    suffix = f"T{hit.value('p')}" if hit.token("p") else ""
    return Meaning("daypart" if suffix else "day", "weekday", when.isoformat() + suffix, calendar.day(when))


_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1, "the": 0}


def weekday_and_number(hit: Hit) -> Meaning | None:
    """Read "Monday the 21st": the nearest month in which that day falls on that weekday."""
    number, day = hit.value("w"), hit.value("d")
    _, after = hit.around()
    if hit.kind("d") == "digit" and after is not None and after.kind not in ("dot", "comma", "edge", "shut", "mark"):
        return None
    anchor = hit.scene.anchor
    if anchor is None:
        return Meaning("day", "weekday", f"XXXX-WXX-{number}")
    for step in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
        month = calendar.month(anchor.year, anchor.month + step)
        when = month.earliest + timedelta(day - 1)
        if when <= month.latest and when.isoweekday() == number:
            return Meaning("day", "weekday", when.isoformat(), calendar.day(when))
    return None


def deictic(hit: Hit) -> Meaning:
    """Read today, yesterday and tomorrow, with the part of the day where one follows."""
    part, anchor = hit.value("p"), hit.scene.anchor
    suffix = f"T{part}" if part else ""
    grain = "daypart" if part else "day"
    if anchor is None:
        return Meaning(grain, "deictic")
    when = anchor + timedelta(hit.value("d"))
    return Meaning(grain, "deictic", when.isoformat() + suffix, calendar.day(when))


def part_of_this_day(hit: Hit) -> Meaning | None:
    """Read this morning, last night, tonight, overnight."""
    anchor, part = hit.scene.anchor, hit.value("p")
    if hit.kind("p") == "tonight":
        offset, part = 0, "NI"
    elif hit.kind("p") == "overnight":
        interval = Interval(anchor - timedelta(1), anchor, "day", f"{anchor - timedelta(1)}TNI") if anchor else None
        return Meaning("daypart", "deictic", interval.value if interval else None, interval)
    else:
        offset = {"last": -1, "this": 0, "next": None}.get(hit.kind("mod"))
        if offset is None:
            return Meaning("daypart", "event")
    if anchor is None:
        return Meaning("daypart", "deictic")
    when = anchor + timedelta(offset)
    return Meaning("daypart", "deictic", f"{when.isoformat()}T{part}", calendar.day(when))


def day_of_month(hit: Hit) -> Meaning | None:
    """Read "the 5th" after a preposition, and "the 5th of this month": the nearest, or the side the verb says."""
    day, anchor = hit.value("d"), hit.scene.anchor
    _, after = hit.around()
    if hit.token("u"):
        if hit.value("u") != "month":
            return None
        step = _STEPS.get(hit.kind("um"))
        if anchor is None or step is None:
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


def holiday(hit: Hit) -> Meaning:
    """Read a holiday by its name; one whose day differs by country or moon stays without days."""
    kind, rule = hit.value("h")
    if kind == "undated":
        year = hit.value("y") if hit.token("y") else None
        return Meaning("day", "holiday", f"{year}" if year else None)
    year, known = year_said(hit)
    anchor = hit.scene.anchor
    if year is None:
        if anchor is None or not known:
            return Meaning("day", "holiday", f"XXXX-{rule}" if kind == "fixed" else None)
        year = _holiday_year(hit, anchor, kind, rule)
    when = holiday_in(year, kind, rule)
    return Meaning("day", "holiday", when.isoformat(), calendar.day(when))


def holiday_weekend(hit: Hit) -> Meaning | None:
    """Read Labor Day weekend: Saturday to Sunday, with the holiday where it stands next to them."""
    meaning = holiday(hit)
    if meaning.interval is None:
        return Meaning("weekend", "holiday")
    when = meaning.interval.earliest
    nearest = calendar.weekend(when - timedelta(3) if when.isoweekday() < 3 else when)
    earliest = when if when.isoweekday() in (4, 5) else nearest.earliest
    latest = when if when.isoweekday() < 3 else nearest.latest
    return Meaning("weekend", "holiday", nearest.value, Interval(earliest, latest, "weekend", nearest.value))


def _holiday_year(hit: Hit, anchor: date, kind: str, rule: object) -> int:
    options = [holiday_in(year, kind, rule) for year in range(anchor.year - 1, anchor.year + 2)]
    modifier = hit.kind("mod")
    if modifier in ("last", "past", "previous"):
        return max(option for option in options if option < anchor).year
    if modifier in ("next", "coming", "following"):
        return min(option for option in options if option > anchor).year
    if modifier == "this":
        return anchor.year
    if hit.tense() == "ahead":
        return min(option for option in options if option >= anchor).year
    return min(options, key=lambda option: abs((option - anchor).days)).year


def holiday_in(year: int, kind: str, rule: object) -> date:
    """Give a holiday's day in a year by its rule in calendar.toml."""
    if kind == "easter" and isinstance(rule, int):
        return calendar.easter(year) + timedelta(rule)
    if kind == "floating" and isinstance(rule, tuple):
        month, number, nth, offset = rule
        return calendar.nth_weekday(year, month, number, nth) + timedelta(offset)
    month, day = map(int, str(rule).split("-"))
    return date(year, month, day)


_WEEK = "(?P<um>last|past|previous|this|current|next|coming|following|the)(?P<u>unit)"
_FIRST_WEEKDAY = "(?:(?:weekday|weak_weekday)dot?comma?)?"

RULES = (
    Rule(f"{_FIRST_WEEKDAY}(?P<date>iso|compact|numeric|named)", full_date),
    Rule(f"{_FIRST_WEEKDAY}{MONTH}(?:the|slash)?{DAY}{YEAR_SAID}?", month_and_day),
    Rule(f"{MONTH}comma(?P<d>nth_digit){YEAR_SAID}?", month_and_day),
    Rule(f"{_FIRST_WEEKDAY}{MONTH}the?{DAY}(?:dash|to)the?{SECOND_DAY}{YEAR_SAID}?", month_and_day),
    Rule(f"{MONTH}the?{DAY}dash{SECOND_MONTH}the?{SECOND_DAY}{YEAR_SAID}?", month_and_day),
    Rule(f"{_FIRST_WEEKDAY}the?{DAY}of?{MONTH}{YEAR_SAID}?", month_and_day),
    Rule(f"the?{DAY}(?:dash|to|and)the?{SECOND_DAY}of?{MONTH}{YEAR_SAID}?", month_and_day),
    Rule(f"{MONTH}{YEAR_SAID}", month_and_year),
    Rule(f"(?P<y>year){MONTH}", month_and_year),
    Rule(f"{MONTH}dash{SECOND_MONTH}{YEAR_SAID}", month_and_year),
    Rule(f"{MONTH}dash{SECOND_MONTH}", month_range),
    Rule("(?P<mod>last|this|next|past|coming|following|previous)?(?P<m>month|weak_month|low)", bare_month),
    Rule(f"(?P<mod>last|past|previous|this|next|coming|following)?{WEEKDAY}{DAYPART}?", weekday),
    Rule(f"this(?P<mod>past|coming){WEEKDAY}{DAYPART}?", weekday),
    Rule(f"{WEEKDAY}{DAYPART}?(?:of|in)?{_WEEK}", weekday_of_week),
    Rule(f"{_WEEK}on?{WEEKDAY}", weekday_of_week),
    Rule(f"{WEEKDAY}(?:the)?(?P<d>digit|nth_digit|nth|second)", weekday_and_number),
    Rule(f"(?P<d>deictic){DAYPART}?", deictic),
    Rule(f"(?P<mod>last|this|next){DAYPART}", part_of_this_day),
    Rule("(?P<p>tonight|overnight)", part_of_this_day),
    Rule("(?:on|by|until|to|from|since)(?P<keep>the(?P<d>nth_digit))", day_of_month),
    Rule("the?(?P<d>nth|nth_digit|second)(?:unit)?of(?P<um>the|this|last|next)(?P<u>unit)", day_of_month),
    Rule(
        f"the?(?P<mod>last|past|previous|this|next|coming|following)?(?P<h>holiday)(?:of?{YEAR}|of?{RELATIVE}(?P<yu>unit))?",
        holiday,
    ),
)
