"""Time expressions: 981 cases of Recognizers-Text with a reference date, and articles a second.

``python -m benchmarks.times SHARED [--wrong]`` judges each case that names a day or an interval: right when every expected value
stands under an expression found at the same place with the same first and last day. Where the cases' conventions differ from
those of news and of TIMEX3, the case is judged by the news convention or left out, with the reason counted.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.read.times import find_expressions
from onrecord.read.times.calendar import Interval
from onrecord.read.times.grammar import Expression

NO_DAY = {"time": "a time of day without a day", "timerange": "a time of day without a day", "timezone": "a time zone"}
"""Kinds of results that name no day; a case with nothing else is left out."""


@dataclass(frozen=True)
class Verdict:
    """What became of a case: right, wrong, or left out, and why."""

    outcome: str
    why: str


def judge(case: dict[str, Any]) -> Verdict:
    """Judge one case."""
    text, anchor = case["Input"], date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
    results = [result for result in case["Results"] if result.get("TypeName") is not None or "Resolution" in result]
    reason = left_out(results)
    if reason:
        return Verdict("left out", reason)
    found = find_expressions(text, anchor)
    if not results:
        days = [expression for expression in found if expression.meaning.interval]
        return Verdict("wrong", f"nothing expected: {shown(text, days)}") if days else Verdict("right", "")
    for result in results:
        why = miss(text, result, found)
        if why:
            return Verdict("wrong", f"{why}; found {shown(text, found)}")
    return Verdict("right", "")


LEFT_OUT = (
    (
        "chat shorthand",
        r"\b(?:eod|eoy|otd|tmrw|sy ?\d+|cy ?\d+|w/c|\d+[hdwy]|\d+\.\d+years|[a-z]{3}\d{1,2}|\d0 s|till date|½.*)\b",
    ),
    (
        "a day in figures that two countries read differently, or without its year",
        r"\b(?:0?\d|1[0-2])([/.-])(?:0?\d|1[0-2])\\1\d{2,4}\b",
    ),
    (
        "a day in figures that two countries read differently, or without its year",
        r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}(?![\d/]|\.\d|:|-\d{4})",
    ),
    ("a week by its number, which in news counts a season's", r"\bweek \d+\b"),
    (
        "counted from what was told before, not from the article's day",
        r"\b(?:same|that|following|previous|next day|next evening)\b",
    ),
    ("counted from what was told before, not from the article's day", r"(?:\blater|^the (?:day|week|year) (?:before|after))$"),
    ("a bare unit, which names nothing", r"^(?:the|end of(?: the)?) (?:hour|day|week|month|year|fortnight)$"),
    ("business days", r"business days|work(?:ing )?week"),
)
"""Reasons to leave a result out, each with the pattern of its words."""


def left_out(results: list[dict[str, Any]]) -> str:
    """Say why a case is left out, or nothing."""
    kinds = {kind(result) for result in results}
    if kinds and kinds <= NO_DAY.keys():
        return NO_DAY[sorted(kinds)[0]]
    for result in results:
        text = str(result["Text"])
        if kind(result) in ("datetime", "datetimerange") and re.search(r"\b(?:minutes?|min|hours?|hour)\b", text):
            return "minutes or hours from now: an article has a day, no hour"
        for reason, pattern in LEFT_OUT:
            if kind(result).startswith("date") and re.search(pattern, text):
                return reason
            if (
                kind(result) == "duration"
                and reason in ("chat shorthand", "a bare unit, which names nothing")
                and re.search(pattern, text)
            ):
                return reason
    return ""


def kind(result: dict[str, Any]) -> str:
    """Give a result's kind without its family."""
    return str(result.get("TypeName", "")).removeprefix("datetimeV2.")


def values(result: dict[str, Any]) -> list[dict[str, str]]:
    """List the values a result may take."""
    return list((result.get("Resolution") or {}).get("values") or [])


def miss(text: str, result: dict[str, Any], found: list[Expression]) -> str:
    """Say what is missing of an expected result, or nothing."""
    if kind(result) in NO_DAY:
        return ""
    start, end = result.get("Start", 0), result.get("End", len(text) - 1) + 1
    inside = [expression for expression in found if expression.start < end and expression.end > start]
    if not inside:
        return f"missed «{result['Text']}»"
    if kind(result) == "set":
        return "" if any(e.meaning.basis == "set" for e in inside) else f"no repetition «{result['Text']}»"
    if kind(result) == "duration":
        want = {str(value.get("timex")) for value in values(result)}
        return "" if any(e.meaning.value in want or "X" in str(e.meaning.value) for e in inside) else f"length {want}"
    if any(fits(value, inside) for value in values(result)):
        return ""
    return f"«{result['Text']}» is {[value.get('timex') for value in values(result)]}"


def fits(value: dict[str, str], inside: list[Expression]) -> bool:
    """Say whether the expressions at a place have an expected value's first and last day."""
    names = {expression.meaning.value for expression in inside}
    if value.get("value") == "not resolved":
        return all(expression.meaning.interval is None for expression in inside) or value["timex"] in names
    if value.get("timex") == "PRESENT_REF":
        return "PRESENT_REF" in names
    first, last = days(value)
    intervals = [expression.meaning.interval for expression in inside if expression.meaning.interval]
    if "value" in value and first:
        return any(same_day(first, interval) for interval in intervals)
    starts = {interval.earliest for interval in intervals}
    ends = {interval.latest for interval in intervals}
    if "PRESENT_REF" in names and (first or last):
        # "from March until now": the article's day is an end that needs no expression of its own
        return bool({first, last} & (starts | ends)) or bool(last and last + timedelta(1) in starts | ends)
    if not (first and last):
        edges = starts | ends | {day + timedelta(1) for day in ends} | {day - timedelta(1) for day in starts}
        return (first or last) in edges or (value.get("Mod", "").endswith(("-mid", "-start", "-end")) and bool(intervals))
    if any(expression.meaning.basis == "relative" and expression.meaning.value == value["timex"] for expression in inside):
        # earlier this year ends, and later this year begins, with the article's day
        return first in starts or last in ends
    if value.get("Mod") in ("start", "mid", "end"):
        return any(interval.earliest <= last and first <= interval.latest for interval in intervals)
    return any(near(first, value, starts)) and any(end_fits(last, value, interval) for interval in intervals)


def same_day(day: date, interval: Interval) -> bool:
    """Say whether a day is the one found; two months ago and in three weeks name the month and the week, as in TIMEX3."""
    if interval.grain in ("week", "month", "year"):
        return interval.earliest <= day <= interval.latest
    return interval.earliest <= day <= interval.latest and (interval.latest - interval.earliest).days == 0


def near(first: date, value: dict[str, str], starts: set[date]) -> list[bool]:
    """Compare first days; a stretch counted from the article's day on holds that day in news."""
    counted = value["timex"].startswith("(")
    return [start == first or (counted and start == first - timedelta(1)) for start in starts]


def end_fits(last: date, value: dict[str, str], interval: Interval) -> bool:
    """Compare last days; in news the far end of "2014 to 2018" belongs to it, and the article's day to "the past week"."""
    if interval.latest == last:
        return True
    far_end = last + timedelta(1)
    return value["timex"].startswith("(") and (
        interval.earliest == far_end or last < interval.latest <= last + _REACH[interval.grain]
    )


_REACH = {
    grain: timedelta(days)
    for grain, days in {
        "day": 1,
        "week": 7,
        "weekend": 2,
        "month": 31,
        "quarter": 92,
        "half": 184,
        "season": 92,
        "year": 366,
        "decade": 3653,
    }.items()
}


def days(value: dict[str, str]) -> tuple[date | None, date | None]:
    """Give an expected value's first and last day, both included; ends at midnight are the day before."""
    if "value" in value:
        day = date.fromisoformat(value["value"][:10])
        return day, day
    first = date.fromisoformat(value["start"][:10]) if "start" in value else None
    last = date.fromisoformat(value["end"][:10]) if "end" in value else None
    if last and first and len(value["end"]) == 10:
        last -= timedelta(1)
    return first, last


def shown(text: str, found: list[Expression]) -> str:
    """Show what was found."""
    parts = []
    for expression in found:
        interval = expression.meaning.interval
        span = f"{interval.earliest}..{interval.latest}" if interval else expression.meaning.value
        parts.append(f"«{text[expression.start : expression.end]}» {span}")
    return "; ".join(parts) or "nothing"


def cases(shared: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read the cases that have a reference date."""
    listed = json.loads((shared / "data/times/datetime-model.json").read_text("utf-8"))
    for number, case in enumerate(listed):
        if (case.get("Context") or {}).get("ReferenceDateTime"):
            yield number, case


def speed(shared: Path) -> float:
    """Give articles a second on one core, by the pure core alone, on the 204 articles of afpak.jsonl."""
    lines = (shared / "data/news/afpak.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    find_expressions("warm up on Monday", date(2020, 1, 1))
    begun = time.process_time()
    for text in texts:
        find_expressions(text, date(2020, 1, 1))
    words = sum(len(text.split()) for text in texts)
    return words / 800 / (time.process_time() - begun)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list every case that is wrong")
    options = parser.parse_args()
    outcomes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for number, case in cases(options.shared):
        verdict = judge(case)
        outcomes[verdict.outcome] += 1
        if verdict.outcome == "left out":
            reasons[verdict.why] += 1
        elif verdict.outcome == "wrong" and options.wrong:
            print(f"{number} {case['Input'][:200]!r} {case['Context']['ReferenceDateTime'][:10]}\n      {verdict.why}")
    judged = outcomes["right"] + outcomes["wrong"]
    print(f"cases {judged + outcomes['left out']}  left out {outcomes['left out']}  {dict(reasons)}")
    print(f"right {outcomes['right']} of {judged}: {outcomes['right'] / judged:.3f}")
    print(f"articles of 800 words a second, one core: {speed(options.shared):.0f}")


if __name__ == "__main__":
    main()
