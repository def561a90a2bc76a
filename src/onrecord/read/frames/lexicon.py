"""The words that frames are read by, as sets."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from onrecord.lang import words


@lru_cache(maxsize=64)
def lemmas(table: str, name: str) -> frozenset[str]:
    """Give one list of ``lang/en/frames.toml`` as a set of lemmas."""
    return frozenset(words("frames")[table][name].split())


@lru_cache(maxsize=1)
def amounts() -> dict[str, Any]:
    """Give the words of quantities."""
    table: dict[str, Any] = words("frames")["amounts"]
    return table


@lru_cache(maxsize=1)
def contracted() -> dict[str, str]:
    """Give the verb that a contracted form stands for."""
    table: dict[str, str] = words("frames")["short"]
    return table


@lru_cache(maxsize=1)
def demonyms() -> frozenset[str]:
    """Give every name, seat and demonym of a state, folded."""
    known: set[str] = set()
    for name, state in words("states")["states"].items():
        known.update(word.casefold() for word in (name, *state["also"], *state["seats"], *state["people"]))
    return frozenset(known)
