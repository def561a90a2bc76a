"""A source's words: its tokens, the one the others hang on, and what kind of thing it names."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.offices import is_head, title_gender
from onrecord.records import Kind, Spans

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
ARTICLES = frozenset({"the", "a", "an"})


def source_tokens(parse: Parse, spans: Spans) -> list[int]:
    """List the tokens of a source, without closing possessives and outer punctuation; abbreviations keep their stop."""
    found = []
    for start, end in spans:
        token = bisect_left(parse.end, start + 1)
        while token < len(parse) and parse.start[token] < end:
            found.append(token)
            token += 1
    while found and (parse.text[found[-1]] in POSSESSIVE or not parse.text[found[-1]][-1].isalnum()):
        if parse.text[found[-1]][-1] in ".)" and len(parse.text[found[-1]]) > 1:
            break
        found.pop()
    while len(found) > 1 and parse.text[found[-1]].lower() in _REFLEXIVE:  # "even X himself"
        found.pop()
    while found and (not parse.text[found[0]][0].isalnum() or (len(found) > 1 and parse.text[found[0]].lower() == "even")):
        found.pop(0)
    return found


def head_of(parse: Parse, tokens: list[int]) -> int:
    """Give the word that a source's other words hang on: the first noun or pronoun whose own head lies outside."""
    inside = set(tokens)
    tops = [t for t in tokens if parse.head[t] not in inside or parse.head[t] == t]
    nominal = [t for t in tops if parse.pos[t] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")]
    return next(iter(nominal or tops), tokens[0])


def word_of(parse: Parse, token: int) -> str:
    """Give a token in lower case; capitals of two letters ("US", "IT") are no pronouns and keep their case."""
    text = parse.text[token]
    return text if len(text) == 2 and text.isupper() and parse.pos[token] != "PRON" else text.lower()


def kind_of(parse: Parse, head: int) -> Kind:
    """Say what kind of thing an unnamed speaker is, by its head word."""
    word = parse.text[head].lower()
    kinds = words("offices")["kinds"]
    if word in kinds["institution"]:
        return Kind.INSTITUTION
    if word in kinds["group"] or parse.tag[head] in ("NNS", "NNPS"):
        return Kind.GROUP
    return Kind.PERSON


def is_somebody(name: str) -> bool:
    """Tell whether an unnamed speaker's words have a person's word in them: "a spokesman for the army", not "a history of it"."""
    known = words("offices")["kinds"]["person"]
    return any(is_head(word) or title_gender(word) or word in known for word in name.lower().replace(",", "").split())


@cache
def pronouns() -> dict[str, frozenset[str]]:
    """Give the pronouns by whom they can stand for; ``any`` is all of the third person, ``first`` of the first."""
    table = words("offices")["pronouns"]
    sets = {name: frozenset(table[name]) for name in ("male", "female", "plural", "thing", "relative")}
    sets["first"] = frozenset([*table["first"], *table["first_plural"]])
    sets["any"] = sets["male"] | sets["female"] | sets["plural"] | sets["thing"]
    return sets
