"""The pages that articles are drawn from: their bytes are kept, and every block is mapped back to them."""

import hashlib
from pathlib import Path

import lxml.html

from onrecord import api
from onrecord.gather.alignment import page_text
from tests.fakes import export, quick, rows, write_articles

LEAD = "“The northern bridge will be closed for at least two winters,” said Ada Ternin, the minister of roads, on Monday."
MORE = "Farmers doubt it, and have begun to repair the old ferry with their own hands, as they did after the great flood."
PAGE = f"<html><body><nav>Home</nav><article><h1>Bridge to close</h1><p>{LEAD}</p><p>{MORE}</p></article></body></html>"


def write(folder: Path, name: str, page: str = PAGE) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(page, "utf-8")
    return folder


def test_a_pages_bytes_are_kept_and_every_block_stands_in_its_text(tmp_path: Path) -> None:
    news = write(tmp_path / "news", "a.html")
    write_articles(news, [1])
    quick(news, tmp_path / "r")
    drawn, typed = sorted(rows(tmp_path / "r", "articles"), key=lambda row: row["page"] is None)
    data = (news / "a.html").read_bytes()
    assert (drawn["page"], typed["page"]) == (hashlib.sha256(data).hexdigest(), None)
    with api.open(tmp_path / "r") as record:
        assert record.page(drawn["id"]) == data
        assert record.page(typed["id"]) is None
        assert record.page("nothing of the kind") is None
        assert not record.verify().faults
        (said,) = (each for each in record.said() if each.article.id == drawn["id"])
        text = said.article.text
    shown = page_text(lxml.html.document_fromstring(data.decode()))
    blocks = [row for row in rows(tmp_path / "r", "blocks") if row["article"] == drawn["id"]]
    assert [shown[row["page_start"] : row["page_end"]] for row in blocks] == [text[row["start"] : row["end"]] for row in blocks]
    assert shown[slice(*said.page_span)] == LEAD
    assert all(row["page_start"] is None for row in rows(tmp_path / "r", "blocks") if row["article"] == typed["id"])


def test_pages_outlive_files_that_changed_and_equal_builds_are_equal(tmp_path: Path) -> None:
    news = write(tmp_path / "news", "a.html")
    write(news, "same.html")
    quick(news, tmp_path / "r")
    (article,) = rows(tmp_path / "r", "articles")
    assert len(article["sightings"]) == 2
    write(news, "b.html", PAGE.replace("northern", "southern"))
    quick(news, tmp_path / "r")
    (news / "a.html").unlink()
    quick(news, tmp_path / "r")
    with api.open(tmp_path / "r") as record:
        assert all(record.page(row["id"]) is not None for row in rows(tmp_path / "r", "articles"))
    write(news, "a.html")
    quick(news, tmp_path / "fresh")
    assert export(tmp_path / "r") == export(tmp_path / "fresh")


def test_a_text_that_does_not_stand_in_its_page_is_marked_unmapped(monkeypatch) -> None:
    from onrecord.gather.page import draw

    monkeypatch.setattr("onrecord.gather.page.page_text", lambda _: LEAD)
    drawn = draw(PAGE)
    assert not isinstance(drawn, str)
    assert drawn.runs == ()
    assert any(warning.startswith("page: unmapped") for warning in drawn.warnings)
