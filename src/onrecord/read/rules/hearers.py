"""Whom and when something was told, left out where the content begins with it: "told [the council on Friday that …]".

Each step takes words away, never adds any, and leaves what stands in quotation marks alone.
"""

from __future__ import annotations

from onrecord.read.rules.edges import cut
from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.records import Attribution

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_THINGS = frozenset({"DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM"})
_COMMAS = (",", ":")
_LONGEST_HEARER = 9
"""Words up to which the name of whom something was told may be, with its "that"."""


def without_addressee(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out to whom and when it was told where a clause follows: "announced to reporters that …", "said Monday that …"."""
    if not each.content or not each.cue:
        return each
    start, end = each.content[0]
    first, last = sheet.tokens(start, end)
    given = next((t for t in range(first, last) if sheet.parse.dep[t] == "dative" and sheet.parse.reach[t][0] == first), None)
    if given is not None and given + 1 < last and sheet.parse.pos[given] != "ADP" and _follows_cue(sheet, each, start):
        return cut(sheet, each, (start, sheet.parse.end[_hearer_end(sheet, given, last) - 1]))
    opened = next((t for t in range(first, last) if t not in sheet.dated and sheet.lower(t) != "on"), last)
    if first < opened < last - 1 and sheet.lower(opened) in ("in", "at") and sheet.parse.pos[opened + 1] == "PROPN":
        opened = next((t for t in range(opened + 1, last) if sheet.parse.pos[t] != "PROPN"), last)  # "Tuesday in Olm"
    if first < opened < last and sheet.lower(opened) == "that":
        return cut(sheet, each, (start, sheet.parse.end[opened - 1]))
    dated = first < opened < last - 1 and any(t in sheet.dated for t in range(first, opened))
    if (
        dated
        and _opens_clause(sheet, opened, last)
        and _follows_cue(sheet, each, start)
        and not _any_quoted(sheet, first, opened)
    ):
        return cut(sheet, each, (start, sheet.parse.end[opened - 1]))
    if first == last or sheet.lower(first) != "to" or sheet.parse.tag[first] != "IN":
        return each
    named = sheet.child(first, "pobj")
    if named is None or not first < named < last - 1 or sheet.is_mark(named + 1):
        return each
    told = any(sheet.parse.tag[token] in _FINITE | {"MD"} for token in range(named + 1, last))
    return cut(sheet, each, (start, sheet.parse.end[named])) if told else each


def without_named_hearer(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out whom the words were told where they follow: "told [Kesk, “It leaks.”]", "writing to [Kesk, “…”]"."""
    if len(each.content) != 1 or not each.cue or each.cue[-1][1] > each.content[0][0]:
        return each
    start, end = each.content[0]
    opening = next((quote for quote in sheet.quotes if start < quote.start < end), None)
    if opening is None or opening.end < end - 1 or not sheet.text[start : opening.start].rstrip().endswith(_COMMAS):
        return each
    first, last = sheet.tokens(start, opening.start)
    cue = range(*sheet.tokens(*each.cue[-1]))
    telling = any(sheet.lemma(token) in (*sheet.lex.telling, "ask") for token in cue) or (cue and sheet.lower(cue[-1]) == "to")
    named = (
        first < last
        and sheet.parse.pos[first] in _THINGS
        and not any(sheet.parse.tag[t] in _FINITE | {"MD", "VB"} for t in range(first, last))
    )
    return cut(sheet, each, (start, opening.start)) if telling and named else each


def without_told_name(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out whom it was told where the parser missed that: "tells [Kesk TV that …]", "told [a court his dam leaks]"."""
    if not each.content or not each.cue or each.content[0][0] < each.cue[-1][1]:
        return each
    start, end = each.content[0]
    first, last = sheet.tokens(start, end)
    if not any(sheet.lemma(token) in (*sheet.lex.telling, "promise") for token in range(*sheet.tokens(*each.cue[-1]))):
        return each
    opened = next((t for t in range(first + 1, min(first + _LONGEST_HEARER, last)) if sheet.lower(t) == "that"), first)
    if opened == first and _follows_cue(sheet, each, start):
        named = next((t for t in range(first, last) if sheet.parse.pos[t] not in ("DET", "ADJ", "NOUN", "PROPN", "NUM")), last)
        plain = first < named < last and sheet.parse.pos[first] == "DET" and sheet.parse.pos[named] == "PRON"
        if plain and _opens_clause(sheet, named, last) and not _any_quoted(sheet, first, named):
            return cut(sheet, each, (start, sheet.parse.start[named]))
    verbs = any(sheet.parse.tag[t] in _FINITE | {"MD", "VB"} for t in range(first, opened))
    if opened == first or sheet.parse.tag[opened] != "IN" or verbs or _any_quoted(sheet, first, opened):
        return each
    return cut(sheet, each, (start, sheet.parse.start[opened]))


def _hearer_end(sheet: Sheet, given: int, last: int) -> int:
    """Give the token that ends whom something was told; a subject that the parser took into it begins with its article."""
    parse, (low, high) = sheet.parse, sheet.parse.reach[given]
    verb = next((t for t in range(high, last) if parse.pos[t] != "ADV"), high)
    subjects = any(parse.dep[kid] in (*SUBJECTS, "nsubjpass", "expl") for kid in parse.children[verb]) if verb < last else True
    if subjects or parse.tag[verb] not in _FINITE:
        return high
    return next((t for t in range(low + 1, high) if sheet.parse.pos[t] == "DET"), low)


def _opens_clause(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether a subject and its verb begin here: "said on Tuesday | the city had no money"."""
    parse = sheet.parse
    subject = next((t for t in range(first, last) if parse.dep[t] in (*SUBJECTS, "nsubjpass", "expl")), None)
    return subject is not None and parse.reach[subject][0] == first and parse.head[subject] > subject


def _follows_cue(sheet: Sheet, each: Attribution, start: int) -> bool:
    return not sheet.text[each.cue[-1][1] : start].strip() if each.cue[-1][1] <= start else False


def _any_quoted(sheet: Sheet, first: int, last: int) -> bool:
    return any(sheet.quote_of[token] >= 0 for token in range(first, last))
