"""Cue nouns and adjectives: "the claim that …", "his call for …", "is confident that …"."""

from __future__ import annotations

from onrecord.read.rules.sheet import SUBJECTS, Candidate, Sheet
from onrecord.read.rules.sources import phrase, subject_of

_CLAUSES = frozenset({"acl", "ccomp", "relcl", "xcomp", "advcl"})
_COPULAS = frozenset({"be", "seem", "feel", "become", "remain", "appear", "sound", "stay", "grow"})


def find_nouns(sheet: Sheet) -> list[Candidate]:
    """List what cue nouns and adjectives outside quotation marks attribute."""
    found = []
    for token in range(len(sheet.parse)):
        if sheet.quote_of[token] >= 0:
            continue
        if sheet.parse.pos[token] == "NOUN":
            found.append(_noun(sheet, token))
        elif sheet.parse.pos[token] == "ADJ":
            found.append(_adjective(sheet, token))
    return [candidate for candidate in found if candidate is not None]


def _noun(sheet: Sheet, noun: int) -> Candidate | None:
    read = _content(sheet, sheet.lex.nouns, noun)
    if read is None:
        return None
    link, content = read
    giver = _giver(sheet, noun)
    if giver in content:
        giver = None
    if giver is None and sheet.lemma(noun) not in sheet.lex.hearsay_nouns:
        return None
    source = () if giver is None else sheet.spans(phrase(sheet, giver) - content - {noun})
    return Candidate("noun", noun, source, sheet.spans([noun, *link]), sheet.spans(content))


def _content(sheet: Sheet, table: dict[str, frozenset[str]], word: int) -> tuple[tuple[int, ...], set[int]] | None:
    """Find the clause or phrase after a cue noun or adjective; the preposition that links it goes with the cue."""
    parse, lemma = sheet.parse, sheet.lemma(word)
    after = [kid for kid in parse.children[word] if kid > word]
    for kid in after:
        if parse.dep[kid] in _CLAUSES and lemma in table.get(_link(sheet, kid), ()):
            return (), sheet.subtree(kid)
        if parse.dep[kid] == "prep" and lemma in table.get(sheet.lower(kid), ()):
            further = [k for k in after if k > kid and parse.dep[k] in ("acl", "prep") and not sheet.commas_between(kid, k)]
            inside = sheet.subtree(kid).union(*(sheet.subtree(k) for k in further)) - {kid}
            if inside:
                return (kid,), inside
    return None


def _link(sheet: Sheet, clause: int) -> str:
    parse = sheet.parse
    for kid in parse.children[clause]:
        if parse.dep[kid] == "mark" and sheet.lower(kid) == "that":
            return "that"
        if parse.tag[kid] == "TO":
            return "to"
    return "that" if parse.dep[clause] == "ccomp" and sheet.child(clause, *SUBJECTS) is not None else ""


def _giver(sheet: Sheet, noun: int) -> int | None:
    """Find who made a claim: "his claim", "a claim by X"; the verb that a claim is the object of is read with the verbs."""
    owner = sheet.child(noun, "poss")
    if owner is not None:
        return owner
    by = (kid for kid in sheet.parse.children[noun] if sheet.parse.dep[kid] == "prep" and sheet.lower(kid) in ("by", "from"))
    return next((sheet.child(kid, "pobj") for kid in by), None)


def _adjective(sheet: Sheet, adjective: int) -> Candidate | None:
    parse = sheet.parse
    verb = parse.head[adjective]
    if parse.dep[adjective] not in ("acomp", "oprd") or sheet.lemma(verb) not in _COPULAS:
        return None
    holder = subject_of(sheet, verb)
    read = _content(sheet, sheet.lex.adjectives, adjective)
    if holder is None or sheet.lower(holder) in ("it", "there", "that", "this") or read is None:
        return None
    link, inside = read
    source = sheet.spans(phrase(sheet, holder) - inside)
    return Candidate("adjective", adjective, source, sheet.cue(verb, [adjective, *link]), sheet.spans(inside))
