"""Cue nouns and adjectives: "the claim that …", "his call for …", "is confident that …"."""

from __future__ import annotations

from onrecord.read.rules.lexicon import Lexicon
from onrecord.read.rules.sheet import SUBJECTS, Candidate, Sheet
from onrecord.read.rules.sources import phrase, subject_of

_CLAUSES = frozenset({"acl", "ccomp", "relcl", "xcomp", "advcl"})
_COPULAS = frozenset({"be", "seem", "feel", "become", "remain", "appear", "sound", "stay", "grow"})


def find_nouns(sheet: Sheet, lex: Lexicon) -> list[Candidate]:
    """List what cue nouns and adjectives outside quotation marks attribute."""
    found = []
    for token in range(len(sheet.parse)):
        if sheet.quote_of[token] >= 0:
            continue
        if sheet.parse.pos[token] == "NOUN":
            found.append(_noun(sheet, lex, token))
        elif sheet.parse.pos[token] == "ADJ":
            found.append(_adjective(sheet, lex, token))
    return [candidate for candidate in found if candidate is not None]


def _noun(sheet: Sheet, lex: Lexicon, noun: int) -> Candidate | None:
    read = _content(sheet, lex.nouns, noun)
    if read is None:
        return None
    link, content = read
    giver, verb = _giver(sheet, lex, noun)
    if giver is None and link != "that":
        return None
    cue = [token for token in (verb, noun) if token is not None]
    source = () if giver is None else sheet.spans(phrase(sheet, giver) - content - {noun})
    return Candidate("noun", noun, source, sheet.spans(cue), sheet.spans(content))


def _content(sheet: Sheet, table: dict[str, frozenset[str]], word: int) -> tuple[str, set[int]] | None:
    """Find the clause or phrase after a cue noun or adjective, and what links it: that, to, of, for, about, …"""
    parse, lemma = sheet.parse, sheet.lemma(word)
    for kid in parse.children[word]:
        if kid <= word:
            continue
        if parse.dep[kid] in _CLAUSES:
            link = _link(sheet, kid)
            if link and lemma in table.get(link, ()):
                return link, sheet.subtree(kid)
        elif parse.dep[kid] == "prep" and lemma in table.get(sheet.lower(kid), ()):
            inside = sheet.subtree(kid) - {kid}
            if inside:
                return sheet.lower(kid), inside
    return None


def _link(sheet: Sheet, clause: int) -> str:
    parse = sheet.parse
    for kid in parse.children[clause]:
        if parse.dep[kid] == "mark" and sheet.lower(kid) == "that":
            return "that"
        if parse.tag[kid] == "TO":
            return "to"
    return "that" if parse.dep[clause] == "ccomp" and sheet.child(clause, *SUBJECTS) is not None else ""


def _giver(sheet: Sheet, lex: Lexicon, noun: int) -> tuple[int | None, int | None]:
    """Find who made a claim: "his claim", "a claim by X", or the subject of "made the claim"."""
    parse = sheet.parse
    owner = sheet.child(noun, "poss")
    if owner is not None:
        return owner, None
    for kid in parse.children[noun]:
        if parse.dep[kid] == "prep" and sheet.lower(kid) in ("by", "from"):
            return sheet.child(kid, "pobj"), None
    verb = parse.head[noun]
    if parse.dep[noun] == "dobj" and sheet.lemma(verb) in lex.support:
        return subject_of(sheet, verb), verb
    return None, None


def _adjective(sheet: Sheet, lex: Lexicon, adjective: int) -> Candidate | None:
    parse = sheet.parse
    verb = parse.head[adjective]
    if parse.dep[adjective] not in ("acomp", "oprd") or sheet.lemma(verb) not in _COPULAS:
        return None
    holder = subject_of(sheet, verb)
    read = _content(sheet, lex.adjectives, adjective)
    if holder is None or sheet.lower(holder) in ("it", "there", "that", "this") or read is None:
        return None
    inside = read[1]
    cue = sheet.cue(verb) + sheet.spans([adjective])
    return Candidate("adjective", adjective, sheet.spans(phrase(sheet, holder) - inside), tuple(sorted(cue)), sheet.spans(inside))
