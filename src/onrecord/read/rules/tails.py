"""What the reporter adds behind what was said: who else said what, how it was meant, what it refers to, where it was said.

Each step takes words away, never adds any, and leaves what stands in quotation marks alone.
"""

from __future__ import annotations

from onrecord.read.rules.edges import cut
from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.records import Attribution, Span

_FEWEST = 2
"""Words that a content must keep."""
_DATING = 4
"""Words within which "a few days after" comes to its "after"."""
_SETTING_OFF = frozenset({",", "–", "—", "--"})
_PARTING = frozenset({",", ";", "–", "—", "-", "--"})
_CLOSING = frozenset({"”", '"', "’", "''"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BACKSHIFTED = frozenset({"would", "could", "should", "might"})
"""In reported speech these are the speaker's: "which could have allowed him …"."""


def without_setting(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what follows "…, X said" and tells when, where or how: "…, X reported in June", "…, X said, laughing"."""
    if not each.cue or len(each.content) < 2:
        return each
    last = each.content[-1]
    after = max(each.source[-1][1] if each.source else 0, each.cue[-1][1])
    between = sheet.text[after : last[0]].strip()
    first, end = sheet.tokens(*last)
    dated = [t for t in range(*sheet.tokens(after, last[0])) if not sheet.is_mark(t)] if last[0] > after else []
    if between.endswith(",") and all(t in sheet.dated or sheet.parse.pos[t] == "ADP" for t in dated):
        between = ","  # "…, X said on Friday, [declining to halt it]"
    if last[0] < after or each.content[-2][1] > after or _quoted(sheet, last) or between not in ("", ",") or first == end:
        return each
    before = range(*sheet.tokens(*each.content[-2]))
    if not any(sheet.parse.tag[t] in _FINITE | {"MD"} for t in before):
        return each  # "A is accused of B": both are its pieces
    verbs = any(sheet.parse.pos[t] in ("VERB", "AUX") for t in range(first, end))
    setting = not verbs and not between and (sheet.parse.pos[first] == "ADP" or first in sheet.dated)
    comment = sheet.parse.tag[first] == "VBG" or sheet.lower(first) in sheet.lex.tail_openings
    doing = between == "," and comment and not _quoted(sheet, each.content[-2])
    return cut(sheet, each, last) if setting or doing else each


def without_tail(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what the reporter adds at the end: who else said what, how it was meant, what it refers to."""
    if not any(sheet.text[start:end].strip()[:1].isalpha() for start, end in each.cue):
        return each  # a turn, a headline: all of it is the speaker's
    start, end = each.content[-1]
    named = min((begin for begin, _ in (*each.source, *each.cue) if begin >= end), default=-1)
    if named >= 0 and not any(char.isalnum() for char in sheet.text[end:named]):
        return each  # "the dam, which leaks, X said": all of it is told as hers
    first, last = sheet.tokens(start, end)
    cue = frozenset(token for span in each.cue for token in range(*sheet.tokens(*span)))
    for token in range(first + _FEWEST, last):
        (low, high), head = sheet.parse.reach[token], sheet.parse.head[token]
        outside = head >= low or (head < first and head not in cue)
        if low < first + _FEWEST or high < last - 1 or outside or _any_quoted(sheet, low, last):
            continue
        if _said_on(sheet, cue, token) or (_set_off(sheet, low) and _is_comment(sheet, token, low)):
            while low > first and (sheet.parse.dep[low - 1] == "cc" or sheet.parse.text[low - 1] in _PARTING):
                low -= 1
            return each if _leaves_clause_open(sheet, first, low) else cut(sheet, each, (sheet.parse.start[low], end))
    return each


def _leaves_clause_open(sheet: Sheet, first: int, low: int) -> bool:
    """Tell whether a "that" before a place would be left without its verb."""
    parse = sheet.parse
    marks = [t for t in range(max(0, first - 1), low) if sheet.lower(t) == "that" and parse.tag[t] == "IN"]
    return bool(marks) and not any(parse.tag[t] in _FINITE | {"MD"} for t in range(marks[-1], low))


def _said_on(sheet: Sheet, cue: frozenset[int], verb: int) -> bool:
    """Tell whether a verb coordinated inside a content is the speaker's next verb of saying: "said A and warned of B"."""
    parse, head = sheet.parse, sheet.parse.head[verb]
    if parse.dep[verb] != "conj" or sheet.child(verb, *SUBJECTS) is not None:
        return False
    withheld = _is_withheld(sheet, verb)
    if sheet.lemma(verb) not in sheet.lex.speech and not withheld:
        return False
    alike = any(parse.tag[token] == parse.tag[verb] for token in cue) and parse.tag[verb] in _FINITE
    helped = any(parse.dep[kid] in ("aux", "auxpass") for kid in parse.children[verb]) or any(
        parse.dep[kid] in ("aux", "auxpass") and sheet.lemma(kid) in ("have", "be", "'ve", "’ve") for kid in parse.children[head]
    )  # "it doesn't reflect … and warned": no helper of both
    return alike and (head in cue or withheld or not (helped or sheet.lemma(head) in sheet.lex.speech))


def _is_withheld(sheet: Sheet, verb: int) -> bool:
    """Tell whether a verb says what else was not told, or doubted: "but gave no details", "but declined to", "and cast doubt"."""
    if sheet.lemma(verb) in sheet.lex.withholding:
        return True
    thing = sheet.child(verb, "dobj")
    none = thing is not None and any(sheet.lower(kid) == "no" for kid in sheet.parse.children[thing])
    return sheet.lemma(verb) in sheet.lex.giving and (none or (thing is not None and sheet.lemma(thing) == "doubt"))


def _set_off(sheet: Sheet, low: int) -> bool:
    before = low - 1
    while before > 0 and sheet.parse.text[before] in _CLOSING:
        before -= 1
    return sheet.parse.text[before] in _SETTING_OFF


def _is_comment(sheet: Sheet, token: int, low: int) -> bool:
    """Tell the clauses and phrases that mostly are the reporter's behind a comma."""
    parse, opening = sheet.parse, sheet.lower(low)
    comma = parse.text[low - 1] == ","
    if comma and any(sheet.lower(kid) in _BACKSHIFTED for kid in parse.children[token]):
        return False
    if parse.dep[token] == "relcl":
        return opening in sheet.lex.tail_relatives
    if opening == "as":
        return parse.dep[token] == "advcl" and parse.pos[low + 1] != "AUX" and parse.tag[token] == "VBD"
    if parse.dep[token] == "prep" and opening == "with":  # ", with one in ten saying …"
        return any(parse.tag[t] == "VBG" and sheet.lemma(t) in sheet.lex.saying for t in range(*parse.reach[token]))
    if parse.dep[token] in ("advcl", "prep", "mark"):
        later = opening not in sheet.lex.tail_openings and _is_later(sheet, low)
        named = (
            later or opening in sheet.lex.tail_openings or " ".join(parse.text[low : low + 3]).lower() in sheet.lex.tail_phrases
        )
        said = parse.dep[token] == "advcl" and parse.tag[token] == "VBG" and sheet.lemma(token) in sheet.lex.tail_verbs
        return named or said
    return parse.dep[token] == "appos" and _is_gloss(sheet, token, low)


def _is_later(sheet: Sheet, low: int) -> bool:
    """Tell whether a phrase dates what was said against something else: "shortly before", "a few days after"."""
    measured = [sheet.lower(t) for t in range(low, min(low + _DATING, len(sheet.parse)))]
    joined = next((i for i, word in enumerate(measured) if word in ("before", "after")), 0)
    return joined > 0 and measured[joined - 1] in sheet.lex.spells


def _is_gloss(sheet: Sheet, token: int, low: int) -> bool:
    """Tell whether an apposition tells who or what a name is, or what was said amounts to: "…, the maker of the pump"."""
    if sheet.lemma(token) in sheet.lex.tail_nouns:
        return True
    parse, named = sheet.parse, sheet.parse.head[token]
    listed = any(parse.dep[kid] in ("conj", "cc") and kid < low for kid in parse.children[named])
    listed = (
        listed or any(parse.dep[kid] in ("conj", "cc", "appos") for kid in parse.children[token]) or parse.dep[named] == "conj"
    )
    opens = sheet.lower(low) == "the" or (sheet.lower(low) in ("a", "an") and parse.pos[named] == "PROPN")
    return opens and not listed and token > low + 1


def _quoted(sheet: Sheet, span: Span) -> bool:
    return _any_quoted(sheet, *sheet.tokens(*span))


def _any_quoted(sheet: Sheet, first: int, last: int) -> bool:
    return any(sheet.quote_of[token] >= 0 for token in range(first, last))
