"""Propositions as they are compared: who asserts or denies what, of whom, where and when, in terms of the whole record."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.link.deeds import Deed
from onrecord.records import Act, Amount, Spans


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what does or suffers which deed: side is agent or patient, deed a concept, who an entity, state or concept."""

    side: str
    deed: str
    who: str
    named: bool


@dataclass(frozen=True, slots=True)
class Label:
    """What somebody or something is said to be: whom, an entity, state or concept; the label's nouns in one order; ``of`` names
    whose it is ("the Bresk inquiry") and ``on`` tells what it is into, concepts.
    """

    whom: str
    label: str
    named: bool
    of: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Point:
    """One proposition of one statement, ready to be compared.

    ``voice`` is the speaker as propositions name people, ``state`` the one spoken for. ``side`` marks a clause beside the main
    one, ``headline`` one in the article's title. ``holds`` tells whether its speaker asserts it (or denies it, by negation or
    an act of denial); ``denied`` how. ``at`` and ``toward`` are the territories it is about and aimed at, ``named`` the people,
    groups and states in it, ``topics`` its concepts, ``located`` the things in it with the territory each lies in. ``tense`` is
    empty where indirect speech may have turned a present into a past, ``direct`` tells whether it is quoted word for word.
    ``teller`` is who tells it where it is told inside another's statement. ``said`` are ISO days, null where unknown;
    ``dated`` is false where they are only the article's.
    """

    statement: str
    article: str
    number: int
    spans: Spans
    side: bool
    headline: bool
    proposition: str
    speaker: str | None
    voice: str | None
    speaker_name: str
    state: str | None
    act: Act
    nested_in: str | None
    said: tuple[str, str] | None
    dated: bool
    holds: bool
    denied: str
    hedge: str
    mood: str
    tense: str
    predicate: str
    verb: str
    at: frozenset[str]
    toward: frozenset[str]
    roles: frozenset[Role]
    named: frozenset[str]
    topics: frozenset[str]
    sites: frozenset[str]
    located: frozenset[tuple[str, str]]
    amounts: tuple[Amount, ...]
    times: tuple[str, ...]
    open_office: frozenset[str]
    deeds: tuple[Deed, ...] = ()
    direct: bool = False
    kinds: frozenset[str] = frozenset()
    labels: frozenset[Label] = frozenset()
    teller: str | None = None

    @property
    def key(self) -> tuple[str, int]:
        """Name the point within the record."""
        return self.statement, self.number

    @property
    def flat(self) -> bool:
        """Say whether it is asserted or denied without hedge, condition or question."""
        return not self.hedge and self.mood in ("fact", "future") and self.act not in (Act.ASK, Act.DOUBT)
