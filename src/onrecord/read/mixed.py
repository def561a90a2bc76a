"""People in what a parser took for one body's name, and surnames it took for a body's throughout an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.bounds import POSSESSIVE, behind_owner, fold, words_of
from onrecord.read.names import Seen, core, read_person
from onrecord.read.office_words import is_kind
from onrecord.records import Kind

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_OF = frozenset({"of", "at"})
_HE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself", "who", "whom"})
_OFTEN = 2
"""Sentences that go on with "he" or "who" after a lone name before it is somebody's."""


def divided(parse: Parse, found: Sequence[Seen]) -> Iterable[Seen]:
    """Part "Larkfield's Ada Bresk"; where somebody Bresk is named in full, "Larkfield's Bresk" and "Bresk of Larkfield" too."""
    surnames = {core(seen.key)[-1] for seen in found if seen.kind == Kind.PERSON and len(core(seen.key)) > 1}
    for seen in found:
        name = parse.text[seen.first : seen.last]
        if seen.kind in (Kind.PERSON, Kind.STATE) or len(name) < 3:
            yield seen
        elif (at := behind_owner(name)) is not None:
            yield replace(seen, last=seen.first + at - 1, words=words_of(parse, seen.first, seen.first + at - 1))
            yield from read_person(parse, seen.first + at, seen.last)
        elif name[-2] in POSSESSIVE and fold(name[-1]) in surnames:
            yield replace(seen, last=seen.last - 2, words=words_of(parse, seen.first, seen.last - 2))
            yield Seen(seen.last - 1, seen.last, Kind.PERSON, (name[-1],))
        elif name[1] in _OF and fold(name[0]) in surnames:
            yield Seen(seen.first, seen.first + 1, Kind.PERSON, (name[0],))
            yield replace(seen, first=seen.first + 2, words=words_of(parse, seen.first + 2, seen.last))
        else:
            yield seen


def taken_up(parse: Parse, found: Sequence[Seen]) -> set[str]:
    """List the lone names, taken for bodies, that are gone on with as "he" or "who" where nobody else is named."""
    people = {token for seen in found if seen.kind == Kind.PERSON for token in range(seen.first, seen.last)}
    subjects: Counter[str] = Counter()
    of_one: Counter[str] = Counter()
    for seen in found:
        word = parse.text[seen.first]
        lone = seen.kind == Kind.INSTITUTION and len(seen.words) == 1 and seen.last - seen.first == 1
        if not lone or not word.isalpha() or not word[1:].islower() or parse.dep[seen.first] not in _SUBJECT or is_body(word):
            continue
        subjects[seen.key[0]] += 1
        of_one[seen.key[0]] += _goes_on(parse, seen.first, people)
    return {key for key, count in of_one.items() if count >= _OFTEN and 4 * count >= subjects[key]}


def headed(parse: Parse, found: Sequence[Seen]) -> set[tuple[str, ...]]:
    """List the names, taken for a person's, that stand for a body because somebody leads it: "the leader of Korvan Hale"."""
    holders = words("offices")["bodies_of"]["holders"]
    people = [seen for seen in found if seen.kind == Kind.PERSON]
    called = {seen.key for seen in people if seen.title}
    led = [seen for seen in people if seen.first > 1 and parse.text[seen.first - 1].lower() == "of"]
    led = [seen for seen in led if parse.text[seen.first - 2].lower() in holders]
    return {seen.key for seen in led if seen.last == len(parse) or parse.text[seen.last] not in POSSESSIVE} - called


def is_body(word: str) -> bool:
    """Tell whether a word is the common noun of a body or group: "Army", "Congress"."""
    kinds = words("offices")["kinds"]
    return is_kind(word) or word.lower() in kinds["institution"] or word.lower() in kinds["group"]


def _goes_on(parse: Parse, name: int, people: set[int]) -> bool:
    first, last = parse.sentences[parse.sentence_of[name]]
    if any(token in people for token in range(first, name)):
        return False
    for token in range(name + 1, last):
        word = parse.text[token].lower()
        if word in _HE:
            return word not in ("who", "whom") or (parse.text[token - 1] == "," and token - name == 2)
        if token in people or (parse.dep[token] in _SUBJECT and parse.pos[token] in ("NOUN", "PROPN")):
            return False
    return False
