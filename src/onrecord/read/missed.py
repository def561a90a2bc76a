"""Names the parser missed: behind titles and offices, in brackets, and once more where they are known from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.bounds import NAME_TAGS, begins, first_names, fold, is_heading, leads, never, words_of
from onrecord.read.mistaken import is_personal, is_told_of
from onrecord.read.names import Seen, gender_of, read_person
from onrecord.read.office_words import is_head, is_kind, is_title
from onrecord.read.states import state_in
from onrecord.records import Kind

_OFTEN = 3  # times somebody is named in an article that is about them
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{1,7}$")


def titled_names(parse: Parse) -> Iterable[Seen]:
    """Find names that the parser missed but a title or office before them gives away: "President X"."""
    for token in range(1, len(parse)):
        before = parse.text[token - 1]
        if parse.tag[token] not in NAME_TAGS or not (is_title(before) or (is_head(before) and before[0].isupper())):
            continue
        word = parse.text[token]
        if word[0].isupper() and not (is_head(word) or is_title(word) or is_kind(word) or state_in(word) or word.isupper()):
            yield from read_person(parse, token, token + 1)
    yield from _led_names(parse)
    yield from _behind_trades(parse)
    yield from _told_of(parse)
    for comma in range(1, len(parse) - 3):
        if parse.text[comma] == "," and any(is_head(word) for word in parse.text[max(0, comma - 8) : comma]):
            yield from _apposed(parse, comma + 1)


def _behind_trades(parse: Parse) -> Iterable[Seen]:
    """Find two proper nouns behind what somebody does: "trade analyst Odo Bresk"."""
    taken = {token for name in parse.names for token in range(name[0], name[1])}
    for token in range(1, len(parse) - 1):
        before = parse.text[token - 1]
        opens = token - 1 == parse.sentences[parse.sentence_of[token]][0] and parse.dep[token - 1] == "compound"
        told = is_head(before) or before.lower() in words("offices")["kinds"]["person"]
        if told and (before.islower() or opens) and not {token, token + 1} & taken and is_personal(parse, token, token + 2, 2):
            proper = parse.tag[token] == "NNP" == parse.tag[token + 1] and parse.dep[token] == "compound"
            plain = parse.text[token + 2 : token + 3] == [] or not parse.text[token + 2][0].isupper()
            if proper and plain and not is_heading(parse, parse.sentence_of[token]):
                yield from read_person(parse, token, token + 2)


def _told_of(parse: Parse) -> Iterable[Seen]:
    """Find two proper nouns with what only a person is told by behind them: "Ada Bresk, 24, of ...", "Ada Bresk, head of ..."."""
    taken = {token for name in parse.names for token in range(name[0], name[1])}
    for comma in range(2, len(parse) - 1):
        first = comma - 2
        if parse.text[comma] != "," or {first, first + 1} & taken or parse.tag[first : first + 2] != ["NNP", "NNP"]:
            continue
        whole = parse.dep[first] == "compound" and parse.head[first] == first + 1 and begins(parse, first)
        if whole and is_personal(parse, first, comma, 2) and is_told_of(parse, comma):
            yield from read_person(parse, first, comma)


def _led_names(parse: Parse) -> Iterable[Seen]:
    """Find two proper nouns, a first name before or an office: "Riparian Radio's Todd Bresk", "Secretary of State X Y"."""
    taken = {token for name in parse.names for token in range(name[0], name[1])}
    for token in range(len(parse) - 1):
        word, after = parse.text[token], parse.text[token + 1]
        behind = _follows_office(parse, token) and parse.dep[token] == "compound" and is_personal(parse, token, token + 2, 2)
        if not (behind or word.casefold() in first_names()) or not word[0].isupper() or {token, token + 1} & taken:
            continue
        opens = not (token and parse.tag[token - 1] in NAME_TAGS) or _follows_office(parse, token) or _is_member(parse, token - 1)
        proper = parse.tag[token] == "NNP" == parse.tag[token + 1] and opens
        surname = after[0].isupper() and after[1:].islower() and not (is_head(after) or is_kind(after) or state_in(after))
        if proper and surname and not is_heading(parse, parse.sentence_of[token]):
            yield from read_person(parse, token, token + 2)


def _follows_office(parse: Parse, token: int) -> bool:
    """Tell whether an office told with "of" ends right before a word: "Secretary of Defence | Bob Bresk"."""
    if token < 3 or parse.text[token - 2] != "of" or not is_head(parse.text[token - 3]):
        return False
    field = parse.tag[token - 1] == "NNP" and parse.dep[token - 1] == "pobj" and parse.head[token] == token + 1
    return is_kind(parse.text[token - 1]) or (field and parse.dep[token] == "compound")


def _is_member(parse: Parse, token: int) -> bool:
    """Tell whether a proper noun says of which party or people somebody is before whose name it stands: "Democrat Ada Bresk"."""
    return is_head(parse.text[token]) or any(name[1] == token + 1 and name[2] == "NORP" for name in parse.names)


def _apposed(parse: Parse, first: int) -> Iterable[Seen]:
    """Read two to four proper nouns between commas behind an office as its holder's name: "the governor of ..., X Y, said"."""
    stop, end = first, parse.sentences[parse.sentence_of[first]][1]
    while stop < end and parse.tag[stop] in NAME_TAGS and parse.text[stop][0].isupper() and not leads(parse, stop):
        stop += 1
    if 2 <= stop - first <= 4 and stop < end and parse.text[stop] == ",":
        yield from read_person(parse, first, stop)


def defined_names(parse: Parse) -> list[tuple[Seen, Seen]]:
    """Find long names followed by their initials in brackets: "Tehreek-e-Taliban Pakistan (TTP)"."""
    pairs = []
    for token in range(1, len(parse) - 2):
        if parse.text[token] != "(" or parse.text[token + 2] != ")" or not _ACRONYM.match(parse.text[token + 1]):
            continue
        letters = [letter for letter in parse.text[token + 1] if letter.isupper()]
        first = _long_form(parse, token, letters) if len(letters) > 1 else None
        if first is not None:
            long = Seen(first, token, Kind.INSTITUTION, words_of(parse, first, token))
            pairs.append((long, Seen(token + 1, token + 2, Kind.INSTITUTION, (parse.text[token + 1],))))
    return pairs


def _long_form(parse: Parse, end: int, letters: list[str]) -> int | None:
    """Walk left from a bracket until the initials are used up; small words may be skipped."""
    left = list(letters)
    start = parse.sentences[parse.sentence_of[end]][0]
    for token in range(end - 1, max(start, end - 4 * len(letters)) - 1, -1):
        word = parse.text[token]
        if word[0].isupper() and word[0] == left[-1]:
            left.pop()
        elif word[0].isupper() or not (word in "-&'’s" or word.islower()):
            return None
        if not left:
            return token
    return None


def known_names(parse: Parse, names: Sequence[Seen]) -> Iterable[Seen]:
    """Find what the parser missed: surnames and acronyms of names known from elsewhere in the article."""
    taken = {token for seen in names for token in range(seen.first, seen.last)}
    often = Counter(seen.key[-1] for seen in names if seen.kind == Kind.PERSON)
    surnames = {seen.key[-1]: seen for seen in names if seen.kind == Kind.PERSON and len(seen.key[-1]) > 2}
    short = {seen.words[0]: seen for seen in names if len(seen.words) == 1 and seen.kind in (Kind.INSTITUTION, Kind.GROUP)}
    for token, word in enumerate(parse.text):
        if token in taken or not word[0].isupper():
            continue
        if word in short and parse.pos[token] in ("PROPN", "NOUN"):
            yield replace(short[word], first=token, last=token + 1)
        elif fold(word) in surnames and _alone(parse, token, often[fold(word)]) and fold(word) not in never():
            title = parse.text[token - 1] if token and is_title(parse.text[token - 1]) else None
            yield Seen(token, token + 1, Kind.PERSON, (word,), title, gender_of((word,), title))


def _alone(parse: Parse, token: int, times: int) -> bool:
    """Tell whether a word is a name by itself, not a part of a longer capitalised one ("Kirby Street").

    What is tagged a verb at a sentence's start is the name where the article names that person often.
    """
    after = token + 1
    opens = token == parse.sentences[parse.sentence_of[token]][0]
    if parse.pos[token] == "VERB" and opens and times >= _OFTEN and after < len(parse):
        return parse.tag[after] in ("VBD", "VBN", "VBZ", "MD", "IN", "RB") or parse.text[after] == ","
    if parse.pos[token] not in ("PROPN", "NOUN", "ADJ", "X"):
        return False
    if is_heading(parse, parse.sentence_of[token]) or after >= len(parse):
        return True
    return not (parse.tag[after] in NAME_TAGS and parse.text[after][0].isupper() and parse.dep[token] in ("compound", "nmod"))
