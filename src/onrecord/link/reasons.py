"""Reasons and cases that a speaker marks as such: "That is why …", "For example …", after the sentence just before."""

from __future__ import annotations

from functools import lru_cache

from onrecord.lang import words
from onrecord.link.pair import Finding, Pair, asserted, found
from onrecord.records import Relation

STEP = 12
"""Characters between two sentences of one quotation: the marks and blanks."""
ASIDE = 160
"""The same where a cue stands between two quotations of one speaker."""
FIRM = 0.9


def marked(pair: Pair) -> Finding | None:
    """Find what a sentence's opening words make of the one before: ``a`` of the pair comes first in the text, ``b`` next."""
    before, after = pair.a, pair.b
    if before.mood in ("ask", "topic") or after.mood == "ask" or not asserted(before) or _asks(before.proposition):
        return None
    opening, does = _opening(after.proposition)
    if before.statement != after.statement and not after.direct:
        return None  # the article may have gone on in between
    if does == "reasons_before" and _opening(before.proposition)[1] != does:
        return found(Relation.SUPPORTS, before, after, True, "reason/1", FIRM, (opening, ""))
    if does == "reason_after":
        return found(Relation.SUPPORTS, after, before, True, "reason/1", FIRM, (opening, ""))
    if does == "cases":
        return found(Relation.ELABORATES, after, before, True, "example/1", FIRM, (opening, ""))
    return None


def _asks(proposition: str) -> bool:
    """Say whether it reads as a question of which only the words are left: "Why Nice", "You know why"."""
    told = proposition.casefold().split()
    asking = words("siding")["questions"]["words"]
    return not told or told[0].strip("“‘\"'") in asking or told[-1] in asking or "explain" in told


def _opening(proposition: str) -> tuple[str, str]:
    if proposition.startswith("Because ") and "," not in proposition and not proposition.startswith("Because of "):
        return "because", "reason_after"  # a sentence of its own: with a comma its main clause follows
    told = proposition.replace("’", "'").lstrip("“”\"'[( ").casefold()
    for also in ("and ", "but "):
        told = told.removeprefix(also)
    return next(((opening, does) for opening, does in _openings() if _opens(told, opening)), ("", ""))


def _opens(told: str, opening: str) -> bool:
    rest = told[len(opening) :]
    return told.startswith(opening) and (opening.endswith(",") or not rest[:1].isalnum())


@lru_cache(maxsize=1)
def _openings() -> tuple[tuple[str, str], ...]:
    table = words("siding")["openings"]
    return tuple((opening, does) for does, listed in sorted(table.items()) for opening in listed)
