"""The cue words of ``lang/en/cues.toml``, ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from onrecord.lang import words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which words are cues, and what their content may be: see the comments in ``cues.toml``."""

    clause: frozenset[str]
    quote: frozenset[str]
    wish: frozenset[str]
    infinitive: frozenset[str]
    gerund: frozenset[str]
    object: frozenset[str]
    object_to: frozenset[str]
    object_as: frozenset[str]
    predicate: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    object_prepositions: dict[str, frozenset[str]]
    hearsay: frozenset[str]
    nouns: dict[str, frozenset[str]]
    adjectives: dict[str, frozenset[str]]
    phrases: tuple[tuple[str, ...], ...]
    headline: frozenset[str]
    labels: frozenset[str]
    outside: frozenset[str]
    question: frozenset[str]
    things: frozenset[str]


def _split(table: dict[str, Any], key: str) -> frozenset[str]:
    return frozenset(str(table.get(key, "")).split())


def _lists(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {key: frozenset(value.split()) for key, value in table.items()}


@lru_cache(maxsize=4)
def lexicon(language: str = "en") -> Lexicon:
    """Load a language's cue words once."""
    data = words("cues", language)
    verbs = data["verbs"]
    return Lexicon(
        clause=_split(verbs, "clause"),
        quote=_split(verbs, "quote") | _split(verbs, "clause"),
        wish=_split(verbs, "wish"),
        infinitive=_split(verbs, "infinitive"),
        gerund=_split(verbs, "gerund"),
        object=_split(verbs, "object"),
        object_to=_split(verbs, "object_to"),
        object_as=_split(verbs, "object_as"),
        predicate=_split(verbs, "predicate"),
        prepositions=_lists(verbs["preposition"]),
        object_prepositions=_lists(verbs["object_preposition"]),
        hearsay=_split(verbs, "hearsay"),
        nouns=_lists(data["nouns"]),
        adjectives=_lists(data["adjectives"]),
        phrases=tuple(tuple(phrase.split()) for phrase in data["phrases"]["in_the_words_of"]),
        headline=_split(data["headlines"], "verbs"),
        labels=frozenset(data["headlines"]["labels"]),
        outside=_split(data["outside"], "words"),
        question=frozenset(data["transcripts"]["question"]),
        things=_split(data["sources"], "things"),
    )
