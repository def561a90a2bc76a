"""Rules for years, seasons, decades and centuries."""

from __future__ import annotations

import re
from datetime import date

from onrecord.lang import words
from onrecord.read.times import calendar
from onrecord.read.times.calendar import Interval
from onrecord.read.times.context import year_said
from onrecord.read.times.fragments import MODIFIER, YEAR_SAID
from onrecord.read.times.grammar import Hit, Meaning, Rule
from onrecord.read.times.parts import narrowed


def named_year(hit: Hit) -> Meaning | None:
    """Read four digits as a year, where the words around do not speak against it."""
    number = hit.value("y")
    before, after = hit.around()
    settings = words("calendar")["years"]
    word = str(before.value).lower() if before is not None and before.value is not None else ""
    if (
        before is not None
        and before.kind in ("dash", "slash", "money", "decimal", "dot")
        and not (_after_space(hit) or _after_prefix(hit))
    ):
        return None
    if word in settings["not_after"]:
        return None
    likely = word in settings["after"] or hit.token("the") is not None
    if not likely and not 1900 <= number < 2060:
        return None
    if after is not None and after.kind in ("units", "unit", "percent") and not likely:
        return None
    if after is not None and after.kind == "other" and (number % 100 == 0 or not likely):
        named = str(after.value)
        if _plural(named) or named.lower() in settings["counted"]:
            return None
    if number < 1700 and (word in ("the", "of", "and", "to", "for") or (after is not None and after.kind == "other")):
        return None  # the 1603 program
    interval = calendar.year(number)
    return Meaning("year", "absolute", interval.value, interval)


def _after_prefix(hit: Hit) -> bool:
    """Say whether the hyphen before a year follows "pre", "post" or the like."""
    at = hit.match.start()
    return at >= 2 and str(hit.tokens[at - 2].value).lower() in ("pre", "post")


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


def fiscal_year(hit: Hit) -> Meaning | None:
    """Read fiscal 2014 and the current fiscal year, which begin on a day their owner chose."""
    year = hit.value("y")
    if (year is None and not hit.token("mod")) or (hit.token("u") and hit.value("u") not in ("year", "quarter")):
        return None
    return Meaning("year", "fiscal", f"FY{year}" if year else None)


def fiscal_quarter(hit: Hit) -> Meaning | None:
    """Read the fiscal third quarter, which begins on a day its owner chose."""
    return Meaning("quarter", "fiscal") if hit.value("u") in ("quarter", "half") else None


RULES = (
    Rule("(?P<the>the)?calendar unit(?P<y>year)", named_year),
    Rule("(?P<the>the unit)?(?P<y>year)", named_year),
    Rule("(?P<run>years)", year_run),
    Rule("(?P<ym>year_month|month_year)", month_in_figures),
    Rule("(?P<the>the)?(?:(?P<r>rough|part)(?:dash|of|and|to|rough|the){0,3})?(?P<k>decade)", decade),
    Rule("the?(?:(?P<r>rough|part)(?:dash|of|the){0,3})?(?P<n>nth|nth_digit|second)dash?(?P<u>unit)", century),
    Rule(f"(?P<the>the)?{MODIFIER}?(?:rough dash?)?(?P<s>season){YEAR_SAID}?", season),
    Rule("(?:the)?(?P<mod>last|this|current|next|previous)?fiscal(?P<u>unit)?(?:of)?(?P<y>year)?", fiscal_year),
    Rule("the?fiscal(?:nth|second)dash?(?P<u>unit)", fiscal_quarter),
    Rule("the?(?:nth|second)dash?fiscal(?P<u>unit)", fiscal_quarter),
    Rule("the?(?:nth|second)dash?(?P<u>unit)(?:of)?the?fiscal(?:unit)?(?:year)?", fiscal_quarter),
)
