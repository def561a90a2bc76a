"""What the tokens around an expression say about it."""

from __future__ import annotations

from onrecord.lang import words
from onrecord.read.times.grammar import Hit, NoTimeError

STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
"""How far a modifier steps from the running unit."""

SHORT_UNITS = ("second", "minute", "hour", "night")
"""Units too short for an article's day to count from."""

_PREPARING = frozenset(
    (
        "in",
        "since",
        "by",
        "from",
        "to",
        "during",
        "before",
        "after",
        "of",
        "between",
        "rough",
        "part",
        "for",
        "on",
        "within",
        "throughout",
    )
)
_SURELY_PREPARING = frozenset(("in", "since", "during", "rough", "part"))


def prepared(hit: Hit, surely: bool = False) -> bool:
    """Say whether the word before makes a month or weekday likely: a preposition, or early, mid, late.

    ``surely`` asks for one that a verb could not follow, for what stands in small letters.
    """
    before, after = hit.around()
    if before is None:
        return False
    if before.kind == "dash":
        return hit.match.start() >= 2 and hit.tokens[hit.match.start() - 2].kind in ("rough", "month", "weak_month")
    if surely:
        return before.kind in _SURELY_PREPARING
    return before.kind in _PREPARING or (after is not None and before.kind == "and")


def before_noun(hit: Hit) -> bool:
    """Say whether a month stands between an article and a common noun: a March poll, the May summit."""
    before, after = hit.around()
    token = hit.token("m")
    if before is None or after is None or token is None or token.kind == "low":
        return False
    return before.kind in ("a", "the") and after.kind == "other" and str(after.value).islower()


def named_after(hit: Hit) -> bool:
    """Say whether a month stands where a first name would: no preposition before, a capital word after (April Smith)."""
    token = hit.token("m")
    if token is None or token.value not in (4, 6, 8) or prepared(hit):
        return False
    _, after = hit.around()
    return after is not None and after.kind == "other" and str(after.value)[:1].isupper()


def year_said(hit: Hit) -> tuple[int | None, bool]:
    """Give the year that goes with an expression, null if none is said, and whether it can be known at all."""
    anchor = hit.scene.anchor
    token = hit.token("y")
    if token is not None:
        return (two_digit_year(token.value) if token.kind == "short_year" else token.value), True
    modifier = hit.token("ymod")
    if modifier is None:
        return None, anchor is not None
    if hit.value("yu") != "year":
        raise NoTimeError
    if anchor is None or modifier.kind in ("that", "same"):
        return None, False
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(modifier.kind, 0)
    return anchor.year + step, True


def two_digit_year(text: str) -> int:
    """Read '87 as 1987 and '14 as 2014."""
    number = int(text[-2:])
    return number + (2000 if number < 40 else 1900)


def month_number(name: str) -> int | None:
    """Give the number of a month by its name or abbreviation, or None."""
    number: int | None = words("calendar")["months"].get(name.lower())
    return number
