"""The world's states by any of their names: a name, a seat of government or the word for their people."""

from __future__ import annotations

from functools import cache

from onrecord.lang import words


def state_named(name: str) -> str | None:
    """Give the state that a name is a name of ("the UK" -> "United Kingdom"), or nothing."""
    return _names().get(_bare(name))


def state_seated(name: str) -> str | None:
    """Give the state whose government sits in a town of this name."""
    return _seats().get(_bare(name))


def state_of_people(name: str) -> str | None:
    """Give the state whose people, language or things a word names ("Afghan", "Afghans")."""
    return _people().get(_bare(name))


def state_in(name: str) -> str | None:
    """Give the state that a name or a word for its people points to; a seat of government points to none by itself."""
    return state_named(name) or state_of_people(name)


def _bare(name: str) -> str:
    name = " ".join(name.replace("’", "'").split()).removesuffix("'s").removesuffix("'")
    return name[4:] if name[:4].lower() == "the " else name


@cache
def _names() -> dict[str, str]:
    return {_bare(name): state for state, row in words("states")["states"].items() for name in (state, *row["also"])}


@cache
def _seats() -> dict[str, str]:
    return {_bare(name): state for state, row in words("states")["states"].items() for name in row["seats"]}


@cache
def _people() -> dict[str, str]:
    return {_bare(name): state for state, row in words("states")["states"].items() for name in row["people"]}
