"""Live blogs: where each entry begins, and the day it tells of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, takewhile
from typing import Any

from onrecord.gather.dates import find_days, stamp_day
from onrecord.lang import words

Entries = tuple[tuple[int, str], ...]
ENTRIES = 5
"""Entries with a time of day of their own that make a live blog, where the page does not say that it is one."""
LIVE = "live blog"
_LINE = re.compile(r"[^\n]+")
_OPENING = 60  # characters by which a paragraph of the page is known again in the drawn text
_FIRST = 8  # pieces of a paragraph among which a time tag that begins it stands
_LEAST = 3  # words of a paragraph that is
_PARAGRAPHS = ("p", "h2", "h3", "h4", "h5", "li", "blockquote")
_TOLD = ("datePublished", "dateCreated", "dateModified")


def live_blog(entries: Entries) -> str:
    """Word the warning of a live blog."""
    days = {day for _, day in entries} - {""}
    over = f" of {len(days)} days" if len(days) > 1 else ""
    return f"{LIVE}: {len(entries)} entries{over} with times of their own, read as one article"


def find_entries(text: str) -> Entries:
    """Find the entries of a text by the lines that begin them; none where there are too few for a live blog."""
    found = list(_entry().finditer(text))
    return tuple((match.start(), _day(match.group())) for match in found) if len(found) >= ENTRIES else ()


@lru_cache(maxsize=1)
def _entry() -> re.Pattern[str]:
    return re.compile(words("oddities")["entry"], re.IGNORECASE | re.MULTILINE)


def _day(line: str) -> str:
    days = {printed.day.isoformat() for printed in find_days(line) if printed.year}
    return days.pop() if len(days) == 1 else ""


def page_entries(tree: Any, linked: Sequence[Mapping[str, Any]], text: str) -> Entries:
    """Find the entries of a page in the text drawn from it: those it lists (JSON-LD), else those under time tags."""
    places: dict[str, int] = {}
    for match in _LINE.finditer(text):
        places.setdefault(_opening(match.group().lstrip("-•* ")), match.start())
    told = _located(_listed(linked), places)
    tagged = told if len(told) > 1 else _located(_tagged(tree), places)
    return tagged if len(told) > 1 or len(tagged) >= ENTRIES else ()


def _opening(line: str) -> str:
    return " ".join(line.split())[:_OPENING]


def _located(found: Iterator[tuple[str, list[str]]], places: Mapping[str, int]) -> Entries:
    """Place each entry where the first of its lines stands in the text; of two at one place the first counts."""
    at: dict[int, str] = {}
    for moment, lines in found:
        place = next((places[line] for line in map(_opening, lines) if len(line.split()) >= _LEAST and line in places), None)
        if place is not None:
            day = stamp_day(moment)
            at.setdefault(place, day.isoformat() if day else "")
    return tuple(sorted(at.items()))


def _listed(linked: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    for node in linked:
        updates = node.get("liveBlogUpdate")
        for update in updates if isinstance(updates, list) else ():
            if isinstance(update, Mapping):
                moment = next((update[name] for name in _TOLD if isinstance(update.get(name), str)), "")
                bodies = [value for name in ("headline", "articleBody") if isinstance(value := update.get(name), str)]
                yield moment, [line for body in bodies for line in body.splitlines()]


def _tagged(tree: Any) -> Iterator[tuple[str, list[str]]]:
    """List the time tags of a page that tell a moment, each with the paragraphs of its entry.

    The entry is the largest element that holds no other such tag, where the tag may stand below the words; where that holds no
    paragraph, it is what stands between the tag and the next. A tag in a paragraph, behind its words, may belong to these or to
    those below: it tells nothing.
    """
    tags = [tag for tag in tree.iter("time") if tag.get("datetime")]
    held = Counter(above for tag in tags for above in tag.iterancestors())
    below = _below(tree)
    for tag in tags:
        alone = list(takewhile(lambda above: held[above] == 1, tag.iterancestors()))
        own = list(islice(alone[-1].iter(*_PARAGRAPHS), ENTRIES)) if alone else []
        around = next(tag.iterancestors(*_PARAGRAPHS), None)
        moment = _words(tag)
        if around is None or " ".join("".join(islice(around.itertext(), _FIRST)).split()).startswith(moment):
            lines = [_words(line) for line in own or below.get(tag, [])]
            yield tag.get("datetime"), [each for line in lines for each in (line, line.removeprefix(moment).lstrip())]


def _below(tree: Any) -> dict[Any, list[Any]]:
    """List the first paragraphs between each time tag that tells a moment and the next."""
    found: dict[Any, list[Any]] = {}
    last = None
    for tag in tree.iter("time", *_PARAGRAPHS):
        if tag.tag == "time" and tag.get("datetime"):
            last = tag
        elif tag.tag != "time" and last is not None and len(found.setdefault(last, [])) < ENTRIES:
            found[last].append(tag)
    return found


def _words(tag: Any) -> str:
    return " ".join("".join(tag.itertext()).split())
