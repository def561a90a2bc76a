"""The lines above an article: who wrote it, where and when, and what is glued before its first sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.clean.paragraphs import Paragraph
from onrecord.lang import words

_PLACE = r"(?!(?:The|On|In|At|By|From|Since|Until|Mr|Mrs|Ms|Dr|File|FILE)\b)"
_PLACE += r"[A-Z][\w.'’\-]*(?:,? (?:(?:de|of|al|el|la)\s)?[A-Z][\w.'’\-]*){0,3},?"
_UPPER = (
    r"(?!FILE\b)(?:[^\W\d_a-z][^\W\d_a-z.'’\-]+)(?:[ /\-][^\W\d_a-z][^\W\d_a-z.'’\-]*){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
)
_ALSO_PARTIES = frozenset({"PTI", "PA", "AA", "SPA", "APA", "APP"})
"""Agencies whose letters stand for parties and offices as well."""
_DASH = r"\s*[-–—―]+\s*"
_NEXT = r"(?=[\"“‘'(\[]?[^\W\d_a-z]|\d|[\"“‘'])"


def dateline_length(text: str, *, first: bool) -> int:
    """Give the length of a dateline or agency credit glued before a paragraph's first sentence, 0 where there is none.

    ``first`` says that the paragraph is the article's first of running text: only there do weak forms count (a place and a dash).
    """
    strong, weak = _forms()
    head = text[:160]
    match = strong.match(head) or (weak.match(head) if first else None)
    if not match or match.end() >= len(text):
        return 0
    return len(match.group().rstrip())


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    date = _date_pattern()
    agency = r"(?:\((?!\d)[A-Z][^()]{1,40}\)|/[A-Z][\w. -]{2,30}/)"
    city = rf"(?:{_UPPER}|{_PLACE})"
    strong = re.compile(
        rf"{city},?\s+(?:{date},?\s+)?{agency}\s*(?:{_DASH}|:\s){_NEXT}"  # KABUL, Afghanistan (AP) —
        rf"|{agency}\s*(?:{_DASH}){_NEXT}"  # (Reuters) -
        rf"|\([A-Z]{{3,}}\s?[-–—]\s?[A-Z][^()]{{1,40}}\)\s"  # (AGGREGATOR- Outlet)
    )
    # without a dash only an agency that is known: "Norland Unity (NU) Chairman …" opens with a party
    credited = "|".join(re.escape(agency) for agency in words("agencies")["agencies"] if agency not in _ALSO_PARTIES)
    name = r"[A-Z][\w.'’]+(?: [A-Z][\w.'’]+)?"
    weak = re.compile(
        rf"{city}{_DASH}{date}\s*{_DASH}{_NEXT}|{date}, \d{{4}}\s*{_DASH}{_NEXT}|"  # KABUL – May 1, 2021 –
        rf"{city}(?:\s?\[[^\]]{{1,30}}\])?,?\s+{date}\s*(?:{agency})?\s*(?:{_DASH}|:\s){_NEXT}|"  # City [State], May 1 :
        rf"{_UPPER}\s*(?:[-–—―]|--+)\s+{_NEXT}"  # KABUL –
        rf"|{name}, {name} (?:[-–—―]|--+) {_NEXT}"  # Kabul, Afghanistan -
        rf"|(?!FILE\b)[A-Z][\w'’]+ [–—-] (?=[\"“]?[A-Z])(?![^.]*\s[–—-]\s)"  # Kabul -
        rf"|[A-Z]{{4,}}(?: [A-Z]{{3,}})?: (?=[\"“]?[A-Z])"  # KABUL:
        rf"|{agency}(?=[A-Z][a-z])"  # (CNN)The
        rf"|\((?:[A-Z]{{2,}}|Reuters)\)\s{_NEXT}"
        rf"|{_PLACE}\s\((?:{credited})\)\s(?=[\"“]?[A-Z][a-z])"  # Kabul (CNN) The
    )
    return strong, weak


@lru_cache(maxsize=1)
def _date_pattern() -> str:
    data = words("datelines")
    month = "|".join(sorted((name.capitalize() for name in (*data["months"], *data["month_forms"])), key=len, reverse=True))
    return rf"(?:\w+day,? )?(?:(?:{month})\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:{month})\.?)(?:,? \d{{4}})?"


def is_date_line(paragraph: Paragraph) -> bool:
    """Say whether a line is nothing but a date, with its time of day, weekday, place or a word such as "Updated"."""
    if len(paragraph.words) > 24 or not any(word.isdigit() for word in _parts(paragraph)):
        return False
    dated, other = _counts(paragraph)
    return dated and other <= 3


def _parts(paragraph: Paragraph) -> list[str]:
    return re.findall(r"\d+|[^\W\d_]+", paragraph.text.casefold())


def _counts(paragraph: Paragraph) -> tuple[bool, int]:
    """Say whether a line holds a day, and count its words that have nothing to do with dates."""
    data = words("datelines")
    months = {*data["months"], *data["month_forms"]}
    plain = months | {*data["weekdays"], *data["weekday_forms"], *data["clock"], "st", "nd", "rd", "th", "t", "z", "a", "p", "m"}
    plain |= {word for entry in (*data["published"], *data["updated"], *data["by"]) for word in entry.split()}
    parts = _parts(paragraph)
    numbers = [part for part in parts if part.isdigit()]
    named = any(part in months for part in parts) and any(len(number) <= 2 or len(number) == 4 for number in numbers)
    figures = bool(re.search(r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)\b", paragraph.text))
    clock = bool(re.fullmatch(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?", paragraph.text, re.IGNORECASE))
    return named or figures or clock, sum(not part.isdigit() and part not in plain for part in parts)


def is_entry(paragraph: Paragraph) -> bool:
    """Say whether a line begins an entry of a live blog and holds nothing else: a time of day, perhaps with its day."""
    match = _entry().match(paragraph.text)
    return match is not None and match.end() == len(paragraph.text)


@lru_cache(maxsize=1)
def _entry() -> re.Pattern[str]:
    return re.compile(words("oddities")["entry"], re.IGNORECASE)


def is_byline(paragraph: Paragraph) -> bool:
    """Say whether a line names the author: "By" and a name, or a name and a job, without a sentence's stop."""
    count = len(paragraph.words)
    if not 1 < count <= 16 or (paragraph.text.endswith((".", "?", "!")) and not paragraph.text.endswith(("Jr.", "Sr."))):
        return False
    data = words("datelines")
    key = f"{paragraph.key} "
    if key.startswith(tuple(f"{by} " for by in data["by"])):
        return _names(paragraph.text)
    return count <= 10 and any(key.endswith(f" {job} ") for job in data["jobs"]) and _names(paragraph.text)


def _names(text: str) -> bool:
    """Say whether most words after the first begin with a capital."""
    rest = [
        word
        for word in re.findall(r"[^\W\d_]+", text)[1:]
        if word not in ("and", "in", "for", "of", "the", "de", "van", "von", "al")
    ]
    return bool(rest) and sum(word[0].isupper() for word in rest) >= 0.75 * len(rest)
