"""Join expressions that say one time together: a clock time and its day, the ends of a range, a length and its start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from onrecord.lang import words
from onrecord.read.times import calendar
from onrecord.read.times.grammar import Expression, Meaning

_LONGEST_GAP = 16


def join(text: str, expressions: Sequence[Expression], anchor: date | None) -> list[Expression]:
    """Join neighbours where the words between them say that they belong together."""
    joined: list[Expression] = []
    for expression in expressions:
        current = expression
        while joined and (whole := _together(text, joined[-1], current)) is not None:
            joined.pop()
            current = whole
        joined.append(current)
    return _told_years(_shared_years(text, joined), anchor)


def _gap(text: str, left: Expression, right: Expression) -> str | None:
    """Give the words between two expressions, in small letters, or null where they stand too far apart."""
    if right.start - left.end > _LONGEST_GAP:
        return None
    return " ".join(text[left.end : right.start].lower().split())


def _together(text: str, left: Expression, right: Expression) -> Expression | None:
    gap = _gap(text, left, right)
    if gap is None:
        return None
    gaps = words("calendar")["gaps"]
    for test, join_them, listed in (
        (_is_time_and_day, _time_and_day, gaps["clock"]),
        (_is_day_and_time, _day_and_time, gaps["clock"]),
        (_is_count_and_day, _count_and_day, gaps["counted"]),
        (_is_length_and_length, _length_and_length, gaps["lengths"]),
    ):
        if gap in listed and test(left.meaning, right.meaning):
            meaning = _safely(join_them, left.meaning, right.meaning, gap)
            return None if meaning is None else Expression(left.start, right.end, meaning)
    return None


def _safely(make: Callable[[Meaning, Meaning, str], Meaning | None], left: Meaning, right: Meaning, gap: str) -> Meaning | None:
    try:
        return make(left, right, gap)
    except (OverflowError, ValueError):
        return None


def _is_clock(meaning: Meaning) -> bool:
    return meaning.basis == "clock" and meaning.value is not None


def _is_day(meaning: Meaning) -> bool:
    return meaning.grain in ("day", "daypart") and meaning.basis in (
        "weekday",
        "deictic",
        "absolute",
        "calendar",
        "holiday",
        "relative",
    )


def _is_time_and_day(left: Meaning, right: Meaning) -> bool:
    return _is_clock(left) and _is_day(right)


def _is_day_and_time(left: Meaning, right: Meaning) -> bool:
    return _is_day(left) and _is_clock(right)


def _time_and_day(left: Meaning, right: Meaning, gap: str) -> Meaning:
    return _day_and_time(right, left, gap)


def _day_and_time(left: Meaning, right: Meaning, gap: str) -> Meaning:
    del gap
    value = None if left.value is None else left.value.split("T")[0] + str(right.value)
    return replace(left, grain=right.grain, value=value)


def _is_count_and_day(left: Meaning, right: Meaning) -> bool:
    return left.basis in ("event", "duration") and left.value is not None and right.interval is not None and _is_day(right)


def _count_and_day(left: Meaning, right: Meaning, gap: str) -> Meaning | None:
    """Count from a day: two weeks after Christmas, three days before May 13, 1999."""
    digits = "".join(character for character in str(left.value) if character.isdigit() or character in ".X")
    if right.interval is None or not digits.isdigit() or left.grain not in ("day", "night", "week", "month", "year"):
        return None
    sign = -1 if gap == "before" else 1
    interval = calendar.day(calendar.shift(right.interval.earliest, sign * int(digits), left.grain))
    return Meaning("day", right.basis, interval.value, interval)


def _is_length_and_length(left: Meaning, right: Meaning) -> bool:
    return (
        left.basis == right.basis == "duration"
        and None not in (left.value, right.value)
        and _SIZES.get(right.grain, 9) < _SIZES.get(left.grain, 0)
    )


_SIZES = {"second": 1, "minute": 2, "hour": 3, "day": 4, "week": 5, "month": 6, "year": 7}


def _length_and_length(left: Meaning, right: Meaning, gap: str) -> Meaning | None:
    """Add up two lengths: one hour and 30 minutes."""
    del gap
    first, second = str(left.value), str(right.value)
    mark = "PT" if first.startswith("PT") else "P"
    if second.startswith("PT") and mark == "P":
        return replace(left, value=f"{first}{second[1:]}")
    return replace(left, value=first + second[len(mark) :])


def _shared_years(text: str, expressions: Sequence[Expression]) -> list[Expression]:
    """Give a month or day without a year the year said at the other end of its range: between March and June 2020."""
    shared = list(expressions)
    for index in range(len(shared) - 2, -1, -1):
        shared[index] = _with_year_of(text, shared[index], shared[index + 1], shared[index])
    for index in range(1, len(shared)):
        shared[index] = _with_year_of(text, shared[index - 1], shared[index], shared[index])
        if _gap(text, shared[index - 1], shared[index]) in words("calendar")["gaps"]["span"]:
            shared[index - 1 : index + 1] = _in_order(shared[index - 1], shared[index])
    return shared


def _told_years(expressions: list[Expression], anchor: date | None) -> list[Expression]:
    """Give a day without a year the year of the story it stands in.

    A day that its verb puts in the past and the calendar far from the article's day is told of, not reported: the year said
    last before it is its year.
    """
    told, year = list(expressions), None
    for index, expression in enumerate(told):
        meaning = expression.meaning
        if meaning.basis == "absolute" and meaning.interval:
            # a year alone or a day known by name is told of in passing
            year = (
                meaning.interval.earliest.year
                if meaning.grain in ("day", "month") and expression.end - expression.start > 4
                else None
            )
        far = anchor and meaning.interval and (anchor - meaning.interval.earliest).days > _HALF_A_YEAR
        if far and year and meaning.basis == "calendar" and meaning.grain == "day" and len(str(meaning.value)) == 10:
            moved = _safely(_to_year(year), meaning, meaning, "")
            if moved and moved.interval and anchor and moved.interval.latest <= anchor:
                told[index] = replace(expression, meaning=moved)
    return told


_HALF_A_YEAR = 183


def _to_year(year: int) -> Callable[[Meaning, Meaning, str], Meaning | None]:
    def move(meaning: Meaning, _: Meaning, __: str) -> Meaning | None:
        if meaning.interval is None:
            return None
        day = calendar.day(meaning.interval.earliest.replace(year=year))
        return replace(meaning, value=day.value, interval=day)

    return move


def _in_order(left: Expression, right: Expression) -> list[Expression]:
    """Put the ends of a range in order: a weekday after its start (from next Monday to Friday), a month before its end."""
    first, last = left.meaning.interval, right.meaning.interval
    if first is None or last is None or first.earliest <= last.latest:
        return [left, right]
    if right.meaning.basis == "weekday" and right.meaning.grain == "day":
        day = calendar.day(calendar.next_weekday(first.earliest, last.earliest.isoweekday()))
        return [left, replace(right, meaning=Meaning("day", "weekday", day.value, day))]
    if left.meaning.basis == "calendar" and left.meaning.grain == "month" and first.earliest.month != last.earliest.month:
        year = last.earliest.year - (first.earliest.month > last.earliest.month)
        month = calendar.month(year, first.earliest.month)
        return [replace(left, meaning=Meaning("month", "calendar", month.value, month)), right]
    return [left, right]


def _with_year_of(text: str, left: Expression, right: Expression, target: Expression) -> Expression:
    other = right if target is left else left
    gap = _gap(text, left, right)
    if gap is None or gap not in words("calendar")["gaps"]["range"]:
        return target
    if target.meaning.basis != "calendar" or other.meaning.basis != "absolute" or other.meaning.interval is None:
        return target
    if {target.meaning.grain, other.meaning.grain} - {"day", "month"} or target.meaning.value is None:
        return target
    meaning = _safely(_moved(other.meaning, target is left), target.meaning, other.meaning, gap)
    return target if meaning is None else replace(target, meaning=meaning)


def _moved(other: Meaning, earlier: bool) -> Callable[[Meaning, Meaning, str], Meaning | None]:
    def move(target: Meaning, _: Meaning, __: str) -> Meaning | None:
        """Move a meaning to the nearest year at which it stands on the right side of the other end."""
        parts = str(target.value).split("-")
        if other.interval is None or len(parts) not in (2, 3) or "/" in str(target.value):
            return None
        year, month = other.interval.earliest.year, int(parts[1])
        day = int(parts[2]) if len(parts) == 3 else 1
        if earlier and (month, day) > (other.interval.latest.month, other.interval.latest.day):
            year -= 1
        if not earlier and (month, day if len(parts) == 3 else 31) < (other.interval.earliest.month, other.interval.earliest.day):
            year += 1
        interval = calendar.day(date(year, month, day)) if len(parts) == 3 else calendar.month(year, month)
        return Meaning(target.grain, "absolute", interval.value, interval)

    return move
