"""Readings as shards, and back."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from onrecord.records import Article, Block, Chain, Framing, Mention, Reading, Statement, Time
from onrecord.store import shards
from onrecord.store.codec import from_rows, to_table
from onrecord.store.merging import told
from onrecord.store.rows import Failed

_RECORDS: dict[str, type] = {
    "blocks": Block,
    "chains": Chain,
    "framing": Framing,
    "mentions": Mention,
    "statements": Statement,
    "times": Time,
}
PARTS = tuple(_RECORDS)
TABLES = ("articles", *PARTS, "errors")
SHOWN = ("blocks", "statements", "times", "framing")
"""The parts of a reading that the index holds."""


@dataclass(frozen=True, slots=True)
class Read:
    """A reading as it stands in a shard, under the key of what it rests on, with those of its parts that were asked for."""

    key: str
    article: Article
    blocks: tuple[Block, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Time, ...] = ()
    framing: tuple[Framing, ...] = ()


def to_tables(read: Sequence[tuple[str, Reading]], failed: Sequence[Failed] = ()) -> dict[str, pa.Table]:
    """Write readings, each with its key, as the tables of a shard."""
    articles = to_table(Article, [reading.article for _, reading in read])
    tables = {"articles": articles.append_column(_key_field(), pa.array([key for key, _ in read], pa.string()))}
    for name, record in _RECORDS.items():
        tables[name] = to_table(record, [row for _, reading in read for row in getattr(reading, name)])
    tables["errors"] = to_table(Failed, failed)
    return tables


def name_of(tables: Mapping[str, pa.Table]) -> str:
    """Name a shard, as ``readings/name``, by the readings in it: the same ones written again take the same name."""
    pairs = [(row["id"], row["key"]) for row in tables["articles"].select(("id", "key")).to_pylist()]
    pairs += [(row["article"], row["key"]) for row in tables["errors"].select(("article", "key")).to_pylist()]
    return f"readings/{hashlib.sha256(told(sorted(pairs)).encode()).hexdigest()[:20]}"


def join(tables: Sequence[Mapping[str, pa.Table]]) -> dict[str, pa.Table]:
    """Put the tables of several shards together.

    Arrow may forget on the way through a file that the numbers of a span are never null, and then takes equal tables for
    different ones; so each is cast to the first one's schema.
    """
    return {name: pa.concat_tables([one[name].cast(schema.schema) for one in tables]) for name, schema in tables[0].items()}


def read_shard(shard: Path, parts: Sequence[str], only: Collection[str] | None = None) -> list[Read]:
    """Read a shard of readings, or those of some articles, with the parts asked for; raises Damaged, naming the file."""
    held: dict[str, dict[str, list[Any]]] = {}
    for name in parts:
        held[name] = defaultdict(list)
        for row in from_rows(_RECORDS[name], _rows(shard, name, "article", only)):
            held[name][row.article].append(row)
    rows = _rows(shard, "articles", "id", only)
    articles = from_rows(Article, rows)
    return [
        Read(row["key"], article, **{name: tuple(held[name].get(article.id, ())) for name in parts})
        for row, article in zip(rows, articles, strict=True)
    ]


def _rows(shard: Path, name: str, column: str, only: Collection[str] | None) -> list[dict[str, Any]]:
    if only is None:
        return shards.rows(shard, name)
    table = shards.read(shard, name)
    found: list[dict[str, Any]] = table.filter(pc.is_in(table[column], value_set=pa.array(sorted(only), pa.string()))).to_pylist()
    return found


def _key_field() -> pa.Field:
    return pa.field("key", pa.string(), nullable=False)
