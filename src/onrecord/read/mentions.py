"""The names of one article as the parser saw them, with its frequent faults put right.

A parser takes offices into names ("Pakistani Prime Minister X"), drops a surname it never met, reads a person as a company in
one sentence and as a person in the next, and sees names everywhere in a headline in Title Case. What it says is therefore
trimmed, stretched, put to the vote of the whole article, and in headlines believed only where the running text bears it out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.offices import is_head, is_kind, is_title, title_gender
from onrecord.read.states import state_in, state_named, state_of_people, state_seated
from onrecord.records import Kind

_KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.INSTITUTION,
    "NORP": Kind.GROUP,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
}
_OTHER = frozenset({"PRODUCT", "WORK_OF_ART", "EVENT"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_FULL_WORDS = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{1,7}$")


@dataclass(frozen=True, slots=True)
class Seen:
    """A name met in the text, tokens ``first`` to ``last``; ``words`` are the name's own words, titles left out."""

    first: int
    last: int
    kind: Kind
    words: tuple[str, ...]
    title: str | None = None
    gender: str | None = None
    state: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """Give the folded words by which names are compared."""
        return tuple(folded for word in self.words if (folded := fold(word)))


def fold(name: str) -> str:
    """Fold a name for comparison: no accents, no case, no punctuation, single spaces."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").removesuffix("'s"))
    kept = "".join(c if c.isalnum() else " " for c in plain.replace("'", "") if not unicodedata.combining(c))
    return " ".join(kept.casefold().split())


def find_names(parse: Parse) -> list[Seen]:
    """List the names of an article in text order; no two overlap."""
    headings = {index for index in range(len(parse.sentences)) if is_heading(parse, index)}
    found = [seen for name in parse.names for seen in _seen(parse, *name)]
    spelled = [seen for seen in found if parse.sentence_of[seen.first] not in headings]
    found = _vote(found, spelled)
    found = _apart([*found, *(s for s in _titled(parse) if parse.sentence_of[s.first] not in headings)])
    known = {seen.key for seen in found if parse.sentence_of[seen.first] not in headings}
    known |= {key[-1:] for key in known}
    kept = [seen for seen in found if parse.sentence_of[seen.first] not in headings or _stands(parse, seen, known)]
    acronyms = _defined(parse)
    kept = _apart([*(seen for pair in acronyms for seen in pair), *kept])
    return _apart([*kept, *_sweep(parse, kept)])


def is_heading(parse: Parse, sentence: int) -> bool:
    """Tell whether a sentence is set in Title Case or capitals, so that a capital tells nothing."""
    first, last = parse.sentences[sentence]
    full = [token for token in range(first, last) if parse.pos[token] in _FULL_WORDS and parse.text[token][0].isalpha()]
    small = [token for token in full if parse.text[token].islower()]
    verbs = any(parse.pos[token] == "VERB" for token in small)
    return len(full) - len(small) >= 4 and not verbs and len(small) <= 0.1 * len(full)


def _seen(parse: Parse, first: int, last: int, label: str) -> Iterable[Seen]:
    if label == "PERSON" or (label not in ("NORP", "EVENT") and _is_holder(parse, first, last)):
        yield from _person(parse, first, last)
    elif label in _KINDS or label in _OTHER:
        yield from _thing(parse, first, last, _KINDS.get(label, Kind.PLACE if label == "EVENT" else Kind.INSTITUTION))


def _is_holder(parse: Parse, first: int, last: int) -> bool:
    """Tell whether what was taken for a body is an office and its holder's name: "Special Envoy X Y"."""
    start = first
    while start < last and (is_head(parse.text[start]) or is_kind(parse.text[start]) or is_title(parse.text[start])):
        start += 1
    named = start > first and is_head(parse.text[start - 1]) and 2 <= last - start <= 3
    bodies = words("offices")["kinds"]["institution"]
    return named and all(
        parse.text[t][0].isupper()
        and parse.text[t].isalpha()
        and parse.text[t].lower() not in bodies
        and not is_kind(parse.text[t])
        for t in range(start, last)
    )


def _person(parse: Parse, first: int, last: int) -> Iterable[Seen]:
    """Trim a person's name to the name, and stretch it over a surname left out."""
    title = None
    while first < last and _leads(parse, first):
        title = parse.text[first] if is_title(parse.text[first]) else title
        first += 1
    if first == last:
        return
    stop = first
    while stop < last and _in_name(parse, stop, first):
        stop += 1
    stop = _stretched(parse, first, stop) if stop == last else stop
    if title is None and stop - first == 1 and _opens_name(parse, first - 1):
        first -= 1
    while stop > first and not parse.text[stop - 1][0].isupper():
        stop -= 1
    if first == stop or fold(parse.text[first]) in _never():
        return
    if title is None and first and is_title(parse.text[first - 1]):
        title = parse.text[first - 1]
    name = _words(parse, first, stop)
    if state_named(" ".join(name)) or (len(name) == 1 and state_of_people(name[0])):
        yield from _thing(parse, first, stop, Kind.PLACE)
        return
    yield Seen(first, stop, Kind.PERSON, name, title, _gender(name, title))


def _words(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    """Give the words of a token range; tokens that touch, as around a hyphen, are one word."""
    joined: list[str] = []
    for token in range(first, last):
        if parse.text[token].isspace():
            continue
        if joined and parse.end[token - 1] == parse.start[token]:
            joined[-1] += parse.text[token]
        else:
            joined.append(parse.text[token])
    return tuple(joined)


def _leads(parse: Parse, token: int) -> bool:
    """Tell whether a token stands before a person's name and not in it."""
    word = parse.text[token]
    if is_kind(word) and token + 1 < len(parse) and (is_head(parse.text[token + 1]) or is_kind(parse.text[token + 1])):
        return True
    return is_title(word) or is_head(word) or not word[0].isalnum() or state_in(word) is not None or word.islower()


def _in_name(parse: Parse, token: int, first: int) -> bool:
    word = parse.text[token]
    if word in _POSSESSIVE or word.isspace() or (not word[0].isalpha() and word != "-"):
        return False
    if token > first and parse.end[token - 1] < parse.start[token] and parse.text[token - 1] == "-":
        return False
    return word[0].isupper() or word == "-" or word.lower() in _particles()


def _opens_name(parse: Parse, token: int) -> bool:
    """Tell whether the token before a lone surname is its first name, left out by the parser."""
    if token < 1 or parse.tag[token] != "NNP" or parse.dep[token] != "compound" or parse.end[token] + 1 != parse.start[token + 1]:
        return False
    word = parse.text[token]
    if not (word[0].isupper() and word[1:].islower()) or _leads(parse, token) or is_kind(word) or fold(word) in _never():
        return False
    if any(name[0] <= token < name[1] for name in parse.names) or is_heading(parse, parse.sentence_of[token]):
        return False
    opens = token == parse.sentences[parse.sentence_of[token]][0]
    return not opens or word.casefold() in {name for names in words("names")["first"].values() for name in names}


def _stretched(parse: Parse, first: int, stop: int) -> int:
    """Take in further capitalised proper nouns that follow at once and are no name of their own."""
    end = parse.sentences[parse.sentence_of[first]][1]
    taken = {token for name in parse.names if name[0] >= stop for token in range(name[0], name[1])} if stop < end else set()
    while (
        stop < end
        and stop not in taken
        and parse.tag[stop] in _NAME_TAGS
        and parse.text[stop][0].isupper()
        and parse.text[stop][1:].islower()
        and not is_heading(parse, parse.sentence_of[first])
    ):
        stop += 1
    return stop


def _gender(name: tuple[str, ...], title: str | None) -> str | None:
    told = title_gender(title) if title else None
    if told or len(name) < 2:
        return told
    first = name[0].casefold()
    return next((gender for gender, names in words("names")["first"].items() if first in names), None)


def _thing(parse: Parse, first: int, last: int, kind: Kind) -> Iterable[Seen]:
    """Trim the name of anything but a person, and tell states from other places."""
    while first < last and (parse.text[first].lower() in ("the", "a", "an") or not parse.text[first][0].isalnum()):
        first += 1
    for token in range(last - 1, first - 1, -1):
        if "\n" in parse.text[token] or (parse.text[token] in (":", ";", "|", "—", "(") and token > first):
            last = token
    while last > first and (parse.text[last - 1] in _POSSESSIVE or not parse.text[last - 1][-1].isalnum()):
        if parse.text[last - 1][-1] == "." and len(parse.text[last - 1]) > 1:
            break
        last -= 1
    while last - first > 1 and last < len(parse) and is_kind(parse.text[last - 1]) and is_head(parse.text[last]):
        last -= 1  # "Pentagon Press" before "Secretary"
    if first >= last or (last - first == 1 and (fold(parse.text[first]) in _never() or parse.text[first].islower())):
        return
    name = _words(parse, first, last)
    whole = " ".join(name)
    many = parse.tag[last - 1] in ("NNS", "NNPS")
    if state := state_named(whole) or (None if many else state_of_people(whole)):
        yield Seen(first, last, Kind.STATE, name, state=state)
    elif state_seated(whole):
        yield Seen(first, last, Kind.PLACE, name)
    else:
        yield Seen(first, last, kind, name)


def _vote(found: list[Seen], spelled: list[Seen]) -> list[Seen]:
    """Let the whole article decide what kind of thing a one-word name is; a surname of somebody named in full is that person."""
    surnames = {seen.key[-1] for seen in spelled if seen.kind == Kind.PERSON and len(seen.key) > 1}
    votes: dict[tuple[str, ...], Counter[Kind]] = {}
    for seen in spelled or found:
        votes.setdefault(seen.key, Counter())[seen.kind] += 1
    return [_voted(seen, surnames, votes.get(seen.key, Counter())) for seen in found if seen.key]


def _voted(seen: Seen, surnames: set[str], votes: Counter[Kind]) -> Seen:
    if seen.kind == Kind.STATE or seen.title or (seen.kind == Kind.PERSON and len(seen.key) > 1):
        return seen
    if len(seen.key) == 1 and seen.key[0] in surnames and not seen.words[0].isupper():
        return replace(seen, kind=Kind.PERSON)
    best = max(votes.values(), default=0)
    if votes[seen.kind] < best and Kind.STATE not in votes:
        return replace(seen, kind=min(kind for kind, count in votes.items() if count == best))
    return seen


def _stands(parse: Parse, seen: Seen, known: set[tuple[str, ...]]) -> bool:
    """May a name in a headline be believed? Where the running text has it too, or it is a state, or a colon sets it apart."""
    if seen.kind == Kind.STATE or state_seated(" ".join(seen.words)) or seen.key in known:
        return True
    if seen.kind == Kind.PERSON and len(seen.key) > 1 and seen.key[-1:] in known:
        return True
    first, last = parse.sentences[parse.sentence_of[seen.first]]
    before_colon = seen.first == first and seen.last < last and parse.text[seen.last] == ":"
    return before_colon or (seen.last == last and seen.first > first and parse.text[seen.first - 1] == ":")


def _defined(parse: Parse) -> list[tuple[Seen, Seen]]:
    """Find long names followed by their initials in brackets: "Tehreek-e-Taliban Pakistan (TTP)"."""
    pairs = []
    for token in range(1, len(parse) - 2):
        if parse.text[token] != "(" or parse.text[token + 2] != ")" or not _ACRONYM.match(parse.text[token + 1]):
            continue
        letters = [letter for letter in parse.text[token + 1] if letter.isupper()]
        first = _long_form(parse, token, letters) if len(letters) > 1 else None
        if first is not None:
            long = Seen(first, token, Kind.INSTITUTION, _words(parse, first, token))
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


def _titled(parse: Parse) -> Iterable[Seen]:
    """Find names that the parser missed but a title or office before them gives away: "President X"."""
    for token in range(1, len(parse)):
        before = parse.text[token - 1]
        if parse.tag[token] not in _NAME_TAGS or not (is_title(before) or (is_head(before) and before[0].isupper())):
            continue
        word = parse.text[token]
        if word[0].isupper() and not (is_head(word) or is_title(word) or is_kind(word) or state_in(word) or word.isupper()):
            yield from _person(parse, token, token + 1)
    for comma in range(1, len(parse) - 3):
        if parse.text[comma] == "," and any(is_head(word) for word in parse.text[max(0, comma - 8) : comma]):
            yield from _apposed(parse, comma + 1)


def _apposed(parse: Parse, first: int) -> Iterable[Seen]:
    """Read two to four proper nouns between commas behind an office as its holder's name: "the governor of ..., X Y, said"."""
    stop, end = first, parse.sentences[parse.sentence_of[first]][1]
    while stop < end and parse.tag[stop] in _NAME_TAGS and parse.text[stop][0].isupper() and not _leads(parse, stop):
        stop += 1
    if 2 <= stop - first <= 4 and stop < end and parse.text[stop] == ",":
        yield from _person(parse, first, stop)


def _sweep(parse: Parse, names: list[Seen]) -> Iterable[Seen]:
    """Find what the parser missed: surnames and acronyms of names known from elsewhere in the article."""
    taken = {token for seen in names for token in range(seen.first, seen.last)}
    surnames = {seen.key[-1]: seen for seen in names if seen.kind == Kind.PERSON and len(seen.key[-1]) > 2}
    short = {seen.words[0]: seen for seen in names if len(seen.words) == 1 and seen.kind in (Kind.INSTITUTION, Kind.GROUP)}
    for token, word in enumerate(parse.text):
        if token in taken or not word[0].isupper():
            continue
        if word in short and parse.pos[token] in ("PROPN", "NOUN"):
            yield replace(short[word], first=token, last=token + 1)
        elif fold(word) in surnames and _alone(parse, token) and fold(word) not in _never():
            title = parse.text[token - 1] if token and is_title(parse.text[token - 1]) else None
            yield Seen(token, token + 1, Kind.PERSON, (word,), title, _gender((word,), title))


def _alone(parse: Parse, token: int) -> bool:
    """Tell whether a word is a name by itself, not a part of a longer capitalised one ("Kirby Street")."""
    after = token + 1
    if parse.pos[token] not in ("PROPN", "NOUN", "ADJ", "X"):
        return False
    if is_heading(parse, parse.sentence_of[token]) or after >= len(parse):
        return True
    return not (parse.tag[after] in _NAME_TAGS and parse.text[after][0].isupper() and parse.dep[token] in ("compound", "nmod"))


def _apart(names: Iterable[Seen]) -> list[Seen]:
    """Keep names that do not overlap, earlier ones in the list first, and put them in text order."""
    taken: set[int] = set()
    kept = []
    for seen in names:
        tokens = range(seen.first, seen.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(seen)
    return sorted(kept, key=lambda seen: seen.first)


@cache
def _never() -> frozenset[str]:
    return frozenset(words("names")["never"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(words("names")["particles"])
