"""The cue words of ``lang/en/cues.toml``, ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from onrecord.lang import words

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which words are cues, and what their content may be: see the comments in ``cues.toml``."""

    speech: Words
    clause: Words
    quote: Words
    infinitive: Words
    gerund: Words
    object: Words
    object_noun: Words
    said_nouns: Words
    topic: Words
    object_to: Words
    object_as: Words
    predicate: Words
    hearsay: Words
    prepositions: dict[str, Words]
    object_prepositions: dict[str, Words]
    nouns: dict[str, Words]
    adjectives: dict[str, Words]
    phrases: tuple[tuple[str, ...], ...]
    hearsay_nouns: Words
    made: Words
    headline: Words
    labels: Words
    roles: Words
    outside: Words
    question: Words
    markers: Words
    recordings: Words
    doers: Words
    things: Words
    done_to: Words
    fronted: Words
    tail_relatives: Words
    tail_openings: Words
    tail_phrases: Words
    tail_verbs: Words
    tail_nouns: Words
    tail_summing: Words
    tail_doings: Words
    tail_comments: Words
    shares: Words
    joining: Words
    spells: Words
    announcing: Words
    withholding: Words
    giving: Words
    elaborating: Words
    lacking: Words
    replying: Words
    titles: Words
    telling: Words
    tales: Words
    saying: Words
    saying_on: Words
    minds: Words


@lru_cache(maxsize=4)
def lexicon(language: str = "en") -> Lexicon:
    """Load a language's cue words once."""
    data = words("cues", language)
    verbs = {key: _split(value) for key, value in data["verbs"].items() if isinstance(value, str)}
    return Lexicon(
        speech=verbs["speech"],
        clause=verbs["clause"] | verbs["speech"],
        quote=verbs["quote"] | verbs["speech"],
        infinitive=verbs["infinitive"],
        gerund=verbs["gerund"],
        object=verbs["object"],
        object_noun=verbs["object_noun"],
        said_nouns=frozenset().union(*_lists(data["nouns"]).values()) | _split(data["sources"]["attitudes"]),
        topic=verbs["topic"],
        object_to=verbs["object_to"],
        object_as=verbs["object_as"],
        predicate=verbs["predicate"],
        hearsay=verbs["hearsay"],
        prepositions=_lists(data["verbs"]["preposition"]),
        object_prepositions=_lists(data["verbs"]["object_preposition"]),
        nouns=_lists(data["nouns"]),
        adjectives=_lists(data["adjectives"]),
        phrases=tuple(tuple(phrase.split()) for phrase in data["phrases"]["in_the_words_of"]),
        made=_split(data["phrases"]["made"]),
        hearsay_nouns=_split(data["phrases"]["hearsay"]),
        headline=_split(data["headlines"]["verbs"]),
        labels=frozenset(data["headlines"]["labels"]),
        roles=_split(data["headlines"]["roles"]),
        outside=_split(data["outside"]["words"]),
        question=frozenset(data["transcripts"]["question"]),
        markers=_split(data["transcripts"]["markers"]),
        recordings=_split(data["transcripts"]["recordings"]),
        doers=_split(data["sources"]["doers"]),
        things=_split(data["sources"]["things"]),
        done_to=_split(data["passives"]["done_to"]),
        fronted=_split(data["fronted"]["words"]),
        tail_relatives=_split(data["tails"]["relatives"]),
        tail_openings=_split(data["tails"]["openings"]),
        tail_phrases=frozenset(data["tails"]["phrases"]),
        tail_verbs=_split(data["tails"]["verbs"]),
        tail_nouns=_split(data["tails"]["nouns"]),
        tail_summing=_split(data["tails"]["nouns"]) | _split(data["tails"]["summing"]),
        tail_doings=_split(data["tails"]["doings"]),
        tail_comments=frozenset(data["tails"]["comments"]),
        shares=_split(data["tails"]["shares"]),
        joining=_split(data["fronted"]["joining"]),
        spells=_split(data["tails"]["spells"]),
        announcing=_split(data["tails"]["announcing"]),
        withholding=_split(data["tails"]["withholding"]),
        giving=_split(data["tails"]["giving"]),
        elaborating=_split(data["tails"]["elaborating"]),
        lacking=_split(data["tails"]["lacking"]),
        replying=_split(data["tails"]["replying"]),
        titles=_split(data["titles"]["short"]),
        telling=_split(data["plain"]["telling"]),
        tales=_split(data["plain"]["tales"]),
        saying=_split(data["plain"]["saying"]),
        saying_on=_split(data["plain"]["saying"]) | _split(data["plain"]["saying_on"]),
        minds=_split(data["headlines"]["minds"]),
    )


def _split(text: str) -> Words:
    return frozenset(text.split())


def _lists(table: dict[str, Any]) -> dict[str, Words]:
    return {key: _split(value) for key, value in table.items()}
