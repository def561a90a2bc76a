"""Lines that name who is quoted above them, in an article that sets quotation under quotation: "“…” / Ada Ternin, Olm Post"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.lang import words

FEWEST = 3
"""Such lines that make a series; one alone is as likely another article's headline, or a heading."""
_CLOSED = ("”", '"')
_OPENED = ("“", '"')


def closing_names(lines: Sequence[str], fewest: int = FEWEST) -> list[int]:
    """Find which of an article's paragraphs name who is quoted right above them; none where names stand above their quotations.

    Which it is the page's own pattern tells: names that close their quotations come after the first one and below the last.
    """
    found = [index for index in range(1, len(lines)) if signs(lines[index].strip())]
    below = [index for index in found if lines[index - 1].rstrip().endswith(_CLOSED)]
    above = [index for index in found if index + 1 < len(lines) and lines[index + 1].lstrip().startswith(_OPENED)]
    opens = len(above) > len(below) or (len(above) == len(below) and bool(above) and above[0] < below[0])
    return below if len(below) >= fewest and not opens else []


def signs(line: str) -> bool:
    """Tell whether a line names somebody and, behind a comma, a paper or an office, all in title case and without a stop."""
    return _line().match(line) is not None


def is_unsigned(name: str) -> bool:
    """Tell whether a name is a paper's own: "Editorial Board"."""
    return not set(words("oddities")["unsigned"]).isdisjoint(name.lower().split())


@lru_cache(maxsize=1)
def _line() -> re.Pattern[str]:
    return re.compile(words("oddities")["signature"])
