"""What a site's robots.txt allows, by RFC 9309: the longest rule that fits a path counts, and Allow where two are as long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

MOST = 512 << 10
"""Bytes of a robots.txt that are read, as the RFC asks for at least."""
_KEPT = "/?&=:;+$,@!~*'()%[]"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one robot: (allowed, path pattern), and the seconds it shall wait between two requests."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allow(self, url: str) -> bool:
        """Say whether the robot may fetch an address."""
        parts = urlsplit(url)
        path = _plain((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        fitting = [(len(pattern), allowed) for allowed, pattern in self.rules if _fits(pattern, path)]
        return max(fitting)[1] if fitting else True


NOTHING = Robots(((False, "/"),))
"""Where a site cannot say what it allows, nothing is."""


def parse(text: str, robot: str) -> Robots:
    """Read the rules for a robot: those of all groups that name it, else those for every robot."""
    groups = list(_groups(text))
    mine = [group for group in groups if robot.casefold() in group[0]] or [group for group in groups if "*" in group[0]]
    rules = [(name == "allow", value) for _, lines in mine for name, value in lines if name in ("allow", "disallow") and value]
    delays = [float(value) for _, lines in mine for name, value in lines if name == "crawl-delay" and _NUMBER.fullmatch(value)]
    return Robots(tuple((allowed, _plain(value)) for allowed, value in rules), max(delays, default=0.0))


_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,6})?")


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Cut a robots.txt into groups: the robots named, and the lines for them."""
    names: set[str] = set()
    lines: list[tuple[str, str]] = []
    for line in text.removeprefix("\ufeff").splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        name, value = name.strip().casefold(), value.strip()
        if name == "user-agent" and colon:
            if lines:
                yield names, lines
                names, lines = set(), []
            names.add(value.casefold().partition("/")[0].strip())
        elif colon and names and name in ("allow", "disallow", "crawl-delay"):
            lines.append((name, value))
    if names:
        yield names, lines


def _plain(path: str) -> str:
    """Write a path's characters in one way, whether they came coded or not."""
    return quote(unquote(path, errors="surrogateescape"), safe=_KEPT, errors="surrogateescape")


def _fits(pattern: str, path: str) -> bool:
    """Match a pattern with ``*`` for anything and ``$`` for the end, without going back further than the last ``*``."""
    whole = pattern.endswith("$")
    first, *rest = (pattern[:-1] if whole else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not rest:
        return not whole or at == len(path)
    for part in rest[:-1]:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return (path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at) if whole else path.find(rest[-1], at) >= 0
