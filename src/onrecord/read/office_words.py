"""The words that offices are told by, from ``lang/en/offices.toml``, and what one word says of an office."""

from __future__ import annotations

from functools import cache

from onrecord.lang import words


def is_head(word: str) -> bool:
    """Tell whether a word, in any case, is the head of one person's office."""
    return word.lower() in heads()


def same_office(word: str, held: str) -> bool:
    """Tell whether somebody may be called by one head word who holds an office headed by another: "the general", "Gen."."""
    short, full = same().get(word, word), same().get(held, held)
    return short == full or full in called().get(short, ())


def is_kind(word: str) -> bool:
    """Tell whether a word says which minister, secretary or chief an office is: "press", "foreign"."""
    return word.lower() in kinds_of_office()


def is_title(word: str) -> bool:
    """Tell whether a word is a form of address before a name."""
    return word.lower() in titles()


def is_plain(word: str) -> bool:
    """Tell whether a word before an office's head leaves the office the same: "new", "top"."""
    return word.lower() in plain()


def title_gender(word: str) -> str | None:
    """Give the gender that a title or an office's word tells, if it tells one."""
    return genders().get(word.lower())


@cache
def leading() -> frozenset[tuple[str, tuple[str, ...]]]:
    """List the offices, head and marks, of who may lead a state."""
    return frozenset(
        (head, tuple(sorted(marks))) for *marks, head in (office.split() for office in words("offices")["heads"]["leading"])
    )


@cache
def heads() -> frozenset[str]:
    """List the heads of one person's office."""
    return frozenset(words("offices")["heads"]["words"])


@cache
def ranks() -> frozenset[str]:
    """List the heads that are ranks."""
    return frozenset(words("offices")["heads"]["ranks"])


@cache
def bodies() -> frozenset[str]:
    """List the words before a head that name a body."""
    return frozenset(words("offices")["modifiers"]["bodies"])


@cache
def never() -> frozenset[str]:
    """List the words that no name is made of."""
    return frozenset(words("names")["never"])


@cache
def weak() -> frozenset[str]:
    """List the heads that only tell what somebody does."""
    return frozenset(words("offices")["heads"]["weak"])


@cache
def titles() -> frozenset[str]:
    """List the forms of address before a name."""
    titles = words("offices")["titles"]
    return frozenset([*titles["male"], *titles["female"], *titles["open"]])


@cache
def genders() -> dict[str, str]:
    """Give the gender that titles and offices' words tell."""
    offices = words("offices")
    return {word: gender for gender in ("male", "female") for part in ("titles", "heads") for word in offices[part][gender]}


@cache
def same() -> dict[str, str]:
    """Give for each spelling of a head the full one."""
    return dict(words("offices")["same"])


@cache
def called() -> dict[str, list[str]]:
    """Give for each head those that may be called by it."""
    return dict(words("offices")["called"])


@cache
def plain() -> frozenset[str]:
    """List the words before a head that leave the office the same."""
    return frozenset(words("offices")["modifiers"]["plain"])


@cache
def marks() -> frozenset[str]:
    """List the words before a head that make it another office."""
    modifiers = words("offices")["modifiers"]
    return frozenset(modifiers["changing"]) - frozenset(modifiers["dropped"])


@cache
def past() -> frozenset[str]:
    """List the words that say that an office is no longer held."""
    return frozenset(words("offices")["modifiers"]["past"])


@cache
def kinds_of_office() -> frozenset[str]:
    """List the words that say which minister, secretary or chief an office is."""
    return frozenset(words("offices")["modifiers"]["kinds"])
