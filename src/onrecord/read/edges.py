"""Words at the edges of a source that are no part of who speaks: "this afternoon", "Sunday", "neither", a page's "CLOSE"."""

from __future__ import annotations

from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.bounds import days

_ZONES = frozenset({"PST", "PDT", "EST", "EDT", "CST", "CDT", "MDT", "GMT", "UTC", "a.m.", "p.m.", "A.M.", "P.M."})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def trimmed(parse: Parse, tokens: list[int]) -> list[int]:
    """Leave out of a source's tokens, of which one at least is kept, when it was said and what tells how many speak."""
    found = _led(parse, _closed(parse, _told(parse, list(tokens))))
    several = any(parse.text[token].lower() in ("nor", "or") for token in found)
    if len(found) > 1 and parse.text[found[0]].lower() == "that" and parse.tag[found[0]] == "IN":
        found = found[1:]  # "and that fellow soldiers said"
    if _is_furniture(parse, found) or (several and parse.text[found[0]].lower() in ("neither", "either")):
        found = found[1:]
    if len(found) > 1 and parse.text[found[0]] in _ZONES and parse.text[found[1]][0].isupper():
        found = found[1:]  # "at 5:41 p.m. PST | Tesla"
    if len(found) > 2 and parse.text[found[0]].lower() in ("this", "last") and parse.text[found[1]].lower() in _times():
        found = found[3:] if parse.text[found[2]] == "," else found[2:]
    while len(found) > 1 and parse.text[found[-1]].lower() in days() and parse.pos[found[-2]] in ("NOUN", "PROPN"):
        found.pop()
    return found or list(tokens)


def _told(parse: Parse, tokens: list[int]) -> list[int]:
    """Leave out the noun under which somebody is told to speak: "the fact that | Bresk" (says)."""
    for place, token in enumerate(tokens[1:3], 1):
        fact = parse.text[tokens[place - 1]].lower() == "fact"
        if fact and parse.text[token].lower() == "that" and parse.dep[token] == "mark" and parse.head[token] > tokens[-1]:
            return tokens[place + 1 :]
    return tokens


def _closed(parse: Parse, tokens: list[int]) -> list[int]:
    """Leave out the first word of a clause cut off behind a source: "some reporters | I" (have talked to), "polls that"."""
    while (
        len(tokens) > 1
        and parse.tag[tokens[0]] != "EX"
        and (
            (parse.tag[tokens[-1]] in ("WDT", "CC", ":", ",") and parse.pos[tokens[-2]] != "ADP")
            or (parse.tag[tokens[-1]] == "IN" and parse.text[tokens[-1]].lower() == "that")
            or (
                parse.tag[tokens[-1]] == "PRP"
                and parse.pos[tokens[-2]] in ("NOUN", "PROPN")
                and parse.head[tokens[-1]] > tokens[-1]
            )
        )
    ):
        tokens = tokens[:-1]
    return tokens


def _led(parse: Parse, tokens: list[int]) -> list[int]:
    """Leave out what only leads to a source: "by" before an agent, "both" before two, "in the town, an official"."""
    first, words_ = tokens[0], [parse.text[token].lower() for token in tokens]
    if len(tokens) > 1 and (words_[0] == "by" or (words_[0] in ("both", "either") and _is_joined(parse, tokens))):
        return tokens[1:]
    if parse.pos[first] == "ADP" and parse.head[first] not in tokens and "," in words_[:-1]:
        rest = tokens[words_.index(",") + 1 :]
        return rest if any(parse.dep[token] in _SUBJECTS for token in rest) else tokens
    return tokens


def _is_joined(parse: Parse, tokens: list[int]) -> bool:
    """Tell whether "both" or "either" stands before whole things: "both A and B", "either A believes", not "both sides"."""
    after = tokens[1]
    told = any(parse.text[token].lower() in ("and", "or") for token in tokens)
    return parse.dep[tokens[0]] in ("preconj", "cc") or told or not parse.text[after][0].isalnum()


def paired(name: str, before: str, after: str) -> str:
    """Add the quotation mark that stands right beside a source's words and pairs one in them; one that nothing pairs goes."""
    if name.count("“") > name.count("”"):
        return f"{name}”" if "”" in after else name.replace("“", "")
    if name.count("”") > name.count("“"):
        return before + name if before == "“" else name.replace("”", "")
    if name.count('"') % 2:
        return before + name if before == '"' else name + '"' if '"' in after else name
    return name


def _is_furniture(parse: Parse, tokens: list[int]) -> bool:
    """Tell whether a word in capitals that pages set on their own opens a source: "CLOSE The board said"."""
    if len(tokens) < 2:
        return False
    word, after = parse.text[tokens[0]], parse.text[tokens[1]]
    return word.isupper() and word.lower() in words("names")["never"] and after[0].isupper() and not after.isupper()


@cache
def _times() -> frozenset[str]:
    return days() | {"morning", "afternoon", "evening", "night", "week", "month", "year", "weekend", "summer", "spring"}
