"""Which words mean the same, exclude each other, or carry no topic."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.lang import words

_ENDINGS = (
    "isation",
    "ization",
    "ations",
    "ation",
    "ments",
    "ment",
    "ances",
    "ance",
    "ences",
    "ence",
    "ions",
    "ion",
    "als",
    "al",
)
_WORD = re.compile(r"n't\b|(?:(?!n't\b)\w)+")
_LEAST = 4
"""Letters that must remain when an ending is cut."""


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    return {word.replace("_", " "): name for name, line in words("concepts")["families"].items() for word in line.split()}


@lru_cache(maxsize=1)
def _stop() -> frozenset[str]:
    return frozenset(words("concepts")["stop"]["words"].split())


@lru_cache(maxsize=65536)
def concept(lemma: str) -> str:
    """Name what a lemma means: its family, else the lemma without the ending that makes a noun of a verb."""
    family = _families().get(lemma)
    return family if family else _stem(lemma)


def _stem(lemma: str) -> str:
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _LEAST:
            lemma = lemma[: -len(ending)]
            break
    return lemma[:-1] if lemma.endswith("e") and len(lemma) > _LEAST else lemma


def is_topic(lemma: str) -> bool:
    """Say whether a word tells what is spoken of."""
    return lemma not in _stop() and len(lemma) > 1


def is_telling(predicate: str) -> bool:
    """Say whether a predicate alone says what was done: to desert does, to have, to make, to know do not."""
    return is_topic(predicate) and predicate not in listed("vague")


@lru_cache(maxsize=32)
def listed(name: str) -> frozenset[str]:
    """Give one plain list of ``lang/en/concepts.toml`` as it stands."""
    return frozenset(words("concepts")["lists"][name].split())


def tells(text: str, name: str) -> bool:
    """Say whether any word of a plain list stands in a text."""
    return not listed(name).isdisjoint(_WORD.findall(text.casefold().replace("’", "'")))


@lru_cache(maxsize=1)
def loose_groups() -> frozenset[str]:
    """Give the concepts that stand for any group or person of their kind."""
    return frozenset(concept(word) for word in words("concepts")["loose"]["groups"].split())


@lru_cache(maxsize=1)
def aimed() -> frozenset[str]:
    """Give the concepts of deeds that are done to somebody."""
    return frozenset(concept(word) for word in words("concepts")["aimed"]["verbs"].split())


@lru_cache(maxsize=1)
def shuts() -> dict[str, frozenset[str]]:
    """Give, for each thing, what a denial that any exists shuts out."""
    return {name: frozenset(concept(word) for word in line.split()) for name, line in words("concepts")["shuts"].items()}


@lru_cache(maxsize=1)
def unless() -> dict[str, frozenset[str]]:
    """Give the words that make another thing of a thing: a refugee camp is no camp of fighters."""
    return {concept(name): frozenset(line.split()) for name, line in words("concepts")["shut_unless"].items()}


@lru_cache(maxsize=1)
def _opposites() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(concept(word) for word in pair) for pair in words("concepts")["opposites"]["pairs"])


def opposed(a: str, b: str) -> bool:
    """Say whether two concepts exclude each other."""
    return frozenset((a, b)) in _opposites()
