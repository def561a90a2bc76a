"""The quantities in a proposition: how many of what, and between which bounds."""

from __future__ import annotations

import re

from onrecord.read.frames.desk import Desk
from onrecord.read.frames.lexicon import amounts
from onrecord.records import Amount

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ROUGH = 0.2
"""How far "about 100" reaches either way."""
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
        top, end = _number(desk, last + 2)
        return (top, end) if top is not None else (None, last)
    return None, last


def _number(desk: Desk, token: int) -> tuple[float | None, int]:
    word = desk.lower(token)
    numbers, scales = amounts()["numbers"], amounts()["scales"]
    if _DIGITS.fullmatch(word):
        value = float(word.replace(",", ""))
    elif word in numbers and desk.parse.pos[token] in ("NUM", "NOUN"):
        value = float(numbers[word])
    elif "-" in word and all(piece in numbers for piece in word.split("-")):
        value = float(sum(numbers[piece] for piece in word.split("-")))
    else:
        return None, token
    while token + 1 < len(desk.parse) and desk.lower(token + 1) in scales:
        value, token = value * scales[desk.lower(token + 1)], token + 1
    return value, token


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
    if any(before.endswith(words) for words in amounts()["least"]):
        return value, None
    if any(before.endswith(words) for words in amounts()["most"]):
        return None, value
    if any(before.endswith(words) for words in amounts()["about"]):
        return round(value * (1 - _ROUGH), 3), round(value * (1 + _ROUGH), 3)
    return value, value
