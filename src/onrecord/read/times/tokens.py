"""Cut a text into the tokens the grammar of time expressions is written over."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.read.times.lexicon import HEADS, Lexicon, Phrase, Value, lexicon


class Token(NamedTuple):
    """A piece of text with the part it can play in a time expression, and its number, name or words.

    A tuple, not a dataclass: there is one for every word of an article, and tuples are made three times as fast.
    """

    start: int
    end: int
    kind: str
    value: Value = None


# Every alternative is bounded or possessive, so that no text takes more than linear time.
_SHAPES = re.compile(
    r"""
    [ ]?+(?:
      (?P<oclock>o['’]clock(?!\w))
    | (?P<word>[^\W\d_]++(?!\w))
    | (?P<money>[$£€¥]\s?\d[\d,.]*+(?:\s?(?:million|billion|trillion|bn|m)\b)?)
    | (?P<percent>\d{1,9}(?:[.,]\d{1,9})*+\s?(?:%|percent\b|per\scent\b))
    | (?P<iso>(?<![\w.+-])\d{4}(?P<a>[-/.])(?:\d{1,2}|[A-Za-z]{3,9})(?P=a)\d{1,2}(?!\w|[-/.]\d))
    | (?P<compact>(?<![\w.+])(?:19|20)\d{6}(?!\w|[-/.]\d))
    | (?P<numeric>(?<![\w.+-])\d{1,2}(?P<b>[-/.])\d{1,2}(?P=b)(?:\d{4}|\d{2})(?!\w|[-/.]\d))
    | (?P<named>(?<![\w.+-])\d{1,2}(?P<c>[-/])[A-Za-z]{3,9}(?P=c)\d{4}(?!\w|[-/.]\d))
    | (?P<clock>(?<![\w.+:-])\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?\s?(?:[ap]\.?m|[AP]\.?M)\b\.?
        |(?<![\w.+:-])\d{1,2}:\d{2}(?::\d{2})?(?![\w:]))
    | (?P<decade>(?<![\w.+])(?:\d{3}0\s?['’]?s|['’‘]?\d0['’]?s)(?!\w))
    | (?P<short_year>(?<!\w)['’‘]\d{2}(?![\w]))
    | (?P<nth_digit>(?<![\w.+])\d{1,2}(?:st|nd|rd|th)(?!\w))
    | (?P<year_month>(?<![\w.+/-])\d{4}-\d{2}(?!\w|[-/.]\d))
    | (?P<month_year>(?<![\w.+/-])\d{1,2}[-/]\d{4}(?!\w|[-/.]\d))
    | (?P<slashed>(?<![\w.+/-])\d{1,2}/\d{1,2}(?!\w|[-/.]\d))
    | (?P<years>(?<![\w.+/-])\d{4}(?:\s?[-–—~]\s?)\d{2}(?:\d{2})?(?!\w|[-/.]\d))
    | (?P<chain>\+?\d+(?:-\d+){2,}+)
    | (?P<fraction>(?<![\w.+])(?:\d{1,3}[ ]?)?[½¼¾](?!\w))
    | (?P<decimal>\d{1,9}(?:,\d{3})*+(?:[.,]\d{1,9})++(?!\w)|\d{1,3}(?:,\d{3})++(?!\w))
    | (?P<digits>(?<![\w.+])\d{1,9}(?!\w))
    | (?P<tagged>\b(?:[QqHh][1-4]|FY\s?\d{2,4})(?!\w))
    | (?P<other>\w++)
    | (?P<edge>\n[^\S\n]*\n\s*+)
    | (?P<genitive>['’]s?(?!\w))
    | (?P<mark>[^\w\s])
    )
    """,
    re.VERBOSE,
)
_MARKS = {",": "comma", ".": "dot", "-": "dash", "–": "dash", "—": "dash", "~": "dash", "/": "slash", "(": "open", ")": "shut"}


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Cut one stretch of a text into tokens, number words already added up and phrases joined."""
    known = lexicon()
    surfaces = known.surfaces
    tokens: list[Token] = []
    heads: list[int] = []
    for match in _SHAPES.finditer(text, start, end):
        shape = match.lastgroup or "mark"
        first, last = match.span(shape)
        words = text[first:last]
        if shape != "word":
            tokens.append(_shaped(shape, words, first, last))
            continue
        kind, value, head = surfaces.get(words, _OTHER)
        if head:
            heads.append(len(tokens))
        tokens.append(Token(first, last, kind, words if kind == "other" else value))
    return _join(text, tokens, heads, known)


_OTHER: tuple[str, Value, bool] = ("other", None, False)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _shaped(shape: str, words: str, start: int, end: int) -> Token:
    if shape == "mark":
        return Token(start, end, _MARKS.get(words, "mark"), words)
    if shape == "digits":
        return _digits(words, start, end)
    if shape == "fraction":
        return Token(start, end, "decimal", str(int(words[:-1] or 0) + _FRACTIONS[words[-1]]))
    if shape == "slashed" and words in lexicon().named_days:
        return Token(start, end, "named_day", lexicon().named_days[words])
    if shape == "nth_digit":
        return Token(start, end, shape, int(words[:-2]))
    return Token(start, end, shape, words)


def _digits(text: str, start: int, end: int) -> Token:
    number = int(text)
    if len(text) <= 2:
        return Token(start, end, "digit" if 1 <= number <= 31 else "count", number)
    if len(text) == 4 and 1000 <= number < 2200:
        return Token(start, end, "year", number)
    return Token(start, end, "count", number)


def _join(text: str, tokens: list[Token], heads: list[int], known: Lexicon) -> list[Token]:
    """Join the tokens of phrases and of numbers written out; ``heads`` are the tokens that may begin one."""
    joined: list[Token] = []
    done = 0
    for head in heads:
        if head < done:
            continue
        token, following = tokens[head], tokens[head + 1] if head + 1 < len(tokens) else tokens[head]
        seconds = known.phrases.get(text[token.start : token.end].lower(), _NOTHING)
        second = text[following.start : following.end].lower().replace("’", "'")
        phrases = seconds.get(second, ()) + seconds.get("", ())
        whole, used = _phrase(text, tokens, head, phrases, known.names) if phrases else (None, 0)
        if whole is None and token.kind in HEADS:
            whole, used = _number(tokens, head)
        if whole is not None:
            joined += tokens[done:head]
            joined.append(whole)
            done = head + used
    return joined + tokens[done:]


_NOTHING: dict[str, tuple[Phrase, ...]] = {}


def _phrase(
    text: str, tokens: list[Token], at: int, phrases: tuple[Phrase, ...], names: frozenset[str]
) -> tuple[Token | None, int]:
    first = text[tokens[at].start : tokens[at].end]
    for rest, kind, value in phrases:
        last = at + 1 + len(rest)
        seen = tuple(text[token.start : token.end].lower().replace("’", "'") for token in tokens[at + 1 : last])
        if kind == "vague" and last < len(tokens) and tokens[last].kind in _COUNTING:
            # in the past: but the past two weeks
            continue
        # some holidays are common words: the New Year, but a new year
        if seen == rest and (kind != "holiday" or first[0].isupper() or " ".join((first, *rest)) not in names):
            return Token(tokens[at].start, tokens[last - 1].end, kind, value), last - at
    return None, 0


_COUNTING = frozenset(("numword", "digit", "count", "few", "couple", "unit", "units", "decimal", "half"))


def _number(tokens: list[Token], at: int) -> tuple[Token | None, int]:
    """Add up number words from a token on; four-digit sums said as years become years."""
    values: list[int] = []
    last, ordinal = at, False
    position = at
    while position < min(len(tokens), at + _LONGEST_NUMBER) and not ordinal:
        token = tokens[position]
        if token.kind in ("nth", "second") and (not values or (values[-1] in _TENS and token.value < 10)):
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


_LONGEST_NUMBER = 12
_TENS = frozenset(range(20, 100, 10))


def _may_follow(values: list[int], value: int) -> bool:
    """Say whether a number word can follow others in one number: ninety six, two hundred, nineteen eighty, but not one two."""
    before = values[-1]
    if value >= 100 or before in _TENS:
        return value < 10 or value >= 100 or (before == 20 and len(values) == 1 and value < 20)
    return before >= 100 or (len(values) == 1 and 10 <= before < 20 and (value in _TENS or value >= 10))


def _goes_on(tokens: list[Token], position: int, values: list[int]) -> bool:
    """Say whether a hyphen or an "and" inside a number leads on to more of it, as in twenty-one or two thousand and five."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is None or following.kind not in ("numword", "nth", "second"):
        return False
    if tokens[position].kind == "dash":
        return (values[-1] in _TENS and following.value < 10) or values[-1] in (100, 1000)
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
