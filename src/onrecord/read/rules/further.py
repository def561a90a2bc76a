"""What follows a content and is no part of it: the next sentence, the speaker's next act, how it was said.

Each step takes words away, never adds any.
"""

from __future__ import annotations

import re

from onrecord.read.rules.edges import cut
from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.records import Attribution

_FEWEST = 3
"""Words of a content before its speaker's next act."""
_STOPS = frozenset({".", "?", "!"})
_MARKS = frozenset("“”\"‘’'")
_PARTS = frozenset({"part", "role", "involvement", "participation", "hand"})
_TO_A_PAPER = re.compile(r" (?:to|with) (?:The [A-Z]|reporters|journalists)")
_WAY = re.compile(
    r",? (?:in|during|via) (?:an?|his|her|their) (?:[\w’'-]+ ){0,2}?"
    r"(?:statement|interview|e-?mail|(?:phone|telephone|video|conference) call|tweet|news conference|press conference)"
    r"(?: (?:to|with|on|in|for|from|by|late|early|earlier) [^,;:.“”\"]{1,50})?[.]?$"
)
"""How something was said, at the end: "in a telephone call with the Olm Post", "in a statement in December"."""


def without_next_sentence(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out a sentence behind "…, X said." that nobody is told to have said: "[It leaks], Kesk says. [It is old]"."""
    if len(each.content) < 2 or not each.source or each.by.endswith(":turn"):
        return each
    said, (start, end) = max((*each.source, *each.cue))[1], each.content[-1]
    first, last = sheet.tokens(start, end)
    quoted = any(sheet.quote_of[token] >= 0 for token in range(first, last)) or bool(_MARKS & {*sheet.text[start - 1 : end + 2]})
    alone = sheet.text[said:start].strip() in _STOPS and each.content[-2][1] <= min((*each.source, *each.cue))[0]
    return cut(sheet, each, (start, end)) if alone and not quoted else each


def without_next_act(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what else the speaker said of something, quoted or not: "said [she was sad | and called the raid “wrong”]"."""
    if not each.source or not each.cue or each.content[-1:] < each.cue[-1:]:
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse, cue = sheet.parse, range(*sheet.tokens(*each.cue[-1]))
    helped = any(parse.dep[kid] in ("aux", "auxpass") for token in cue for kid in parse.children[token])
    tenses = {"VBD" if parse.tag[token] == "VBN" and not helped else parse.tag[token] for token in cue}
    for token in range(first + _FEWEST, last - 2):
        verb = token + 1
        while verb < last - 1 and parse.pos[verb] == "ADV":
            verb += 1
        joined = sheet.lower(token) in ("and", "but") and sheet.quote_of[token] < 0 and sheet.quote_of[verb] < 0
        joined = joined and parse.tag[verb] in tenses & {"VBD", "VBZ"} and sheet.lower(verb + 1) != "to"
        alone = sheet.child(verb, *SUBJECTS) is None and sheet.lemma(verb) in sheet.lex.saying_on
        if joined and alone and _is_speakers(sheet, verb, first):
            return cut(sheet, each, (parse.start[token], end))
    return each


def _is_speakers(sheet: Sheet, verb: int, first: int) -> bool:
    """Tell whether a joined verb is the speaker's: it is joined to the saying, or to a clause of his own or of another tense."""
    parse, head = sheet.parse, sheet.parse.head[verb]
    if parse.dep[verb] != "conj" or head < first:
        return parse.dep[verb] == "conj"
    helpers = [kid for kid in parse.children[head] if parse.dep[kid] in ("aux", "auxpass")]
    if parse.dep[head] not in ("ccomp", "ROOT", "advcl", "conj") or any(sheet.lemma(kid) == "have" for kid in helpers):
        return False
    subject = sheet.child(head, *SUBJECTS, "nsubjpass", "expl")
    own = subject is not None and sheet.lower(subject) in ("he", "she", "they") and parse.dep[subject] == "nsubj"
    return subject is not None and (own or bool(helpers) or parse.tag[head] != parse.tag[verb])


def without_way(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out how it was said, at the end and not quoted: "denied [a role | in a telephone call with the Post]"."""
    if not each.source or not each.cue or each.content[-1:] < each.cue[-1:]:
        return each
    start, end = each.content[-1]
    found = _WAY.search(sheet.text, start, end)
    if found is None or any(sheet.quote_of[token] >= 0 for token in range(*sheet.tokens(found.start(), end))):
        return each
    first, low = sheet.tokens(start, found.start())
    part = sheet.lemma(low - 1) in _PARTS and not _TO_A_PAPER.search(found.group())  # "denied a part in a call with Kesk"
    return each if part or _speaks(sheet, first, low) else cut(sheet, each, (found.start(), end), fewest=1)


def _speaks(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether a verb of speech stands in a content, which may be what was done in that way."""
    return any(sheet.parse.pos[t] == "VERB" and sheet.lemma(t) in sheet.lex.speech for t in range(first, last))


def without_gloss_of_source(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out a clause that tells who the source is: "{Kesk}, [who keeps the dam], <said> [it leaks]"."""
    if len(each.content) < 2 or not each.source or not each.cue:
        return each
    for start, end in each.content:
        if each.source[-1][1] <= start and end <= each.cue[0][0]:
            first = sheet.tokens(start, end)[0]
            if sheet.lower(first) in ("who", "which", "whose"):
                return cut(sheet, each, (start, end))
    return each
