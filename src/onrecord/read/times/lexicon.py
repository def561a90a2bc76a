"""The calendar's words as the tokens know them: each surface form with its kind, and the phrases that begin with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lang import words

Value = Any
"""A number, a name, or a tuple, as the token's kind has it."""

Phrase = tuple[tuple[str, ...], str, Value]
"""A phrase's words after the first, its kind and its value."""

_TABLES = {
    "rough": "rough",
    "parts": "part",
    "weekdays": "weekday",
    "months": "month",
    "units": "unit",
    "plural_units": "units",
    "seasons": "season",
    "dayparts": "daypart",
    "plural_dayparts": "dayparts",
    "numbers": "numword",
    "ordinals": "nth",
    "decades": "decade",
    "sets": "set",
    "spans": "span_word",
    "clock_words": "clock",
}
_PHRASE_PART = re.compile(r"[^\W\d_]+|['’]s?(?!\w)|[^\w\s]")


_SHORT = frozenset(("sec", "secs", "min", "mins", "hr", "hrs"))
HEADS = frozenset(("numword", "nth", "second"))
"""Kinds with which a number in words may begin."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words.

    ``surfaces`` gives each form (lower, Capital, UPPER) its kind, its value and whether a phrase or number may begin with it;
    ``phrases`` gives the first and second word of a phrase, in small letters, the phrases that begin so.
    """

    surfaces: Mapping[str, tuple[str, Value, bool]]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    names: frozenset[str]
    named_days: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """Load the lexicon of English, once."""
    data = words("calendar")
    plain = {word: (kind, word) for kind, listed in data["plain"].items() for word in listed}
    tables = {word: (kind, value) for table, kind in _TABLES.items() for word, value in data[table].items()}
    weekdays = {f"{word}s": ("weekdays", number) for word, number in data["weekdays"].items() if word.endswith("day")}
    found = plain | tables | weekdays | {"second": ("second", 2)}
    phrases = _phrases(data)
    found = {head: ("other", head) for head in phrases} | found
    surfaces = {
        form: (kind, value, word in phrases or kind in HEADS)
        for word, known in found.items()
        for form, (kind, value) in _forms(word, known[0], known[1], data["weak"])
    }
    return Lexicon(surfaces, phrases, frozenset(data["weak"]["phrases"]), data["named_days"])


def _forms(word: str, kind: str, value: Value, weak: Mapping[str, list[str]]) -> Iterator[tuple[str, tuple[str, Value]]]:
    """List a word's forms; what is a name only with a capital letter becomes another kind without one."""
    small = capital = upper = kind
    if kind in ("weekday", "month"):
        short = len(word) <= 5 and word not in ("april", "june", "july", "march")
        if word in weak["weekdays"] or word in weak["months"]:
            capital = f"weak_{kind}"
        if (short and word != "may") or word in weak["lower"]:
            small = "low" if kind == "month" else "other"
        if short or word == "march":
            upper = f"weak_{kind}"
    elif kind in ("unit", "units") and len(word) <= 4 and word in _SHORT:
        capital = upper = "other"  # the SEC
    elif kind == "set":
        # the Daily Star is a newspaper
        capital = upper = "other"
    for form, form_kind in ((word, small), (word.capitalize(), capital), (word.upper(), upper)):
        yield form, (form_kind, value)


def _phrases(data: Mapping[str, Any]) -> dict[str, dict[str, tuple[Phrase, ...]]]:
    """Index phrases by their first and second word, the longest first."""
    listed: list[tuple[str, str, Value]] = [(phrase, "deictic", days) for phrase, days in data["deictic"].items()]
    listed += [(phrase, "vague", name) for name, phrases in data["vague"].items() for phrase in phrases]
    listed += [(phrase, "holiday", ("fixed", when)) for phrase, when in data["holidays"].items()]
    listed += [(phrase, "holiday", ("easter", offset)) for phrase, offset in data["easter"].items()]
    listed += [(phrase, "holiday", ("floating", tuple(rule))) for phrase, rule in data["floating"].items()]
    listed += [(phrase, "holiday", ("undated", phrase)) for phrase in data["undated"]["holidays"]]
    listed += [(phrase, "other", phrase) for phrase in data["not_time"]["phrases"]]
    index: dict[str, dict[str, list[Phrase]]] = {}
    for phrase, kind, value in listed:
        first, *rest = _PHRASE_PART.findall(phrase)
        index.setdefault(first, {}).setdefault(rest[0] if rest else "", []).append((tuple(rest), kind, value))
    return {
        first: {second: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for second, entries in seconds.items()}
        for first, seconds in index.items()
    }
