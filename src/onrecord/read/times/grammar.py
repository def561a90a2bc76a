"""The grammar of time expressions: patterns over the kinds of tokens, each with the function that says what it means.

A pattern is a regular expression whose letters are kinds of tokens (``tokens.Token.kind``): every kind gets one character, a
text becomes a string of such characters, and Python's own engine does the matching.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.lang import words
from onrecord.read.times.calendar import Interval
from onrecord.read.times.lexicon import Value
from onrecord.read.times.tokens import Token


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means; no interval where it names no days, or none that can be known."""

    grain: str
    basis: str
    value: str | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression is understood by: the article's day, and whether its verb looks back, ahead, or neither."""

    anchor: date | None
    tense: Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a pattern: its tokens by the names of the pattern's groups."""

    match: re.Match[str]
    tokens: Sequence[Token]
    scene: Scene

    def span(self, group: str) -> tuple[int, int]:
        """Give the token range of a group, empty where it is absent; ``y_`` stands in for ``y`` in a pattern's other branch."""
        for name in (group, f"{group}_"):
            if name in self.match.re.groupindex and self.match.start(name) >= 0:
                return self.match.span(name)
        return 0, 0

    def among(self, group: str) -> Sequence[Token]:
        """Give the tokens of a group."""
        first, last = self.span(group)
        return self.tokens[first:last]

    def token(self, group: str) -> Token | None:
        """Give the first token of a group, or None where the group is absent."""
        found = self.among(group)
        return found[0] if found else None

    def value(self, group: str) -> Value:
        """Give the value of a group's first token, or None."""
        token = self.token(group)
        return None if token is None else token.value

    def kind(self, group: str) -> str:
        """Give the kind of a group's first token, or nothing."""
        token = self.token(group)
        return "" if token is None else token.kind

    def around(self) -> tuple[Token | None, Token | None]:
        """Give the tokens before and after the match."""
        first, last = self.match.span()
        return (self.tokens[first - 1] if first else None, self.tokens[last] if last < len(self.tokens) else None)

    def tense(self) -> str:
        """Say whether the verb over this expression looks back ("past"), ahead ("future") or cannot be told ("")."""
        first, last = self.match.span()
        return self.scene.tense(self.tokens[first].start, self.tokens[last - 1].end)


Reader = Callable[[Hit], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and what reads it. A group named ``keep`` narrows the expression to that part of the match."""

    pattern: str
    read: Reader


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression in a text: code points, half-open, and its meaning."""

    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules made ready; of the rules that match at a place the one with the longest match counts, the first among equals."""

    rules: tuple[tuple[re.Pattern[str], Reader], ...]
    codes: dict[str, str]
    any_rule: re.Pattern[str]

    def find(self, tokens: Sequence[Token], scene: Scene) -> Iterator[Expression]:
        """List the expressions among the tokens of one block, from left to right, none overlapping."""
        letters = "".join([self.codes.get(token.kind, " ") for token in tokens])
        candidate = self.any_rule.search(letters)
        while candidate:
            at = candidate.start()
            found = self._longest(letters, at, tokens, scene)
            resume = at + 1
            if found is not None:
                match, meaning = found
                first, last = _kept(match)
                while last - first > 1 and tokens[last - 1].kind in ("dot", "comma"):
                    last -= 1
                yield Expression(tokens[first].start, tokens[last - 1].end, meaning)
                resume = max(last, at + 1)
            candidate = self.any_rule.search(letters, resume)

    def _longest(self, letters: str, at: int, tokens: Sequence[Token], scene: Scene) -> tuple[re.Match[str], Meaning] | None:
        matches = [(match, read) for pattern, read in self.rules if (match := pattern.match(letters, at)) and match.end() > at]
        for match, read in sorted(matches, key=lambda pair: -pair[0].end()):
            meaning = _guarded(read, Hit(match, tokens, scene))
            if meaning is not None:
                return match, meaning
        return None


class NoTimeError(Exception):
    """Raised by a reader deep down when the tokens are no time expression after all."""


def _guarded(read: Reader, hit: Hit) -> Meaning | None:
    """Read a hit; days beyond the calendar (five thousand years ago) leave it without days."""
    try:
        return read(hit)
    except NoTimeError:
        return None
    except (OverflowError, ValueError):
        return Meaning("unknown", "beyond the calendar")


@cache
def make_grammar(rules: tuple[Rule, ...]) -> Grammar:
    """Compile rules."""
    names = sorted({name for rule in rules for name in _KIND.findall(rule.pattern)})
    codes = {name: chr(0x100 + index) for index, name in enumerate(names)}
    compiled = tuple((re.compile(_translate(rule.pattern, codes)), rule.read) for rule in rules)
    common = frozenset(words("calendar")["grammar"]["common"])
    core = "".join(code for name, code in codes.items() if name not in common)
    either = "|".join(_GROUP_NAME.sub("?:", pattern.pattern) for pattern, _ in compiled)
    # most common words begin no expression: look for a calendar word near by before trying each rule
    return Grammar(compiled, codes, re.compile(f"(?=[^ ]{{0,{_REACH}}}?[{core}])(?:{either})"))


_REACH = 12
_KIND = re.compile(r"(?<![<\w])[a-z_]+(?![\w>])")
_GROUP_NAME = re.compile(r"\?P<\w+>")


def _translate(pattern: str, codes: dict[str, str]) -> str:
    return re.sub(r"\s+", "", _KIND.sub(lambda match: codes[match.group()], pattern))


def _kept(match: re.Match[str]) -> tuple[int, int]:
    """Give the part of a match that is the expression: its group ``keep``, or all of it."""
    if "keep" in match.re.groupindex and match.start("keep") >= 0:
        return match.span("keep")
    return match.span()
