"""Records as rows of the index's public tables, their linking settled."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.records import Article, Claim, Entity, Framing, Kind, Link, Part, Sighting, Statement, When
from onrecord.store.codec import pack
from onrecord.store.readings import Read

PART = ("spans", "proposition", "about", "negated", "hedged", "claim")
WHEN = ("earliest", "latest", "grain", "basis", "spans")
_NAMED_BY_ENTITY = frozenset({Kind.PERSON, Kind.INSTITUTION, Kind.GROUP})

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found.

    ``entities`` by id, the entity of each chain in ``homes``, claims and links by id; ``stated`` gives the claim of a statement's
    part, counted from 0, ``copies`` the statements of the same utterance elsewhere.
    """

    entities: Mapping[str, Entity]
    homes: Mapping[str, str]
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    stated: Mapping[tuple[str, int], str] = field(default_factory=dict)
    copies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def tables_of(read: Read, seen: Sequence[Sighting], linked: Linked) -> dict[str, list[Row]]:
    """Write a reading as rows of every public table that is about one article."""
    article, statements = read.article, [settled(one, linked) for one in read.statements]
    return {
        "articles": [_article_row(article, seen)],
        "statements": _unique([_statement_row(article.text, one) for one in statements], ("id",)),
        "blocks": _unique([pack(block) for block in read.blocks], ("start",)),
        "times": _unique([pack(time) for time in read.times], ("start", "end")),
        "framing": _unique([_framing_row(one) for one in read.framing], ("id",)),
        "sightings": [{"article": article.id, **pack(sighting)} for sighting in seen],
    }


def entity_row(entity: Entity) -> Row:
    """Write an entity as a row."""
    row = pack(entity)
    return {**row, "names": as_json(row["names"]), "roles": as_json(row["roles"])}


def claim_row(claim: Claim) -> Row:
    """Write a claim as a row."""
    row = pack(claim)
    lists = {name: as_json(row[name]) for name in ("about", "statements")}
    return {"id": claim.id, "proposition": claim.proposition, "issue": claim.issue, **lists}


def link_row(link: Link) -> Row:
    """Write a link as a row."""
    row = pack(link)
    return {"id": link.id, **row, **{name: as_json(row[name]) for name in ("a_spans", "b_spans", "gates")}}


def _framing_row(framing: Framing) -> Row:
    return {
        "id": framing.id,
        "article": framing.article,
        "start": framing.span[0],
        "end": framing.span[1],
        "statement": framing.statement,
        "relation": framing.relation.value,
    }


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
    claims = [linked.stated.get((statement.id, number)) for number in range(len(statement.parts))]
    parts = tuple(_part(part, linked.homes, claim) for part, claim in zip(statement.parts, claims, strict=True))
    return replace(statement, speaker=speaker, speaker_name=name, parts=parts, copies=linked.copies.get(statement.id, ()))


def _part(part: Part, homes: Mapping[str, str], claim: str | None) -> Part:
    """Settle whom a part is about and which claim it states; its frames have served and are left out."""
    return replace(
        part, about=tuple(dict.fromkeys(homes[chain] for chain in part.about if chain in homes)), claim=claim, frames=()
    )


def _article_row(article: Article, seen: Sequence[Sighting]) -> dict[str, Any]:
    row = pack(article)
    return {
        "id": article.id,
        "path": seen[0].path if seen else None,
        "url": article.url or next((s.url for s in seen if s.url), None),
        **{name: row[name] for name in ("title", "outlet", "agency", "language", "page", "text")},
        **{name: as_json(row[name]) for name in ("title_span", "authors", "warnings")},
        **_when("published", article.published),
    }


def _statement_row(text: str, statement: Statement) -> dict[str, Any]:
    row = pack(statement)
    row["parts"] = [{name: value for name, value in part.items() if name != "frames"} for part in row["parts"]]
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
        **{name: as_json(row[name]) for name in ("source", "cue", "content", "copies", "why_speaker")},
        "parts": as_json([{name: part[name] for name in PART} for part in row["parts"]]),
        **_when("said", statement.said),
        "quote": " … ".join(text[start:end] for start, end in statement.content),
    }


def _when(name: str, when: When | None) -> dict[str, Any]:
    row = pack(when) if when else dict.fromkeys(WHEN)
    return {f"{name}_{part}": as_json(row[part]) if part == "spans" else row[part] for part in WHEN}
