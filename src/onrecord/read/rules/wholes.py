"""A content that breaks off inside a phrase, or before the verb of its subject, brought to the end of its clause.

The trained reader sees a stretch of an article at a time: where that ends, a content ends with it ("[it will need an] inquiry").
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.read.rules.spans import overlap, tidy
from onrecord.records import Attribution

_BEFORE = frozenset({"det", "amod", "compound", "aux", "auxpass", "nmod", "nummod", "poss", "neg"})
"""What stands before the word that it belongs to, so that no content ends with it."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def with_whole_clause(sheet: Sheet, each: Attribution) -> Attribution:
    """Go on to the end of a clause that is broken off; what is quoted, or runs into source or cue, stays as it is."""
    if not each.content or not each.cue or each.content[-1][0] < each.cue[-1][1]:
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    if last - first < 1 or last >= len(sheet.parse) or sheet.is_mark(last) or sheet.quote_of[last - 1] >= 0:
        return each
    home = sheet.parse.sentence_of[last - 1]
    if sheet.parse.sentence_of[last] != home or not (_breaks_phrase(sheet, last) or _lacks_verb(sheet, each, first, last)):
        return each
    top = last
    while first <= sheet.parse.head[top] != top:
        top = sheet.parse.head[top]
    stop = sheet.parse.reach[top][1]
    added = (end, sheet.parse.end[stop - 1])
    quoted = any(sheet.quote_of[token] >= 0 for token in range(last, stop))
    if stop <= last or quoted or overlap((*each.source, *each.cue), (added,)):
        return each
    return replace(each, content=tidy(sheet.text, (*each.content, (start, added[1]))))


def _breaks_phrase(sheet: Sheet, last: int) -> bool:
    """Tell whether the last word of a content belongs to a word right behind it: "truly comprehensive | reform"."""
    parse = sheet.parse
    head = parse.head[last - 1]
    kinds = ("VERB", "AUX") if parse.dep[last - 1] in ("aux", "auxpass", "neg") else ("NOUN", "PROPN")
    return parse.dep[last - 1] in _BEFORE and last <= head <= last + 2 and parse.tag[head] != "VBG" and parse.pos[head] in kinds


def _lacks_verb(sheet: Sheet, each: Attribution, first: int, last: int) -> bool:
    """Tell whether somebody is told to say no more than a subject, its verb behind it: "insist [the calls] ended"."""
    parse = sheet.parse
    saying = any(sheet.lemma(token) in sheet.lex.saying for token in range(*sheet.tokens(*each.cue[-1])))
    if not saying or parse.tag[last] not in _FINITE or any(parse.tag[token] in _FINITE for token in range(first, last)):
        return False
    verb = parse.head[last] if parse.dep[last] in ("aux", "auxpass") else last
    subject = sheet.child(verb, *SUBJECTS, "nsubjpass")
    return subject is not None and first <= subject < last and parse.reach[subject][0] == first
