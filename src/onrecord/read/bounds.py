"""Where a person's name begins and ends in what a parser took for one, and the words that are no part of any name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.office_words import is_head, is_kind, is_title
from onrecord.read.states import state_in

NAME_TAGS = frozenset({"NNP", "NNPS"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_FULL_WORDS = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV"})
_TRADES = ("er", "or", "ist", "ian", "man", "men", "ant", "ent", "ess", "an", "crat", "can", "ing", "ed")
"""Ends of words that tell a trade or where somebody belongs more often than they end a first name."""
_AGE = 2
_TIES = frozenset({"of", "for", "on", "in", "and"})
_ELIDED = re.compile(r"[A-Z]['’][A-Z][a-z]+$")
_ODD = (",", ";", ":", ")", "(", "″", "“", "”", '"', "\ufeff", "\u200b")
_OPENING, _CLOSING = frozenset({'"', "“", "``", "(", "‘"}), frozenset({'"', "”", "''", ")", "’"})


@lru_cache(maxsize=65_536)  # an article compares its few names over and over
def fold(name: str) -> str:
    """Fold a name for comparison: no accents, no case, no punctuation, single spaces."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").removesuffix("'s"))
    kept = "".join(c if c.isalnum() else " " for c in plain.replace("'", "") if not unicodedata.combining(c))
    return " ".join(kept.casefold().split())


def is_heading(parse: Parse, sentence: int) -> bool:
    """Tell whether a sentence is set in Title Case or capitals, so that a capital tells nothing."""
    first, last = parse.sentences[sentence]
    full = [token for token in range(first, last) if parse.pos[token] in _FULL_WORDS and parse.text[token][0].isalpha()]
    small = [token for token in full if parse.text[token].islower()]
    verbs = any(parse.pos[token] == "VERB" for token in small)
    return len(full) - len(small) >= 4 and not verbs and len(small) <= 0.1 * len(full)


def words_of(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    """Give the words of a token range; tokens that touch are one word; familiar names in marks are left out."""
    joined: list[str] = []
    called = [token for token in range(first, last) if is_called_so(parse, token, last)]
    for token in range(first, last):
        if parse.text[token].isspace() or any(token in range(opening, opening + 3) for opening in called):
            continue
        if joined and parse.end[token - 1] == parse.start[token]:
            joined[-1] += parse.text[token]
        else:
            joined.append(parse.text[token])
    return tuple(joined)


def behind_owner(name: Sequence[str]) -> int | None:
    """Give where words that open with a first name or title begin behind a body's possessive: "Larkfield's | Dr. Ada Bresk"."""
    at = next((place + 1 for place, word in enumerate(name) if word in POSSESSIVE), None)
    led = at is not None and 2 <= len(name) - at <= 3 and (name[at].casefold() in first_names() or is_title(name[at]))
    return at if led and all(word[0].isupper() for word in name[at:]) else None


def leads(parse: Parse, token: int) -> bool:
    """Tell whether a token stands before a person's name and not in it."""
    word = parse.text[token]
    if any(mark in word for mark in _ODD):
        return True  # a parser left two words and what parts them as one: "Larkfield,″ Bresk"
    if is_kind(word) and token + 1 < len(parse) and (is_head(parse.text[token + 1]) or is_kind(parse.text[token + 1])):
        return True
    if word.lower() in words("offices")["kinds"]["person"] and parse.text[token + 1 : token + 2]:
        return parse.text[token + 1].casefold() in first_names() and word[0].isupper()  # "Neighbour Ada Bresk"
    if word.lower() in _leads() and token + 1 < len(parse) and parse.text[token + 1][0].isupper():
        return True
    before = parse.text[token - 1] if token else ""
    follows = parse.text[token + 1] if token + 1 < len(parse) else ""
    if word == "Dean" and follows[:1].isupper() and before.lower() not in ("the", "associate", "assistant", "vice", "former"):
        return False  # oftener a first name
    if word.casefold() in first_names() and word[0].isupper() and (is_title(before) or (is_head(before) and before[0].isupper())):
        return False  # "Sen. Dean Bresk"
    return is_title(word) or is_head(word) or not word[0].isalnum() or state_in(word) is not None or word.islower()


def is_states_too(parse: Parse, first: int, last: int) -> bool:
    """Tell whether a first name that is also a state's opens a name of two words that an age follows: "Israel Bresk, 26"."""
    if last - first != 2 or last + 1 >= len(parse) or state_in(parse.text[first]) is None:
        return False
    surname = not is_head(parse.text[first + 1]) and not is_title(parse.text[first + 1]) and parse.tag[first + 1] == "NNP"
    return surname and parse.text[last] == "," and parse.text[last + 1].isdigit() and len(parse.text[last + 1]) == _AGE


def is_behind_chief(parse: Parse, first: int) -> bool:
    """Tell whether the word before a name is its first, between it and an office in capitals: "CEO Varen | Odo Bresk"."""
    if first < 2 or not parse.text[first - 2].isupper() or not is_head(parse.text[first - 2]):
        return False
    word, free = parse.text[first - 1], not any(name[0] < first <= name[1] for name in parse.names)
    plain = word[0].isupper() and word[1:].islower() and parse.tag[first - 1] == "NNP" and parse.dep[first - 1] == "compound"
    return plain and free and parse.text[first].casefold() in first_names() and not leads(parse, first - 1)


@cache
def never() -> frozenset[str]:
    """Give the words that are no names though they are set like some, folded."""
    return frozenset(words("names")["never"])


def in_name(parse: Parse, token: int, first: int) -> bool:
    """Tell whether a token can stand in a name that begins at ``first``."""
    word = parse.text[token]
    if word in POSSESSIVE or word.isspace() or (not word[0].isalpha() and word != "-") or (token > first and _runs_on(word)):
        return False
    if token > first and parse.end[token - 1] < parse.start[token] and parse.text[token - 1] == "-":
        return False
    if token > first and parse.pos[token] in ("VERB", "AUX") and parse.tag[token] != "NNP":
        return False  # "X Seems to ..." in a headline
    hyphened = token > first + 1 and parse.text[token - 1] == "-" and parse.end[token - 1] == parse.start[token]  # "Jin-hwan"
    return word[0].isupper() or word == "-" or word.lower() in _particles() or hyphened


def _runs_on(word: str) -> bool:
    """Tell whether a parser left a name's word and what a dash sets off behind it as one: "Jr.—while"."""
    return any(dash in word for dash in ("—", "–", "--"))


def past_date(parse: Parse, first: int, stop: int) -> int:
    """Give the end of a person's name without the day on which something was done: "with Bresk | Thursday"."""
    while stop - first > 1 and fold(parse.text[stop - 1]) in days():
        stop -= 1
    return stop


@cache
def days() -> frozenset[str]:
    """Give the days of the week, in lower case."""
    return frozenset(words("names")["days"])


def is_called_so(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a familiar name in quotation marks or brackets opens here, inside a name: Odo "Bud" Bresk."""
    if token + 3 >= last or parse.text[token] not in _OPENING or parse.text[token + 2] not in _CLOSING:
        return False
    return parse.text[token + 1][0].isupper() and parse.text[token + 3][0].isupper()


def past_initial(parse: Parse, first: int, last: int) -> int:
    """Give the end of a name that a parser broke off behind an initial: "Odo F | Bresk"."""
    closing = parse.text[last - 1].rstrip(".")
    if last - first < 2 or len(closing) != 1 or not closing.isupper() or last >= len(parse):
        return last
    follows = parse.tag[last] in NAME_TAGS and parse.text[last][0].isupper() and parse.text[last][1:].islower()
    return last + 1 if follows and parse.sentence_of[last] == parse.sentence_of[first] else last


def belongs(parse: Parse, first: int, last: int) -> bool:
    """Tell whether a name is that of a body called after somebody, "the Bresk Pentagon": an article before, a noun by itself."""
    before = parse.text[first - 1].lower() if first else ""
    return before == "the" and last - first > 1 and parse.dep[last - 1] not in ("compound", "nmod", "poss")


def begins(parse: Parse, token: int) -> bool:
    """Tell whether a word is the first of its sentence."""
    first = parse.sentences[parse.sentence_of[token]][0]
    return not any(parse.text[before][0].isalnum() for before in range(first, token))


def opens_name(parse: Parse, token: int) -> bool:
    """Tell whether the token before a lone surname is its first name, left out by the parser."""
    if token < 1 or parse.tag[token] != "NNP" or parse.dep[token] != "compound" or parse.end[token] + 1 != parse.start[token + 1]:
        return False
    word = parse.text[token]
    person = words("offices")["kinds"]["person"]
    bearers = [name for name in parse.names if name[2] == "PERSON" and name[1] - name[0] > 1]
    if word.casefold() not in first_names() and any(parse.text[name[0]] == parse.text[token + 1] for name in bearers):
        return False  # "Honest Ada", where Ada Bresk is named
    if not (word[0].isupper() and word[1:].islower()) or leads(parse, token) or is_kind(word) or word.lower() in person:
        return False
    if fold(word) in never():
        return False
    if any(name[0] <= token < name[1] for name in parse.names) or is_heading(parse, parse.sentence_of[token]):
        return False
    if not begins(parse, token) or word.casefold() in first_names():
        return True
    return parse.text[token + 1] not in parse.text[: token + 1]  # a name is given in full where it is first met


def lacks_first(parse: Parse, first: int, stop: int) -> bool:
    """Tell whether two words of a name may lack a third before them: "Odalis | Varen Bresk", not "Astronaut | Ada Bresk"."""
    before = parse.text[first - 1]
    known = parse.text[first].casefold() in first_names() or len(parse.text[first].rstrip(".")) == 1
    return stop - first == 2 and not known and before.isalpha() and not before.lower().endswith(_TRADES)


def stretched(parse: Parse, first: int, stop: int) -> int:
    """Take in further capitalised proper nouns that follow at once and are no name of their own."""
    end = parse.sentences[parse.sentence_of[first]][1]
    if stop < end and _is_surname(parse, stop):
        return stop + 1
    taken = {token for name in parse.names if name[0] >= stop for token in range(name[0], name[1])} if stop < end else set()
    while (
        stop < end
        and stop not in taken
        and (parse.tag[stop] in NAME_TAGS or _ELIDED.match(parse.text[stop]))
        and parse.text[stop][0].isupper()
        and (parse.text[stop][1:].islower() or _ELIDED.match(parse.text[stop]))
        and not is_heading(parse, parse.sentence_of[first])
        and not (is_head(parse.text[stop]) and stop + 1 < end and parse.tag[stop + 1] in NAME_TAGS)  # "Olm County | Mayor Bresk"
    ):
        stop += 1
    return stop


def _is_surname(parse: Parse, token: int) -> bool:
    """Tell whether a parser took the surname behind a name for a place or body: "Hans Peter | Doskel"."""
    name = next((name for name in parse.names if name[0] == token), None)
    word = parse.text[token]
    compound = parse.dep[token - 1] == "compound" and parse.head[token - 1] == token
    lone = name is not None and name[1] == token + 1 and name[2] in ("GPE", "ORG", "LOC", "NORP")
    plain = word[0].isupper() and word[1:].islower() and state_in(word) is None and not is_kind(word) and not is_head(word)
    return compound and lone and plain and parse.text[token].lower() not in words("offices")["kinds"]["institution"]


def past_of(parse: Parse, first: int, last: int) -> int:
    """Give the end of a name broken off behind a preposition: past the name that follows, else before the preposition."""
    if last - first < 2 or parse.pos[last - 1] != "ADP":
        return last
    follows = [name[1] for name in parse.names if name[0] == last]
    return follows[0] if follows else last - 1


def past_kind(parse: Parse, first: int, last: int) -> int:
    """Give the end of a body's name broken off before a preposition: "Korvan Agency | for Harbour Works".

    Behind "of" and "for" stands another body's name; behind "on" any, where bodies are called so ("Select Committee on Olm");
    behind "in" a word that the article has as a common noun ("Our Town in Figures"); behind "and" one more of its fields.
    """
    end = parse.sentences[parse.sentence_of[first]][1]
    word = parse.text[last] if last + 1 < end else ""
    stop = last + 1
    while word in _TIES and stop < end and parse.tag[stop] in NAME_TAGS and parse.text[stop][0].isupper():
        stop += 1
    if stop == last + 1 or stop > end or not parse.text[last - 1][0].isupper() or fold(parse.text[last + 1]) in never():
        return last
    label = next((name[2] for name in parse.names if name[0] == last + 1), "")
    if label in ("DATE", "TIME", "PERSON"):
        return last
    before = parse.text[last - 1].lower()
    if word == "and":
        return stop if label in ("", "ORG", "NORP") and _is_field(parse, first, last, stop) else last
    if word == "on" and before in words("names")["on"] and parse.head[last] == last - 1:
        return stop
    if word == "in" and label not in ("FAC", "ORG"):
        return stop if last - first > 1 and _is_common(parse, last + 1, stop) else last
    if word in ("of", "for") and before in words("offices")["kinds"]["institution"] and label == "ORG":
        return next(name[1] for name in parse.names if name[0] == last + 1)
    return last


def _is_field(parse: Parse, first: int, last: int, stop: int) -> bool:
    """Tell whether what "and" adds is one more field of a body called by its fields: "Ministry of Harbours | and Fisheries"."""
    bodies = words("offices")["kinds"]["institution"]
    ties = [tie for tie in range(first + 1, last) if parse.text[tie] in ("of", "for")]
    if not ties or parse.text[ties[0] - 1].lower().removesuffix("s") not in {*bodies} - {"university"}:
        return False
    joined = parse.dep[stop - 1] == "pobj" or (parse.dep[stop - 1] == "conj" and ties[0] < parse.head[stop - 1] < last)
    added = parse.text[last + 1 : stop]
    return joined and not any(word.lower() in bodies or word.isupper() for word in added)


def _is_common(parse: Parse, first: int, stop: int) -> bool:
    """Tell whether a lone word in capitals is a common noun: known as one, or one elsewhere in the text."""
    word = parse.text[first].lower()
    known = word in words("offices")["kinds"]["institution"]
    told = any(text == word and parse.pos[token] == "NOUN" for token, text in enumerate(parse.text))
    return stop - first == 1 and (known or told)


@cache
def _leads() -> frozenset[str]:
    return frozenset(words("names")["leads"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(words("names")["particles"])


@cache
def first_names() -> frozenset[str]:
    """Give the first names known, in lower case."""
    return frozenset(name for names in words("names")["first"].values() for name in names)
