"""Phrases that name a source: "according to X", "in the words of X", "per X"."""

from __future__ import annotations

from onrecord.read.rules.sheet import SUBJECTS, Candidate, Sheet
from onrecord.read.rules.sources import phrase


def find_according(sheet: Sheet) -> list[Candidate]:
    """List what is attributed by a phrase: the rest of its clause."""
    found = []
    openings = {phrase[0] for phrase in sheet.lex.phrases}
    for token, text in enumerate(sheet.parse.text):
        word = text.lower()
        if word == "according" and sheet.quote_of[token] < 0:
            found.append(_according(sheet, token))
        elif word in openings and sheet.quote_of[token] < 0:
            found.append(_phrase(sheet, token))
    return [candidate for candidate in found if candidate is not None]


def _according(sheet: Sheet, token: int) -> Candidate | None:
    to = sheet.child(token, "prep")
    if to is None or sheet.lower(to) != "to":
        return None
    return _rest_of_clause(sheet, token, to, (token, to))


def _phrase(sheet: Sheet, token: int) -> Candidate | None:
    words = next(
        (p for p in sheet.lex.phrases if all(t < len(sheet.parse) and sheet.lower(t) == w for t, w in enumerate(p, token))), None
    )
    if words is None:
        return None
    last = token + len(words) - 1
    return _rest_of_clause(sheet, token, last, tuple(range(token, last + 1)))


def _rest_of_clause(sheet: Sheet, top: int, last: int, cue: tuple[int, ...]) -> Candidate | None:
    """Take the object of the last word as the source and the clause around the phrase as the content."""
    parse = sheet.parse
    named = sheet.child(last, "pobj")
    if named is None:
        return None
    head = parse.head[top]
    while parse.pos[head] not in ("VERB", "AUX") and parse.head[head] != head:
        head = parse.head[head]
    while parse.dep[head] in ("xcomp", "conj", "auxpass", "aux") and parse.head[head] != head:
        head = parse.head[head]
    source = phrase(sheet, named)
    first, end = parse.sentences[parse.sentence_of[top]]
    if parse.head[head] != head:
        return _attribution(sheet, source, cue, sheet.subtree(head, [top]))
    # the main clause: take all of the sentence, whatever the parser left out
    if top == first and sheet.child(head, *SUBJECTS, "nsubjpass") is None:
        source = _before_comma(sheet, source)
    return _attribution(sheet, source, cue, set(range(first, end)) - (sheet.subtree(top) if top != first else source) - set(cue))


def _before_comma(sheet: Sheet, source: set[int]) -> set[int]:
    """Keep what stands before the first comma: the parser took the clause's subject for an apposition."""
    comma = next((token for token in sorted(source) if sheet.parse.text[token] == ","), None)
    return source if comma is None else {token for token in source if token < comma}


def _attribution(sheet: Sheet, source: set[int], cue: tuple[int, ...], content: set[int]) -> Candidate:
    return Candidate("according", cue[0], sheet.spans(source), sheet.spans(cue), sheet.spans(content))
