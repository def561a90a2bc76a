"""When a text was published, with evidence, or null."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from onrecord.gather.dates import Printed, address_day, address_month, find_codes, find_days, stamp_day
from onrecord.lang import words
from onrecord.records import GIVEN, Block, Found, Role, Span, When

_WORD = re.compile(r"[^\W\d_]{3,}")
_LABELLED = re.compile(
    r"(?:[^.!?]*[|•·–—]\s*)?\W*(?:\w+ ){0,2}?(?:publi|post|date|issue|release)\w*\b[\w\s,:.|/-]*$", re.IGNORECASE
)
"""What stands before the day on a line of the page's that tells when the article was published, and no caption."""
NEAR = 2  # words of three letters and more between "published" and the day: a weekday, a zone


@dataclass(frozen=True, slots=True)
class _Line:
    """A day on a line above or below the article: its place in the text, and what the line calls it."""

    span: Span
    printed: Printed
    kind: str
    """``published``, ``plain`` or ``updated``."""


def publication(found: Found, blocks: Sequence[Block]) -> When | None:
    """Find the day a text was published, or null where nothing says so beyond doubt.

    In order: what was told (metadata, a page's head, a sidecar), the address, a date line, an agency's code, a dateline's day
    with the address's month, the day given for all. A field of a record that the address contradicts yields to it, as it may tell
    when the text was fetched. Two date lines that differ, a day that could be read two ways, a weekday
    alone, and a day after the text was fetched are no evidence.
    """
    told = found.told.published
    for day in (
        told if told and told.basis != GIVEN and not _contradicted(told, found) else None,
        _from_address(found),
        _from_lines(found.text, blocks),
        _from_codes(found.text, blocks),
        _from_dateline(found, blocks),
        told,
    ):
        if day is not None and _possible(day, found):
            return _corroborated(day, found.text, blocks)
    return None


def _contradicted(told: When, found: Found) -> bool:
    """Say whether the address names another day than a record's field; zones may part them by a day or two."""
    address = address_day(found.told.url) if found.told.url and told.basis.startswith("metadata") else None
    return address is not None and abs(date.fromisoformat(told.earliest) - address) > timedelta(days=2)


def told_day(value: Any, basis: str) -> When | None:
    """Read a metadata field as a day; an ambiguous or absurd one gives null."""
    return _when(stamp_day(value), basis)


def _when(day: date | None, basis: str, spans: tuple[Span, ...] = ()) -> When | None:
    return When(day.isoformat(), day.isoformat(), "day", basis, spans) if day else None


def _possible(day: When, found: Found) -> bool:
    """Refuse a day later than the day the text was fetched (one day's grace for time zones), where that is known."""
    fetched = stamp_day(found.sighting.fetched)
    return fetched is None or date.fromisoformat(day.earliest) <= fetched + timedelta(days=1)


def _printed(text: str, blocks: Sequence[Block]) -> Iterator[_Line]:
    """List the days printed on date lines, bylines and datelines, and on furniture that says "published"."""
    for block in blocks:
        if block.role not in (Role.DATELINE, Role.BYLINE, Role.FURNITURE) or block.end - block.start > 200:
            continue
        line = text[block.start : block.end]
        for printed in find_days(line):
            kind = _called(line[: printed.start])
            if block.role is not Role.FURNITURE or (kind == "published" and _LABELLED.match(line[: printed.start])):
                yield _Line((block.start + printed.start, block.start + printed.end), printed, kind)


@lru_cache(maxsize=1)
def _calls() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = words("datelines")
    updated, published = ("|".join(map(re.escape, data[name])) for name in ("updated", "published"))
    return re.compile(rf"\b(?:{updated})\b", re.IGNORECASE), re.compile(rf"\b(?:{published})\b", re.IGNORECASE)


def _called(before: str) -> str:
    """Say what the last word of its kind shortly before a day calls it."""
    at = {}
    for kind, pattern in zip(("updated", "published"), _calls(), strict=True):
        last = max((match.end() for match in pattern.finditer(before)), default=-1)
        near = last >= 0 and len(_WORD.findall(before[last:])) <= NEAR and not before[last:].rstrip().endswith((".", ")"))
        at[kind] = last if near else -1
    if at["updated"] == at["published"] == -1:
        return "plain"
    return "updated" if at["updated"] >= at["published"] else "published"


def _from_lines(text: str, blocks: Sequence[Block]) -> When | None:
    lines = [line for line in _printed(text, blocks) if line.printed.year]
    for kind in ("published", "plain"):
        days = {line.printed.day for line in lines if line.kind == kind}
        if len(days) == 1:
            return _when(days.pop(), "date line", tuple(line.span for line in lines if line.kind == kind)[:1])
        if days:
            return None
    return None


def _from_codes(text: str, blocks: Sequence[Block]) -> When | None:
    for block in blocks:
        if block.role is Role.FURNITURE:
            for code in find_codes(text[block.start : block.end]):
                return _when(code.day, "agency code", ((block.start + code.start, block.start + code.end),))
    return None


def _from_address(found: Found) -> When | None:
    return _when(address_day(found.told.url), "url") if found.told.url else None


def _from_dateline(found: Found, blocks: Sequence[Block]) -> When | None:
    """Join a dateline's month and day with the year and month of the address, where the months agree."""
    known = address_month(found.told.url) if found.told.url else None
    for line in _printed(found.text, blocks) if known else ():
        if known and not line.printed.year and line.printed.day.month == known[1]:
            return _when(line.printed.day.replace(year=known[0]), "dateline and url", (line.span,))
    return None


def _corroborated(day: When, text: str, blocks: Sequence[Block]) -> When:
    """Add the places above the article that print the same month and day."""
    iso = day.earliest
    same = {
        line.span for line in _printed(text, blocks) if line.printed.day.isoformat()[5:] == iso[5:] and line.kind != "updated"
    }
    return replace(day, spans=tuple(sorted(same | set(day.spans))))
