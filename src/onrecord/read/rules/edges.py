"""Words that are no part of a content though they stand at its edge: its own cue, whom it was told, the show it was said on.

``without_tail``'s comments are in ``trimming``; here are pieces and opening words. Each step takes words away, never adds any.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.read.rules.spans import merge, overlap, subtract, tidy
from onrecord.records import Attribution, Span, Spans

_FEWEST = 2
"""Words that a content must keep."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTES = ("“", '"', "‘")
_LONGEST_TITLE = 6
"""Words of the name of a show or paper in quotation marks."""
_SHORT = 4
"""Letters up to which a word of a title may be written small."""
_LOOSE = frozenset({"and", "but", "or", "so", "yet"})
_LONGEST_TURN = 5
"""Words of a clause that only turns what was said: "but it did not come"."""
_TURNING = frozenset({"it", "he", "she", "they", "that"})


def cut(sheet: Sheet, each: Attribution, span: Span, fewest: int = _FEWEST) -> Attribution:
    """Take a span out of a content, unless next to nothing, fewer words than told, is left."""
    left: Spans = tidy(sheet.text, subtract(each.content, [span]))
    words = sum(sheet.parse.text[t][0].isalnum() for piece in left for t in range(*sheet.tokens(*piece)))
    return replace(each, content=left) if words >= fewest and overlap(left, each.content) else each


def without_own_words(sheet: Sheet, each: Attribution) -> Attribution:
    """Cut a content that runs over its own cue to what follows: "A promised B and said C" is C."""
    for start, end in each.content:
        cues = [cue for cue in each.cue if start < cue[0] and cue[1] < end]
        if cues and not any(sheet.quote_of[t] >= 0 for t in range(*sheet.tokens(*cues[0]))):
            return cut(sheet, each, (start, cues[-1][1]))
    return each


def without_cue(sheet: Sheet, each: Attribution) -> Attribution:
    """Take out of a content the words of its own cue and source, where a piece of it begins with them or lies inside."""
    named = merge((*each.source, *each.cue))
    if not overlap(each.content, named):
        return each
    for taken in named:
        opened = any(taken[0] <= start < taken[1] for start, _ in each.content)
        each = cut(sheet, each, taken) if opened else each
    return each


def without_joining_verb(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the reporter's verb that goes on: "…, X said, adding that …"; all of it where a name was to be withheld."""
    if len(each.content) < 2 or not each.cue:
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    if (
        start < each.cue[-1][1]
        or last - first < 2
        or sheet.parse.tag[first] != "VBG"
        or sheet.lemma(first) not in sheet.lex.speech
    ):
        return each
    if sheet.lemma(first) == "ask" and sheet.lower(first + 1) == "not":
        return cut(sheet, each, (start, end))
    told = sheet.lower(first + 1) == "that" or sheet.child(first, "ccomp") is not None
    return cut(sheet, each, (start, sheet.parse.end[first])) if told else each


def without_show(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the name of a show or paper in quotation marks: "“…,” X said on Ternin TV’s “This Week.”"."""
    if len(each.content) < 2 or not each.cue:
        return each
    start, end = each.content[-1]
    between = sheet.text[each.cue[-1][1] : start]
    told = sheet.text[each.content[-2][0]] in _QUOTES and each.content[-2][1] <= each.cue[0][0]
    if not told or each.cue[-1][1] > start or sheet.text[start] not in _QUOTES or "\n" in between or _ends(sheet, between):
        return each
    end = next((quote.end for quote in sheet.quotes if quote.start == start), end)
    words = sheet.text[start:end].strip("“”\"‘’'.,").split()
    large = all(word[0].isupper() or (len(word) < _SHORT and word.islower()) for word in words)
    setting = between.rstrip(" ’'")[-1:].isalnum()
    return cut(sheet, each, (start, end)) if large and setting and len(words) <= _LONGEST_TITLE else each


def _ends(sheet: Sheet, between: str) -> bool:
    """Tell whether a sentence ends here; short titles do not end one."""
    return any(word[-1] in ".?!" and word not in sheet.lex.titles for word in between.split())


def without_hearer(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out whom something was told in the passive: "[Kesk] was told by {Bresk} [that the dam leaks]", "was asked why"."""
    if len(each.content) < 2 or not each.cue or each.content[0][1] > each.cue[0][0]:
        return each
    telling = {*sheet.lex.telling, "ask"}
    verbs = [token for span in each.cue for token in range(*sheet.tokens(*span)) if sheet.lemma(token) in telling]
    patient = sheet.child(verbs[-1], "nsubjpass") if verbs else None
    if patient is None or not overlap(((sheet.parse.start[patient], sheet.parse.end[patient]),), each.content[:1]):
        return each
    return cut(sheet, each, each.content[0])


def without_turn(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out a short clause by which the reporter says how it was: "[the plan would be done by July] — but it was not"."""
    if not any(sheet.text[start:end].strip()[:1].isalpha() for start, end in each.cue):
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    while last > first and sheet.is_mark(last - 1):
        last -= 1
    joined = [t for t in range(max(first + _FEWEST, last - _LONGEST_TURN), last) if sheet.lower(t) in ("and", "but")]
    if (
        not joined
        or sheet.lower(joined[-1] + 1) not in _TURNING
        or sheet.parse.dep[joined[-1] + 1] not in (*SUBJECTS, "nsubjpass")
    ):
        return each
    opening = joined[-1]
    said = range(first, opening)
    finite = any(sheet.parse.tag[t] in _FINITE for t in said) or sheet.lower(opening) == "and"
    quoted = any(sheet.quote_of[t] >= 0 for t in range(opening, last))
    set_off = sheet.is_mark(opening - 1)
    closed = sheet.parse.sentences[sheet.parse.sentence_of[opening]][1] - last <= 1
    if not (finite and set_off and closed) or quoted:
        return each
    return cut(sheet, each, (sheet.parse.start[opening], end))


def without_open_end(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out, with its "and", a subject at the end whose verb is outside the content: "[it leaks, and a report], …, was"."""
    if not each.content:
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse = sheet.parse
    for token in range(first + _FEWEST, last):
        low, high = parse.reach[token]
        verb = parse.head[token]
        open_ = (
            parse.dep[token] in ("nsubj", "nsubjpass") and verb >= last and parse.sentence_of[verb] == parse.sentence_of[token]
        )
        if open_ and high >= last - 1 and low > first + _FEWEST and sheet.lower(low - 1) in ("and", "but"):
            quoted = any(sheet.quote_of[t] >= 0 for t in range(low, last))
            return each if quoted else cut(sheet, each, (parse.start[low - 1], end))
    return each


def without_loose_word(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the "and" with which a content ends: "[they own a boat and] most row it"."""
    if not each.content:
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    while last > first and sheet.is_mark(last - 1):
        last -= 1
    loose = last - first > _FEWEST and sheet.parse.dep[last - 1] == "cc" and sheet.lower(last - 1) in _LOOSE
    return cut(sheet, each, (sheet.parse.start[last - 1], end)) if loose and sheet.quote_of[last - 1] < 0 else each


def without_topic(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out the topic before a colon where the words themselves follow: "wrote about the dam: “It leaks.”"."""
    if len(each.content) != 1 or not each.cue or each.cue[-1][1] > each.content[0][0]:
        return each
    start, end = each.content[0]
    opening = next((quote for quote in sheet.quotes if start < quote.start < end), None)
    if opening is None or opening.end < end - 1 or not sheet.text[start : opening.start].rstrip().endswith(":"):
        return each
    first, last = sheet.tokens(start, opening.start)
    spoken = sheet.tokens(*opening.inner)
    clause = any(sheet.parse.tag[t] in _FINITE for t in range(first, last))
    whole = any(sheet.parse.tag[t] in _FINITE for t in range(*spoken))
    return each if clause or not whole else cut(sheet, each, (start, opening.start))
