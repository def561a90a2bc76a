"""Rules for lengths of time, what is counted from now (ago, in two weeks), repetition, and words too vague to date."""

from __future__ import annotations

from datetime import date

from onrecord.read.times import calendar
from onrecord.read.times.calendar import UNITS, Interval
from onrecord.read.times.fragments import NUMBER
from onrecord.read.times.grammar import Hit, Meaning, Rule

_RUN = f"{NUMBER}(?:(?:or|to|dash){NUMBER})?(?:and a? half)?"
_COUNT = f"(?P<n>{_RUN} more?|(?:{NUMBER}|a|half a)? dozen|some|a? few(?: more)?|a? couple (?:of)?|half a?|a? half|another|a)"
_ABOUT = "(?P<about>(?:just|about|some|more than|up to|at least){0,3})"
_UNIT = "(?P<u>unit|units|second|daypart)(?P<half>and a? half)?"


def quantity(hit: Hit, group: str) -> float | None:
    """Give the number a group of tokens stands for; null for a few, several, dozens and for two or three."""
    numbers = [token.value for token in hit.among(group) if token.kind in ("digit", "digit_word", "count", "year")]
    kinds = [token.kind for token in hit.among(group)]
    if "few" in kinds or kinds == ["some"] or len(numbers) > 1:
        return None
    if "decimal" in kinds:
        return _decimal(str(next(token.value for token in hit.among(group) if token.kind == "decimal")))
    if "couple" in kinds:
        return 2
    if "dozen" in kinds:
        return 12 * (numbers[0] if numbers else 0.5 if "half" in kinds else 1)
    part = 0.5 if "half" in kinds or hit.token("half") else 0
    return (numbers[0] if numbers else 0 if "half" in kinds else 1) + part


def _decimal(text: str) -> float | None:
    plain = text.replace(",", "")
    return float(plain) if plain.count(".") < 2 else None


def length_value(count: float | None, unit: str) -> str | None:
    """Write a length as TIMEX3 does: P3D, PT2H, P2.5Y, PT30M for half an hour; an unknown number is an X."""
    if count == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    if unit == "fortnight" and count is not None:
        number = f"{2 * count:g}"
    return UNITS[unit].format(number) if unit in UNITS else None


_HALVES = {"minute": "PT30S", "hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}


def length(hit: Hit) -> Meaning | None:
    """Read three days, over a year, half an hour: a length, which names no days."""
    count, unit = quantity(hit, "n"), _unit(hit)
    first = hit.token("n")
    if unit == "quarter" and count in (1, 3) and _is_share(hit):
        return None
    if hit.kind("u") == "daypart" and (unit != "NI" or not first or first.kind == "a"):
        return None
    if first is not None and first.kind == "a" and len(hit.among("n")) == 1 and not hit.token("half"):
        return _one(hit, unit)
    if first is not None and first.kind == "year" and hit.kind("u") == "unit":
        return None
    if hit.kind("u") == "second" and not (first and first.kind in ("digit_word", "half", "a")):
        return None
    unit = "night" if unit == "NI" else unit
    return Meaning(unit, "duration", length_value(count, unit))


def _is_share(hit: Hit) -> bool:
    """Say whether a quarter is one of a thing (one-quarter, three quarters of it) and not of a year."""
    _, after = hit.around()
    dashed = any(token.kind == "dash" for token in hit.tokens[slice(*hit.match.span())])
    return after is not None and (after.kind == "of" or (dashed and hit.kind("u") == "unit" and after.kind != "other"))


def quarter_century(hit: Hit) -> Meaning | None:
    """Read a quarter of a century."""
    named = hit.value("u") == "quarter" and hit.value("c") == "century"
    return Meaning("year", "duration", "P25Y") if named else None


def spanned(hit: Hit) -> Meaning:
    """Read yearlong and weekslong."""
    value = str(hit.value("s"))
    grains = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "E": "decade"}
    return Meaning(grains[value[-1]], "duration", value)


def year_ago(hit: Hit) -> Meaning | None:
    """Read the year-ago period and the year-earlier quarter: a stretch a year before one just told of."""
    return (
        Meaning(str(hit.value("p") or "year") if hit.kind("p") == "unit" else "year", "event")
        if hit.value("u") == "year"
        else None
    )


_BARE_BEFORE = frozenset(("for", "in", "within", "about", "after", "than", "of", "at", "just", "before", "during", "following"))


def bare_units(hit: Hit) -> Meaning | None:
    """Read for years, months later, years ago, the weeks ahead, a months-long siege: a number of units that nobody counted."""
    unit = _unit(hit)
    before, _ = hit.around()
    last = hit.tokens[hit.match.end() - 1].kind
    if last == "long":
        return Meaning(unit, "duration", length_value(1 if hit.kind("u") == "unit" else None, unit))
    if last == "ago":
        return Meaning(unit, "vague", "PAST_REF")
    if last == "ahead":
        return Meaning(unit, "vague", "FUTURE_REF")
    if last in ("later", "earlier"):
        return Meaning(unit, "event", length_value(None, unit))
    if before is None or before.kind not in _BARE_BEFORE or unit in ("second", "minute", "quarter"):
        return None
    if hit.tokens[hit.match.start()].kind == "the" and before.kind not in ("about", "during"):
        return None
    return Meaning(unit, "duration", length_value(None, unit))


def whole(hit: Hit) -> Meaning | None:
    """Read all day, all night, the whole week."""
    unit = "night" if hit.value("u") == "NI" else _unit(hit)
    if hit.kind("u") == "daypart" and unit != "night":
        return None
    return Meaning(unit, "duration", length_value(1, unit))


_LENGTH_BEFORE = ("for", "in", "within", "after", "of", "than", "about", "just", "least", "during", "to", "from", "at")


def _one(hit: Hit, unit: str) -> Meaning | None:
    """Read "a year": a length after for, within or nearly; a rate after a number or a noun."""
    before, _ = hit.around()
    if hit.among("about") or (before is not None and before.kind in _LENGTH_BEFORE):
        return Meaning(unit, "duration", length_value(1, unit))
    if before is not None and before.kind in ("money", "decimal", "count", "digit", "once", "percent", "year", "units"):
        return Meaning(unit, "set", length_value(1, unit))
    return None


def _unit(hit: Hit) -> str:
    token = hit.token("u")
    return "second" if token is None or token.kind == "second" else str(token.value)


def age(hit: Hit) -> Meaning:
    """Read 25-year-old: how long somebody or something has been there."""
    return Meaning(_unit(hit), "age", length_value(quantity(hit, "n"), _unit(hit)))


def ago(hit: Hit) -> Meaning | None:
    """Read three days ago: the day; two months ago: the month; a few years ago names no days."""
    return _counted(hit, -1)


def from_now(hit: Hit) -> Meaning | None:
    """Read two weeks from now."""
    return _counted(hit, 1)


def _counted(hit: Hit, sign: int) -> Meaning | None:
    count, unit, anchor = quantity(hit, "n"), _unit(hit), hit.scene.anchor
    if count is None or (count != int(count) and unit not in ("hour", "year", "month")):
        return Meaning(unit, "vague", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if anchor is None:
        return Meaning(unit, "relative", length_value(count, unit))
    if unit in ("second", "minute") or (unit == "hour" and count < 24):
        return _hours(anchor, sign, unit, count)
    days = {"hour": int(count) // 24, "night": int(count)}.get(unit)
    if days is not None:
        interval = calendar.day(calendar.shift(anchor, sign * days, "day"))
        return Meaning("day", "relative", interval.value, interval)
    if hit.kind("to") == "deictic":
        return _from_day(calendar.shift(anchor, hit.value("to"), "day"), int(count), unit)
    when = calendar.shift(anchor, sign * int(count), unit)
    if count != int(count):
        when = calendar.shift(when, sign * 6, "month")
    interval = calendar.around(when, unit)
    return Meaning(interval.grain, "relative", interval.value, interval)


def _from_day(day: date, count: int, unit: str) -> Meaning:
    """Count from a day that was said: three weeks from tomorrow is a day."""
    interval = calendar.day(calendar.shift(day, count, unit))
    return Meaning("day", "relative", interval.value, interval)


def _hours(anchor: date, sign: int, unit: str, count: float) -> Meaning:
    """Give hours from now: the article's day or the one beside it, as nobody knows its hour."""
    other = calendar.shift(anchor, sign, "day")
    value = anchor.isoformat()
    return Meaning(
        unit, "relative", value, Interval(min(anchor, other), max(anchor, other), unit, length_value(count, unit) or value)
    )


def from_event(hit: Hit) -> Meaning | None:
    """Read a day later, two weeks earlier, three days after: counted from what was just told, so without days."""
    count, unit = quantity(hit, "n"), _unit(hit)
    return Meaning(unit, "event", length_value(count, unit))


def before_or_after(hit: Hit) -> Meaning | None:
    """Read the day before and the following morning without what they are counted from."""
    if hit.kind("u") == "unit" and hit.value("u") in ("second", "minute", "quarter"):
        return None
    if hit.kind("u") == "daypart":
        return Meaning("daypart", "event", f"T{hit.value('u')}")
    before, _ = hit.around()
    if (
        hit.tokens[hit.match.start()].kind == "that"
        and hit.kind("u") in _NAMED
        and (before is None or before.kind not in _PLACED)
    ):
        return None  # he said that Monday was lost
    return Meaning(_NAMED.get(hit.kind("u")) or str(hit.value("u")), "event")


_NAMED = {"weekday": "day", "month": "month", "weak_month": "month"}
_PLACED = frozenset(("in", "on", "by", "since", "from", "to", "of", "for", "during", "before", "after", "the", "past", "weekday"))


def in_a_while(hit: Hit) -> Meaning | None:
    """Read "in two weeks": ahead of the article's day where the verb looks ahead, a length where it looks back."""
    count, unit = quantity(hit, "n"), _unit(hit)
    anchor, tense = hit.scene.anchor, hit.tense()
    if hit.token("time"):
        tense = "ahead"
    if tense != "ahead" or anchor is None or count is None:
        return Meaning(unit, "duration" if tense != "ahead" else "relative", length_value(count, unit))
    if hit.kind("p") == "within":
        other = calendar.shift(anchor, int(count), unit)
        value = length_value(count, unit) or ""
        return Meaning(unit, "relative", value, Interval(anchor, other, unit, value))
    return _counted(hit, 1)


def every(hit: Hit) -> Meaning | None:
    """Read every day, each Monday, twice a week: what comes back names no days of its own."""
    unit = hit.value("u") if hit.kind("u") in ("unit", "units") else None
    if unit == "second" and hit.kind("u") != "unit":
        return None
    return Meaning(
        unit or "day", "set", length_value(quantity(hit, "n") if hit.token("n") else 1, unit) if unit else _weekday_set(hit)
    )


def dayparts(hit: Hit) -> Meaning:
    """Read mornings and Tuesday afternoons."""
    prefix = f"XXXX-WXX-{hit.value('w')}" if hit.token("w") else ""
    return Meaning("daypart", "set", f"{prefix}T{hit.value('p')}")


def weekends(_: Hit) -> Meaning:
    """Read weekends and every weekend."""
    return Meaning("weekend", "set", "XXXX-WXX-WE")


def year_to_date(hit: Hit) -> Meaning | None:
    """Read the year to date: from the first of January to the article's day."""
    anchor = hit.scene.anchor
    if hit.value("u") != "year" or hit.value("v") != "PRESENT_REF" or anchor is None:
        return None
    running = calendar.year(anchor.year)
    return Meaning("year", "relative", running.value, Interval(running.earliest, anchor, "year", running.value))


def _weekday_set(hit: Hit) -> str | None:
    kind, value = hit.kind("u"), hit.value("u")
    if kind in ("weekday", "weekdays"):
        return f"XXXX-WXX-{value}"
    return f"T{value}" if kind == "daypart" else (f"XXXX-{value:02}" if kind == "month" else None)


def repeated(hit: Hit) -> Meaning:
    """Read daily, weekly, annually."""
    value = str(hit.value("s"))
    grain = {"H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}[value[-1]]
    return Meaning(grain, "set", value)


def vague(hit: Hit) -> Meaning | None:
    """Read now, recently, soon, in the past; soon after something is no time of its own."""
    value = str(hit.value("v"))
    _, after = hit.around()
    if value == "FUTURE_REF" and after is not None and after.kind in ("after", "before", "later"):
        return None
    return Meaning("vague", "present" if value == "PRESENT_REF" else "vague", value)


RULES = (
    Rule(f"{_ABOUT}{_COUNT}dash?{_UNIT}period?", length),
    Rule(f"{_ABOUT}{_COUNT}dash?{_UNIT}dash?old", age),
    Rule(f"{_ABOUT}{_COUNT}dash?{_UNIT}dash?long", length),
    Rule(f"{_ABOUT}{_COUNT}{_UNIT}(?:ago|back)", ago),
    Rule(f"{_ABOUT}{_COUNT}{_UNIT}from(?P<to>vague|deictic)", from_now),
    Rule(f"{_ABOUT}{_COUNT}{_UNIT}(?:earlier|later)", from_event),
    Rule(f"{_ABOUT}(?P<keep>{_COUNT}{_UNIT})(?:before|after)", from_event),
    Rule(f"(?P<p>in|within)(?P<keep>{_ABOUT}{_COUNT}{_UNIT}(?P<time>genitive time)?)", in_a_while),
    Rule("the(?P<u>unit|daypart)(?:before|after)", before_or_after),
    Rule("(?:the(?:following|next|previous|same)|that)(?P<u>daypart|weekday)", before_or_after),
    Rule("(?:the(?:following|previous|same)|that)(?P<u>month|weak_month)", before_or_after),
    Rule("a?(?P<u>unit)(?:of a|dash|of)?(?P<c>unit)", quarter_century),
    Rule("(?P<s>span_word)", spanned),
    Rule("(?:a|the)(?P<u>unit)dash?(?:ago|earlier)(?P<p>unit|period)", year_ago),
    Rule("(?P<u>units)(?P<ago>ago)?", bare_units),
    Rule("(?P<u>units)(?P<later>later|earlier)", bare_units),
    Rule("the(?P<u>units)(?P<ahead>ahead)?", bare_units),
    Rule("(?P<u>unit|units)dash long", bare_units),
    Rule("each(?:alternate)?(?P<n>digit|digit_word|few|nth|second)?(?P<u>unit|units|weekday|daypart|month)", every),
    Rule("(?:each|any|all)weekend|(?:on|all)?weekends", weekends),
    Rule("(?P<w>weekday)?(?P<p>dayparts)", dayparts),
    Rule("(?:all|the all)(?P<u>unit|daypart)", whole),
    Rule("the?(?P<u>unit)(?P<v>vague)", year_to_date),
    Rule("(?P<any>any)(?P<u>unit)", every),
    Rule(f"(?:once|{NUMBER} times)(?:a|each)(?P<u>unit)", every),
    Rule("(?P<u>weekdays)", every),
    Rule("(?P<s>set)", repeated),
    Rule("(?P<v>vague)", vague),
)
