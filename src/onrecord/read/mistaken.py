"""People whom a parser took for a body or a place, told by their first names, titles and offices."""

from __future__ import annotations

from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.bounds import POSSESSIVE, first_names
from onrecord.read.office_words import is_head, is_kind, is_title
from onrecord.read.states import state_in, state_seated

_HIGHEST = 6
"""How many steps up from a name's apposition an office is looked for."""


def is_titled(parse: Parse, first: int, last: int) -> bool:
    """Tell whether one word taken for a body or place has a person's title or office right before it: "President Bresk"."""
    before, word = parse.text[first - 1] if first else "", parse.text[first]
    if last - first != 1 or not word.isalpha() or word.isupper() or not word[0].isupper() or state_in(word) or state_seated(word):
        return False
    return is_title(before) or (goes_before(before) and before[0].isupper() and not is_kind(word))


def goes_before(word: str) -> bool:
    """Tell whether a word, in any case, is an office that has its holder's name behind it: "president", "col."."""
    return word.lower() in _before_names()


def holder_in(parse: Parse, first: int, last: int) -> int | None:
    """Give where a person's name begins in what was taken for a body: behind an office ("Special Envoy X Y"), or at once."""
    if last - first > 2 and parse.text[first].lower() == "the":
        first += 1
    if last - first > 1 and parse.text[first].casefold() in first_names() and is_personal(parse, first, last, 3):
        return first
    before = range(max(0, first - 6), first)
    if (
        state_in(parse.text[first])
        and any(is_head(parse.text[token]) for token in before)
        and _has_initial(parse, first + 1, last)
    ):
        return first + 1 if is_personal(parse, first + 1, last, 4) else None  # "ambassador to Ruritania Odo F. Bresk"
    if _is_behind_trade(parse, first, last) and is_personal(parse, first, last, 3):
        return first  # "investor Odo Bresk"
    field = first > 1 and parse.text[first - 1] == "of" and is_head(parse.text[first - 2]) and is_kind(parse.text[first])
    if field and is_personal(parse, first + 1, last, 3):
        return first + 1  # "Secretary of | Defence Ada Bresk"
    if (beside := _beside_office(parse, first, last)) is not None:
        return beside
    if last - first == 1 and _follows_first(parse, first) and is_personal(parse, first - 1, last, 2) and is_told_of(parse, last):
        return first - 1  # the parser took the surname alone: "Odo | Bresk, chairman of the board,"
    described = first + (parse.text[first].lower() in words("offices")["kinds"]["person"])
    if last - described > 1 and is_personal(parse, described, last, 3) and (described > first or is_told_of(parse, last)):
        return described  # "Neighbour Ada Bresk"
    if last - first > 1 and _is_surname(parse, last - 1) and all(_leads(parse.text[token]) for token in range(first, last - 1)):
        return last - 1  # "Rear Adm. Bresk"
    heads = [token for token in range(first, last - 2) if is_head(parse.text[token]) or parse.tag[token] == "NN"]
    start = heads[-1] + 1 if heads else last
    return start if is_personal(parse, start, last, 4) else None


def _is_behind_trade(parse: Parse, first: int, last: int) -> bool:
    """Tell whether what one person does stands right before a name and hangs on it; a body may be an owner."""
    trade = parse.text[first - 1] if first else ""
    hangs = bool(trade) and parse.dep[first - 1] in ("compound", "nmod") and parse.head[first - 1] == last - 1
    return hangs and trade.islower() and is_head(trade) and trade not in words("offices")["bodies_of"]["also"]


def _follows_first(parse: Parse, token: int) -> bool:
    """Tell whether the word before a lone one may be its first name: a proper noun that hangs on it, nothing else before."""
    before = token - 1
    hangs = token > 0 and parse.tag[before] == "NNP" and parse.dep[before] == "compound" and parse.head[before] == token
    return hangs and not is_head(parse.text[before]) and (before == 0 or parse.tag[before - 1] not in ("NNP", "NNPS", "JJ"))


def is_told_of(parse: Parse, comma: int) -> bool:
    """Tell whether what follows a name tells of a person: ", 36,", ", who", ", a spokesman"; a body may be an owner."""
    end = parse.sentences[parse.sentence_of[comma - 1]][1]
    if comma + 1 >= end or parse.text[comma] != "," or parse.dep[comma - 1] not in ("nsubj", "nsubjpass", "ROOT"):
        return False
    word = parse.text[comma + 1].lower()
    if word == "who" or (word.isdigit() and len(word) == 2 and parse.text[comma + 2 : comma + 3] in ([","], ["."])):
        return True
    bodies = words("offices")["bodies_of"]["also"]
    for token in range(comma + 1, min(comma + 7, end)):
        word = parse.text[token]
        common = parse.tag[token] == "NN" or (word.isupper() and parse.tag[token] == "NNP")  # "head", "CEO"
        if is_head(word) and common and (token + 1 == end or parse.pos[token + 1] not in ("NOUN", "PROPN")):
            return word not in bodies and parse.dep[token] == "appos" and parse.head[token] == comma - 1
        if parse.pos[token] not in ("DET", "ADJ", "NOUN", "PROPN") and word not in POSSESSIVE:
            return False
    return False


def _is_surname(parse: Parse, token: int) -> bool:
    word = parse.text[token]
    kinds = words("offices")["kinds"]
    body = word.lower() in kinds["institution"] or word.lower() in kinds["group"]
    other = body or is_head(word) or is_kind(word) or is_title(word) or state_in(word)
    return word[0].isupper() and word[1:].islower() and not other


def _leads(word: str) -> bool:
    """Tell whether a word is a title or office that has its holder's name behind it, or "Rear" before one."""
    return is_title(word) or goes_before(word) or word.lower() in words("names")["leads"]


def _beside_office(parse: Parse, first: int, last: int) -> int | None:
    """Give where the name begins of somebody set off beside an office: "the regional governor, Odo Bresk,"."""
    while first > 1 and parse.tag[first - 1] == "NNP" and parse.text[first - 1].isalpha():
        first -= 1  # the parser took the surname alone
    closed = last >= len(parse) or not parse.text[last][0].isalnum()
    if first < 2 or parse.text[first - 1] != "," or not closed or not is_personal(parse, first, last, 4):
        return None
    of = parse.head[last - 1]
    if parse.dep[last - 1] != "appos" or of >= first or parse.sentence_of[of] != parse.sentence_of[first]:
        return None
    named = parse.pos[of] == "PROPN" or any(a <= of < b for a, b, _ in parse.names)
    for _ in range(_HIGHEST if named else 0):  # "the governor of Ruritania, Odo Bresk": what is named already is not named again
        if is_head(parse.text[of]) or parse.pos[of] not in ("NOUN", "PROPN", "ADP"):
            break
        of = parse.head[of]
    return first if is_head(parse.text[of]) else None


def is_personal(parse: Parse, first: int, last: int, most: int) -> bool:
    """Tell whether some words can be a person's name: two or more, all capitalised, no word of a body's or office's name."""
    bodies = words("offices")["kinds"]["institution"]
    plain = [token for token in range(first, last) if not _is_initial(parse.text[token])]
    return 2 <= last - first <= most and all(
        parse.text[t][0].isupper()
        and parse.tag[t] != "IN"
        and all(letter.isalpha() or letter in "-'’" for letter in parse.text[t])
        and not (parse.text[t].isupper() and len(parse.text[t]) < 5)
        and parse.text[t].lower() not in bodies
        and parse.text[t].lower() not in words("names")["generic"]["words"]
        and not is_kind(parse.text[t])
        and state_in(parse.text[t]) is None
        for t in plain
    )


def _has_initial(parse: Parse, first: int, last: int) -> bool:
    return any(_is_initial(parse.text[token]) for token in range(first + 1, last - 1))


def _is_initial(word: str) -> bool:
    return word[0].isupper() and len(word.rstrip(".")) == 1


@cache
def _before_names() -> frozenset[str]:
    return frozenset(words("offices")["heads"]["before"])
