"""Records as rows of the index's public tables, their linking settled."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.records import Article, Entity, Kind, Part, Sighting, Statement, When
from onrecord.store.codec import pack
from onrecord.store.readings import Read

WHEN = ("earliest", "latest", "grain", "basis", "spans")
_NAMED_BY_ENTITY = frozenset({Kind.PERSON, Kind.INSTITUTION, Kind.GROUP})

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found: entities by id, and which entity each chain is."""

    entities: Mapping[str, Entity]
    homes: Mapping[str, str]


def tables_of(read: Read, seen: Sequence[Sighting], linked: Linked) -> dict[str, list[Row]]:
    """Write a reading as rows of every public table that is about one article."""
    article, statements = read.article, [settled(one, linked) for one in read.statements]
    return {
        "articles": [_article_row(article, seen)],
        "statements": _unique([_statement_row(article.text, one) for one in statements], ("id",)),
        "blocks": _unique([pack(block) for block in read.blocks], ("start",)),
        "times": _unique([pack(time) for time in read.times], ("start", "end")),
        "sightings": [{"article": article.id, **pack(sighting)} for sighting in seen],
    }


def entity_row(entity: Entity) -> Row:
    """Write an entity as a row."""
    row = pack(entity)
    return {**row, "names": as_json(row["names"]), "roles": as_json(row["roles"])}


def as_json(value: Any) -> str | None:
    """Write a list as the text it is in a column; null stays null."""
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _unique(rows: list[Row], key: tuple[str, ...]) -> list[Row]:
    """Keep the first of rows with one key, in order."""
    kept: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        kept.setdefault(tuple(row[name] for name in key), row)
    return list(kept.values())


def settled(statement: Statement, linked: Linked) -> Statement:
    """Put entities in the place of an article's own chains, and fullest names in the record in the place of its names."""
    speaker = linked.homes.get(statement.speaker or "")
    entity = linked.entities.get(speaker or "")
    name = statement.speaker_name
    if entity and name is not None and entity.kind in _NAMED_BY_ENTITY:
        name = entity.name
    parts = tuple(_part(part, linked.homes) for part in statement.parts)
    return replace(statement, speaker=speaker, speaker_name=name, parts=parts)


def _part(part: Part, homes: Mapping[str, str]) -> Part:
    return replace(part, about=tuple(dict.fromkeys(homes[chain] for chain in part.about if chain in homes)))


def _article_row(article: Article, seen: Sequence[Sighting]) -> dict[str, Any]:
    row = pack(article)
    return {
        "id": article.id,
        "path": seen[0].path if seen else None,
        "url": article.url or next((s.url for s in seen if s.url), None),
        **{name: row[name] for name in ("title", "outlet", "agency", "language", "text")},
        **{name: as_json(row[name]) for name in ("title_span", "authors", "warnings")},
        **_when("published", article.published),
    }


def _statement_row(text: str, statement: Statement) -> dict[str, Any]:
    row = pack(statement)
    spans = [*statement.source, *statement.cue, *statement.content]
    plain = (
        "article",
        "manner",
        "act",
        "nested_in",
        "speaker",
        "speaker_name",
        "speaker_office",
        "venue",
        "addressee",
        "by",
        "score",
    )
    return {
        "id": statement.id,
        "start": min((start for start, _ in spans), default=0),
        "end": max((end for _, end in spans), default=0),
        **{name: row[name] for name in plain},
        **{name: as_json(row[name]) for name in ("source", "cue", "content", "parts", "copies", "why_speaker")},
        **_when("said", statement.said),
        "quote": " … ".join(text[start:end] for start, end in statement.content),
    }


def _when(name: str, when: When | None) -> dict[str, Any]:
    row = pack(when) if when else dict.fromkeys(WHEN)
    return {f"{name}_{part}": as_json(row[part]) if part == "spans" else row[part] for part in WHEN}
