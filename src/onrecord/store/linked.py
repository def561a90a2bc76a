"""What linking found, as a shard, and back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from onrecord.records import Claim, Entity, Link
from onrecord.store import shards
from onrecord.store.codec import from_rows, to_table
from onrecord.store.rows import Home, Repeated, Stated
from onrecord.store.shape import Linked


def write(shard: Path, found: Linked) -> None:
    """Write what linking found as a shard."""
    tables: dict[str, tuple[type, Iterable[object]]] = {
        "entities": (Entity, [found.entities[key] for key in sorted(found.entities)]),
        "homes": (Home, (Home(*pair) for pair in sorted(found.homes.items()))),
        "claims": (Claim, found.claims),
        "links": (Link, found.links),
        "stated": (Stated, (Stated(*key, claim) for key, claim in sorted(found.stated.items()))),
        "repeated": (Repeated, (Repeated(*pair) for pair in sorted(found.copies.items()))),
    }
    shards.write(shard, {name: to_table(record, rows) for name, (record, rows) in tables.items()})


def read(shard: Path) -> Linked:
    """Read what linking found; raises Damaged, naming the file."""
    return _linked(lambda table, _: shards.rows(shard, table))


def read_some(shard: Path, statements: Collection[str], chains: Collection[str]) -> Linked:
    """Read what linking found of some statements and chains, with all claims and links; raises Damaged, naming the file."""
    homes = {row["chain"]: row["entity"] for row in _rows_of(shard, "homes", "chain", chains)}
    wanted = {"id": set(homes.values()), "chain": chains, "statement": statements}
    return _linked(lambda table, by: _rows_of(shard, table, by, wanted[by]) if by else shards.rows(shard, table))


def copies_of(shard: Path, statements: Collection[str]) -> set[str]:
    """Name the statements that are the same utterance as some; raises Damaged, naming the file."""
    return {each for row in _rows_of(shard, "repeated", "statement", statements) for each in row["copies"]}


def homes_of(shard: Path, entities: Collection[str]) -> dict[str, str]:
    """Give the chains that are some entities, each with its entity; raises Damaged, naming the file."""
    return {row["chain"]: row["entity"] for row in _rows_of(shard, "homes", "entity", entities)}


def entity_ids(shard: Path, ids: Collection[str]) -> set[str]:
    """Say which of these entities linking found; raises Damaged, naming the file."""
    return {row["id"] for row in _rows_of(shard, "entities", "id", ids)}


def _linked(rows: Callable[[str, str], list[dict[str, Any]]]) -> Linked:
    entities: list[Entity] = from_rows(Entity, rows("entities", "id"))
    stated: list[Stated] = from_rows(Stated, rows("stated", "statement"))
    repeated: list[Repeated] = from_rows(Repeated, rows("repeated", "statement"))
    return Linked(
        entities={entity.id: entity for entity in entities},
        homes={row["chain"]: row["entity"] for row in rows("homes", "chain")},
        claims=tuple(from_rows(Claim, rows("claims", ""))),
        links=tuple(from_rows(Link, rows("links", ""))),
        stated={(one.statement, one.part): one.claim for one in stated},
        copies={one.statement: one.copies for one in repeated},
    )


def _rows_of(shard: Path, table: str, column: str, values: Collection[str]) -> list[dict[str, Any]]:
    """Read the rows of a table whose column holds one of some values."""
    if not values:
        return []
    whole = shards.read(shard, table)
    found: list[dict[str, Any]] = whole.filter(
        pc.is_in(whole[column], value_set=pa.array(sorted(values), pa.string()))
    ).to_pylist()
    return found
