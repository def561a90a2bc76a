"""Where a paraphrase says more than the quotation beside it: in whose land a thing lies, which was left open; a "may" left out.

The lead of an article tells in its own words what a quotation further down gives. Where the two differ, the words that go beyond
the quotation are marked, as the article's: who is quoted did not say them, as far as this article shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.lang import words
from onrecord.read.frames.desk import Desk
from onrecord.read.frames.lexicon import lemmas
from onrecord.records import Frame, Framing, Manner, Relation, Span, Statement

_BESIDE = 1500
"""Characters within which a quotation is beside the paraphrase it bears out."""
_OWNING = frozenset({"amod", "poss", "nmod", "compound"})
_LEAST = 2
"""Content words, besides the predicate, that a paraphrase shares with a quotation of the same proposition."""


def find_overstating(desk: Desk, statements: Sequence[Statement]) -> Iterator[Framing]:
    """Find the words of paraphrases that the quotation beside them does not bear out, with the quotation they go beyond."""
    quotations = [s for s in statements if s.manner is not Manner.INDIRECT and s.content]
    for told in statements:
        if told.manner is not Manner.INDIRECT or not told.content:
            continue
        beside = [q for q in quotations if _is_beside(desk, told, q)]
        for token, land, thing in _owned(desk, told):
            about = [q for q in beside if _families_of(desk, q) >= {thing}]
            apart = [q for q in about if _places_otherwise(desk, q, land) and _shared(desk, told, q) >= _LEAST + 1]
            if apart and not any(_is_given(desk, one, land) for q in about for one in _things(desk, q, thing)):
                yield Framing(told.article, desk.parse.span(token, token + 1), apart[0].id, Relation.ELABORATES)
        for quotation in beside:
            if quotation.speaker == told.speaker and told.speaker and (span := _made_sure(told, quotation)):
                yield Framing(told.article, span, quotation.id, Relation.ELABORATES)


def _is_beside(desk: Desk, told: Statement, quotation: Statement) -> bool:
    """Say whether a quotation stands near and is by the same speaker, or by one who may speak for the body that is named."""
    gap = max(quotation.content[0][0] - told.content[-1][1], told.content[0][0] - quotation.content[-1][1])
    if not 0 <= gap <= _BESIDE or quotation.speaker is None:
        return False
    return told.speaker == quotation.speaker or (
        desk.is_body(told.speaker) and not desk.is_body(quotation.speaker) and _follows(told, quotation)
    )


def _follows(told: Statement, quotation: Statement) -> bool:
    return quotation.content[0][0] > told.content[-1][1]


def _owned(desk: Desk, statement: Statement) -> Iterator[tuple[int, str, str]]:
    """List whose land a content puts things in that lie somewhere: the token, the land, the family of the thing."""
    inside = set(desk.tokens(statement.content))
    for token in sorted(inside):
        head = desk.parse.head[token]
        if desk.parse.dep[token] in _OWNING and head in inside and _lies_somewhere(desk, head) and desk.is_land(token):
            yield token, _land(desk.name(token)), _family(desk.lemma(head))


def _lies_somewhere(desk: Desk, token: int) -> bool:
    return desk.parse.pos[token] == "NOUN" and desk.lemma(token) in lemmas("words", "ground")


def _families_of(desk: Desk, statement: Statement) -> set[str]:
    tokens = desk.tokens(statement.content)
    return {_family(desk.lemma(token)) for token in tokens if desk.parse.pos[token] in ("NOUN", "PROPN", "VERB", "ADJ")}


def _shared(desk: Desk, told: Statement, quotation: Statement) -> int:
    return len(_families_of(desk, told) & _families_of(desk, quotation))


def _places_otherwise(desk: Desk, quotation: Statement, land: str) -> bool:
    """Say whether a quotation names this land and another one beside the thing, and so tells where it is in its own way."""
    inside = desk.tokens(quotation.content)
    lands = {_land(desk.name(token)) for token in inside if desk.is_land(token)}
    own = any(desk.lower(token) in ("our", "here", "my") for token in inside)
    return land in lands and len(lands) > 1 and not own


def _things(desk: Desk, statement: Statement, thing: str) -> list[int]:
    return [token for token in desk.tokens(statement.content) if _family(desk.lemma(token)) == thing]


def _is_given(desk: Desk, thing: int, land: str) -> bool:
    """Say whether a thing is told to be a land's: "Kenyan camps", "camps in Kenya"."""
    near = [child for child in desk.children(thing) if desk.parse.dep[child] in _OWNING]
    near += [below for prep in desk.children(thing, "prep") for below in desk.children(prep, "pobj")]
    return any(desk.is_land(token) and _land(desk.name(token)) == land for token in near)


def _made_sure(told: Statement, quotation: Statement) -> Span | None:
    """Find a proposition that is told flatly where the quotation of it is hedged by "may", "perhaps" and the like."""
    soft = lemmas("words", "soft") | lemmas("modals", "may")
    for part in told.parts:
        for ours in part.frames:
            flat = not ours.hedge and ours.mood == "fact" and not ours.spans
            if flat and any(theirs.hedge in soft and _one(ours, theirs) for p in quotation.parts for theirs in p.frames):
                return part.spans[0][0], part.spans[-1][1]
    return None


def _one(ours: Frame, theirs: Frame) -> bool:
    shared = (set(ours.words) & set(theirs.words)) - {ours.predicate}
    return ours.predicate == theirs.predicate and bool(ours.denied) == bool(theirs.denied) and len(shared) >= _LEAST


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    return {word: name for name, line in words("concepts")["families"].items() for word in line.split()}


def _family(lemma: str) -> str:
    return _families().get(lemma, lemma)


@lru_cache(maxsize=1)
def _peoples() -> dict[str, str]:
    told = words("states")["states"].items()
    return {word.casefold(): name for name, state in told for word in (name, *state["also"], *state["people"])}


def _land(name: str) -> str:
    return _peoples().get(name.casefold(), name.casefold())
