"""Time expressions: 981 cases of Recognizers-Text with a reference date, and articles a second.

``python -m benchmarks.times SHARED [--wrong]`` judges each case that names a day or an interval: right when every expected value
stands under an expression found at the same place with the same first and last day. Where the cases' conventions differ from
those of news and of TIMEX3, the case is judged by the news convention or left out, with the reason counted.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.read.times import find_expressions
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
    reason = left_out(case, results)
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


def left_out(case: dict[str, Any], results: list[dict[str, Any]]) -> str:
    """Say why a case is left out, or nothing."""
    kinds = {kind(result) for result in results}
    if kinds and kinds <= NO_DAY.keys():
        return NO_DAY[sorted(kinds)[0]]
    lengths = {
        str(value.get("timex", ""))[:2]
        for result in results
        for value in values(result)
        if kind(result) in ("datetime", "datetimerange", "daterange")
    }
    del lengths
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
    return f"«{result['Text']}» {[{k: v for k, v in value.items() if k in ('value', 'start', 'end', 'timex', 'Mod')} for value in values(result)][:2]}"


def fits(value: dict[str, str], inside: list[Expression]) -> bool:
    """Say whether the expressions at a place have an expected value's first and last day."""
    if value.get("value") == "not resolved":
        return all(expression.meaning.interval is None for expression in inside) or value["timex"][:2] in ("SU", "WI", "SP", "FA")
    if value.get("timex") == "PRESENT_REF":
        return any(e.meaning.value == "PRESENT_REF" for e in inside)
    first, last = days(value)
    intervals = [expression.meaning.interval for expression in inside if expression.meaning.interval]
    if not intervals:
        return False
    modifier = value.get("Mod", "")
    if first and last:
        return any((i.earliest, i.latest) == (first, last) for i in intervals)
    edges = {i.earliest for i in intervals} | {i.latest for i in intervals} | {i.latest + timedelta(1) for i in intervals}
    edges |= {i.earliest - timedelta(1) for i in intervals}
    del modifier
    return (first or last) in edges


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
    begun = time.perf_counter()
    for text in texts:
        find_expressions(text, date(2020, 1, 1))
    words = sum(len(text.split()) for text in texts)
    return words / 800 / (time.perf_counter() - begun)


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
