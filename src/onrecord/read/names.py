"""One name as the parser saw it, trimmed to the name: no titles, offices or possessives in it, no surname left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.offices import is_head, is_kind, is_title, title_gender
from onrecord.read.states import state_in, state_named, state_of_people, state_seated
from onrecord.records import Kind

KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.INSTITUTION,
    "NORP": Kind.GROUP,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "PRODUCT": Kind.INSTITUTION,
    "WORK_OF_ART": Kind.INSTITUTION,
    "EVENT": Kind.PLACE,
}
"""What the parser's OntoNotes labels mean here; dates, numbers and laws are no names."""

_MISTAKEN = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
"""The labels under which a parser gives people, too."""

NAME_TAGS = frozenset({"NNP", "NNPS"})
_FULL_WORDS = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OPENERS = frozenset({"VBG", "MD", "IN", "DT", "PRP$", "WRB", "WP", "CC", "TO", "RB"})
_ALSO_VERBS = frozenset({"will", "mark"})
_OPENING, _CLOSING = frozenset({'"', "“", "``", "(", "‘"}), frozenset({'"', "”", "''", ")", "’"})


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


def core(key: tuple[str, ...]) -> tuple[str, ...]:
    """Give a name's folded words without what follows the surname: "jr", "phd"."""
    return tuple(word for word in key if word not in _suffixes()) or key


def suffix(key: tuple[str, ...]) -> str | None:
    """Give the word by which a name is told from a parent's of the same name: "jr", "senior"."""
    return next((word for word in key[1:] if word in _generations()), None)


def is_heading(parse: Parse, sentence: int) -> bool:
    """Tell whether a sentence is set in Title Case or capitals, so that a capital tells nothing."""
    first, last = parse.sentences[sentence]
    full = [token for token in range(first, last) if parse.pos[token] in _FULL_WORDS and parse.text[token][0].isalpha()]
    small = [token for token in full if parse.text[token].islower()]
    verbs = any(parse.pos[token] == "VERB" for token in small)
    return len(full) - len(small) >= 4 and not verbs and len(small) <= 0.1 * len(full)


def read_name(parse: Parse, first: int, last: int, label: str) -> Iterable[Seen]:
    """Read one of the parser's names: the name in it, if there is one."""
    holder = holder_in(parse, first, last) if label in _MISTAKEN else None
    if label == "PERSON" or (label in _MISTAKEN and _is_titled(parse, first, last)):
        yield from read_person(parse, first, last)
    elif holder is not None:
        yield from read_person(parse, holder, last)
    elif label in KINDS:
        yield from _thing(parse, first, last, KINDS[label])


def _is_titled(parse: Parse, first: int, last: int) -> bool:
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
    if last - first > 1 and parse.text[first].casefold() in _first_names() and is_personal(parse, first, last, 3):
        return first
    heads = [token for token in range(first, last - 2) if is_head(parse.text[token])]
    start = heads[-1] + 1 if heads else last
    return start if is_personal(parse, start, last, 4) else None


def is_personal(parse: Parse, first: int, last: int, most: int) -> bool:
    """Tell whether some words can be a person's name: two or more, all capitalised, no word of a body's or office's name."""
    bodies = words("offices")["kinds"]["institution"]
    plain = [token for token in range(first, last) if not _is_initial(parse.text[token])]
    return 2 <= last - first <= most and all(
        parse.text[t][0].isupper()
        and parse.text[t].replace("-", "").isalpha()
        and not (parse.text[t].isupper() and len(parse.text[t]) < 5)
        and parse.text[t].lower() not in bodies
        and parse.text[t].lower() not in words("names")["generic"]["words"]
        and not is_kind(parse.text[t])
        and state_in(parse.text[t]) is None
        for t in plain
    )


def _is_initial(word: str) -> bool:
    return word[0].isupper() and len(word.rstrip(".")) == 1


def read_person(parse: Parse, first: int, last: int) -> Iterable[Seen]:
    """Trim a person's name to the name, and stretch it over a surname left out."""
    title = None
    last = _past_initial(parse, first, last)
    while first < last and (leads(parse, first) or _is_verb(parse, first, last)):
        title = parse.text[first] if is_title(parse.text[first]) else title
        first += 1
    if first == last:
        return
    stop = first
    while stop < last and (_in_name(parse, stop, first) or _called(parse, stop, last)):
        stop += 3 if _called(parse, stop, last) else 1
    stop = _stretched(parse, first, stop) if stop == last else stop
    if title is None and stop - first == 1 and _opens_name(parse, first - 1):
        first -= 1
    while stop > first and not parse.text[stop - 1][0].isupper():
        stop -= 1
    if first == stop or fold(parse.text[first]) in never() or (title is None and _belongs(parse, first, stop)):
        return
    if title is None and first and is_title(parse.text[first - 1]):
        title = parse.text[first - 1]
    name = words_of(parse, first, stop)
    if state_named(" ".join(name)) or (len(name) == 1 and state_of_people(name[0])):
        yield from _thing(parse, first, stop, Kind.PLACE)
        return
    yield Seen(first, stop, Kind.PERSON, name, title, gender_of(name, title))


def words_of(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    """Give the words of a token range; tokens that touch are one word; familiar names in marks are left out."""
    joined: list[str] = []
    called = [token for token in range(first, last) if _called(parse, token, last)]
    for token in range(first, last):
        if parse.text[token].isspace() or any(token in range(opening, opening + 3) for opening in called):
            continue
        if joined and parse.end[token - 1] == parse.start[token]:
            joined[-1] += parse.text[token]
        else:
            joined.append(parse.text[token])
    return tuple(joined)


def leads(parse: Parse, token: int) -> bool:
    """Tell whether a token stands before a person's name and not in it."""
    word = parse.text[token]
    if is_kind(word) and token + 1 < len(parse) and (is_head(parse.text[token + 1]) or is_kind(parse.text[token + 1])):
        return True
    if word.lower() in _leads() and token + 1 < len(parse) and parse.text[token + 1][0].isupper():
        return True
    return is_title(word) or is_head(word) or not word[0].isalnum() or state_in(word) is not None or word.islower()


def _in_name(parse: Parse, token: int, first: int) -> bool:
    word = parse.text[token]
    if word in _POSSESSIVE or word.isspace() or (not word[0].isalpha() and word != "-"):
        return False
    if token > first and parse.end[token - 1] < parse.start[token] and parse.text[token - 1] == "-":
        return False
    if token > first and parse.pos[token] in ("VERB", "AUX") and parse.tag[token] != "NNP":
        return False  # "X Seems to ..." in a headline
    return word[0].isupper() or word == "-" or word.lower() in _particles()


def _called(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a familiar name in quotation marks or brackets opens here, inside a name: Odo "Bud" Bresk."""
    if token + 3 >= last or parse.text[token] not in _OPENING or parse.text[token + 2] not in _CLOSING:
        return False
    return parse.text[token + 1][0].isupper() and parse.text[token + 3][0].isupper()


def _past_initial(parse: Parse, first: int, last: int) -> int:
    """Give the end of a name that a parser broke off behind an initial: "Odo F | Bresk"."""
    closing = parse.text[last - 1].rstrip(".")
    if last - first < 2 or len(closing) != 1 or not closing.isupper() or last >= len(parse):
        return last
    follows = parse.tag[last] in NAME_TAGS and parse.text[last][0].isupper() and parse.text[last][1:].islower()
    return last + 1 if follows and parse.sentence_of[last] == parse.sentence_of[first] else last


def _belongs(parse: Parse, first: int, last: int) -> bool:
    """Tell whether a name is that of a body called after somebody, "the Bresk Pentagon": an article before, a noun by itself."""
    before = parse.text[first - 1].lower() if first else ""
    return before == "the" and last - first > 1 and parse.dep[last - 1] not in ("compound", "nmod", "poss")


def _is_verb(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a name's opening word is a headline's, not the name's: "Assessing Bresk", "Will Odo Bresk Run"."""
    if token + 1 >= last or parse.text[token].casefold() in _first_names() - _ALSO_VERBS or parse.text[token + 1] in _POSSESSIVE:
        return False
    return parse.tag[token] in _OPENERS


def _opens_name(parse: Parse, token: int) -> bool:
    """Tell whether the token before a lone surname is its first name, left out by the parser."""
    if token < 1 or parse.tag[token] != "NNP" or parse.dep[token] != "compound" or parse.end[token] + 1 != parse.start[token + 1]:
        return False
    word = parse.text[token]
    if not (word[0].isupper() and word[1:].islower()) or leads(parse, token) or is_kind(word) or fold(word) in never():
        return False
    if any(name[0] <= token < name[1] for name in parse.names) or is_heading(parse, parse.sentence_of[token]):
        return False
    opens = token == parse.sentences[parse.sentence_of[token]][0]
    return not opens or word.casefold() in _first_names()


def _stretched(parse: Parse, first: int, stop: int) -> int:
    """Take in further capitalised proper nouns that follow at once and are no name of their own."""
    end = parse.sentences[parse.sentence_of[first]][1]
    taken = {token for name in parse.names if name[0] >= stop for token in range(name[0], name[1])} if stop < end else set()
    while (
        stop < end
        and stop not in taken
        and parse.tag[stop] in NAME_TAGS
        and parse.text[stop][0].isupper()
        and parse.text[stop][1:].islower()
        and not is_heading(parse, parse.sentence_of[first])
    ):
        stop += 1
    return stop


def gender_of(name: tuple[str, ...], title: str | None) -> str | None:
    """Give the gender that a title or a first name tells."""
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
    if first >= last or (last - first == 1 and (fold(parse.text[first]) in never() or parse.text[first].islower())):
        return
    inner = [t for t in range(first + 1, last) if parse.text[t] == "the" and parse.pos[t - 1] not in ("ADP", "CCONJ")]
    first = inner[-1] + 1 if inner and inner[-1] + 1 < last else first
    name = words_of(parse, first, last)
    whole = " ".join(name)
    many = parse.tag[last - 1] in ("NNS", "NNPS")
    if state := state_named(whole) or (None if many else state_of_people(whole)):
        yield Seen(first, last, Kind.STATE, name, state=state)
    elif state_seated(whole):
        yield Seen(first, last, Kind.PLACE, name)
    else:
        yield Seen(first, last, kind, name)


@cache
def _before_names() -> frozenset[str]:
    return frozenset(words("offices")["heads"]["before"])


@cache
def _leads() -> frozenset[str]:
    return frozenset(words("names")["leads"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(words("names")["particles"])


@cache
def never() -> frozenset[str]:
    """Give the words that are no names though they are set like some, folded."""
    return frozenset(words("names")["never"])


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name for names in words("names")["first"].values() for name in names)


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(fold(word) for word in words("names")["suffixes"]) | _generations()


@cache
def _generations() -> frozenset[str]:
    return frozenset(words("names")["generations"])
