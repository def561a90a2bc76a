"""Cue verbs: what hangs on the verb in the parse is its content, its subject the source.

A verb whose content the parse does not show is listed without one: the quotation beside it may be what was said.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.read.rules.frames import FRAMES
from onrecord.read.rules.passives import is_passive, read_passive
from onrecord.read.rules.sheet import Candidate, Sheet
from onrecord.read.rules.sources import outside_quotes, phrase, set_off, subject_of

_STOPS = frozenset('.?!;”"')
_QUOTE_MARKS = frozenset("\"“‘'") | {"''", "``"}
_CLAUSES = frozenset({"clause", "thought"})
_NO_SPEAKERS = frozenset({"there", "that", "this", "what"})


def find_verbs(sheet: Sheet) -> list[Candidate]:
    """List what each cue verb outside quotation marks attributes."""
    parse = sheet.parse
    verbs = (token for token in range(len(parse)) if parse.pos[token] == "VERB" and sheet.quote_of[token] < 0)
    read = (_read_passive(sheet, verb) if is_passive(sheet, verb) else _read_active(sheet, verb) for verb in verbs)
    found = [candidate for candidate in read if candidate is not None]
    return found + [opening for candidate in found if (opening := _opening(sheet, candidate)) is not None]


def _read_active(sheet: Sheet, verb: int) -> Candidate | None:
    lemma = sheet.lemma(verb)
    source = subject_of(sheet, verb)
    source = None if source is None else outside_quotes(sheet, verb, source)
    if source is None or source == verb or sheet.lower(source) in _NO_SPEAKERS:
        return None
    if _is_supposed(sheet, verb):
        return None
    if lemma in sheet.lex.doers and sheet.lemma(source) in sheet.lex.things:
        return None
    for rule, frame in FRAMES:
        read = frame(sheet, verb, lemma)
        if read is not None:
            name = "thought" if rule == "clause" and lemma not in sheet.lex.speech else rule
            return _candidate(sheet, name, verb, source, *read)
    return _candidate(sheet, "quote", verb, source, (), ()) if lemma in sheet.lex.quote else None


def _is_supposed(sheet: Sheet, verb: int) -> bool:
    """Say whether a verb stands under "if" or "unless", so that nobody is said to have done it."""
    marks = (sheet.lower(kid) for kid in sheet.parse.children[verb] if sheet.parse.dep[kid] == "mark")
    return any(mark in ("if", "unless") for mark in marks) and sheet.parse.dep[verb] == "advcl"


def _read_passive(sheet: Sheet, verb: int) -> Candidate | None:
    read = read_passive(sheet, verb, sheet.lemma(verb))
    return None if read is None else _candidate(sheet, read.rule, verb, read.agent, read.cue, read.content)


def _candidate(
    sheet: Sheet, rule: str, verb: int, source: int | None, cue_more: Iterable[int], content: Iterable[int]
) -> Candidate | None:
    inside = _extended(sheet, verb, sheet.filled(set(content)))
    if source in inside and source is not None and source < verb:  # the parser hung the source under a word of what was said
        inside = {token for token in inside if token < set_off(sheet, source)}
    origin = set() if source is None else phrase(sheet, source) - inside
    if verb in origin:  # "a statement saying …"
        origin -= sheet.subtree(verb)
    if origin and sheet.parse.pos[max(origin)] == "CCONJ":  # "X talks of Y and says": no subject, but what the parser made one
        return None
    if rule in _CLAUSES and origin:
        inside |= _relative(sheet, min(origin), inside)
    return Candidate(rule, verb, sheet.spans(origin), sheet.cue(verb, cue_more), sheet.spans(inside))


def _relative(sheet: Sheet, start: int, inside: set[int]) -> set[int]:
    """Give the "which" before "which he says has failed": the subject of what was said."""
    before = start - 1
    if before < 0 or sheet.parse.tag[before] not in ("WDT", "WP") or not inside or min(inside) < start:
        return set()
    heads = [token for token in inside if sheet.parse.head[token] not in inside]
    return {before} if not any(sheet.child(head, "nsubj", "nsubjpass", "expl") is not None for head in heads) else set()


def _extended(sheet: Sheet, verb: int, inside: set[int]) -> set[int]:
    """Go on to the end of the sentence where a content after its verb stops at a colon, or a cue noun's own clause is cut off."""
    last = max(inside, default=-1)
    end = sheet.parse.sentences[sheet.parse.sentence_of[verb]][1]
    if last <= verb or last + 2 >= end:
        return inside
    follows = sheet.lower(last + 1)
    quoted = sheet.parse.text[last + 2] in _QUOTE_MARKS
    if (follows == ":" and not quoted) or (follows == "that" and sheet.lemma(last) in sheet.lex.said_nouns):
        return inside | set(range(last + 1, end))
    return inside


def _opening(sheet: Sheet, candidate: Candidate) -> Candidate | None:
    """Read "Reaffirming A, X said B" where the parser takes the participle that opens the sentence for a name."""
    if candidate.rule != "clause" or not candidate.source:
        return None
    parse = sheet.parse
    named = sheet.tokens(candidate.source[0][0], candidate.source[0][1])[0]
    first, _ = sheet.block_tokens[parse.blocks[parse.sentence_of[candidate.head]]]
    start = next((t + 1 for t in range(named - 2, first - 1, -1) if parse.text[t] in _STOPS), first)
    if named - start < 3 or parse.text[named - 1] != "," or (parse.pos[start] == "VERB" and parse.dep[start] != "compound"):
        return None
    if not any(stem in sheet.lex.object for stem in _stems(sheet.lower(start))):
        return None
    return Candidate("object", start, candidate.source, sheet.spans([start]), sheet.spans(range(start + 1, named - 1)))


def _stems(word: str) -> tuple[str, ...]:
    """Give the verbs that a word in -ing may be a form of."""
    return (word[:-3], word[:-3] + "e", word[:-4]) if word.endswith("ing") else ()
