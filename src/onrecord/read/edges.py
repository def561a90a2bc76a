"""Words at the edges of a source that are no part of who speaks: "this afternoon", "Sunday", "neither", a page's "CLOSE"."""

from __future__ import annotations

from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words


def trimmed(parse: Parse, tokens: list[int]) -> list[int]:
    """Leave out of a source's tokens, of which one at least is kept, when it was said and what tells how many speak."""
    found = list(tokens)
    several = any(parse.text[token].lower() in ("nor", "or") for token in found)
    if len(found) > 1 and parse.text[found[0]].lower() == "that" and parse.tag[found[0]] == "IN":
        found = found[1:]  # "and that fellow soldiers said"
    if _is_furniture(parse, found) or (several and parse.text[found[0]].lower() in ("neither", "either")):
        found = found[1:]
    if len(found) > 2 and parse.text[found[0]].lower() in ("this", "last") and parse.text[found[1]].lower() in _times():
        found = found[3:] if parse.text[found[2]] == "," else found[2:]
    while len(found) > 1 and parse.text[found[-1]] in _days() and parse.pos[found[-2]] in ("NOUN", "PROPN"):
        found.pop()
    return found or list(tokens)


def _is_furniture(parse: Parse, tokens: list[int]) -> bool:
    """Tell whether a word in capitals that pages set on their own opens a source: "CLOSE The board said"."""
    if len(tokens) < 2:
        return False
    word, after = parse.text[tokens[0]], parse.text[tokens[1]]
    return word.isupper() and word.lower() in words("names")["never"] and after[0].isupper() and not after.isupper()


@cache
def _times() -> frozenset[str]:
    return frozenset({"morning", "afternoon", "evening", "night", "week", "month", "year", "weekend", "summer", "spring"}) | {
        day.lower() for day in _days()
    }


@cache
def _days() -> frozenset[str]:
    return frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
