"""Whom a pronoun cannot stand for by its place in the sentence, whatever was spoken of before."""

from __future__ import annotations

from onrecord.backends.protocols import Parse

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BREAKS = frozenset({"—", "–", "-", "--", ":", ";"})
_OPENING = frozenset('"“`')
_CLOSING = frozenset({'"', "”", "''", "’", "'"})


def barred(parse: Parse, token: int) -> set[int]:
    """Give the words a pronoun is not.

    "X, his colleague" is not X's own, "X told him" is not X, "the man he knew" is not he, who does something "without asking X"
    is not X, and in "X's plan, he said, was late" he is not X.
    """
    found: set[int] = set()
    top = token
    while parse.dep[top] in ("poss", "compound", "nmod", "amod", "appos") and parse.head[top] != top:
        if parse.dep[top] == "appos":
            found.add(parse.head[top])
        top = parse.head[top]
    if parse.tag[token] == "PRP" and parse.dep[token] in ("dobj", "dative", "pobj"):
        verb = parse.head[token]
        while parse.pos[verb] == "ADP" and parse.head[verb] != verb:
            verb = parse.head[verb]
        for subject in (child for child in parse.children[verb] if parse.dep[child] in _SUBJECT):
            found |= names_of(parse, subject)
    if parse.dep[token] in _SUBJECT:
        found |= _done_to(parse, token)
        verb = parse.head[token]
        above = parse.head[verb]
        if parse.dep[verb] == "relcl":
            found |= names_of(parse, above)
        if parse.dep[verb] in ("parataxis", "ccomp") and above > verb:
            for subject in (child for child in parse.children[above] if parse.dep[child] in _SUBJECT and child < token):
                found |= _nouns(parse, parse.reach[subject][0], token)
    return found


def names_of(parse: Parse, noun: int) -> set[int]:
    """Give a noun and the words that name the same one beside it: "the minister, X", "Minister X"."""
    found, left = {noun}, [noun]
    while left:
        top = left.pop()
        deps = ("appos", "flat", "compound") if parse.pos[top] == "PROPN" else ("appos", "flat")  # "the Kirby aide" is not Kirby
        beside = [child for child in parse.children[top] if parse.dep[child] in deps]
        left += [child for child in beside if child not in found]
        found.update(beside)
    return found


def told_of(parse: Parse, subject: int) -> set[int]:
    """Give the words before "…, he said" where that closes an indirect telling: nobody calls himself by name, as a rule."""
    verb = parse.head[subject]
    first, last = parse.sentences[parse.sentence_of[subject]]
    before = any(parse.dep[child] == "ccomp" and child < subject for child in parse.children[verb])
    aside = parse.dep[verb] == "parataxis" and parse.head[verb] < subject
    ends = parse.text[subject - 2 : subject] if subject - first > 2 else ()
    comma = "," in ends and ((ends[1] == "," and ends[0] not in _CLOSING) or _ends_in_quote(parse, first, subject))
    if parse.dep[subject] not in _SUBJECT or not (before or aside) or not comma:
        return set()
    if any(parse.dep[token] in _SUBJECT or parse.text[token][0] in _OPENING for token in range(verb + 1, last)):
        return set()  # "X left because, he said, it was late"
    breaks = [
        token + 1 for token in range(first, subject) if parse.text[token] in _BREAKS and parse.start[token] > parse.end[token - 1]
    ]
    return _nouns(parse, max(breaks, default=first), subject)


def _ends_in_quote(parse: Parse, first: int, subject: int) -> bool:
    """Tell whether an indirect telling ends in somebody's own words: "X's plan was “too late,” he said"."""
    if parse.text[subject - 1] not in _CLOSING:
        return False
    opens = [token for token in range(first + 1, subject - 1) if parse.text[token][0] in _OPENING]
    return bool(opens) and parse.text[opens[-1] - 1].isalpha()


def _nouns(parse: Parse, first: int, last: int) -> set[int]:
    """Give the words of a stretch that are no pronouns: what is told may be told of oneself as "he"."""
    return {token for token in range(first, last) if parse.tag[token] not in ("PRP", "PRP$")}


def _done_to(parse: Parse, subject: int) -> set[int]:
    """Give the objects of participles before a subject: "without mentioning X, he", "asked by X, he"."""
    found = set()
    for child in parse.children[parse.head[subject]]:
        if child < subject and parse.dep[child] in ("prep", "advcl"):
            verbs = [child, *parse.children[child]]
            for verb in (v for v in verbs if parse.tag[v] in ("VBG", "VBN") and not _has_subject(parse, v)):
                below = [
                    *parse.children[verb],
                    *(t for c in parse.children[verb] if parse.pos[c] == "ADP" for t in parse.children[c]),
                ]
                for noun in (t for t in below if parse.dep[t] in ("dobj", "pobj", "dative")):
                    found |= names_of(parse, noun)
    return found


def _has_subject(parse: Parse, verb: int) -> bool:
    return any(parse.dep[child] in _SUBJECT for child in parse.children[verb])
