"""Words before a person's name that a parser takes into it: a headline's own, an epithet, a verb put before its subject."""

from __future__ import annotations

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.bounds import POSSESSIVE, begins, first_names
from onrecord.read.office_words import is_head

_OPENERS = frozenset({"VBG", "MD", "IN", "DT", "PRP$", "WRB", "WP", "CC", "TO", "RB"})
_VERBS = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN"})
_ALSO_VERBS = frozenset({"will", "mark"})
_LEAST = 6
"""Letters of a word in "-ing" or "-ly" that is no first name: "Sibling", not "Ming"."""


def is_headlines(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a name's opening word is a headline's, not the name's: "Assessing Bresk", "Will Odo Bresk Run"."""
    word = parse.text[token].casefold()
    if token + 1 >= last or (word in first_names() and word not in _ALSO_VERBS) or parse.text[token + 1] in POSSESSIVE:
        return False
    if parse.tag[token] == "NN" and parse.tag[token + 1] == "NNP" and last - token > 2:
        return True  # "Filmmaker Ada Bresk"
    if _is_prepositional(parse, token, last) or _is_epithet(parse, token, last) or _is_turned(parse, token, last):
        return True
    return parse.tag[token] in _OPENERS or (
        parse.tag[token] in _VERBS and begins(parse, token) and _goes_alone(parse, token + 1, last)
    )


def _is_prepositional(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a preposition in capitals parts what a parser took for one name: "Stand With | Odo Bresk"."""
    return any(parse.tag[inner] == "IN" and parse.text[inner][0].isupper() for inner in range(token + 1, last - 1))


def _is_epithet(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a word before a first name is none: "Slippery | Odo Bresk", "Professor of Law | Ada Bresk"."""
    first = parse.text[token + 1]
    known = first_names()
    if last - token < 3 or parse.text[token].casefold() in known or first.casefold() not in known or not first[0].isupper():
        return False
    field = token > 1 and parse.text[token - 1] == "of" and is_head(parse.text[token - 2])
    return field or (len(parse.text[token].rstrip(".")) > 1 and _goes_alone(parse, token + 1, last))


def _is_turned(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a sentence's first word, before the surname of somebody named alone too, is a verb or adverb.

    So in "Said Bresk: ..." and "Underlying Bresk's plan was ...".
    """
    word, stop = parse.text[token].lower(), last - 1 if parse.text[last - 1] in POSSESSIVE else last
    if stop - token != 2 or not begins(parse, token) or _is_elsewhere(parse, token, stop):
        return False
    after = parse.text[stop] if stop < len(parse) else ""
    if word in words("names")["turned"]:
        verb = stop < len(parse) and parse.tag[stop] in _VERBS
        return after == ":" or (_is_surname(parse, token + 1, stop) and after != "," and not verb)
    return len(word) >= _LEAST and word.endswith(("ing", "ly")) and _goes_alone(parse, token + 1, stop)


def _is_surname(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a word closes somebody's name elsewhere in the text."""
    name = _plain(parse, token, last)
    people = [(start, end) for start, end, label in parse.names if label == "PERSON" and not start <= token < end]
    return any(_plain(parse, start, end)[-1:] == name for start, end in people)


def _is_elsewhere(parse: Parse, first: int, stop: int) -> bool:
    """Tell whether some words stand in a row inside a sentence, too."""
    name = parse.text[first:stop]
    size = stop - first
    return any(
        parse.text[token] == name[0] and parse.text[token : token + size] == name and not begins(parse, token)
        for token in range(len(parse) - size + 1)
    )


def _goes_alone(parse: Parse, first: int, last: int) -> bool:
    """Tell whether some words are a person's name elsewhere in the text, with no other word before them."""
    name = _plain(parse, first, last)
    return any(label == "PERSON" and start != first and _plain(parse, start, end) == name for start, end, label in parse.names)


def _plain(parse: Parse, first: int, last: int) -> list[str]:
    """Give a name's words without the possessive behind it."""
    return list(parse.text[first : last - 1 if parse.text[last - 1] in POSSESSIVE else last])
