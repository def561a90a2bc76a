"""What linking found, as a shard, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.records import Entity
from onrecord.store import shards
from onrecord.store.codec import from_rows, to_table
from onrecord.store.rows import Home
from onrecord.store.shape import Linked


def write(shard: Path, entities: Iterable[Entity], homes: Mapping[str, str]) -> None:
    """Write entities, and which entity each chain is, as a shard."""
    pairs = (Home(*pair) for pair in sorted(homes.items()))
    shards.write(shard, {"entities": to_table(Entity, entities), "homes": to_table(Home, pairs)})


def read(shard: Path) -> Linked:
    """Read entities and which entity each chain is; raises Damaged, naming the file."""
    entities: list[Entity] = from_rows(Entity, shards.rows(shard, "entities"))
    homes = {row["chain"]: row["entity"] for row in shards.rows(shard, "homes")}
    return Linked({entity.id: entity for entity in entities}, homes)
