"""Rules for weekdays, today and its like, parts of the day, holidays."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.read.times import calendar
from onrecord.read.times.calendar import Interval
from onrecord.read.times.context import STEPS, prepared, year_said
from onrecord.read.times.fragments import DAYPART, RELATIVE_YEAR, WEEKDAY, YEAR
from onrecord.read.times.grammar import Hit, Meaning, Rule


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
    tense, ahead, last = hit.tense(), calendar.next_weekday(anchor, number), calendar.last_weekday(anchor, number)
    if tense == "open":
        return min(last, ahead, key=lambda day: abs((day - anchor).days))
    return ahead if tense == "ahead" else last


def weekday_of_week(hit: Hit) -> Meaning | None:
    """Read a weekday of a week counted from the article's: Monday of last week, next week Tuesday."""
    unit, modifier = hit.value("u"), hit.kind("um")
    if unit != "week":
        return None
    anchor, number = hit.scene.anchor, hit.value("w")
    if anchor is None or modifier in ("that", "same"):
        return Meaning("day", "weekday", f"XXXX-WXX-{number}")
    week = calendar.week(anchor + timedelta(7 * STEPS.get(modifier, 0)))
    when = week.earliest + timedelta(number - 1)
    suffix = f"T{hit.value('p')}" if hit.token("p") else ""
    return Meaning("daypart" if suffix else "day", "weekday", when.isoformat() + suffix, calendar.day(when))


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
    if hit.kind("mod") == "next":
        return Meaning("daypart", "event")
    if anchor is None:
        return Meaning("daypart", "deictic")
    if hit.kind("p") == "overnight":
        value = f"{anchor - timedelta(1)}TNI"
        return Meaning("daypart", "deictic", value, Interval(anchor - timedelta(1), anchor, "day", value))
    part = "NI" if hit.kind("p") == "tonight" else part
    when = anchor - timedelta(hit.kind("mod") == "last")
    return Meaning("daypart", "deictic", f"{when.isoformat()}T{part}", calendar.day(when))


def holiday(hit: Hit) -> Meaning:
    """Read a holiday by its name; one whose day differs by country or moon stays without days."""
    kind, rule = hit.value("h")
    year, known = year_said(hit)
    if kind == "undated":
        return Meaning("day", "holiday", f"{year:04}" if year else None)
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

RULES = (
    Rule(f"(?P<h>holiday){YEAR}?weekend", holiday_weekend),
    Rule(f"(?P<h>holiday)weekend{YEAR}", holiday_weekend),
    Rule(f"the?weekend of(?P<h>holiday){YEAR}?", holiday_weekend),
    Rule(f"rough?(?P<mod>last|past|previous|this|next|coming)?{WEEKDAY}rough?{DAYPART}?", weekday),
    Rule(f"the(?P<mod>last|past|previous|next|coming|following){WEEKDAY}{DAYPART}?", weekday),
    Rule(f"this(?P<mod>past|coming){WEEKDAY}{DAYPART}?", weekday),
    Rule(f"{WEEKDAY}{DAYPART}?(?:of|in)?{_WEEK}", weekday_of_week),
    Rule(f"{_WEEK}on?{WEEKDAY}", weekday_of_week),
    Rule(f"{WEEKDAY}(?:the)?(?P<d>digit|nth_digit|nth|second)", weekday_and_number),
    Rule(f"rough?(?P<d>deictic)(?:rough?{DAYPART})?", deictic),
    Rule(f"rough?(?P<mod>last|this|next){DAYPART}", part_of_this_day),
    Rule("(?P<h>holiday)", holiday),
    Rule("(?P<p>tonight|overnight)", part_of_this_day),
    Rule(
        f"(?:the?(?P<mod>last|past|previous|this|next|coming|following))?(?P<h>holiday)(?:of?{YEAR}|of?{RELATIVE_YEAR})?",
        holiday,
    ),
)
