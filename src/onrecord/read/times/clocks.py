"""Rules for times of day that stand alone."""

from __future__ import annotations

from onrecord.read.times.grammar import Hit, Meaning, Rule


def clock(hit: Hit) -> Meaning | None:
    """Read a time of day that names no day of its own."""
    text = str(hit.value("c"))
    value = clock_value(text)
    before, _ = hit.around()
    named = text[-1:].isalpha() or text[-1:] == "." or text in ("12:00", "24:00")
    if value is None or (not named and before is not None and before.kind in ("digit", "digit_word", "a", "count")):
        return None
    if not named and not (
        before is not None
        and before.kind in ("at", "by", "from", "to", "about", "between", "and", "until", "since", "before", "after")
    ):
        return None
    return Meaning("hour", "clock", value)


def clock_value(text: str) -> str | None:
    """Write a time of day as TIMEX3 does, or null for what is none (25:80)."""
    letters = [letter for letter in text.lower() if letter in "ap"]
    parts = "".join(character if character.isdigit() else " " for character in text).split()
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if letters:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if letters[0] == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    return f"T{hour:02}:{minute:02}"


def daypart(hit: Hit) -> Meaning | None:
    """Read the morning, in the evening, early morning: a part of a day that is not named."""
    return Meaning("daypart", "clock", f"T{hit.value('p')}")


def oclock(hit: Hit) -> Meaning | None:
    """Read five o'clock."""
    number = hit.value("n")
    return Meaning("hour", "clock", f"T{number:02}:00") if 1 <= number <= 12 else None


RULES = (
    Rule("(?P<c>clock)", clock),
    Rule("(?P<n>digit|digit_word)oclock", oclock),
    Rule("the(?:rough)?(?P<p>daypart)", daypart),
)
