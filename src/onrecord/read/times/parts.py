"""Rules for parts of a month or year: quarters, halves, the first week, early and late."""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.read.times import calendar
from onrecord.read.times.calendar import Interval
from onrecord.read.times.context import SHORT_UNITS, STEPS, two_digit_year, year_said
from onrecord.read.times.fragments import NUMBER, ROUGH, WHOLE
from onrecord.read.times.grammar import Hit, Meaning, Rule
from onrecord.read.times.lengths import quantity


def nth_unit(hit: Hit) -> Meaning | None:
    """Read the third quarter of 2014, the first half of last year, the first week of May, the last two weeks of this month."""
    unit = hit.value("u") if hit.token("u") else "half"
    whole = _whole(hit)
    if whole is None:
        return Meaning(unit, "relative") if unit in ("quarter", "half", "week", "month", "day", "weekend") else None
    nth = -1 if hit.kind("n") == "last" else hit.value("n")
    count = int(quantity(hit, "c") or 1)
    return _slice(whole, unit, nth, count, "absolute" if hit.token("y") else "relative")


def _whole(hit: Hit) -> Interval | None:
    """Give the month, year or other unit that a part is a part of."""
    anchor = hit.scene.anchor
    if hit.token("m"):
        year, known = year_said(hit)
        if not known or (year is None and anchor is None):
            return None
        if year is None and anchor is not None:
            year = anchor.year - (hit.value("m") > anchor.month)
            if hit.tense() == "ahead":
                year = anchor.year + (hit.value("m") < anchor.month)
        return calendar.month(year or 1, hit.value("m"))
    if hit.token("y"):
        token = hit.token("y")
        return calendar.year(two_digit_year(token.value) if token and token.kind == "short_year" else hit.value("y"))
    unit = hit.value("pu") if hit.token("pu") else "year"
    if anchor is None or hit.kind("pmod") in ("that", "same"):
        return None
    return calendar.around(calendar.shift(anchor, STEPS.get(hit.kind("pmod"), 0), unit), unit)


def _slice(whole: Interval, unit: str, nth: int, count: int, basis: str) -> Meaning | None:
    """Cut the nth (or, counted from the end, the last) units out of a whole."""
    if unit == "half":
        part = calendar.half(whole.earliest.year, 1 if nth == 1 else 2) if whole.grain == "year" else None
        return (
            Meaning("half", basis, part.value, part) if part else narrowed(Meaning("half", basis, whole.value, whole), _HALF[nth])
        )
    first = whole.earliest
    if unit in ("week", "weekend") and first.isoweekday() > (4 if unit == "week" else 7):
        first += timedelta(7)
    if nth < 0:
        last = whole.latest - timedelta(7) if unit == "week" and whole.latest.isoweekday() < 4 else whole.latest
        latest = calendar.around(last, unit)
        earliest = calendar.around(calendar.shift(latest.earliest, -(count - 1), unit), unit)
    else:
        earliest = calendar.around(calendar.shift(first, nth - 1, unit), unit)
        latest = calendar.around(calendar.shift(earliest.earliest, count - 1, unit), unit)
    if earliest.earliest > whole.latest or latest.latest < whole.earliest:
        return None
    value = earliest.value if count == 1 else f"{earliest.value}/{latest.value}"
    return Meaning(unit, basis, value, Interval(earliest.earliest, latest.latest, unit, value))


def bare_quarter(hit: Hit) -> Meaning | None:
    """Read the third quarter: the last one that has begun, as a report on a company's year would."""
    nth, anchor, unit = hit.value("n"), hit.scene.anchor, hit.value("u") if hit.token("u") else "quarter"
    _, _after = hit.around()
    if unit != "quarter" or nth not in (1, 2, 3, 4):
        return None
    if anchor is None:
        return Meaning("quarter", "calendar", f"XXXX-Q{nth}")
    interval = calendar.quarter(anchor.year, nth)
    if interval.earliest > anchor and hit.tense() != "ahead":
        interval = calendar.quarter(anchor.year - 1, nth)
    return Meaning("quarter", "calendar", interval.value, interval)


def tagged_quarter(hit: Hit) -> Meaning | None:
    """Read Q3 2014, 2014-H1, FY2014; a fiscal year begins where its owner says, so it has no days."""
    tag, year = hit.value("q").upper(), hit.value("y")
    if tag.startswith("FY"):
        digits = re.sub(r"\D", "", tag)
        return Meaning("year", "fiscal", f"FY{digits if len(digits) == 4 else 2000 + int(digits[-2:])}")
    nth = int(tag[1])
    if year is None:
        anchor = hit.scene.anchor
        if tag[0] == "H" or anchor is None:
            return Meaning("quarter", "calendar", f"XXXX-{tag}") if tag[0] == "Q" else None
        year = anchor.year - (calendar.quarter(anchor.year, nth).earliest > anchor)
    if nth > 2 and tag[0] == "H":
        return None
    interval = calendar.quarter(year, nth) if tag[0] == "Q" else calendar.half(year, nth)
    return Meaning(interval.grain, "absolute" if hit.token("y") else "calendar", interval.value, interval)


def rough_month(hit: Hit) -> Meaning | None:
    """Read early May, mid-November 2014, the end of last month."""
    whole = _whole(hit)
    unit = hit.value("pu") if hit.token("pu") else ("month" if hit.token("m") else "year")
    if unit in SHORT_UNITS or unit == "day":
        return None
    basis = "absolute" if hit.token("y") else ("calendar" if hit.token("m") else "relative")
    if whole is None:
        return Meaning(unit, basis, f"XXXX-{hit.value('m'):02}" if hit.token("m") else None)
    return narrowed(Meaning(unit, basis, whole.value, whole), hit.value("r"))


def narrowed(meaning: Meaning, part: str) -> Meaning:
    """Narrow an interval to its first half (early), second half (late, end) or the half in its middle (mid)."""
    whole = meaning.interval
    if whole is None:
        return meaning
    days = (whole.latest - whole.earliest).days + 1
    first = whole.earliest
    start = {"START": 0, "MID": days // 4, "END": days // 2}[part]
    length = {"START": (days + 1) // 2, "MID": days - 2 * (days // 4), "END": days - days // 2}[part]
    interval = Interval(first + timedelta(start), first + timedelta(start + length - 1), whole.grain, whole.value)
    return Meaning(meaning.grain, meaning.basis, meaning.value, interval)


_HALF = {1: "START", 2: "END", -1: "END"}
_NTH = "(?P<n>nth|nth_digit|second|last)"

RULES = (
    Rule(f"the?{_NTH}(?P<c>{NUMBER}|few)?dash?(?P<u>unit|units|half)(?:of|in)?{WHOLE}", nth_unit),
    Rule(f"the?{_NTH}dash?(?P<u>unit)", bare_quarter),
    Rule("the?(?P<q>tagged)(?:dash|of|comma){0,3}(?P<y>year)?", tagged_quarter),
    Rule("(?P<y>year)dash?(?P<q>tagged)", tagged_quarter),
    Rule(f"{ROUGH}{WHOLE}", rough_month),
)
