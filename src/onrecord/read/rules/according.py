"""Phrases that name a source: "according to X", "in the words of X", "per X"."""

from __future__ import annotations

from onrecord.read.rules.sheet import Candidate, Sheet


def find_according(sheet: Sheet) -> list[Candidate]:
    """List what is attributed by a phrase: the rest of its clause."""
    found = []
    for token in range(len(sheet.parse)):
        if sheet.quote_of[token] >= 0:
            continue
        if sheet.lower(token) == "according":
            found.append(_according(sheet, token))
        else:
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
    content = sheet.subtree(head, [top])
    first, end = parse.sentences[parse.sentence_of[top]]
    if parse.head[head] == head:  # the main clause: take all of the sentence, whatever the parser left out
        content = set(range(first, end)) - sheet.subtree(top)
    return Candidate("according", top, sheet.spans(sheet.subtree(named)), sheet.spans(cue), sheet.spans(content))
