"""Verify finds damage of every kind, also where hashes were made to fit."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from onrecord import api
from onrecord.store import shards
from onrecord.store.faults import Busy, Damaged
from tests.fakes import export, quick, write_articles


@pytest.fixture
def record(tmp_path: Path) -> Path:
    news = write_articles(tmp_path / "news", range(8))
    (news / "broken.jsonl").write_text("{\n", "utf-8")
    quick(news, tmp_path / "r")
    return tmp_path / "r"


def faults(record: Path) -> list[str]:
    with api.open(record) as opened:
        return [f"{fault.where}: {fault.what}" for fault in opened.verify().faults]


def shard(record: Path, kind: str = "readings") -> Path:
    return min((record / kind).iterdir())


def forge(record: Path, table: str, change: Callable[[pa.Table], pa.Table], kind: str = "readings") -> None:
    """Change a table of a shard and make all hashes fit, as somebody might who knows the layout."""
    where = shard(record, kind)
    tables = {name: shards.read(where, name) for name in shards.label(where)}
    tables[table] = change(tables[table])
    shards.write(where, tables)
    manifest = json.loads((record / "manifest.json").read_text())
    manifest["shards"][f"{kind}/{where.name}"] = shards.digest(where / shards.LABEL)
    (record / "manifest.json").write_text(json.dumps(manifest))


def with_column(table: pa.Table, name: str, change: Callable[[list], list]) -> pa.Table:
    field = table.schema.field(name)
    return table.set_column(table.schema.get_field_index(name), field, pa.array(change(table[name].to_pylist()), field.type))


def test_a_sound_record_has_no_faults(record: Path) -> None:
    with api.open(record) as opened:
        proof = opened.verify()
    assert not proof.faults
    assert proof.articles == 8
    assert proof.spans > 100


def test_a_flipped_byte_is_found(record: Path) -> None:
    path = shard(record) / "statements.parquet"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert f"readings/{path.parent.name}/statements.parquet: its bytes are not those that were written" in faults(record)


def test_a_forged_label_is_found(record: Path) -> None:
    label = shard(record) / shards.LABEL
    label.write_text(label.read_text() + " ")
    assert f"readings/{label.parent.name}/shard.json: is not the one in the manifest" in faults(record)


def test_a_missing_shard_is_found(record: Path) -> None:
    where = shard(record)
    for path in where.iterdir():
        path.unlink()
    where.rmdir()
    assert any(line.startswith(f"readings/{where.name}/shard.json: cannot be read") for line in faults(record))


def test_a_changed_text_is_found(record: Path) -> None:
    forge(
        record,
        "articles",
        lambda table: with_column(table, "text", lambda texts: [texts[0].replace("will", "won't"), *texts[1:]]),
    )
    assert any("its text is not the one of that SHA-256" in line for line in faults(record))


def test_a_changed_text_in_what_inputs_gave_is_found(record: Path) -> None:
    forge(record, "found", lambda table: with_column(table, "text", lambda texts: [texts[0] + ".", *texts[1:]]), "found")
    assert any("found.parquet: article" in line and "its text is not the one" in line for line in faults(record))


def test_a_shifted_span_is_found(record: Path) -> None:
    def shift(contents: list) -> list:
        return [[[start + 1, end + 1] for start, end in spans] for spans in contents]

    forge(record, "statements", lambda table: with_column(table, "content", shift))
    assert any("its spans are not the ones it was named by" in line for line in faults(record))
    assert any("its statements are not those of the shards" in line for line in faults(record))


def test_a_span_beyond_its_text_is_found(record: Path) -> None:
    forge(record, "blocks", lambda table: with_column(table, "end", lambda ends: [*ends[:-1], 10_000]))
    assert any("blocks" in line and "does not stand in its text" in line for line in faults(record))


def test_blocks_that_overlap_are_found(record: Path) -> None:
    forge(record, "blocks", lambda table: with_column(table, "start", lambda starts: [0] * len(starts)))
    assert any("overlaps the one before" in line for line in faults(record))


def test_a_removed_row_is_found(record: Path) -> None:
    forge(record, "statements", lambda table: table.slice(1))
    assert any("its statements are not those of the shards" in line for line in faults(record))


def test_a_removed_article_is_found(record: Path) -> None:
    forge(record, "articles", lambda table: table.filter(pc.not_equal(table["id"], table["id"][0])))
    assert any("stands in no shard" in line for line in faults(record))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE statements SET quote = 'never said' WHERE n = 1",
        "UPDATE statements SET speaker_name = 'Nobody' WHERE n = 1",
        "DELETE FROM statements WHERE n = 2",
        "UPDATE articles SET text = text || '!' WHERE n = 1",
        "UPDATE articles SET published_earliest = '1999-01-01' WHERE n = 2",
        "DELETE FROM blocks WHERE start = 0",
        "INSERT INTO blocks VALUES ('none', 0, 1, 'body', NULL, NULL)",
        "UPDATE entities SET name = 'Somebody'",
        "DELETE FROM sightings",
        "DELETE FROM skipped",
        "UPDATE skipped SET reason = 'none'",
        "INSERT INTO errors VALUES ('a', 'b', 'c')",
        "INSERT INTO statements_text (statements_text) VALUES ('delete-all')",
        "INSERT INTO articles_text (articles_text, rowid, text) VALUES ('delete', 1, (SELECT text FROM articles WHERE n = 1))",
    ],
)
def test_a_changed_index_is_found(record: Path, damage: str) -> None:
    with sqlite3.connect(record / "index.sqlite") as db:
        db.execute(damage)
    db.close()
    assert any(line.startswith("index.sqlite: ") for line in faults(record))


def test_a_build_that_ends_meanwhile_is_no_fault(record: Path, tmp_path: Path) -> None:
    numbers = iter(range(20, 40))

    def build(stage: str, *_: object) -> None:
        if stage == "verify" and (number := next(numbers)) < 21:
            quick(write_articles(tmp_path / "more", [number]), record)

    with api.open(record) as opened:
        proof = opened.verify(build)
    assert not proof.faults
    assert proof.articles == 9


def test_a_record_that_builds_never_leave_alone_is_not_proved(record: Path, tmp_path: Path) -> None:
    numbers = iter(range(20, 40))

    def build(stage: str, done: int, _: object) -> None:
        if stage == "hash" and done == 1:
            quick(write_articles(tmp_path / "more", [next(numbers)]), record)

    with api.open(record) as opened, pytest.raises(Busy, match="while it is verified"):
        opened.verify(build)


def spoil_page(record: Path, query: str) -> None:
    """Overwrite a page of the index that a query names."""
    with closing(sqlite3.connect(record / "index.sqlite")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,), (size,) = db.execute(query).fetchone(), db.execute("PRAGMA page_size").fetchone()
    with (record / "index.sqlite").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xee" * size)


ROOT = "SELECT rootpage FROM sqlite_master WHERE name = 'statements'"


@pytest.mark.parametrize("harm", [ROOT, "DROP TABLE statements", "DROP TABLE links", "DROP TABLE statements_text"])
@pytest.mark.parametrize("build", [False, True])
def test_an_index_with_a_table_lost_is_made_anew(record: Path, tmp_path: Path, harm: str, build: bool) -> None:
    before = export(record)
    if harm is ROOT:
        spoil_page(record, harm)
    else:
        with closing(sqlite3.connect(record / "index.sqlite", isolation_level=None)) as db:
            db.execute(harm)
    if build:
        assert quick(tmp_path / "news", record).articles == 8
    assert export(record) == before
    assert not faults(record)


@pytest.mark.parametrize("part", [ROOT, "SELECT rootpage FROM sqlite_master WHERE name = 'statements_article'"])
def test_an_index_that_breaks_while_it_is_proved_is_a_fault(record: Path, part: str) -> None:
    with api.open(record) as opened:
        spoil_page(record, part)
        assert any(fault.where == "index.sqlite" for fault in opened.verify().faults)


def test_a_question_that_meets_a_damaged_page_says_what_to_do(record: Path) -> None:
    before = export(record)
    with api.open(record) as opened:
        spoil_page(record, ROOT)
        with pytest.raises(Damaged, match=r"index\.sqlite: is damaged .* remove it"):
            opened.said()
    (record / "index.sqlite").unlink()
    assert export(record) == before


def test_the_faults_are_typed_and_in_order(record: Path) -> None:
    for name in ("blocks", "statements"):
        path = shard(record) / f"{name}.parquet"
        path.write_bytes(path.read_bytes()[:-9])
    with api.open(record) as opened:
        found = opened.verify().faults
    assert list(found) == sorted(found)
    assert any(fault.where.endswith("blocks.parquet") for fault in found)


def test_a_table_cut_off_is_named_and_the_rest_is_proved(record: Path) -> None:
    where = shard(record) / "times.parquet"
    pq.write_table(shards.read(where.parent, "times").slice(0, 0), where)
    assert any("times.parquet: its bytes" in line for line in faults(record))
    with api.open(record) as opened:
        assert opened.verify().articles == 4
