"""One name as the parser saw it, trimmed to the name: no titles, offices or possessives in it, no surname left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.before_names import is_headlines
from onrecord.read.bounds import (
    POSSESSIVE,
    behind_owner,
    belongs,
    first_names,
    fold,
    in_name,
    is_behind_chief,
    is_called_so,
    is_states_too,
    lacks_first,
    leads,
    never,
    opens_name,
    past_date,
    past_initial,
    past_kind,
    past_of,
    stretched,
    words_of,
)
from onrecord.read.mistaken import holder_in, is_titled
from onrecord.read.office_words import is_head, is_kind, is_title, title_gender
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


def core(key: tuple[str, ...]) -> tuple[str, ...]:
    """Give a name's folded words without what follows the surname: "jr", "phd"."""
    return tuple(word for word in key if word not in _suffixes()) or key


def suffix(key: tuple[str, ...]) -> str | None:
    """Give the word by which a name is told from a parent's of the same name: "jr", "senior"."""
    return next((word for word in key[1:] if word in _generations()), None)


def read_name(parse: Parse, first: int, last: int, label: str) -> Iterable[Seen]:
    """Read one of the parser's names: the name in it, if there is one."""
    holder = holder_in(parse, first, last) if label in _MISTAKEN else None
    owned = behind_owner(parse.text[first:last]) if label == "PERSON" else None
    if owned is not None:
        yield from _thing(parse, first, first + owned - 1, Kind.INSTITUTION)
        yield from read_person(parse, first + owned, last)
    elif label == "PERSON" or (label in _MISTAKEN and is_titled(parse, first, last)):
        yield from read_person(parse, first, last)
    elif holder is not None:
        yield from read_person(parse, holder, last)
    elif label in KINDS:
        yield from _thing(parse, first, last, KINDS[label])


def read_person(parse: Parse, first: int, last: int) -> Iterable[Seen]:
    """Trim a person's name to the name, and stretch it over a surname left out."""
    title = None
    last = past_initial(parse, first, last)
    while first < last and not is_states_too(parse, first, last) and (leads(parse, first) or is_headlines(parse, first, last)):
        title = parse.text[first] if is_title(parse.text[first]) else title
        first += 1
    if first == last:
        return
    stop = first
    while stop < last and (in_name(parse, stop, first) or is_called_so(parse, stop, last)):
        stop += 3 if is_called_so(parse, stop, last) else 1
    stop = stretched(parse, first, stop) if stop == last else stop
    led = first > 0 and (
        stop - first == 1 or parse.text[first - 1].casefold() in first_names() or lacks_first(parse, first, stop)
    )
    if title is None and ((led and opens_name(parse, first - 1)) or is_behind_chief(parse, first)):
        first -= 1
    while stop > first and not parse.text[stop - 1][0].isupper() and parse.text[stop - 2] != "-":
        stop -= 1
    stop = past_date(parse, first, stop)
    sure = first > 0 and stop - first > 1 and is_head(parse.text[first - 1])  # "President Christian Bresk"
    if first == stop or (fold(parse.text[first]) in never() and not sure) or (title is None and belongs(parse, first, stop)):
        return
    if title is None and first and is_title(parse.text[first - 1]):
        title = parse.text[first - 1]
    name = words_of(parse, first, stop)
    if tuple(map(str.lower, name[:2])) == ("story", "highlights"):
        return
    if state_named(" ".join(name)) or (len(name) == 1 and state_of_people(name[0])):
        yield from _thing(parse, first, stop, Kind.PLACE)
        return
    yield Seen(first, stop, Kind.PERSON, name, title, gender_of(name, title))


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
    while last - first > 1 and parse.tag[last - 1] in ("VBD", "VBZ") and parse.text[last - 1].islower():
        last -= 1  # "Bresk told"
    while last > first and (parse.text[last - 1] in POSSESSIVE or not parse.text[last - 1][-1].isalnum()):
        if parse.text[last - 1][-1] == "." and len(parse.text[last - 1]) > 1:
            break
        last -= 1
    while last - first > 1 and last < len(parse) and is_kind(parse.text[last - 1]) and is_head(parse.text[last]):
        last -= 1  # "Pentagon Press" before "Secretary"
    if first >= last or (last - first == 1 and (fold(parse.text[first]) in never() or parse.text[first].islower())):
        return
    inner = [t for t in range(first + 1, last) if parse.text[t] == "the" and parse.pos[t - 1] not in ("ADP", "CCONJ")]
    first = inner[-1] + 1 if inner and inner[-1] + 1 < last else first
    last = past_kind(parse, first, past_of(parse, first, last))
    if all(leads(parse, token) and not state_in(parse.text[token]) for token in range(first, last)) and last - first > 1:
        return  # "Rear Adm."
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
def _suffixes() -> frozenset[str]:
    return frozenset(fold(word) for word in words("names")["suffixes"]) | _generations()


@cache
def _generations() -> frozenset[str]:
    return frozenset(words("names")["generations"])
