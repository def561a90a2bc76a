"""Odd texts told apart: stubs, parts of an article, live blogs, several in one: marked by a warning, never cut or merged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.gather.dates import find_days
from onrecord.gather.live import find_entries, live_blog
from onrecord.lang import words

STUB = 250
"""Words: a text that asks for payment and holds fewer is the open part of an article."""
_DATELINE = re.compile(r"^([A-Z][A-Z .'’\-]{2,30})(?:, [\w. ]{2,20})? \([A-Z][^()]{1,30}\) ?[-–—]", re.MULTILINE)
_PART = re.compile(r"^\W{0,9}page (\d{1,2}) of (\d{1,2})\b\W{0,9}$", re.IGNORECASE | re.MULTILINE)
_CUT = re.compile(r"(?:…|\.\.\.)\s?\[\+\d+ (?:chars|characters|words)\]\s*$")
_RULE = re.compile(r"^[ \t]*([=_*#~-])(?:[ \t]?\1){4,}[ \t]*$", re.MULTILINE)
_BYLINE = re.compile(r"By [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}(?:,.{0,60})?$")
TOP = 4
"""Lines at the top of an article among which its byline or day stands."""
_WORD = re.compile(r"\w+")


def oddities(text: str) -> tuple[str, ...]:
    """Say what is odd about a text, as warnings; nothing for nearly all."""
    return tuple(_oddities(text))


def _oddities(text: str) -> Iterator[str]:
    asked = _paid().search(" ".join(_WORD.findall(text[-3000:].casefold())))
    if asked and len(_WORD.findall(text[:20_000])) < STUB:
        yield f"stub: the open part of a paid article ({asked.group()!r})"
    cut = _CUT.search(text[-200:])
    if cut:
        yield f"stub: cut off by the service that gave it ({cut.group().strip()!r})"
    part = next((match for match in _PART.finditer(text) if 1 <= int(match[1]) <= int(match[2]) > 1), None)
    if part:
        yield f"part: page {int(part[1])} of {int(part[2])} of an article, read as one of its own"
    entries = find_entries(text)
    if entries:
        yield live_blog(entries)
    places = {match[1].strip() for match in _DATELINE.finditer(text)}
    opened = sum(_opens(part) for part in _RULE.split(text))
    if len(places) > 1:
        yield f"several articles: datelines of {len(places)} places, read as one article"
    elif opened > 1:
        yield f"several articles: {opened} stretches between rules begin with a byline or a day, read as one article"


def _opens(part: str) -> bool:
    """Say whether one of the first lines of a stretch between rules is a byline or a day, and text follows."""
    lines = [line.strip() for line in part[:2000].splitlines() if line.strip()]
    return len(lines) > 2 and any(_BYLINE.match(line) or _is_day(line) for line in lines[:TOP])


def _is_day(line: str) -> bool:
    return len(line) < 40 and any(printed.year for printed in find_days(line))


@lru_cache(maxsize=1)
def _paid() -> re.Pattern[str]:
    return re.compile("|".join(words("oddities")["paid"]))
