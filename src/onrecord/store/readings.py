"""Readings as shards, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.records import Article, Block, Chain, Framing, Mention, Reading, Statement, Time
from onrecord.store import shards
from onrecord.store.codec import from_rows
from onrecord.store.faults import Damaged
from onrecord.store.merging import told
from onrecord.store.rows import Failed

if TYPE_CHECKING:
    import pyarrow as pa

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
    import pyarrow as pa

    from onrecord.store.tables import to_table

    articles = to_table(Article, [reading.article for _, reading in read])
    key = pa.field("key", pa.string(), nullable=False)
    tables = {"articles": articles.append_column(key, pa.array([key for key, _ in read], pa.string()))}
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
    import pyarrow as pa

    return {name: pa.concat_tables([one[name].cast(schema.schema) for one in tables]) for name, schema in tables[0].items()}


def read_shard(shard: Path, parts: Sequence[str], only: Collection[str] | None = None) -> Iterator[Read]:
    """Yield the readings of a shard one by one, all or of some articles, with the parts asked for.

    Raises Damaged, naming the file. Every table has its rows in the order of the articles.
    """
    held = {name: _Rows(_rows(shard, name, "article", only)) for name in parts}
    for row in _rows(shard, "articles", "id", only):
        (article,) = from_rows(Article, [row])
        yield Read(row["key"], article, **{name: tuple(from_rows(_RECORDS[name], held[name].of(article.id))) for name in parts})
    for name in parts:
        if held[name].left:
            raise Damaged(shard / f"{name}.parquet", "its rows are not in the order of its articles")


class _Rows:
    """The rows of a table, to be taken article by article."""

    def __init__(self, rows: Iterator[dict[str, Any]]) -> None:
        self._rows = rows
        self.left = next(rows, None)

    def of(self, article: str) -> Iterator[dict[str, Any]]:
        """Take the rows that come next, as long as they are of an article."""
        while self.left is not None and self.left["article"] == article:
            yield self.left
            self.left = next(self._rows, None)


def _rows(shard: Path, name: str, column: str, only: Collection[str] | None) -> Iterator[dict[str, Any]]:
    for batch in shards.stream(shard, name, only=None if only is None else (column, only)):
        yield from batch.to_pylist()
