import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.store import database
from tests.fakes import quick, text_of, write_articles


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "news", range(6))


def found(record: Path, words: str) -> list[str]:
    query = "SELECT quote FROM statements WHERE n IN (SELECT rowid FROM statements_text WHERE statements_text MATCH ?) ORDER BY 1"
    with closing(database.open_for_reading(record / "index.sqlite")) as db:
        return [quote for (quote,) in db.execute(query, (words,))]


def test_full_text_finds_statements_and_articles(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    assert found(tmp_path / "r", '"open on day 4"') == ["The bridge will open on day 4,"]
    with closing(database.open_for_reading(tmp_path / "r" / "index.sqlite")) as db:
        query = "SELECT path FROM articles WHERE n IN (SELECT rowid FROM articles_text WHERE articles_text MATCH 'monday ternin')"
        assert len(db.execute(query).fetchall()) == 2


def test_full_text_follows_changes(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    (news / "0004.txt").write_text(text_of(44), "utf-8")
    quick(news, tmp_path / "r")
    assert found(tmp_path / "r", '"day 4"') == []
    assert len(found(tmp_path / "r", '"day 44"')) == 1
    with closing(sqlite3.connect(tmp_path / "r" / "index.sqlite")) as db:
        for table in ("articles_text", "statements_text"):
            db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")


def test_articles_that_did_not_change_are_left_as_they_stand(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    with closing(database.open_for_reading(tmp_path / "r" / "index.sqlite")) as db:
        before = dict(db.execute("SELECT id, n FROM articles"))
    write_articles(news, [7])
    quick(news, tmp_path / "r")
    with closing(database.open_for_reading(tmp_path / "r" / "index.sqlite")) as db:
        after = dict(db.execute("SELECT id, n FROM articles"))
    # the new article may share a speaker, and so a claim, with some; the others are not written again
    assert sum(after[key] == n for key, n in before.items()) >= 4
    assert len(after) == 7


def test_the_index_cannot_be_written_by_those_who_read_it(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    with (
        closing(database.open_for_reading(tmp_path / "r" / "index.sqlite")) as db,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        db.execute("DELETE FROM statements")


def test_an_index_of_another_version_is_not_read(news: Path, tmp_path: Path) -> None:
    quick(news, tmp_path / "r")
    with closing(sqlite3.connect(tmp_path / "r" / "index.sqlite")) as db:
        db.execute("PRAGMA user_version = 7")
    with pytest.raises(sqlite3.DatabaseError, match="version 7"):
        database.open_for_reading(tmp_path / "r" / "index.sqlite")
