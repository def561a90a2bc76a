"""Whom a pronoun cannot stand for by its place in the sentence, whatever was spoken of before."""

from __future__ import annotations

from onrecord.backends.protocols import Parse

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BREAKS = frozenset({"—", "–", "-", "--", ":", ";"})
_TOLD = frozenset({"ccomp", "xcomp", "parataxis"})
_PART = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "attr", "agent", "prep", "pobj", "pcomp", "flat", "appos"}) | _TOLD
_ABOUT = frozenset(
    {"on", "about", "of", "regarding", "concerning", "against", "toward", "towards", "according", "like", "unlike"}
)
_OWN = {"he": "his", "she": "her"}
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
        if parse.dep[verb] == "relcl" and not _of_thing(parse, verb):
            found |= names_of(parse, above)
        found |= _set_ahead(parse, token)
        if parse.dep[verb] in ("parataxis", "ccomp") and above > verb:
            for subject in (child for child in parse.children[above] if parse.dep[child] in _SUBJECT and child < token):
                found |= _nouns(parse, parse.reach[subject][0], token)
    return found


def is_under(parse: Parse, name: int, verb: int) -> bool:
    """Tell whether a name is part of what a verb tells: "he said Bresk was late", not "he left, as Bresk said"."""
    while parse.dep[name] in _PART and parse.head[name] != name:
        name = parse.head[name]
        if name == verb:
            return True
        if parse.pos[name] in ("VERB", "AUX") and parse.dep[name] not in _TOLD:
            return False
    return False


def governing(parse: Parse, subject: int) -> int | None:
    """Give the subject of the clause that a pronoun's own is told in or joined to: "Bresk left and Tarn denied that he had"."""
    verb = parse.head[subject]
    while parse.dep[subject] in _SUBJECT and parse.dep[verb] in _TOLD | {"conj"}:
        verb = parse.head[verb]
        found = [kid for kid in parse.children[verb] if parse.dep[kid] in _SUBJECT and kid < subject]
        if found:
            return found[0]
    return None


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
        token + 1
        for token in range(first, subject)
        if parse.text[token] in _BREAKS and (parse.text[token] in ":;" or parse.start[token] > parse.end[token - 1])
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
            nested = [t for t in range(*parse.reach[child]) if parse.dep[t] == "pcomp" and t < subject]
            verbs = {child, *parse.children[child], *nested}
            for verb in (v for v in sorted(verbs) if parse.tag[v] in ("VBG", "VBN") and not _has_subject(parse, v)):
                below = [
                    *parse.children[verb],
                    *(t for c in parse.children[verb] if parse.pos[c] == "ADP" for t in parse.children[c]),
                ]
                for noun in (t for t in below if parse.dep[t] in ("dobj", "pobj", "dative")):
                    found |= names_of(parse, noun)
    return found


def _of_thing(parse: Parse, verb: int) -> bool:
    """Tell whether a clause with "which" tells of a thing, whatever name a parser hangs it on: "the talks with X, which"."""
    return any(parse.text[child].lower() == "which" for child in parse.children[verb])


def _set_ahead(parse: Parse, subject: int) -> set[int]:
    """Give the names set ahead of their clause: "On X, he", and of whom his own thing is told: "in his talk with X, he"."""
    found: set[int] = set()
    word = parse.text[subject].lower()
    for prep in (child for child in parse.children[parse.head[subject]] if child < subject and parse.dep[child] == "prep"):
        first, last = parse.reach[prep]
        for noun in (t for t in range(first, min(last, subject)) if parse.dep[t] == "pobj" and _directly(parse, t, prep)):
            found |= names_of(parse, noun) if parse.text[prep].lower() in _ABOUT else set()
        for owner in (t for t in range(first, min(last, subject)) if parse.dep[t] == "poss"):
            if parse.text[owner].lower() == _OWN.get(word):
                found |= _nouns(parse, owner, min(parse.reach[parse.head[owner]][1], subject))
    return found


def _directly(parse: Parse, noun: int, prep: int) -> bool:
    """Tell whether a noun hangs on a preposition, or on the second of two: "on X", "according to X"."""
    above = parse.head[noun]
    return above == prep or (parse.head[above] == prep and parse.dep[above] == "prep")


def _has_subject(parse: Parse, verb: int) -> bool:
    return any(parse.dep[child] in _SUBJECT for child in parse.children[verb])
