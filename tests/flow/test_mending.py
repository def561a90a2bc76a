"""A damaged file is named, the rest served, and the next build makes good what can be made good."""

import json
import shutil
from pathlib import Path

import pytest

from onrecord import api
from onrecord.store import compaction, shards
from onrecord.store import record as store_record
from onrecord.store.faults import Damaged
from tests.fakes import export, quick, rows, write_articles


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "news", range(12))


def spoil(record: Path, kind: str, table: str) -> str:
    where = min((record / kind).iterdir())
    path = where / f"{table}.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    return where.name


def test_a_damaged_reading_is_served_from_the_index_and_read_anew_by_the_next_build(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    before = export(tmp_path / "r")
    name = spoil(tmp_path / "r", "readings", "statements")
    assert export(tmp_path / "r") == before
    report = quick(news, tmp_path / "r")
    assert report.read == 4
    assert [fault.split(":")[0] for fault in report.damaged] == [str(tmp_path / "r" / "readings" / name / "statements.parquet")]
    assert export(tmp_path / "r") == before
    assert not api.open(tmp_path / "r").verify().faults
    assert (tmp_path / "r" / "damaged" / f"readings-{name}").is_dir()


def test_without_an_index_the_sound_shards_are_served_and_the_damaged_one_named(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    before = export(tmp_path / "r")
    name = spoil(tmp_path / "r", "readings", "times")
    (tmp_path / "r" / "index.sqlite").unlink()
    assert len(rows(tmp_path / "r", "articles")) == 8
    for _ in range(2):
        with store_record.open_record(tmp_path / "r") as opened:
            (told,) = opened.damaged
            assert name in told
    quick(news, tmp_path / "r")
    assert export(tmp_path / "r") == before
    with store_record.open_record(tmp_path / "r") as opened:
        assert not opened.damaged


def test_what_inputs_gave_is_gathered_again(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    before = export(tmp_path / "r")
    spoil(tmp_path / "r", "found", "found")
    report = quick(news, tmp_path / "r")
    assert report.damaged
    assert report.read == 0
    assert export(tmp_path / "r") == before


def test_what_was_linked_is_linked_again(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    before = export(tmp_path / "r")
    spoil(tmp_path / "r", "linked", "homes")
    assert export(tmp_path / "r") == before
    (tmp_path / "r" / "index.sqlite").unlink()
    with pytest.raises(Damaged, match=r"homes\.parquet"):
        api.open(tmp_path / "r")
    quick(news, tmp_path / "r")
    assert export(tmp_path / "r") == before


def test_a_lost_shard_is_made_good(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    before = export(tmp_path / "r")
    shutil.rmtree(min((tmp_path / "r" / "readings").iterdir()))
    report = quick(news, tmp_path / "r")
    assert (report.read, len(report.damaged)) == (4, 1)
    assert export(tmp_path / "r") == before


def test_a_damaged_manifest_is_named_and_written_anew(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    before = export(tmp_path / "r")
    (tmp_path / "r" / "manifest.json").write_text("{")
    with pytest.raises(Damaged, match=r"manifest\.json"):
        api.open(tmp_path / "r")
    (tmp_path / "r" / "manifest.json").write_text(json.dumps({"format": 99}))
    with pytest.raises(Damaged, match="its format is 99"):
        api.open(tmp_path / "r")
    quick(news, tmp_path / "r")
    assert export(tmp_path / "r") == before


def test_small_shards_are_put_together_and_nothing_else_changes(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "many", range(20))
    quick(news, tmp_path / "few", batch=10)
    quick(news, tmp_path / "many_shards", batch=1)
    assert len(shards.names(tmp_path / "many_shards" / "readings")) == 1
    assert len(shards.names(tmp_path / "few" / "readings")) == 2
    assert export(tmp_path / "few") == export(tmp_path / "many_shards")
    assert not api.open(tmp_path / "many_shards").verify().faults
    assert quick(news, tmp_path / "many_shards", batch=1).read == 0


@pytest.mark.parametrize("articles", [16, 17])
def test_a_shard_that_is_left_over_alone_stays_as_it_is(articles: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, limit in (("SMALL", 5), ("ENOUGH", 4), ("LARGE", 8)):
        monkeypatch.setattr(compaction, name, limit)
    news = write_articles(tmp_path / "many", range(articles))
    assert quick(news, tmp_path / "r", batch=4).read == articles
    assert len(shards.names(tmp_path / "r" / "readings")) == -(-articles // 8)
    assert not api.open(tmp_path / "r").verify().faults
    assert len(rows(tmp_path / "r", "articles")) == articles


def test_what_a_killed_build_put_together_is_put_together_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = write_articles(tmp_path / "many", range(40))
    quick(news, tmp_path / "whole", batch=10)
    with monkeypatch.context() as killed:

        def die(stage: str) -> None:
            if stage == "compacted":
                raise KeyboardInterrupt

        killed.setattr("onrecord.flow.publishing.reached", die)
        with pytest.raises(KeyboardInterrupt):
            quick(news, tmp_path / "r", batch=1)
    assert quick(news, tmp_path / "r", batch=1).read == 0
    assert export(tmp_path / "r") == export(tmp_path / "whole")
