"""What linking found, as a shard, and back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

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
    entities: list[Entity] = from_rows(Entity, shards.rows(shard, "entities"))
    stated: list[Stated] = from_rows(Stated, shards.rows(shard, "stated"))
    repeated: list[Repeated] = from_rows(Repeated, shards.rows(shard, "repeated"))
    return Linked(
        entities={entity.id: entity for entity in entities},
        homes={row["chain"]: row["entity"] for row in shards.rows(shard, "homes")},
        claims=tuple(from_rows(Claim, shards.rows(shard, "claims"))),
        links=tuple(from_rows(Link, shards.rows(shard, "links"))),
        stated={(one.statement, one.part): one.claim for one in stated},
        copies={one.statement: one.copies for one in repeated},
    )
