"""One text met in several places: what all of them tell of it together, whatever order they came in."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Sequence
from typing import Any

from onrecord.records import GIVEN, Origin, Role, Sighting, Told, When
from onrecord.store.codec import pack


@dataclasses.dataclass(frozen=True, slots=True)
class Seen:
    """One place a text was met in, with what that place tells of it."""

    sighting: Sighting
    told: Told
    hints: tuple[tuple[int, int, Role], ...] = ()
    warnings: tuple[str, ...] = ()
    page: Origin | None = None
    entries: tuple[tuple[int, str], ...] = ()


def merge(seen: Sequence[Seen]) -> Seen:
    """Join all that is told of one text.

    Places are put in the order of their paths. Each field is the first one told in that order, save the publication day: the
    earliest told, since a text cannot be older than its first appearance; a day given for all that carry none only where no
    place tells one. Hints, entries and the page drawn from come from the first place that has any, for they lay out one
    extraction; warnings are all kept.
    """
    ordered = sorted(seen, key=lambda one: (one.sighting, canonical(one)))
    first: dict[str, Any] = {}
    for one in ordered:
        first = {**pairs_told(one.told), **first}
    first["published"] = min((one.told.published for one in ordered if one.told.published), key=_by_day, default=None)
    return Seen(
        ordered[0].sighting,
        Told(**first),
        next((one.hints for one in ordered if one.hints), ()),
        tuple(sorted({warning for one in ordered for warning in one.warnings})),
        next((one.page for one in ordered if one.page), None),
        next((one.entries for one in ordered if one.entries), ()),
    )


def pairs_told(told: Told) -> dict[str, Any]:
    """Give the fields in which something is told."""
    pairs = {field.name: getattr(told, field.name) for field in dataclasses.fields(told)}
    return {name: value for name, value in pairs.items() if value not in (None, ())}


def _by_day(when: When) -> tuple[bool, str, str, str, str]:
    return when.basis == GIVEN, when.earliest, when.latest, when.grain, when.basis


def canonical(record: Any) -> str:
    """Write a record as JSON, always alike."""
    return told(pack(record))


def told(value: Any) -> str:
    """Write plain values as JSON, always alike."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def reading_key(article: str, merged: str, readers: str) -> str:
    """Name what a reading of an article rests on: its text, what is told of it (canonical), and who reads."""
    said = json.dumps([article, merged, readers], ensure_ascii=False)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:20]
