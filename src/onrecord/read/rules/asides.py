"""The reporter's words around what was said: how and when it was said, his own clause behind it, the thing he calls it.

Each step takes words away, never adds any, and leaves what stands in quotation marks alone.
"""

from __future__ import annotations

from onrecord.read.rules.edges import cut
from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.records import Attribution

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LINKING = frozenset({"as", "and", "but", "while", "which"})
_SUMMED = frozenset({"that", "which", "he", "she", "they", "some", "many", ","})
_ARTICLES = frozenset({"a", "an", "the"})
_THINGS = frozenset({"DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM"})
_RELATIVES = frozenset({"where", "which", "who"})
_MEASURED = frozenset({"of", "before", "after", "to", "until"})
_OPENING_BEHIND = frozenset({"as", "while", "when", "after", "before", "which", "where"})
_DASHES = ("—", "–", "--")
_LONGEST_WORDING = 4
"""Words up to the noun by which the reporter sums up what was said."""
_FEWEST = 2
"""Words of a thing that the reporter describes; up to as many may be quoted in it."""

_SHOWN = frozenset({"fanfare", "ceremony", "flourish"})


def without_way_of_asking(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out how or whom somebody asked before "if" and "whether": "asked [several times if the dam leaks]"."""
    if not each.content or not each.cue or each.cue[-1][1] > each.content[0][0]:
        return each
    first, last = sheet.tokens(*each.content[0])
    asking = any(sheet.lemma(token) in ("ask", "inquire") for token in range(*sheet.tokens(*each.cue[-1])))
    opened = next((t for t in range(first, last) if sheet.lower(t) in ("if", "whether")), first)
    if not asking or opened == first or _has_verb(sheet, first, opened) or _quoted(sheet, first, last):
        return each
    if any(sheet.parse.pos[t] in ("ADP", "CCONJ") for t in range(first, opened)) or sheet.is_mark(opened - 1):
        return each
    return cut(sheet, each, (each.content[0][0], sheet.parse.start[opened]))


def without_what_dates_the_saying(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what stands between a cue and its "that": "said hours before [the raid began that she would stay]"."""
    if not each.content or not each.cue or each.cue[-1][1] > each.content[0][0]:
        return each
    start, end = each.content[0]
    first, last = sheet.tokens(start, end)
    cue = frozenset(range(*sheet.tokens(*each.cue[-1])))
    dated = first > 0 and sheet.lower(first - 1) in ("before", "after")
    if first == last or not (dated or first in sheet.dated or sheet.parse.pos[first] in ("ADP", "ADV", "SCONJ")):
        return each
    for token in range(first + 1, last):
        verb = sheet.parse.head[token]
        if sheet.lower(token) != "that" or sheet.parse.dep[token] != "mark" or sheet.parse.dep[verb] != "ccomp":
            continue
        above = sheet.parse.head[verb]
        told = above in cue or (dated and sheet.lemma(above) not in sheet.lex.clause)
        if told and sheet.parse.reach[verb][0] == token and not _quoted(sheet, first, token):
            return cut(sheet, each, (start, sheet.parse.start[token]))
    return each


def without_link(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the word that joins what was said to its source: "[the dam leaks, as] {Kesk} <said>"."""
    if not each.source or not each.content:
        return each
    named = min(start for start, _ in (*each.source, *each.cue))
    for start, end in each.content:
        first, last = sheet.tokens(start, end)
        if end > named or last - first < 2 or any(char.isalnum() for char in sheet.text[end:named]):
            continue
        if sheet.lower(last - 1) in _LINKING and sheet.is_mark(last - 2):
            return cut(sheet, each, (sheet.parse.start[last - 1], end))
    return each


def without_own_clause(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the clause by which the reporter goes on: ", but they disagree", ", but did not say how", ", and where …"."""
    if not each.source or not each.cue or each.content[-1:] < each.cue[-1:]:
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    relative = _relative_before(sheet, each)
    for token in range(first + 2, last - 2):
        if sheet.lower(token) not in ("but", "and") or _quoted(sheet, token, last):
            continue
        follows = sheet.lower(token + 1)
        again = relative != "" and follows == relative
        on = sheet.lower(token) == "but" and sheet.is_mark(token - 1) and _says_on(sheet, each, token + 1)
        if again or on:
            return cut(sheet, each, (sheet.parse.start[token], end))
    return each


def _relative_before(sheet: Sheet, each: Attribution) -> str:
    """Give the relative word in whose clause a source stands: "the valley, where {Kesk} <says> …"."""
    token = sheet.tokens(*each.source[0])[0] - 1
    return sheet.lower(token) if token >= 0 and sheet.lower(token) in _RELATIVES else ""


def _says_on(sheet: Sheet, each: Attribution, token: int) -> bool:
    """Tell whether somebody goes on to say or not to say: "they disagree", "did not say how"."""
    parse = sheet.parse
    if parse.tag[token] in ("VBD", "VBZ", "VBP") and sheet.lemma(token) == "do" and token + 2 < len(parse):
        return sheet.lower(token + 1) in ("not", "n't", "n’t") and sheet.lemma(token + 2) in sheet.lex.speech
    if sheet.lower(token) not in ("he", "she", "they") or parse.dep[token] not in SUBJECTS:
        return False
    verb = parse.head[token]
    cue = [parse.tag[t] for t in range(*sheet.tokens(*each.cue[-1]))]
    told = sheet.lemma(verb) in sheet.lex.speech | sheet.lex.withholding
    return told and parse.tag[verb] in cue and token < verb <= token + 2


def without_appended_thing(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what the reporter calls it behind a quotation: "“…,” [a plan that goes further than hers]"."""
    if not each.source or not each.cue or each.content[-1:] < each.cue[-1:]:
        return each
    start, end = each.content[-1]
    if (low := _reference(sheet, *sheet.tokens(start, end))) is not None:
        return cut(sheet, each, (sheet.parse.start[low], end))
    for quote in sheet.quotes:
        if start <= quote.start and quote.end < end and sheet.text[quote.end - 2 : quote.end - 1] == ",":
            first, last = sheet.tokens(quote.end, end)
            if last - first >= _FEWEST and _is_described(sheet, first, last):
                return cut(sheet, each, (sheet.parse.start[first], end))
    return each


def _is_described(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether words open with a thing and what it is, none of them quoted but a word or two: "a plan that …"."""
    later = [quote for quote in sheet.quotes if sheet.parse.start[first] <= quote.start < sheet.parse.start[last - 1]]
    if sheet.lower(first) not in _ARTICLES or any(len(sheet.text[slice(*quote.inner)].split()) > _FEWEST for quote in later):
        return False
    noun = next((t for t in range(first, last) if sheet.parse.tag[t] in ("NN", "NNS")), last)
    return noun + 1 < last and sheet.lower(noun + 1) in ("that", "which", "who")


def _reference(sheet: Sheet, first: int, last: int) -> int | None:
    """Find where the reporter tells what was meant, or what it was: "… — | a reference to the charge", ", | a stance that …"."""
    for low in range(first + 2, last - 2):
        if not sheet.is_mark(low - 1) or _quoted(sheet, low, last):
            continue
        opening, noun, follows = sheet.lower(low), sheet.lemma(low + 1), sheet.lower(low + 2)
        if opening in _ARTICLES and _sums_up(sheet, low + 1, last):
            return low
        if opening == "something" and (sheet.lower(low + 1) in ("that", "which") or sheet.parse.pos[low + 1] == "PROPN"):
            return low
        meant = noun in ("reference", "allusion") and follows == "to"
        told = noun in sheet.lex.tail_nouns and follows in ("that", "which") and sheet.parse.tag[low + 3] in _FINITE
        dated = opening == "the" and noun == "same" and follows in ("day", "week", "month")
        if dated or (opening == "a" and (meant or told)):
            return low
    return None


def _sums_up(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether words behind an article are the reporter's word for what was said: "an assertion that", "latest sign that"."""
    noun = first
    while noun < min(first + _LONGEST_WORDING, last - 1) and sheet.parse.pos[noun] in ("ADJ", "ADV"):
        noun += 1
    if sheet.lemma(noun) not in sheet.lex.tail_summing or sheet.parse.pos[noun] != "NOUN" or noun + 1 >= last:
        return False
    return sheet.lower(noun + 1) in _SUMMED and "for example" not in _words(sheet, noun, last)


def _words(sheet: Sheet, first: int, last: int) -> str:
    return " ".join(sheet.lower(token) for token in range(first, last))


def without_thing_behind(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out a phrase without a verb behind a quotation and its cue: "“…,” Kesk said in announcing [the plan]".

    And a clause that the cue itself opens: "“…,” she wrote as [the dam broke]".
    """
    if len(each.content) < 2 or not each.cue:
        return each
    (start, end), before = each.content[-1], each.content[-2]
    named = (*each.source, *each.cue)
    after, first, last = max(named)[1], *sheet.tokens(start, end)
    told = before[1] <= min(named)[0] and _quoted(sheet, *sheet.tokens(*before))
    if not told or start < after or sheet.text[after:start].strip() not in ("", ","):
        return each
    dated = sheet.lower(sheet.tokens(*each.cue[-1])[1] - 1) in _OPENING_BEHIND
    verbs = not dated and _has_verb(sheet, first, last)
    return each if verbs or _quoted(sheet, first, last) else cut(sheet, each, (start, end))


def without_gesture(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out how it was said before the quotation goes on: "“…,” Kesk said, [her voice shaking. “It leaks.”]"."""
    if len(each.content) < 2 or not each.cue:
        return each
    for start, end in each.content[1:]:
        opening = next((quote for quote in sheet.quotes if start < quote.start < end), None)
        if opening is None or start < each.cue[-1][1] or not sheet.text[start : opening.start].rstrip().endswith("."):
            continue
        first, last = sheet.tokens(start, opening.start)
        doing = any(sheet.parse.tag[t] in ("VBG", "VBN", "TO") for t in range(first, last))
        if doing and not any(sheet.parse.tag[t] in _FINITE for t in range(first, last)):
            return cut(sheet, each, (start, opening.start))
    return each


def without_opening(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what opens a sentence whose words are quoted whole: "[In case you missed it], Kesk said, “It leaks.”"."""
    if len(each.content) != 2 or not each.cue or not each.source:
        return each
    (start, end), (opened, _) = each.content
    named = min(each.source[0][0], each.cue[0][0])
    whole = sheet.text[opened] in '“"' and sheet.text[opened + 1 : opened + 2].isupper()
    first, last = sheet.tokens(start, end)
    if (
        not whole
        or end > named
        or opened < each.cue[-1][1]
        or sheet.text[end:named].strip() != ","
        or _quoted(sheet, first, last)
    ):
        return each
    return cut(sheet, each, (start, end)) if first < last and sheet.parse.pos[first] in ("ADP", "SCONJ", "ADV") else each


def without_second_verb(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the verb alone by which the reporter goes on to words that are quoted: "it leaks [and predicted] that “…”"."""
    if not each.cue or not each.content or each.cue[-1][1] > each.content[0][0]:
        return each
    first, last = sheet.tokens(*each.content[-1])
    cue = [sheet.parse.tag[t] for t in range(*sheet.tokens(*each.cue[-1]))]
    for token in range(first + 2, last - 3):
        verb = token + 1 + (sheet.parse.pos[token + 1] == "ADV")
        speech = sheet.lemma(verb) in sheet.lex.speech and sheet.parse.tag[verb] in cue and sheet.lower(verb + 1) == "that"
        if sheet.lower(token) in ("and", "but") and speech and not _quoted(sheet, token, verb + 2) and _quoted(sheet, verb, last):
            return cut(sheet, each, (sheet.parse.start[token], sheet.parse.end[verb]))
    return each


def without_interrupted(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the sentence that quoted words between dashes break into: "— “It leaks,” he said — [the town was shocked]"."""
    if len(each.content) < 2 or not each.cue:
        return each
    (before, _), (start, end) = each.content[-2], each.content[-1]
    dashed = sheet.text[:before].rstrip().endswith(_DASHES) and sheet.text[:start].rstrip().endswith(_DASHES)
    behind = before < each.cue[-1][0] < start and sheet.text[before] in '“"'
    return cut(sheet, each, (start, end)) if dashed and behind and not _quoted(sheet, *sheet.tokens(start, end)) else each


def without_day_of_announcing(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out when a thing was announced: "announced [an inquiry in June into the dam]", "… [with fanfare last spring]"."""
    if not each.content or not each.cue or each.cue[-1][1] > each.content[0][0]:
        return each
    first, last = sheet.tokens(*each.content[0])
    announced = any(sheet.lemma(token) in sheet.lex.announcing for token in range(*sheet.tokens(*each.cue[-1])))
    if first == last or not announced or sheet.parse.pos[first] not in _THINGS or sheet.lower(first) == "that":
        return each
    shown = _fanfare(sheet, first, last)
    if shown is not None:
        return cut(sheet, each, (sheet.parse.start[shown], each.content[0][1]))
    dated = next((t for t in range(first + 1, last) if t in sheet.dated), last)
    low, high = dated, dated
    while high < last and high in sheet.dated:
        high += 1
    if sheet.lower(low - 1) in ("in", "on", "at"):
        low -= 1
    elif sheet.parse.pos[low - 1] == "ADP" or sheet.parse.tag[dated] == "CD":
        return each
    if high + 2 == last and sheet.lower(high) in ("in", "at") and sheet.parse.pos[high + 1] == "PROPN":
        high = last  # "on Friday in Ternin"
    ends = high >= last or (sheet.parse.pos[high] in ("ADP", "PUNCT", "ADV") and sheet.lower(high) not in _MEASURED)
    if dated == last or not ends or low <= first or _has_verb(sheet, first, low) or _quoted(sheet, first, high):
        return each
    return cut(sheet, each, (sheet.parse.start[_manner(sheet, first, low)], sheet.parse.end[high - 1]))


def _fanfare(sheet: Sheet, first: int, last: int) -> int | None:
    """Give where "with great fanfare", behind a thing that was announced, and what was done besides begin."""
    for noun in range(first + 2, last):
        low = _manner(sheet, first, noun + 1)
        ends = noun + 1 == last or sheet.lower(noun + 1) == ","
        if low <= noun and sheet.lemma(noun) in _SHOWN and ends and not _has_verb(sheet, first, low):
            return None if _quoted(sheet, low, last) else low
    return None


def _manner(sheet: Sheet, first: int, low: int) -> int:
    """Give where a phrase of manner before a date begins: "with similar fanfare | last spring"."""
    prep = next((t for t in range(low - 1, max(first, low - 4), -1) if sheet.lower(t) in ("with", "amid")), low)
    return prep if any(sheet.lemma(t) in _SHOWN for t in range(prep, low)) else low


def _has_verb(sheet: Sheet, first: int, last: int) -> bool:
    return any(sheet.parse.tag[t] in _FINITE | {"VB"} for t in range(first, last))


def _quoted(sheet: Sheet, first: int, last: int) -> bool:
    return any(sheet.quote_of[token] >= 0 for token in range(first, last))
