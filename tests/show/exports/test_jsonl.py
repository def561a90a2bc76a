"""The export is the contract by which others read a record: names, shapes and order are held here."""

import json
from pathlib import Path

import pytest

from onrecord import api
from onrecord.show.exports import jsonl
from tests.fakes import export, quick, rows, text_of, write_articles

SPANS = ("source", "cue", "content")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    news = write_articles(tmp_path / "news", range(5))
    told = {
        "text": text_of(9),
        "title": "Bridge “nine”",
        "date": "2021-05-03",
        "source": "The Lantern",
        "url": "https://x.example/9",
    }
    (news / "told.jsonl").write_text(json.dumps(told) + "\n" + "{\n", "utf-8")
    quick(news, tmp_path / "r")
    return tmp_path / "r"


def test_there_is_a_file_for_every_table_that_is_worked_out_and_no_other(record: Path) -> None:
    names = ["articles", "blocks", "claims", "entities", "framing", "links", "skipped", "statements", "times"]
    assert sorted(export(record)) == [f"{name}.jsonl" for name in names]


def test_articles_have_the_fields_of_the_contract(record: Path) -> None:
    article = next(row for row in rows(record, "articles") if row["url"])
    assert list(article)[:10] == [
        "id", "path", "url", "sightings", "title", "title_span", "outlet", "agency", "authors", "language",
    ]  # fmt: skip
    assert article["sightings"] == [
        {"path": article["path"], "url": "https://x.example/9", "outlet": "The Lantern", "fetched": None}
    ]
    assert article["published"]["earliest"] == article["published"]["latest"] == "2021-05-03"
    assert set(article["published"]) == {"earliest", "latest", "grain", "basis", "spans"}
    assert article["title"] == "Bridge “nine”"
    assert article["title_span"] is None


def test_statements_have_the_fields_of_the_contract(record: Path) -> None:
    for row in rows(record, "statements"):
        assert list(row) == [
            "id", "article", "source", "cue", "content", "manner", "act", "nested_in", "speaker", "speaker_name",
            "speaker_office", "said", "venue", "addressee", "parts", "copies", "by", "score",
        ]  # fmt: skip
        assert all(len(span) == 2 for name in SPANS for span in row[name])
        assert row["score"] == round(row["score"], 3)
        for part in row["parts"]:
            assert set(part) == {"spans", "proposition", "about", "negated", "hedged", "claim"}


def test_rows_come_by_id_or_by_article_and_place(record: Path) -> None:
    for name in ("articles", "entities"):
        ids = [row["id"] for row in rows(record, name)]
        assert ids == sorted(ids)
    for name in ("blocks", "times"):
        places = [(row["article"], row["start"]) for row in rows(record, name)]
        assert places == sorted(places)
    places = [(row["article"], min(span[0] for part in SPANS for span in row[part])) for row in rows(record, "statements")]
    assert places == sorted(places)
    assert [row["input"].rsplit("/", 1)[-1] for row in rows(record, "skipped")] == ["told.jsonl#2"]


def test_letters_stand_as_themselves_and_lines_end_alike(record: Path) -> None:
    data = export(record)["articles.jsonl"]
    assert "Bridge “nine”".encode() in data.replace(b'\\"', b'"')
    assert b"\r" not in data
    assert data.endswith(b"\n")


def test_all_files_show_one_build_though_another_ends_meanwhile(record: Path, tmp_path: Path, monkeypatch) -> None:
    before = export(record)

    def build_another(db):
        quick(write_articles(tmp_path / "more", range(20, 24)), record)
        return jsonl.blocks(db)

    with monkeypatch.context() as patched, api.open(record) as opened:
        patched.setitem(jsonl.TABLES, "blocks", build_another)
        opened.export("jsonl", tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert export(record) != before


def test_an_export_that_fails_leaves_the_one_before(record: Path, tmp_path: Path, monkeypatch) -> None:
    before = export(record)

    def fail(db):
        raise OSError("no room")

    monkeypatch.setitem(jsonl.TABLES, "skipped", fail)
    quick(write_articles(tmp_path / "more", range(20, 24)), record)
    with pytest.raises(OSError, match="no room"):
        export(record)
    assert {path.name: path.read_bytes() for path in record.with_name("r.export").iterdir()} == before
