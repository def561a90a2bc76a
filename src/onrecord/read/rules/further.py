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
_ANSWERING = frozenset({"say", "deny", "insist", "argue", "dispute", "disagree", "reject", "contend", "maintain"})
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


def without_clause_behind_words(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out a clause behind quoted words on when they were said or what they mean: "“…,” which may …", "“…” as he left"."""
    if not each.source or not each.cue or each.content[-1:] < each.cue[-1:]:
        return each
    start, end = each.content[-1]
    words = [quote for quote in sheet.quotes if start <= quote.start and quote.end < end]
    if not words:
        return each
    quote = words[-1]
    first, last = sheet.tokens(quote.end, end)
    told = sheet.text[slice(*quote.inner)]
    if last - first < _FEWEST or any(sheet.quote_of[token] >= 0 for token in range(first, last)):
        return each
    opening, follows = sheet.lower(first), sheet.lower(first + 1)
    meant = opening == "which" and told.endswith(",")
    asked = opening == "when" and follows in ("asked", "pressed", "questioned")
    compared = told.lower().split()[-2:-1] == ["as"] or " as " in sheet.text[quote.start - 4 : quote.end].lower()
    doing = opening == "as" and not compared and not told.endswith(",") and _is_clause(sheet, first, last)
    return cut(sheet, each, (quote.end, end)) if meant or asked or doing else each


def _is_clause(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether a subject follows a conjunction, and its verb is finite and in the same stretch."""
    parse = sheet.parse
    subject = next((t for t in range(first + 1, last) if parse.dep[t] in SUBJECTS), None)
    if subject is None or parse.reach[subject][0] != first + 1:
        return False
    verb = parse.head[subject]
    return subject < verb < last and parse.dep[verb] == "advcl" and parse.tag[verb] in ("VBD", "VBZ", "VBP")


def without_others_view(sheet: Sheet, each: Attribution) -> Attribution:
    """Leave out what others say to it: "says [it leaks, but the ministry denies it]", "…, while owners say it does not"."""
    if not each.source or not each.cue or each.content[-1:] < each.cue[-1:]:
        return each
    start, end = each.content[-1]
    first, last = sheet.tokens(start, end)
    parse = sheet.parse
    for token in range(first + _FEWEST, last - 2):
        joined = sheet.lower(token) in ("but", "while", "though") and sheet.is_mark(token - 1) and sheet.quote_of[token] < 0
        if not joined or any(sheet.quote_of[t] >= 0 for t in range(token, last)):
            continue
        subject = next((t for t in range(token + 1, last) if parse.dep[t] in SUBJECTS), last)
        verb = parse.head[subject] if subject < last else token
        named = subject < verb < last and parse.reach[subject][0] == token + 1 and parse.pos[subject] in ("NOUN", "PROPN")
        counted = any(parse.tag[t] == "CD" or parse.text[t] == "%" for t in range(token, verb))
        helpers = [kid for kid in parse.children[verb] if parse.dep[kid] == "aux"]
        finite = parse.tag[verb] in ("VBZ", "VBP", "VBD") or any(parse.text[kid].lower() in ("has", "have") for kid in helpers)
        if named and finite and not counted and sheet.lemma(verb) in _ANSWERING:
            return cut(sheet, each, (parse.start[token], end))
    return each


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
