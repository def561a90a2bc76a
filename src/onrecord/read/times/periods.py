"""Rules for weeks, months, quarters, seasons, years, decades and centuries, and for parts of them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.lang import words
from onrecord.read.times import calendar
from onrecord.read.times.calendar import Interval
from onrecord.read.times.context import two_digit_year, year_said
from onrecord.read.times.days import YEAR, YEAR_SAID
from onrecord.read.times.grammar import Hit, Meaning, Rule
from onrecord.read.times.lengths import NUMBER, length_value, quantity

MODIFIER = "(?P<mod>last|past|previous|this|current|next|coming|following|that|these|same)"
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_SHORT_UNITS = ("second", "minute", "hour", "night")


def relative_unit(hit: Hit) -> Meaning | None:
    """Read last week, this month, next year; that week and the same year depend on what was told before."""
    unit, modifier = hit.value("u"), hit.kind("mod")
    if unit in _SHORT_UNITS or unit == "weekday":
        return None
    counted = hit.token("the") is not None
    if (
        modifier in ("that", "same", "these")
        or (counted
        and modifier in ("following", "next")
        and (unit == "day" or hit.tense() == "past"))
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
    reference = "FUTURE_REF" if STEPS.get(modifier, 0) > 0 else "PAST_REF"
    if modifier in ("that", "same", "these", "this", "current"):
        return Meaning(unit, "event" if modifier in ("that", "same") else "vague", length_value(count, unit))
    if count is None:
        return Meaning(unit, "vague", length_value(None, unit) or reference)
    anchor = hit.scene.anchor
    if modifier in ("previous", "following"):
        return Meaning(unit, "event", length_value(count, unit))
    if anchor is None or (unit in _SHORT_UNITS and unit != "night"):
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
    if unit in _SHORT_UNITS or (modifier not in STEPS and modifier != "the"):
        return None
    if anchor is None:
        return Meaning(unit, "relative")
    whole = calendar.around(calendar.shift(anchor, STEPS.get(modifier, 0), unit), unit)
    if hit.kind("r") == "rough" or STEPS.get(modifier, 0):
        return narrowed(
            Meaning(unit, "relative", whole.value, whole), {"earlier": "START", "later": "END"}.get(hit.kind("r"), hit.value("r"))
        )
    interval = Interval(anchor, whole.latest, unit, whole.value) if later else Interval(whole.earliest, anchor, unit, whole.value)
    return Meaning(unit, "relative", whole.value, interval)


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


def weekend(hit: Hit) -> Meaning | None:
    """Read the weekend: the last one that has begun, unless its modifier or verb looks ahead."""
    anchor, modifier = hit.scene.anchor, hit.kind("mod")
    if anchor is None:
        return Meaning("weekend", "relative", "XXXX-WXX-WE")
    if modifier in ("that", "same"):
        return Meaning("weekend", "event")
    ahead = modifier in ("next", "coming", "following") or (modifier != "last" and hit.tense() == "ahead")
    this = calendar.weekend(anchor)
    if modifier == "next":
        this = calendar.weekend(anchor + timedelta(7))
    elif modifier in ("last", "past", "previous") or (not ahead and this.earliest > anchor):
        before = anchor if this.earliest > anchor else anchor - timedelta(7)
        this = calendar.weekend(before - timedelta(7)) if this.earliest > anchor else calendar.weekend(before)
    return Meaning("weekend", "relative", this.value, this)


def named_year(hit: Hit) -> Meaning | None:
    """Read four digits as a year, where the words around do not speak against it."""
    number = hit.value("y")
    before, after = hit.around()
    settings = words("calendar")["years"]
    word = str(before.value).lower() if before is not None and before.value is not None else ""
    if before is not None and before.kind in ("dash", "slash", "money", "decimal", "dot") and not _after_space(hit):
        return None
    if word in settings["not_after"]:
        return None
    likely = word in settings["after"] or hit.token("the") is not None
    if not likely and not 1900 <= number < 2060:
        return None
    if after is not None and after.kind in ("units", "unit", "percent") and not likely:
        return None
    if after is not None and after.kind == "other" and _plural(str(after.value)) and (number % 100 == 0 or not likely):
        return None
    interval = calendar.year(number)
    return Meaning("year", "absolute", interval.value, interval)


def _after_space(hit: Hit) -> bool:
    before, _ = hit.around()
    return before is None or hit.tokens[hit.match.start()].start > before.end


def _plural(word: str) -> bool:
    return word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def year_run(hit: Hit) -> Meaning | None:
    """Read 2011-2014 and 2013-14."""
    first, last = [int(part) for part in re.findall(r"\d+", hit.value("run"))]
    if last < 100:
        # 2013-14 is a season or a budget; 2013 - 14 a sum
        if " " in hit.value("run") or last - first % 100 > 20:
            return None
        last += first // 100 * 100
    if not 1000 <= first < last < 2200:
        return None
    value = f"{first}/{last}"
    return Meaning("year", "absolute", value, Interval(date(first, 1, 1), date(last, 12, 31), "year", value))


def month_in_figures(hit: Hit) -> Meaning | None:
    """Read 2015-03 and 12-2015; a number beyond 12 is none."""
    numbers = [int(part) for part in re.split(r"[-/]", hit.value("ym"))]
    year, month = (numbers[0], numbers[1]) if numbers[0] > 31 else (numbers[1], numbers[0])
    if not (1 <= month <= 12 and 1000 <= year < 2200):
        if hit.kind("ym") == "year_month" and year % 100 < month < 100 and month - year % 100 < 20:
            last = year // 100 * 100 + month
            value = f"{year}/{last}"
            return Meaning("year", "absolute", value, Interval(date(year, 1, 1), date(last, 12, 31), "year", value))
        return None
    interval = calendar.month(year, month)
    return Meaning("month", "absolute", interval.value, interval)


def part_of_running(hit: Hit) -> Meaning | None:
    """Read the end of the month, end of year."""
    unit, anchor = hit.value("u"), hit.scene.anchor
    if unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    if anchor is None:
        return Meaning(unit, "relative")
    whole = calendar.around(anchor, unit)
    return narrowed(Meaning(unit, "relative", whole.value, whole), hit.value("r"))


def decade(hit: Hit) -> Meaning | None:
    """Read the 1990s, the '90s and the nineties; without a century the one that has most lately ended or begun."""
    value = hit.value("k")
    if isinstance(value, str):
        digits = re.sub(r"\D", "", value)
        number = int(digits)
        if len(digits) == 2 and not (hit.token("the") or value[0] in "'’‘" or hit.token("r")):
            return None
    else:
        number = value
        before, _ = hit.around()
        if not hit.token("the") and not hit.token("r") and not (before is not None and before.kind == "in"):
            return None
    if number < 100:
        number += 2000 if number < 20 else 1900
    interval = calendar.decade(number)
    meaning = Meaning("decade", "absolute", interval.value, interval)
    return narrowed(meaning, hit.value("r")) if hit.token("r") else meaning


def century(hit: Hit) -> Meaning | None:
    """Read the 21st century."""
    if hit.value("u") != "century" or not 1 <= hit.value("n") <= 30:
        return None
    interval = calendar.century(hit.value("n"))
    meaning = Meaning("century", "absolute", interval.value, interval)
    return narrowed(meaning, hit.value("r")) if hit.token("r") else meaning


def season(hit: Hit) -> Meaning | None:
    """Read a season: with its year, by its modifier, or the last one that has begun unless the verb looks ahead."""
    name, modifier, anchor = hit.value("s"), hit.kind("mod"), hit.scene.anchor
    before, _ = hit.around()
    dated = hit.token("y") or hit.token("ymod")
    token = hit.token("s")
    placed = hit.token("the") or (before is not None and before.kind in ("in", "by", "since", "during", "of", "rough"))
    if not (dated or modifier or placed) or token is None:
        return None
    if not (dated or modifier) and _verb_like(hit, name):
        return None
    year, known = year_said(hit)
    if modifier in ("that", "same") or not known:
        return Meaning("season", "event" if modifier in ("that", "same") else "relative", f"XXXX-{name}")
    basis = "absolute" if hit.token("y") else ("relative" if modifier or dated else "calendar")
    if year is None and anchor is not None:
        year = _season_year(hit, anchor, name, modifier)
    assert year is not None
    interval = calendar.season(year, name)
    return Meaning("season", basis, interval.value, interval)


def _verb_like(hit: Hit, name: str) -> bool:
    """Say whether "the fall" or "in spring" may be no season: a fall of something, a spring somewhere."""
    _, after = hit.around()
    if name == "FA":
        return after is not None and after.kind in ("of", "in", "from", "other")
    return after is not None and after.kind == "other" and name == "SP"


def _season_year(hit: Hit, anchor: date, name: str, modifier: str) -> int:
    running = calendar.season(anchor.year, name)
    begun = anchor.year if running.earliest <= anchor else anchor.year - 1
    within = calendar.season(begun, name).latest >= anchor
    if modifier in ("last", "past", "previous"):
        return begun - 1 if within else begun
    if modifier in ("next", "coming", "following"):
        return begun + 1
    if modifier in ("this", "current"):
        nearest = (begun, begun + 1) if hit.tense() != "past" else (begun,)
        return min(nearest, key=lambda year: abs((calendar.season(year, name).earliest - anchor).days))
    if hit.tense() == "ahead" and not within:
        return begun + 1
    return begun


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


_HALF = {1: "START", 2: "END", -1: "END"}


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


def fiscal_year(hit: Hit) -> Meaning | None:
    """Read fiscal 2014 and the current fiscal year, which begin on a day their owner chose."""
    year = hit.value("y")
    if (year is None and not hit.token("mod")) or (hit.token("u") and hit.value("u") not in ("year", "quarter")):
        return None
    return Meaning("year", "fiscal", f"FY{year}" if year else None)


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


def rough_month(hit: Hit) -> Meaning | None:
    """Read early May, mid-November 2014, the end of last month."""
    whole = _whole(hit)
    unit = hit.value("pu") if hit.token("pu") else ("month" if hit.token("m") else "year")
    if unit in _SHORT_UNITS or unit == "day":
        return None
    basis = "absolute" if hit.token("y") else ("calendar" if hit.token("m") else "relative")
    if whole is None:
        return Meaning(unit, basis, f"XXXX-{hit.value('m'):02}" if hit.token("m") else None)
    return narrowed(Meaning(unit, basis, whole.value, whole), hit.value("r"))


_ROUGH = "(?:the?(?P<r>rough)(?:dash|of|in)?|the?(?P<r_>part)of)"
_PART_OF = "(?P<pmod>last|past|previous|this|current|next|coming|following|that|same|the)(?P<pu>unit)"
_MONTH = "(?P<m>month|weak_month|low)dot?"
_WHOLE = f"(?:{_MONTH}{YEAR_SAID}?|(?:the unit)?(?P<y_>year|short_year)|the?{_PART_OF})"
_WHOLE_MONTH = f"(?:{_MONTH}{YEAR_SAID}?|the?{_PART_OF})"
_NTH = "(?P<n>nth|nth_digit|second|last)"

RULES = (
    Rule(f"(?P<the>the)?{MODIFIER}calendar?(?P<u>unit)", relative_unit),
    Rule("(?P<the>the)?calendar unit(?P<y>year)", named_year),
    Rule(
        f"(?:the|these)?{MODIFIER}(?P<n>{NUMBER}|few(?:more)?|couple(?:of)?|a?(?:few|couple)of?|half)(?:of)?(?P<u>units|unit)",
        counted_units,
    ),
    Rule(f"the?(?P<n>{NUMBER}){MODIFIER}(?P<u>units)", counted_units),
    Rule("(?:the|these)?(?:other)?(?:more)?(?P<mod>recent|last|past|coming|next|following|previous)(?P<u>units)", vague_units),
    Rule("(?P<r>earlier|later|rough)(?:on)?(?:in)?(?P<mod>this|last|next|the|that)(?P<u>unit)", running_part),
    Rule("(?P<mod>last|this|next|the)(?P<r>rough)(?P<u>unit)", running_part),
    Rule(f"(?:the)?{MODIFIER}?weekend", weekend),
    Rule("(?P<the>the unit)?(?P<y>year)", named_year),
    Rule("(?P<run>years)", year_run),
    Rule("(?P<ym>year_month|month_year)", month_in_figures),
    Rule("(?P<the>the)?(?:(?P<r>rough|part)(?:dash|of|and|to|rough|the)*)?(?P<k>decade)", decade),
    Rule("the?(?:(?P<r>rough|part)(?:dash|of|the)*)?(?P<n>nth|nth_digit|second)dash?(?P<u>unit)", century),
    Rule(f"(?P<the>the)?{MODIFIER}?(?:rough dash?)?(?P<s>season)(?:of)?{YEAR_SAID}?", season),
    Rule(f"the?{_NTH}(?P<c>{NUMBER}|few)?dash?(?P<u>unit|units|half)(?:of|in)?{_WHOLE}", nth_unit),
    Rule(f"the?{_NTH}dash?(?P<u>unit)", bare_quarter),
    Rule("the?(?P<q>tagged)(?:dash|of|comma)*(?P<y>year)?", tagged_quarter),
    Rule("(?P<y>year)dash?(?P<q>tagged)", tagged_quarter),
    Rule("(?:the)?(?P<mod>last|this|current|next|previous)?fiscal(?P<u>unit)?(?:of)?(?P<y>year)?", fiscal_year),
    Rule(f"the?(?P<u>unit)(?:of|starting|part)on?{_MONTH}(?P<d>digit|nth_digit){YEAR}?", week_of),
    Rule(f"{_ROUGH}{_WHOLE}", rough_month),
    Rule("the?(?P<r>part)of the?(?P<u>unit)", part_of_running),
)
