"""Compaction: many small shards of readings become few, so that a record of millions is not millions of files."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from onrecord.store import readings, shards
from onrecord.store.catalogue import Catalogue
from onrecord.store.layout import Folder

SMALL, ENOUGH, LARGE = 512, 16, 2048
"""A shard with fewer readings than SMALL is small; ENOUGH small ones are put together, up to LARGE readings a shard."""


def compact(folder: Folder, catalogue: Catalogue) -> None:
    """Put small shards of readings together, without the readings that no longer count; the old shards are then idle.

    A build killed meanwhile leaves readings in two shards, which is no harm: of equal readings one counts.
    """
    small = [(shard, keys) for shard, keys in catalogue.live_readings() if len(keys) < SMALL]
    if len(small) < ENOUGH:
        return
    for group in _groups(small):
        tables = readings.join([_counting(folder, shard, keys) for shard, keys in group])
        name = readings.name_of(tables)
        # a group may come to just what a shard already holds: one shard left over, or what a killed build put together
        if not (folder.root / name).exists():
            shards.write(folder.root / name, tables)
        catalogue.take_reading(name)


def _groups(small: list[tuple[str, dict[str, str]]]) -> Iterator[list[tuple[str, dict[str, str]]]]:
    group: list[tuple[str, dict[str, str]]] = []
    for shard, keys in small:
        if group and sum(len(held) for _, held in group) + len(keys) > LARGE:
            yield group
            group = []
        group.append((shard, keys))
    yield group


def _counting(folder: Folder, shard: str, keys: dict[str, str]) -> dict[str, pa.Table]:
    """Read the tables of a shard with the rows of those articles whose reading in it counts."""
    wanted, tables = pa.array(sorted(keys), pa.string()), {}
    for name in readings.TABLES:
        table = shards.read(folder.root / shard, name)
        column = "id" if name == "articles" else "article"
        tables[name] = table.filter(pc.is_in(table[column], value_set=wanted))
    return tables
