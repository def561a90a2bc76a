"""Cut a text into the tokens the grammar of time expressions is written over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lang import words

Value = Any
"""A number, a name, or a tuple, as the token's kind has it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text with the part it can play in a time expression, and its number or name."""

    start: int
    end: int
    kind: str
    value: Value = None


# Every alternative is bounded or possessive, so that no text takes more than linear time.
_SHAPES = re.compile(
    r"""
      (?P<money>[$£€¥]\s?\d[\d,.]*+(?:\s?(?:million|billion|trillion|bn|m)\b)?)
    | (?P<percent>\d{1,9}(?:[.,]\d{1,9})*+\s?(?:%|percent\b|per\scent\b))
    | (?P<iso>(?<![\w.+-])\d{4}([-/.])(?:\d{1,2}|[A-Za-z]{3,9})\4\d{1,2}(?!\w|[-/.]\d))
    | (?P<compact>(?<![\w.+])(?:19|20)\d{6}(?!\w|[-/.]\d))
    | (?P<numeric>(?<![\w.+-])\d{1,2}([-/.])\d{1,2}\7(?:\d{4}|\d{2})(?!\w|[-/.]\d))
    | (?P<named>(?<![\w.+-])\d{1,2}([-/])[A-Za-z]{3,9}\9\d{4}(?!\w|[-/.]\d))
    | (?P<clock>(?<![\w.+:-])\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?\s?[ap]\.?m\b\.?|(?<![\w.+:-])\d{1,2}:\d{2}(?::\d{2})?(?![\w:]))
    | (?P<decade>(?<![\w.+-])(?:\d{3}0\s?['’]?s|['’‘]?\d0['’]?s)(?!\w))
    | (?P<short_year>(?<!\w)['’‘]\d{2}(?![\w]))
    | (?P<nth_digit>(?<![\w.+-])\d{1,2}(?:st|nd|rd|th)(?!\w))
    | (?P<year_month>(?<![\w.+/-])\d{4}-\d{2}(?!\w|[-/.]\d))
    | (?P<month_year>(?<![\w.+/-])\d{1,2}[-/]\d{4}(?!\w|[-/.]\d))
    | (?P<slashed>(?<![\w.+/-])\d{1,2}/\d{1,2}(?!\w|[-/.]\d))
    | (?P<years>(?<![\w.+/-])\d{4}(?:\s?[-–—~]\s?)\d{2}(?:\d{2})?(?!\w|[-/.]\d))
    | (?P<chain>\+?\d+(?:-\d+){2,}+)
    | (?P<decimal>\d{1,9}(?:,\d{3})*+(?:[.,]\d{1,9})++(?!\w)|\d{1,3}(?:,\d{3})++(?!\w))
    | (?P<digits>(?<![\w.+])\d{1,9}(?!\w))
    | (?P<tagged>\b(?:[QqHh][1-4]|FY\s?\d{2,4})(?!\w))
    | (?P<word>[^\W\d_]++(?!\w))
    | (?P<other>\w++)
    | (?P<edge>\n[^\S\n]*\n\s*+)
    | (?P<genitive>['’]s?(?!\w))
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_MARKS = {",": "comma", ".": "dot", "-": "dash", "–": "dash", "—": "dash", "~": "dash", "/": "slash", "(": "open", ")": "shut"}


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Cut one stretch of a text into tokens, number words already added up and phrases joined."""
    lexicon = _lexicon()
    tokens = [_token(match, lexicon) for match in _SHAPES.finditer(text, start, end)]
    return list(_join(text, tokens, lexicon))


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: Mapping[str, tuple[str, Value]]
    capital_only: frozenset[str]
    weak: frozenset[str]
    lower: frozenset[str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, Value], ...]]


@cache
def _lexicon() -> _Lexicon:
    data = words("calendar")
    found: dict[str, tuple[str, Value]] = {}
    for kind, listed in data["plain"].items():
        found |= {word: (kind, word) for word in listed}
    for table, kind in _TABLES:
        found |= {word: (kind, value) for word, value in data[table].items() if word not in found or table != "rough"}
    weekdays = {f"{word}s": ("weekdays", number) for word, number in data["weekdays"].items() if len(word) > 5}
    short = {
        word for table in ("weekdays", "months") for word in data[table] if len(word) < 5 and word not in ("june", "july", "may")
    }
    return _Lexicon(
        words=found | weekdays | {"second": ("second", 2), "midnight": ("clock", "24:00"), "noon": ("clock", "12:00")},
        capital_only=frozenset(short),
        weak=frozenset(data["weak"]["weekdays"] + data["weak"]["months"]),
        lower=frozenset(data["weak"]["lower"]),
        phrases=_phrases(data),
    )


_TABLES = (
    ("weekdays", "weekday"),
    ("months", "month"),
    ("units", "unit"),
    ("plural_units", "units"),
    ("seasons", "season"),
    ("dayparts", "daypart"),
    ("numbers", "numword"),
    ("ordinals", "nth"),
    ("decades", "decade"),
    ("rough", "rough"),
    ("sets", "set"),
)


def _phrases(data: Mapping[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], str, Value], ...]]:
    """Index phrases of several words by their first word, the longest first."""
    listed: list[tuple[str, str, Value]] = [(phrase, "deictic", days) for phrase, days in data["deictic"].items()]
    listed += [(phrase, "vague", name) for name, phrases in data["vague"].items() for phrase in phrases]
    listed += [(phrase, "holiday", ("fixed", when)) for phrase, when in data["holidays"].items()]
    listed += [(phrase, "holiday", ("easter", offset)) for phrase, offset in data["easter"].items()]
    listed += [(phrase, "holiday", ("floating", tuple(rule))) for phrase, rule in data["floating"].items()]
    listed += [(phrase, "holiday", ("undated", phrase)) for phrase in data["undated"]["holidays"]]
    index: dict[str, list[tuple[tuple[str, ...], str, Value]]] = {}
    for phrase, kind, value in listed:
        parts = tuple(_PHRASE_PART.findall(phrase))
        index.setdefault(parts[0], []).append((parts, kind, value))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in index.items()}


_PHRASE_PART = re.compile(r"[^\W\d_]+|['’]s?(?!\w)|[^\w\s]")


def _token(match: re.Match[str], lexicon: _Lexicon) -> Token:
    shape, (start, end) = match.lastgroup or "mark", match.span()
    if shape == "word":
        return _word(match.group(), start, end, lexicon)
    if shape == "mark":
        return Token(start, end, _MARKS.get(match.group(), "other"), match.group())
    if shape == "digits":
        return _digits(match.group(), start, end)
    if shape == "nth_digit":
        return Token(start, end, shape, int(match.group()[:-2]))
    return Token(start, end, shape, match.group())


def _word(text: str, start: int, end: int, lexicon: _Lexicon) -> Token:
    lower = text.lower().replace("’", "'") if len(text) < 24 else ""
    kind, value = lexicon.words.get(lower, ("other", lower))
    if kind in ("weekday", "month"):
        capital = text[0].isupper()
        if lower in lexicon.capital_only and not capital:
            kind, value = ("low", value) if kind == "month" else ("other", lower)
        elif lower in lexicon.lower and not capital:
            kind = "low"
        elif lower in lexicon.weak or (text.isupper() and len(text) < 5):
            kind = f"weak_{kind}"
    elif kind == "set" and text[0].isupper():
        kind = "other"
    return Token(start, end, kind, value)


def _digits(text: str, start: int, end: int) -> Token:
    number = int(text)
    if len(text) <= 2:
        return Token(start, end, "digit" if 1 <= number <= 31 else "count", number)
    if len(text) == 4 and 1000 <= number < 2200:
        return Token(start, end, "year", number)
    return Token(start, end, "count", number)


def _join(text: str, tokens: list[Token], lexicon: _Lexicon) -> Iterator[Token]:
    """Join the tokens of phrases and of numbers written out."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        joined, used = _phrase(text, tokens, at, lexicon) if token.kind != "edge" else (None, 0)
        if joined is None and token.kind in ("numword", "nth", "second"):
            joined, used = _number(tokens, at)
        yield joined or token
        at += max(used, 1)


def _phrase(text: str, tokens: list[Token], at: int, lexicon: _Lexicon) -> tuple[Token | None, int]:
    first = text[tokens[at].start : tokens[at].end]
    for parts, kind, value in lexicon.phrases.get(first.lower(), ()) if len(first) < 24 else ():
        last = at + len(parts)
        seen = [text[token.start : token.end].lower().replace("’", "'") for token in tokens[at:last]]
        # a holiday is a name: "New Year", not "a new year"
        if tuple(seen) == parts and (kind != "holiday" or first[0].isupper() or first[0].isdigit()):
            return Token(tokens[at].start, tokens[last - 1].end, kind, value), len(parts)
    return None, 0


def _number(tokens: list[Token], at: int) -> tuple[Token | None, int]:
    """Add up number words from a token on; four-digit sums said as years become years."""
    values: list[int] = []
    last, ordinal = at, False
    position = at
    while position < len(tokens) and not ordinal:
        token = tokens[position]
        if token.kind in ("nth", "second") and (not values or values[-1] in _TENS and token.value < 10):
            values, ordinal, last = [*values, token.value], True, position
        elif token.kind == "numword" and (not values or _may_follow(values, token.value)):
            values, last = [*values, token.value], position
        elif not (values and token.kind in ("dash", "and") and _goes_on(tokens, position, values)):
            break
        position += 1
    token, used = tokens[at], last - at + 1
    if ordinal and len(values) == 1:
        return None, 0
    total, kind = _sum(values)
    return Token(token.start, tokens[last].end, "nth" if ordinal else kind, total), used


_TENS = frozenset(range(20, 100, 10))


def _may_follow(values: list[int], value: int) -> bool:
    """Say whether a number word can follow others in one number: ninety six, two hundred, nineteen eighty, but not one two."""
    before = values[-1]
    if value >= 100 or before in _TENS:
        return value < 10 or value >= 100 or before == 20 and len(values) == 1 and value < 20
    return before >= 100 or len(values) == 1 and 10 <= before < 20 and (value in _TENS or value >= 10)


def _goes_on(tokens: list[Token], position: int, values: list[int]) -> bool:
    """Say whether a hyphen or an "and" inside a number leads on to more of it, as in twenty-one or two thousand and five."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is None or following.kind not in ("numword", "nth", "second"):
        return False
    if tokens[position].kind == "dash":
        return values[-1] in _TENS and following.value < 10 or values[-1] in (100, 1000)
    return values[-1] in (100, 1000) and following.kind == "numword"


def _sum(values: list[int]) -> tuple[int, str]:
    """Add up number words; nineteen ninety-six and two thousand five are years."""
    first = values[0]
    rest = sum(values[1:])
    if 10 <= first <= 20 and len(values) > 1 and (values[1] in _TENS or values[1] >= 10) and values[1] < 100 and rest < 100:
        return first * 100 + rest, "year"
    if 11 <= first <= 19 and len(values) > 1 and values[1] == 100:
        total = first * 100 + sum(values[2:])
        return total, "year"
    total = part = 0
    for value in values:
        if value >= 1000:
            total, part = total + max(part, 1) * value, 0
        elif value == 100:
            part = max(part, 1) * 100
        else:
            part += value
    total += part
    said_as_year = values[:2] == [2, 1000] and total < 2100
    return total, "year" if said_as_year else ("digit_word" if total <= 31 else "count")
