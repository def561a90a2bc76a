"""The quantities in a proposition: how many of what, and between which bounds."""

from __future__ import annotations

import re

from onrecord.read.frames.desk import Desk
from onrecord.read.frames.lexicon import amounts
from onrecord.records import Amount

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ROUGH = 0.2
"""How far "about 100" reaches either way."""
_TENS = 10
"""What number words count above and below where a hyphen makes one number of two: "thirty-one"."""
_DATED = frozenset({"DATE", "TIME", "ORDINAL"})


def find_amounts(desk: Desk, inside: list[int]) -> tuple[Amount, ...]:
    """List the quantities among the given tokens, in text order; years, days and hours are none."""
    found: list[Amount] = []
    skip = {token for first, last, label in desk.parse.names if label in _DATED for token in range(first, last)}
    taken = -1
    for token in inside:
        if token <= taken or token in skip:
            continue
        value, last = _number(desk, token)
        top, end = _range_end(desk, token, last) if value is not None else (None, last)
        unit = _unit(desk, end) if value is not None else None
        if value is None or unit is None:
            continue
        taken = end
        low, high = (value, top) if top is not None else _bounds(desk, token, value)
        found.append(Amount(low, high, unit))
    return tuple(found)


def _range_end(desk: Desk, token: int, last: int) -> tuple[float | None, int]:
    """Read on in "between 20 and 30", "20 to 30", "20-30": the upper bound and its last token, null where there is none."""
    joint = desk.lower(last + 1) if last + 2 < len(desk.parse) else ""
    between = token > 0 and desk.lower(token - 1) == "between" and joint == "and"
    if between or joint in ("to", "-", "–"):
        low, _ = _number(desk, token)
        top, end = _number(desk, last + 2)
        return (top, end) if top is not None and low is not None and low <= top else (None, last)
    return None, last


def _number(desk: Desk, token: int) -> tuple[float | None, int]:
    """Read a number in figures or in words, "two hundred and sixty-five": its value and its last token."""
    scales = amounts()["scales"]
    value, last = _scaled(desk, token)
    while value is not None and desk.lower(last) in scales:
        start = last + 2 if _word(desk, last + 1) == "and" else last + 1
        more, end = _scaled(desk, start) if _word(desk, start) in amounts()["numbers"] else (None, start)
        if more is None or more >= scales[desk.lower(last)]:
            break
        value, last = value + more, end
    return value, last


def _word(desk: Desk, token: int) -> str:
    return desk.lower(token) if token < len(desk.parse) else ""


def _scaled(desk: Desk, token: int) -> tuple[float | None, int]:
    """Read one figure or number word with the hundreds or thousands after it."""
    value, last = _plain(desk, token)
    scales = amounts()["scales"]
    while value is not None and _word(desk, last + 1) in scales:
        value, last = value * scales[desk.lower(last + 1)], last + 1
    return value, last


def _plain(desk: Desk, token: int) -> tuple[float | None, int]:
    word, numbers = desk.lower(token), amounts()["numbers"]
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", "")), token
    if word in numbers and desk.parse.pos[token] in ("NUM", "NOUN"):
        tens = desk.goes_on(token) and numbers[word] >= 2 * _TENS and numbers.get(_word(desk, token + 2), _TENS) < _TENS
        return (float(numbers[word] + numbers[desk.lower(token + 2)]), token + 2) if tens else (float(numbers[word]), token)
    if "-" in word and all(piece in numbers for piece in word.split("-")):
        return float(sum(numbers[piece] for piece in word.split("-"))), token
    return None, token


def _unit(desk: Desk, token: int) -> str | None:
    """Name what is counted: the noun a number stands at."""
    if token + 1 < len(desk.parse) and desk.lower(token + 1) in ("%", "percent", "per"):
        return "%"
    if desk.parse.text[token - 1 : token] and desk.parse.text[token - 1] in ("$", "£", "€"):
        return desk.parse.text[token - 1]
    at = token
    for _ in range(3):
        if desk.parse.dep[at] not in ("nummod", "compound", "quantmod", "amod", "conj"):
            break
        at = desk.parse.head[at]
    if at != token and desk.parse.pos[at] in ("NOUN", "PROPN"):
        return desk.lemma(at)
    return "@people" if desk.parse.dep[token] in ("nsubj", "nsubjpass", "dobj") else None


def _bounds(desk: Desk, token: int, value: float) -> tuple[float | None, float | None]:
    before = " ".join(desk.lower(t) for t in range(max(0, token - 3), token)).replace(" - ", "-")
    told = [(len(words), kind) for kind in ("least", "most", "about") for words in amounts()[kind] if before.endswith(words)]
    kind = max(told)[1] if told else ""  # the longest: "no more than 100" holds "more than 100"
    if kind == "least":
        return value, None
    if kind == "most":
        return None, value
    if kind == "about":
        return round(value * (1 - _ROUGH), 3), round(value * (1 + _ROUGH), 3)
    return value, value
