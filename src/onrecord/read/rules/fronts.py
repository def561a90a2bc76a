"""What stands before a speaker and is not the speaker's: a heading, the reporter's clause before a dash, "Still,", a dateline.

Each step takes words away, never adds any, and leaves what stands in quotation marks alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.read.rules.edges import cut
from onrecord.read.rules.sheet import Sheet
from onrecord.records import Attribution, Spans

_PARTING = frozenset({";", ":", "-", "–", "—", "--", "|", ".", "?", "!"})
_PARTED = 3
"""Words between a phrase and the source that make it somebody else's phrase."""
_OPENING = frozenset({"“", '"', "‘"})
_PLACES = frozenset({"in", "at", "on", "during"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’]+[ ,]{0,2}){1,4}(?:[A-Z][A-Za-z.]+ ?){0,2}(?:\([^)\n]{1,30}\) ?)?(?:--| -- | [–—-] |—)\s*(?=\S)"
)
"""A place in capitals before a dash: "PORT KESK --", "OLM, Rurit. (AP) —"."""


def without_joining_word(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the word by which the reporter goes on: "[Still], Kesk said, [the dam is safe]", "[Not surprisingly], …"."""
    if (front := _front(sheet, each)) is None or sheet.text[front[1] : _named(each)].strip() not in ("", ","):
        return each
    words = [sheet.lower(token) for token in range(*sheet.tokens(*front)) if not sheet.is_mark(token)]
    joining = words and words[-1] in sheet.lex.joining and all(word in sheet.lex.joining | {"not"} for word in words)
    return _without(each) if joining else each


def without_fronted_phrase(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out a phrase without a verb that opens the sentence: "During his years in office, X said that …".

    So is one from which other words part the source: it belongs to them.
    """
    if not each.cue or len(each.content) < 2:
        return each
    opening, source = each.content[0], min([*each.source, *each.cue])[0]
    first, last = sheet.tokens(*opening)
    if first == last or opening[1] > source or _is_aside(sheet, each):
        return each
    between = sheet.text[opening[1] : source].strip()
    quoted = any(sheet.quote_of[t] >= 0 for t in range(first, last))
    verbs = any(sheet.parse.tag[t] in _FINITE for t in range(first, last))
    setting = sheet.parse.pos[first] == "ADP" and sheet.lower(first) in _PLACES
    phrase = sheet.parse.pos[first] in ("ADP", "ADV", "SCONJ") and (setting or not quoted)
    parted = len(between.split()) >= _PARTED and not quoted
    return cut(sheet, each, opening) if not verbs and phrase and (between in ("", ",") or parted) else each


def without_how_often(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out how often and where before the words themselves: "said [many times in a debate with Olm, | “it leaks”]"."""
    if len(each.content) != 1 or not each.cue or each.cue[-1][1] > each.content[0][0]:
        return each
    start, end = each.content[0]
    opening = next((quote for quote in sheet.quotes if start < quote.start < end), None)
    if opening is None or opening.end < end - 1:
        return each
    parse, (first, last) = sheet.parse, sheet.tokens(start, opening.start)
    cue = {t for span in each.cue for t in range(*sheet.tokens(*span))}
    before, spoken = range(first, last), range(*sheet.tokens(*opening.inner))
    said = any(sheet.lemma(t) in sheet.lex.speech for t in cue)
    tops = [t for t in before if parse.head[t] not in before and parse.dep[t] != "punct"]
    around = bool(tops) and all(parse.head[t] in cue and parse.dep[t] in ("prep", "npadvmod", "advmod") for t in tops)
    often = any(sheet.lower(t) in ("times", "repeatedly", "often") for t in before)
    clause = any(parse.tag[t] in _FINITE for t in before)
    whole = any(parse.tag[t] in _FINITE for t in spoken)
    return cut(sheet, each, (start, opening.start)) if said and around and often and whole and not clause else each


def _is_aside(sheet: Sheet, each: Attribution) -> bool:
    """Tell whether source and cue stand between commas, so that what is before and behind them is one sentence.

    Before a quotation the comma is only the quotation's: "In “River Days” she wrote, “…”".
    """
    behind = sheet.text[max([*each.source, *each.cue])[1] :].lstrip()
    return behind[:1] == "," and behind[1:].lstrip()[:1] not in _OPENING


def without_clause_before(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out a heading or another's words before a mark: "[DAM STAYS] - Kesk says [it is safe]", "[Olm denies it]; Kesk …".

    A colon or semicolon may have more of the reporter's behind it: "[She likes it]: last week, for instance, she said …".
    """
    front = _front(sheet, each)
    if front is None or not each.source:
        return each
    between = sheet.text[front[1] : _named(each)].strip()
    if between not in _PARTING and between[:1] not in (":", ";"):
        return each
    behind = sheet.text[max([*each.source, *each.cue])[1] :].lstrip()
    aside = behind[:1] in ("-", "–", "—") or each.content[1][0] < _named(each)
    return each if aside else _without(each)


def without_dateline(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the place that a paragraph begins with: "[PORT KESK -- The dam is safe], Kesk said"."""
    start, end = each.content[0] if each.content else (0, 0)
    place = _DATELINE.match(sheet.text, start, end)
    if place is None or not any(block.start == start for block in sheet.blocks):
        return each
    return replace(each, content=((place.end(), end), *each.content[1:]))


def _front(sheet: Sheet, each: Attribution) -> tuple[int, int] | None:
    """Give the piece of a content that stands before source and cue, where another is behind them and nothing of it is quoted."""
    if len(each.content) < 2 or not each.cue or each.content[0][1] > _named(each) or each.content[-1][0] < each.cue[-1][1]:
        return None
    front = each.content[0]
    return None if any(sheet.quote_of[token] >= 0 for token in range(*sheet.tokens(*front))) else front


def _named(each: Attribution) -> int:
    return min((*each.source, *each.cue))[0]


def _without(each: Attribution) -> Attribution:
    left: Spans = each.content[1:]
    return replace(each, content=left)
