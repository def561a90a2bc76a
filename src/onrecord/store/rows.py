"""The rows that shards hold beside the records of a reading."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Found, Origin, Role, Sighting, Told


@dataclass(frozen=True, slots=True)
class Gathered:
    """One text as an input gave it. ``gathering`` and ``ordinal`` say where it stands in which reading of which file."""

    gathering: str
    ordinal: int
    article: str
    text: str
    sighting: Sighting
    told: Told
    hints: tuple[tuple[int, int, Role], ...]
    warnings: tuple[str, ...]
    page: Origin | None
    entries: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """The bytes of a page that a text of the same shard was drawn from."""

    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A part of an input that gave no article, and why."""

    gathering: str
    ordinal: int
    input: str
    reason: str


@dataclass(frozen=True, slots=True)
class Done:
    """A file gathered to its end: its name in the record, and how many rows it gave. The last such row for a path counts."""

    path: str
    gathering: str
    rows: int


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that could not be read, and why; it is not tried again until the reader or what is told of it changes."""

    article: str
    key: str
    reason: str


def gathered(gathering: str, ordinal: int, found: Found) -> Gathered:
    """Make the row of one text."""
    told = (found.sighting, found.told, found.hints, found.warnings, found.page, found.entries)
    return Gathered(gathering, ordinal, found.article, found.text, *told)


@dataclass(frozen=True, slots=True)
class Home:
    """Which entity a chain of an article is."""

    chain: str
    entity: str


@dataclass(frozen=True, slots=True)
class Stated:
    """The claim that a part of a statement states: the statement, which of its parts, counted from 0, and the claim."""

    statement: str
    part: int
    claim: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """The statements of the same utterance elsewhere."""

    statement: str
    copies: tuple[str, ...]
