"""Rules for weeks, months and years counted from the article's, and stretches of them."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.read.times import calendar
from onrecord.read.times.calendar import Interval
from onrecord.read.times.context import SHORT_UNITS, STEPS, year_said
from onrecord.read.times.fragments import MODIFIER, MONTH, NUMBER, YEAR
from onrecord.read.times.grammar import Hit, Meaning, Rule
from onrecord.read.times.lengths import length_value, quantity
from onrecord.read.times.parts import narrowed


def relative_unit(hit: Hit) -> Meaning | None:
    """Read last week, this month, next year; that week and the same year depend on what was told before."""
    unit, modifier = hit.value("u"), hit.kind("mod")
    if unit in SHORT_UNITS or unit == "weekday":
        return None
    counted = hit.token("the") is not None
    if modifier in ("that", "same", "these") or (
        counted and modifier in ("following", "next") and (unit == "day" or hit.tense() == "past")
    ):
        return Meaning(unit, "event")
    if unit == "day" or (counted and modifier == "previous"):
        return Meaning(unit, "event")
    anchor = hit.scene.anchor
    if anchor is None:
        return Meaning(unit, "relative")
    if (counted and modifier in ("last", "past", "next", "coming")) or (modifier == "past" and unit != "quarter"):
        return _window(anchor, 1 if modifier in ("next", "coming") else -1, 1, unit)
    interval = calendar.around(calendar.shift(anchor, STEPS[modifier], unit), unit)
    return Meaning(unit, "relative", interval.value, interval)


def _window(anchor: date, sign: int, count: int, unit: str) -> Meaning:
    """Give the days up to the article's day, or from it on: the past two months, the next three weeks."""
    if unit in ("quarter", "decade") and count > 0:
        return _whole_units(anchor, sign, count, unit)
    other = calendar.shift(anchor, sign * count, unit)
    value = length_value(count, unit)
    return Meaning(unit, "relative", value, Interval(min(anchor, other), max(anchor, other), unit, value))


def _whole_units(anchor: date, sign: int, count: int, unit: str) -> Meaning:
    running = calendar.around(anchor, unit)
    value = length_value(count, unit)
    if unit == "decade":
        other = calendar.shift(anchor, sign * count, unit)
        return Meaning(unit, "relative", value, Interval(min(anchor, other), max(anchor, other), unit, value))
    if sign < 0:
        latest = running.earliest - timedelta(1)
        return Meaning(unit, "relative", value, Interval(calendar.shift(running.earliest, -count, unit), latest, unit, value))
    earliest = running.latest + timedelta(1)
    return Meaning(unit, "relative", value, Interval(earliest, calendar.shift(earliest, count, unit) - timedelta(1), unit, value))


def counted_units(hit: Hit) -> Meaning | None:
    """Read the past two months, the next three weeks; a few of them name no days."""
    unit, modifier = hit.value("u"), hit.kind("mod")
    count = quantity(hit, "n")
    if modifier in ("coming", "following") and not hit.token("the"):
        return None
    reference = "FUTURE_REF" if STEPS.get(modifier, 0) > 0 else "PAST_REF"
    if modifier in ("that", "same", "these", "this", "current"):
        return Meaning(unit, "event" if modifier in ("that", "same") else "vague", length_value(count, unit))
    if count is None:
        return Meaning(unit, "vague", length_value(None, unit) or reference)
    anchor = hit.scene.anchor
    if modifier in ("previous", "following"):
        return Meaning(unit, "event", length_value(count, unit))
    if anchor is None or (unit in SHORT_UNITS and unit != "night"):
        return Meaning(unit, "relative", length_value(count, unit))
    if count != int(count):
        return Meaning(unit, "vague", length_value(count, unit))
    return _window(anchor, STEPS[modifier], int(count), unit)


def vague_units(hit: Hit) -> Meaning:
    """Read recent weeks, the coming months: days that nobody can name."""
    ahead = hit.kind("mod") in ("coming", "next", "following")
    return Meaning(hit.value("u"), "vague", "FUTURE_REF" if ahead else "PAST_REF")


def running_part(hit: Hit) -> Meaning | None:
    """Read earlier this year and later this week: from its start to the article's day, or from there to its end."""
    unit, later = hit.value("u"), hit.kind("r") == "later" or hit.value("r") == "END"
    modifier = hit.kind("mod") or "this"
    anchor = hit.scene.anchor
    if unit in SHORT_UNITS or (modifier not in STEPS and modifier != "the"):
        return None
    if anchor is None:
        return Meaning(unit, "relative")
    whole = calendar.around(calendar.shift(anchor, STEPS.get(modifier, 0), unit), unit)
    if hit.kind("r") == "rough" or STEPS.get(modifier, 0):
        return narrowed(
            Meaning(unit, "relative", whole.value, whole),
            {"earlier": "START", "later": "END"}.get(hit.kind("r")) or str(hit.value("r")),
        )
    interval = Interval(anchor, whole.latest, unit, whole.value) if later else Interval(whole.earliest, anchor, unit, whole.value)
    return Meaning(unit, "relative", whole.value, interval)


def weekend(hit: Hit) -> Meaning | None:
    """Read the weekend: the last one that has begun, unless its modifier or verb looks ahead."""
    anchor, modifier = hit.scene.anchor, hit.kind("mod")
    if anchor is None:
        return Meaning("weekend", "relative", "XXXX-WXX-WE")
    if modifier in ("that", "same", "following"):
        return Meaning("weekend", "event")
    ahead = modifier in ("next", "coming", "following") or (modifier != "last" and hit.tense() == "ahead")
    this = calendar.weekend(anchor)
    if modifier == "next":
        this = calendar.weekend(anchor + timedelta(7))
    elif modifier in ("last", "past", "previous") or (not ahead and this.earliest > anchor):
        before = anchor if this.earliest > anchor else anchor - timedelta(7)
        this = calendar.weekend(before - timedelta(7)) if this.earliest > anchor else calendar.weekend(before)
    return Meaning("weekend", "relative", this.value, this)


def part_of_running(hit: Hit) -> Meaning | None:
    """Read the end of the month, end of year."""
    unit, anchor = hit.value("u"), hit.scene.anchor
    if unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    if anchor is None:
        return Meaning(unit, "relative")
    whole = calendar.around(anchor, unit)
    return narrowed(Meaning(unit, "relative", whole.value, whole), hit.value("r"))


def week_of(hit: Hit) -> Meaning | None:
    """Read the week of April 10 and the week beginning February 4."""
    if hit.value("u") != "week":
        return None
    anchor, month, day = hit.scene.anchor, hit.value("m"), hit.value("d")
    year, known = year_said(hit)
    if not known or not 1 <= day <= 31:
        return Meaning("week", "calendar")
    if year is None and anchor is not None:
        year = min((anchor.year + step for step in (-1, 0, 1)), key=lambda option: abs((date(option, month, day) - anchor).days))
    interval = calendar.week(date(year or 1, month, day))
    return Meaning("week", "absolute" if hit.token("y") else "calendar", interval.value, interval)


RULES = (
    Rule(f"(?P<the>the)?{MODIFIER}calendar?(?P<u>unit)", relative_unit),
    Rule(
        f"(?P<the>the|these)?{MODIFIER}(?P<n>{NUMBER}|few(?:more)?|couple(?:of)?|a?(?:few|couple)of?|half)(?:of)?(?P<u>units|unit)",
        counted_units,
    ),
    Rule(f"the?(?P<n>{NUMBER}){MODIFIER}(?P<u>units)", counted_units),
    Rule("(?:the|these)?(?:more)?(?P<mod>recent|last|past|coming|next|following|previous)(?P<u>units)", vague_units),
    Rule("(?P<r>earlier|later|rough)(?:on)?(?:in)?(?P<mod>this|last|next|the|that)(?P<u>unit)", running_part),
    Rule("(?P<mod>last|this|next|the)(?P<r>rough)(?P<u>unit)", running_part),
    Rule(f"(?:the)?{MODIFIER}?weekend", weekend),
    Rule(f"the?(?P<u>unit)(?:of|starting|part)on?{MONTH}(?P<d>digit|nth_digit){YEAR}?", week_of),
    Rule("the?(?P<r>part)of the?(?P<u>unit)", part_of_running),
)
