"""Governments that speak: a state, its capital, or "the government of ..." as a source."""

from __future__ import annotations

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.heads import ARTICLES, word_of
from onrecord.read.page import Page
from onrecord.read.states import state_in, state_named, state_seated
from onrecord.records import Chain, Kind

_SIGNS = ("government", "prime minister", "foreign minister", "foreign ministry", "army", "embassy")
_RULERS = frozenset({"minister", "premier", "ambassador", "king", "queen", "emir", "chancellor"})
_PARTS = frozenset(
    {"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "mainland", "rural", "upper"}
    | {"lower", "much", "most", "half", "all", "other", "outer", "inner", "coastal", "urban", "part", "parts"}
)
_WITH_ARTICLE = frozenset(
    {"Bahamas", "Czech Republic", "Dominican Republic", "Gambia", "Maldives", "Netherlands", "Philippines", "Seychelles"}
    | {"United Arab Emirates", "United Kingdom", "United States"}
)


def state_speaking(page: Page, tokens: list[int], head: int) -> str | None:
    """Give the state whose government a source names: "Kabul", "the US", "the Afghan government"."""
    parse = page.parse
    kept = [token for token in tokens if word_of(parse, token) not in ARTICLES]
    whole = " ".join(parse.text[token] for token in kept)
    state = state_named(whole) or state_seated(whole) or _described(parse, kept)
    if state or len(kept) > 4:
        return state
    return _of_government(parse, kept, head) or (_local(page, whole) if len(kept) < 3 else None)


def _described(parse: Parse, tokens: list[int]) -> str | None:
    """Read "archrival Korva", "neighbouring Korva" as the state; a part of one, "southern Korva", is not it."""
    told = [parse.text[token] for token in tokens]
    lower = next((place for place, word in enumerate(told) if not (word.islower() or word == "-")), 0)
    if not lower or any(parse.pos[token] not in ("ADJ", "NOUN", "PROPN", "VERB", "PUNCT") for token in tokens[:lower]):
        return None
    if not (_PARTS | set(words("offices")["modifiers"]["plain"])).isdisjoint(told[:lower]):
        return None
    return state_named(" ".join(told[lower:]))


def government_of(state: str) -> str:
    """Name a state's government: "Government of the United States"."""
    return f"Government of {'the ' if state in _WITH_ARTICLE else ''}{state}"


def _of_government(parse: Parse, tokens: list[int], head: int) -> str | None:
    """Read "the Afghan government", "the government of Nepal"; other words beside make it another body."""
    if parse.text[head].lower() != "government":
        return None
    rest = [token for token in tokens if token != head and parse.pos[token] not in ("ADP", "PART", "PUNCT")]
    states = {state_in(" ".join(parse.text[token] for token in rest))} - {None}
    return states.pop() if states else None


def _local(page: Page, name: str) -> str | None:
    """Take a place for a state where the article gives it a government, a foreign minister or an army."""
    if not any(chain.kind == Kind.PLACE and name in chain.names for chain in page.chains):
        return None
    if any(
        role.of == name and role.office.split()[-1:] and is_ruler(role.office) for chain in page.chains for role in chain.roles
    ):
        return name
    return name if any(f"{name}{s} {sign}" in page.article.text for sign in _SIGNS for s in ("'s", "’s", "")) else None


def is_ruler(office: str) -> bool:
    """Tell whether an office is one that only states have."""
    return office.lower().split()[-1] in _RULERS and "vice" not in office.lower()


def chain_of_state(page: Page, state: str) -> Chain | None:
    """Give the article's own chain for a state or place, if it is named in it at all."""
    return next((chain for chain in page.chains if chain.kind in (Kind.STATE, Kind.PLACE) and chain.name == state), None)
