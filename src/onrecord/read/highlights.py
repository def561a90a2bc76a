"""Who goes on as "he" or "she" from one line of a summary to the next: "Ada Bresk: The dam holds", then "She says"."""

from __future__ import annotations

import re

_LONGEST = 200  # characters of such a line
_MOST = 5  # lines that may go on from one that tells a name
_OPENS = re.compile(
    r"(?:(?:story |article )?highlights:?\s+)?"
    r"((?:[A-Z][\w.'’-]*\s+){0,5}[A-Z][\w'’-]+)(?::(?=\s)|,? (?:says?|said|writes|argues|believes|thinks)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:He|She)\b|.*,? (?:he|she) (?:says?|said|writes|argues|adds)\b")

_HEARD = re.compile(r"([A-Z][A-Z.'’ -]*[A-Z]): [(\[](?:speaking|through|foreign|non-english)\b[^()\[\]]*[)\]]\.?", re.IGNORECASE)
_LABEL = re.compile(r"(?:[A-Z][A-Z.'’ -]*[A-Z]:\s+)?")


def heard_above(text: str, start: int) -> str | None:
    """Give the name before a turn told only as "(Speaking Korvan)" right above the turn that a pronoun opens."""
    first = text.rfind("\n", 0, start) + 1
    above = text[:first].rstrip()
    found = _HEARD.fullmatch(above[above.rfind("\n") + 1 :].strip())
    return found[1] if found and found[1].isupper() and _LABEL.fullmatch(text[first:start].lstrip()) else None


def named_above(text: str, start: int, end: int) -> str | None:
    """Give the name, with what stands before it, that a line of a summary tells above the one a pronoun opens or closes."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    if not _is_item(line) or not (_GOES_ON.match(line.strip())):
        return None
    if start > first + len(line) - len(line.lstrip()) and _OPENS.match(line.strip()):
        return None  # a name of its own
    above = [item.strip() for item in text[:first].splitlines() if item.strip()][-_MOST:]
    for item in reversed(above):
        told = _told(item) if _is_item(item) else None
        if told or not _is_item(item) or not _GOES_ON.match(item):
            return told
    return None


def _is_item(line: str) -> bool:
    """Tell whether a line may be one of a summary's: short, without a stop."""
    line = line.strip()
    return 0 < len(line) < _LONGEST and (line[-1].isalnum() or line[-1] in "\"”'’")


def _told(line: str) -> str | None:
    found = _OPENS.match(line)
    return found[1] if found and found[1].split()[-1][0].isupper() else None
