"""Reading one text by itself, without a record: the same stages, and entities from this text alone."""

from __future__ import annotations

from dataclasses import replace

from onrecord.flow.reading import Backends, read
from onrecord.gather.decode import decode, unstorable
from onrecord.link.entities import link_entities
from onrecord.records import GIVEN, Found, Reading, Sighting, Told, When
from onrecord.store.shape import Linked, settled

NAME = "-"
"""The path of a text that came from no file."""


def read_one(text: str | bytes, date: str | None, backends: Backends) -> Reading:
    """Read one text; ``date`` is its ISO day of publication where it states none. Raises ValueError for what is no text."""
    told = Told(published=When(date, date, "day", GIVEN)) if date else Told()
    reading = read(Found(_decoded(text), Sighting(NAME), told), backends)
    entities, homes = link_entities((chain, reading.article) for chain in reading.chains)
    linked = Linked({entity.id: entity for entity in entities}, homes)
    return replace(reading, statements=tuple(settled(each, linked) for each in reading.statements))


def _decoded(text: str | bytes) -> str:
    decoded = text if isinstance(text, str) else decode(text)
    if isinstance(decoded, str) and not isinstance(text, str):
        raise ValueError(decoded)
    words = decoded if isinstance(decoded, str) else decoded.text
    fault = unstorable(words)
    if fault:
        raise ValueError(fault)
    return words
