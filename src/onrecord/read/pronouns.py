"""Whom a pronoun stands for: the person last spoken of as a subject, abstaining where two are equally near.

Inside quotation marks a pronoun is somebody else's word and is left open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.records import Article, Chain, Kind, Mention

_OPEN, _CLOSE = "“«„", "”»"
_TURN = re.compile(r"^[ \t]*((?:[A-Z][A-Z.'’-]+ ?){1,5}(?:\([^)\n]{1,60}\))?|Q|A):[ \t]*(?=\S)", re.MULTILINE)
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_REACH = 4  # sentences back, and no further than the paragraph before


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a chain was last named: sentence, token, and how prominent it was there."""

    chain: str
    sentence: int
    token: int
    weight: float


def resolve_pronouns(article: Article, parse: Parse, mentions: list[Mention], chains: list[Chain]) -> list[Mention]:
    """Resolve he, she and they (and their forms) to the chain they most likely stand for; open ones get no chain."""
    quoted = [a or b for a, b in zip(quoted_tokens(parse), turn_tokens(article.text, parse), strict=True)]
    kinds = {chain.id: chain for chain in chains}
    gender = {chain.id: chain.gender for chain in chains}
    places = _places(parse, mentions, quoted)
    found: list[Mention] = []
    for token, word in enumerate(parse.text):
        number = _number(word)
        if number is None or parse.pos[token] not in ("PRON", "DET"):
            continue
        wanted = (Kind.PERSON,) if number in ("male", "female") else (Kind.GROUP, Kind.INSTITUTION, Kind.STATE)
        fits = (
            []
            if quoted[token]
            else [
                place
                for place in _near(places, parse, token)
                if kinds[place.chain].kind in wanted and (Kind.PERSON not in wanted or gender[place.chain] in (None, number))
            ]
        )
        chain = _best(fits, parse, token, number, gender)
        start, end = parse.span(token, token + 1)
        found.append(Mention(article.id, start, end, Kind.PERSON if Kind.PERSON in wanted else Kind.GROUP, "pronoun", chain))
        if chain:
            gender[chain] = gender[chain] or (number if Kind.PERSON in wanted else None)
            _add(places, _Place(chain, parse.sentence_of[token], token, _weight(parse, token)))
    return found


def quoted_tokens(parse: Parse) -> list[bool]:
    """Mark the tokens inside quotation marks; a quote left open ends with its block's last sentence."""
    inside, marks, block = False, [], -1
    for sentence, (first, last) in enumerate(parse.sentences):
        if parse.blocks[sentence] != block:
            inside, block = False, parse.blocks[sentence]
        for token in range(first, last):
            word = parse.text[token]
            if "\n" in word:
                inside = False
            marks.append(inside)
            if word in ('"', "``", "''"):
                inside = not inside
            elif word[0] in _OPEN:
                inside = True
            elif word[0] in _CLOSE:
                inside = False
    return marks


def turn_tokens(text: str, parse: Parse) -> list[bool]:
    """Mark the tokens of a transcript's turns, "MR. X: ...": they are somebody's words though no marks stand around them."""
    marks = [False] * len(parse)
    for turn in _TURN.finditer(text):
        token = bisect_left(parse.start, turn.end())
        last = text.find("\n", turn.end())
        while token < len(parse) and (last < 0 or parse.start[token] < last):
            marks[token] = True
            token += 1
    return marks


def _number(word: str) -> str | None:
    return _pronouns().get(word.lower())


@cache
def _pronouns() -> dict[str, str]:
    table = words("offices")["pronouns"]
    return {word: number for number in ("male", "female", "plural") for word in table[number]}


def _places(parse: Parse, mentions: list[Mention], quoted: list[bool]) -> list[_Place]:
    places = []
    for mention in mentions:
        token = bisect_left(parse.end, mention.end)
        if mention.chain and token < len(parse) and not quoted[token]:
            places.append(_Place(mention.chain, parse.sentence_of[token], token, _weight(parse, token)))
    return sorted(places, key=lambda place: place.token)


def _add(places: list[_Place], place: _Place) -> None:
    places.insert(bisect_left([p.token for p in places], place.token), place)


def _weight(parse: Parse, token: int) -> float:
    """Weigh a mention by its part in the sentence: a subject most, most of all one that says something."""
    head = token
    while parse.dep[head] in ("compound", "flat", "appos", "poss", "case", "nmod", "conj") and parse.head[head] != head:
        if parse.dep[head] == "poss":
            return 0.5
        if parse.dep[head] == "conj" and parse.pos[parse.head[head]] not in ("NOUN", "PROPN", "PRON"):
            break
        head = parse.head[head]
    if parse.dep[head] in _SUBJECT:
        top = parse.dep[parse.head[head]] in ("ROOT", "conj") or parse.head[parse.head[head]] == parse.head[head]
        return 3.0 if top else 2.0
    told_of = any(parse.dep[child] == "relcl" for child in parse.children[head])
    agent = parse.dep[head] == "pobj" and parse.dep[parse.head[head]] == "agent"
    return 1.5 if agent or told_of else 1.0


def _near(places: list[_Place], parse: Parse, token: int) -> list[_Place]:
    """List the places before a token, not further back than a pronoun reaches."""
    sentence = parse.sentence_of[token]
    return [place for place in places if place.token < token and sentence - place.sentence <= _REACH]


def _best(fits: list[_Place], parse: Parse, token: int, number: str, gender: dict[str, str | None]) -> str | None:
    """Choose the chain with the highest weight by nearness and part of sentence; none where two are as good."""
    sentence = parse.sentence_of[token]
    if number == "plural":  # a plural may stand for any noun; only the subject just before is safe enough
        fits = [place for place in fits if place.weight >= 2 and sentence - place.sentence <= 1]
    scores: dict[str, float] = {}
    for place in fits:
        score = place.weight * 0.3 ** (sentence - place.sentence)
        if gender.get(place.chain) == number:
            score *= 1.1
        scores[place.chain] = max(scores.get(place.chain, 0.0), score)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] > 0.75 * ranked[0][1]):
        return None
    return ranked[0][0]
