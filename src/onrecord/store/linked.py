"""What linking found, as a shard, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.records import Claim, Entity, Link
from onrecord.store import shards
from onrecord.store.codec import from_rows
from onrecord.store.rows import Home, Repeated, Stated
from onrecord.store.shape import Linked
from onrecord.store.shelf import Shelf, Shelves

if TYPE_CHECKING:
    import pyarrow as pa

_PIECE = 4096
_SMALL = ("claims", "links", "stated", "repeated")
"""The tables that hardly grow: most statements are in none of them."""


def write(shard: Path, found: Linked) -> None:
    """Write what linking found as a shard."""
    tables: dict[str, tuple[type, Iterable[object]]] = {
        "entities": (Entity, (found.entities[key] for key in sorted(found.entities))),
        "homes": (Home, (Home(key, found.homes[key]) for key in sorted(found.homes))),
        "claims": (Claim, found.claims),
        "links": (Link, found.links),
        "stated": (Stated, (Stated(*key, claim) for key, claim in sorted(found.stated.items()))),
        "repeated": (Repeated, (Repeated(*pair) for pair in sorted(found.copies.items()))),
    }
    shards.write(shard, {name: _pieces(record, iter(rows)) for name, (record, rows) in tables.items()})


def read(shard: Path, shelves: Shelves) -> Linked:
    """Read what linking found, entities and the homes of chains onto shelves; raises Damaged, naming the file."""
    entities = (entity for row in _rows(shard, "entities") for entity in from_rows(Entity, [row]))
    homes = ((row["chain"], row["entity"]) for row in _rows(shard, "homes"))
    rows = {table: list(_rows(shard, table)) for table in _SMALL}
    return _linked(Shelf(shelves, ((entity.id, entity) for entity in entities)), Shelf(shelves, homes), rows)


def read_some(shard: Path, statements: Collection[str], chains: Collection[str]) -> Linked:
    """Read what linking found of some statements and chains, with all claims and links; raises Damaged, naming the file."""
    homes = {row["chain"]: row["entity"] for row in _rows_of(shard, "homes", "chain", chains)}
    entities: list[Entity] = from_rows(Entity, _rows_of(shard, "entities", "id", set(homes.values())))
    rows = {table: list(_rows(shard, table)) for table in ("claims", "links")}
    rows |= {table: _rows_of(shard, table, "statement", statements) for table in ("stated", "repeated")}
    return _linked({entity.id: entity for entity in entities}, homes, rows)


def copies_of(shard: Path, statements: Collection[str]) -> set[str]:
    """Name the statements that are the same utterance as some; raises Damaged, naming the file."""
    return {each for row in _rows_of(shard, "repeated", "statement", statements) for each in row["copies"]}


def homes_of(shard: Path, entities: Collection[str]) -> dict[str, str]:
    """Give the chains that are some entities, each with its entity; raises Damaged, naming the file."""
    return {row["chain"]: row["entity"] for row in _rows_of(shard, "homes", "entity", entities)}


def entity_ids(shard: Path, ids: Collection[str]) -> set[str]:
    """Say which of these entities linking found; raises Damaged, naming the file."""
    return {row["id"] for row in _rows_of(shard, "entities", "id", ids)}


def _linked(entities: Mapping[str, Entity], homes: Mapping[str, str], rows: Mapping[str, list[dict[str, Any]]]) -> Linked:
    stated: list[Stated] = from_rows(Stated, rows["stated"])
    repeated: list[Repeated] = from_rows(Repeated, rows["repeated"])
    return Linked(
        entities=entities,
        homes=homes,
        claims=tuple(from_rows(Claim, rows["claims"])),
        links=tuple(from_rows(Link, rows["links"])),
        stated={(one.statement, one.part): one.claim for one in stated},
        copies={one.statement: one.copies for one in repeated},
    )


def _pieces(record: type, rows: Iterator[object]) -> Iterator[pa.Table]:
    """Write records as tables of a few thousand rows each; one table without rows where there are none."""
    from onrecord.store.tables import to_table

    piece = list(islice(rows, _PIECE))
    yield to_table(record, piece)
    while piece := list(islice(rows, _PIECE)):
        yield to_table(record, piece)


def _rows(shard: Path, table: str) -> Iterator[dict[str, Any]]:
    for batch in shards.stream(shard, table):
        yield from batch.to_pylist()


def _rows_of(shard: Path, table: str, column: str, values: Collection[str]) -> list[dict[str, Any]]:
    """Read the rows of a table whose column holds one of some values."""
    return [row for batch in shards.stream(shard, table, only=(column, values)) for row in batch.to_pylist()] if values else []
