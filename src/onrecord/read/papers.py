"""Documents as speakers: "the report" by the fullest words that the article has for it.

"The plan" is "Kesk's 2018 plan" where the article calls it so; "several documents" of which no more is told keep their words.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.telling import is_document

_BEHIND = re.compile(r"\s(?:by|from|of|on|in|about|for|that|which|published|released)\s|,")
_SEVERAL = frozenset({"number", "data", "news", "newspaper", "magazine", "website", "site", "coverage", "industry"})
"""Words in the singular that several people are behind: "a number of traders … they"."""
_REACH = 8
"""Sentences for which a document is the one told of before; further back only where the article tells of no other."""
_TAKING_UP = frozenset({"the", "this", "that", "these", "those", "same"})
_SOON = 3
"""Sentences in which a document without a name may get one: "a new poll found … The Olm Post poll"."""
_NEW = frozenset({"a", "an", "another", "one", "his", "her", "their"})
_TELLING = frozenset({"from", "by", "of", "in", "about", "to", "against", "for"})


def is_bare(parse: Parse, tokens: list[int], head: int) -> bool:
    """Tell whether a source's words name a document and tell nothing of it: "some reports", "the same study"."""
    if parse.lemma[head].lower() not in _words("documents") or parse.pos[head] != "NOUN" or head not in tokens:
        return False
    return tokens[-1] == head and all(token == head or _is_plain(parse, token) for token in tokens)


def is_one_paper(name: str) -> bool:
    """Tell whether an unnamed speaker is one document, which is never "they": "their own analysis", "survey of traders"."""
    told = _BEHIND.split(name.lower(), maxsplit=1)[0].split()
    return bool(told) and (is_document(told[-1]) or told[-1] == "sample") and told[-1] not in _SEVERAL


def is_taken_up(parse: Parse, head: int) -> bool:
    """Tell whether a document is one told of before: "the report", not "some reports"."""
    return any(parse.text[kid].lower() in _TAKING_UP for kid in parse.children[head])


def fuller(parse: Parse, head: int) -> list[int]:
    """Give the words that told more of "the report" when it was met last, or tell more soon after; none where unsure."""
    places = [token for token in range(len(parse)) if token != head and parse.lemma[token].lower() == parse.lemma[head].lower()]
    before = [found for token in places if token < head and (found := _told(parse, token, head))]
    if before and is_taken_up(parse, head):
        since = [token for token in places if before[-1][-1] < token < head and _is_another(parse, token)]
        near = parse.sentence_of[head] - parse.sentence_of[before[-1][-1]] <= _REACH
        if since:
            return []
        return before[-1] if near or len({_key(parse, found) for found in before}) == 1 else []
    soon = [token for token in places if token > head and parse.sentence_of[token] - parse.sentence_of[head] <= _SOON]
    after = [found for token in soon if _is_the(parse, token) and (found := _told(parse, token, head))]
    one = parse.tag[head] == "NN" and not before
    return after[0] if after and one else []


def _is_another(parse: Parse, noun: int) -> bool:
    """Tell whether a mention is of a document not met before, or of somebody's who is not told: "a report", "his plan"."""
    return any(parse.text[kid].lower() in _NEW for kid in parse.children[noun])


def _is_the(parse: Parse, noun: int) -> bool:
    return any(parse.text[kid].lower() == "the" for kid in parse.children[noun])


def _told(parse: Parse, noun: int, head: int) -> list[int]:
    """Give the words around another mention of a document that tell whose it is or what about."""
    if parse.tag[noun] != parse.tag[head] or parse.dep[noun] in ("compound", "conj"):
        return []
    if any(parse.dep[kid] == "conj" for kid in parse.children[noun]):
        return []
    begins = [parse.reach[kid][0] for kid in parse.children[noun] if kid < noun and _names(parse, kid)]
    first, last = min(begins, default=noun), noun + 1
    ties = [kid for kid in parse.children[noun] if kid >= last and _is_tie(parse, kid)]
    if ties and ties[0] == last:
        last = min(parse.reach[ties[0]][1], _clause_in(parse, ties[0]))
    found = list(range(first, last))
    while found and (parse.pos[found[0]] in ("DET", "PUNCT", "PART") or _is_untold(parse, found[0])):
        found.pop(0)
    plain = any(parse.pos[token] in ("CCONJ", "VERB", "PRON") for token in found if token < noun)
    return found if len(found) > 1 and noun in found and not plain else []


def _is_tie(parse: Parse, token: int) -> bool:
    """Tell whether a word behind a document's noun says by a name whose it is: "from X", "against X", "published in X"."""
    after = parse.text[token + 1].lower() if token + 1 < len(parse) else ""
    told = parse.dep[token] == "acl" and parse.tag[token] == "VBN" and after in _TELLING
    if not told and not (parse.dep[token] == "prep" and parse.text[token].lower() in _TELLING):
        return False
    inside = range(token + 1, min(parse.reach[token][1], _clause_in(parse, token)))
    return any(parse.pos[other] == "PROPN" and not _is_untold(parse, other) for other in inside)


def _names(parse: Parse, token: int) -> bool:
    """Tell whether a word beside a document's noun tells what it is called by: an owner, a name, a noun; no judgement of it."""
    counted = any(letter.isdigit() for letter in parse.text[token])  # "a 29-page report"
    if counted or _is_plain(parse, token) or _is_untold(parse, token):
        return False
    return parse.pos[token] in ("PROPN", "NOUN") or parse.dep[token] in ("poss", "compound")


def _is_untold(parse: Parse, token: int) -> bool:
    """Tell whether a word says nothing of whose a document is: a day, "news"."""
    return parse.text[token].lower().rstrip(".") in _words("untold")


def _clause_in(parse: Parse, tie: int) -> int:
    """Give where the first clause below a preposition begins: "a report by X | that adds …"."""
    first, last = parse.reach[tie]
    ends = (t for t in range(first, last) if parse.text[t] in ",—–" or parse.dep[t] == "mark" or parse.tag[t] in ("WDT", "WP"))
    return next(ends, last)


def _key(parse: Parse, found: list[int]) -> str:
    return " ".join(parse.text[token].lower() for token in found if parse.pos[token] != "DET")


def _is_plain(parse: Parse, token: int) -> bool:
    return parse.pos[token] in ("DET", "NUM") or parse.text[token].lower() in _words("plain")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(words("telling")["papers"][key].split())
