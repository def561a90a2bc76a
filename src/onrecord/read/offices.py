"""Offices in running text: "Pakistan's caretaker foreign minister" as words, a head to compare by and what it is an office of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read import office_words
from onrecord.read.office_words import is_head, is_kind
from onrecord.read.states import state_in, state_of_people
from onrecord.records import Span

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LINKS = frozenset({"of", "for", "to", "on"})
_BEFORE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_WHOSE = frozenset({"presidential"})  # "the presidential spokesman" is not the army's


@dataclass(frozen=True, slots=True)
class Office:
    """An office met in the text: tokens ``first`` to ``last``, and ``bare`` without what it is an office of.

    ``key`` is its head and what makes it another office. ``past`` says that it is no longer held ("former"),
    ``weak`` that it only tells what somebody does ("the analyst").
    """

    first: int
    last: int
    head: int
    bare: tuple[int, int]
    key: tuple[str, frozenset[str]]
    of: str | None
    past: bool
    weak: bool

    def words(self, text: str, parse: Parse) -> str:
        """Give the office as the article spells it."""
        start, end = self.span(parse)
        return " ".join(text[start:end].split())

    def title(self, parse: Parse) -> str:
        """Give the office without its state or body, spaced as the article has it: "caretaker foreign minister"."""
        return _joined(parse, range(*self.bare))

    def span(self, parse: Parse) -> Span:
        """Give the office's code points."""
        return parse.span(self.first, self.last)

    def may_be(self, other: Office) -> bool:
        """Tell whether this office, named in short, can be the other one, named in full."""
        if self.past != other.past or (self.of and other.of and self.of != other.of):
            return False
        head, marks = self.key
        full, full_marks = other.key
        if head != full and full not in office_words.called().get(head, ()):
            return False
        return marks <= full_marks and not (full_marks - marks) & office_words.marks()

    def leads(self) -> bool:
        """Tell whether it is, by its words, the office of who may lead a state."""
        return not self.past and (self.key[0], tuple(sorted(self.key[1]))) in office_words.leading()


def _joined(parse: Parse, tokens: Sequence[int]) -> str:
    """Spell words as the article does: "Al-Korva League", "vice president"."""
    told = [parse.text[token] + " " * (token + 1 < len(parse) and parse.end[token] < parse.start[token + 1]) for token in tokens]
    return " ".join("".join(told).split())


def office_before(parse: Parse, name: int, names: Collection[int] = ()) -> Office | None:
    """Read the office that stands right before a name's first token: "Pakistani Prime Minister" before "Imran Khan".

    ``names`` are tokens of other people's names, which an office never contains.
    """
    first = _leftmost(parse, name, names, links=True)
    while first < name and parse.text[first].lower() in _LINKS | _POSSESSIVE:
        first += 1
    if first == name or parse.text[name - 1].lower() in _LINKS:
        return None  # "adviser to X" is not X
    for token in range(first, name):
        before, after = _heads_in(parse, first, token), _heads_in(parse, token + 1, name)
        if before and after and parse.text[token].lower() in _LINKS | _POSSESSIVE:
            if _closes(parse, token, after, name):
                return _office(parse, first, name - 1, before)
            first = token + 1  # "spokesman for President X", "the president's adviser X"
    heads = _heads_in(parse, first, name)
    if heads and _serves(parse, heads[-1], name):
        return None
    first = _opening(parse, first, heads) if heads else first
    return _office(parse, first, name, [head for head in heads if head >= first]) if heads else None


def _serves(parse: Parse, head: int, name: int) -> bool:
    """Tell whether an office is one with the person named behind it: "adviser to Republican X" is not X."""
    link = next((token for token in range(head + 1, name) if parse.text[token].lower() in _LINKS), None)
    return link is not None and all(office_words.is_plain(parse.text[token]) for token in range(link + 1, name))


def _opening(parse: Parse, first: int, heads: list[int]) -> int:
    """Give where an office set in capitals begins: behind a sentence's own words, a dash or a picture's credit.

    So in "an emotional President X", "a dinner-President X", "to host US President X" and "Korvan Press/File President X".
    """
    if not parse.text[heads[-1]][0].isupper():
        return first
    credit = first > 0 and parse.text[first - 1] == "/"
    lower = max((head for head in heads if parse.text[head].islower()), default=first)
    opening = first
    for token in range(first, heads[-1]):
        word, after = parse.text[token], parse.text[token + 1]
        known = _is_known(word) or after in _POSSESSIVE or word in _POSSESSIVE or token < lower
        hosts = token == lower and is_head(word) and state_in(after) is not None
        dash = word == "-" and token > first and not _is_known(parse.text[token - 1])
        if dash or hosts or (not known and after != "-" and (word.islower() or credit)):
            opening = token + 1
    return opening


def _is_known(word: str) -> bool:
    known = office_words.plain() | frozenset(words("offices")["modifiers"]["changing"]) | office_words.past() | _LINKS
    return is_head(word) or is_kind(word) or word.lower() in known or word in ("-", "and", "&", "the")


def _heads_in(parse: Parse, first: int, last: int) -> list[int]:
    return [token for token in range(first, last) if is_head(parse.text[token]) and parse.pos[token] in _BEFORE]


def _closes(parse: Parse, link: int, heads: list[int], name: int) -> bool:
    """Tell whether a rank right before a name closes the same person's office: "Chief of Staff General".

    So in "Special Representative for X Ambassador"; in "spokesman for Army General" and "envoy to Ruritania's Ambassador" the
    rank's holder is another.
    """
    word, middle = parse.text[link].lower(), range(link + 1, name - 1)
    if word not in ("of", "for", "on") or heads != [name - 1] or parse.text[name - 1].lower() not in office_words.ranks():
        return False
    if any(parse.text[token] in _POSSESSIVE for token in middle):
        return False
    nouns = [parse.text[token] for token in middle if parse.pos[token] in ("NOUN", "PROPN")]
    known = office_words.plain() | office_words.marks()
    nouns = [noun for noun in nouns if not state_of_people(noun) and noun.lower() not in known]
    return any(word == "of" or not is_kind(noun) for noun in nouns)


def office_at(parse: Parse, head: int, names: Collection[int] = ()) -> Office | None:
    """Read the office whose head is this token: "the Pakistani premier", "president of the Riparian League"."""
    if not is_head(parse.text[head]):
        return None
    first = _leftmost(parse, head, names, links=False)
    while first < head and parse.text[first] in _POSSESSIVE | {"-"}:  # "X's | minister", "A- | Team captain"
        first += 1
    return _office(parse, first, _rightmost(parse, head + 1, names), [head])


def _leftmost(parse: Parse, end: int, names: Collection[int], links: bool) -> int:
    """Walk left from a token over what an office may be made of, within its sentence."""
    start = parse.sentences[parse.sentence_of[min(end, len(parse) - 1)]][0]
    token = end
    while token > start:
        before = token - 1
        word = parse.text[before].lower()
        if before in names:
            break
        name = _name_around(parse, before)
        inner = word in _LINKS and links and before > start and is_head(parse.text[before - 1])
        if not (inner or name or word in _POSSESSIVE or word == "-" or _office_word(parse, before)):
            break
        token = max(name, start) if name else before
    return token


def _name_around(parse: Parse, token: int) -> int | None:
    """Give the start of the institution's or place's name that a token closes: "Ministry of Interior" before "spokesman"."""
    index = bisect_right(parse.names, token, key=lambda name: name[0]) - 1
    if index < 0:
        return None
    first, last, label = parse.names[index]
    return (
        first if last == token + 1 and last - first > 1 and label in ("ORG", "GPE") and not is_head(parse.text[first]) else None
    )


def _office_word(parse: Parse, token: int) -> bool:
    word = parse.text[token].lower()
    if word in office_words.never() or _tells(parse, token):
        return False
    if word in office_words.heads() or word in office_words.plain() or word in office_words.marks():
        return True
    if word in office_words.kinds_of_office():
        return True
    if parse.text[token].islower() and parse.pos[token] == "NOUN" and parse.text[token + 1 : token + 2][0][:1].isupper():
        return False  # "the way President X", not "opposition leader X"
    return parse.pos[token] in _BEFORE and parse.tag[token] not in ("NNS", "CD") and word[:1].isalnum() and not word.isdigit()


def _tells(parse: Parse, token: int) -> bool:
    """Tell whether a word is what somebody did: "they ousted President X"."""
    return parse.pos[token] == "VERB" and any(parse.dep[child] == "nsubj" for child in parse.children[token])


def _rightmost(parse: Parse, token: int, names: Collection[int]) -> int:
    """Walk right over "of the Riparian League", "for Afghanistan affairs"; give the end, exclusive."""
    end = parse.sentences[parse.sentence_of[min(token, len(parse)) - 1]][1]
    never = office_words.never()  # "on Monday"
    if token + 1 < end and parse.text[token].lower() in _LINKS and parse.text[token + 1].lower() not in never:
        stop = token + 1
        while (
            stop < end and stop not in names and (parse.pos[stop] in ("DET", *_BEFORE) or parse.text[stop].lower() in _POSSESSIVE)
        ):
            stop += 1
            if (
                stop + 1 < end
                and parse.text[stop].lower() in ("of", "and", "&")
                and parse.pos[stop + 1] == "PROPN"
                and stop + 1 not in names
            ):
                stop += 1
        age = stop == token + 2 and parse.text[token + 1].isdigit()  # "a lawyer of 44"
        if parse.pos[stop - 1] in _BEFORE and stop > token + 1 and not age:
            return stop
    return token


def _office(parse: Parse, first: int, last: int, heads: list[int]) -> Office:
    main = _main_head(parse, heads)
    lower = [parse.text[token].lower() for token in range(first, last)]
    left = frozenset(lower[: main - first + 1]) | ({"general"} & set(lower[main - first + 1 : main - first + 2])) - {
        lower[main - first]
    }
    left -= {lower[main - first]}
    same = office_words.same().get(lower[main - first], lower[main - first])
    *more, head = same.split()
    marks = frozenset(office_words.same().get(word, word) for word in left if word in office_words.marks()) | frozenset(more)
    kind = frozenset(office_words.same().get(word, word) for word in left if word in office_words.kinds_of_office())
    kind |= left & _WHOSE if head == "spokesman" else frozenset()
    of = _of(parse, first, last, main)
    return Office(
        first,
        last,
        main,
        _bare(parse, first, last, of),
        (head, marks | kind),
        of[0] if of else None,
        bool(left & office_words.past()),
        lower[main - first] in office_words.weak(),
    )


def _main_head(parse: Parse, heads: list[int]) -> int:
    """Of several head words ("Chief of Army Staff General") take the first that no other follows at once.

    In "Secretary General", "attorney general" the first word is the head.
    """
    for token, after in zip(heads, [*heads[1:], -1], strict=True):
        if after != token + 1 or parse.text[after].lower() == "general":
            return token
    return heads[-1]


def _of(parse: Parse, first: int, last: int, head: int) -> tuple[str, int, int] | None:
    """Say what an office is an office of, a state by its own name or else the institution's words, and where that stands."""
    for token in range(first, last):
        for size in (3, 2, 1):
            state = state_in(" ".join(parse.text[token : min(token + size, last)])) if token + size <= last else None
            if state and not (token > first and parse.text[token - 1] == "New"):  # New Mexico
                return state, token, token + size
    names = [name for name in parse.names if first <= name[0] and name[1] <= last and name[2] in ("ORG", "GPE", "NORP")]
    for start, end, _ in names:
        if start <= head < end or parse.text[start].lower() in office_words.never():
            continue
        kept = [token for token in range(start, end) if parse.text[token] not in _POSSESSIVE]
        while kept and parse.text[kept[-1]].lower() in office_words.kinds_of_office():  # "Pentagon Press" before "Secretary"
            if len(kept) > 1 and parse.text[kept[-1]].lower() in office_words.bodies():  # "White House", "Islamic State"
                break
            kept.pop()
        while kept and parse.text[kept[0]].lower() == "the":
            kept = kept[1:]
        if kept:
            return _joined(parse, range(kept[0], kept[-1] + 1)), kept[0], kept[-1] + 1
        return None
    return None


def _bare(parse: Parse, first: int, last: int, of: tuple[str, int, int] | None) -> tuple[int, int]:
    """Give the tokens of an office without what it is an office of, where that opens or closes it."""
    if of is None:
        return first, last
    _, start, end = of
    if start == first:
        while end < last and parse.text[end] in _POSSESSIVE:
            end += 1
        return (end, last) if end < last else (first, last)
    if end == last:
        while start > first and parse.text[start - 1].lower() in ("the", *_LINKS):
            start -= 1
        return (first, start) if start > first else (first, last)
    return first, last
