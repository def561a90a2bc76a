"""The desk's pages, answered without a browser."""

import csv
import io
import re
import threading
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from onrecord import api
from onrecord.backends import vectors
from onrecord.backends.plain import PlainEncoder
from onrecord.show import near
from onrecord.show.web import soon, view
from onrecord.show.web.app import PAGES
from onrecord.show.web.guard import HEADERS
from onrecord.store.questions import summary


def some(client: TestClient, path: str) -> str:
    """Fill in the id of a path from the record itself."""
    if path.startswith("/who/{"):
        return path.replace("{id}", client.get("/who.json").json()[0]["id"])
    if path.startswith("/s/{"):
        return path.replace("{id}", client.get("/search.json").json()[0]["id"])
    if path.startswith("/issue/{"):
        return path.replace("{id}", client.get("/issues.json").json()[0]["id"])
    if path.startswith("/a/{"):
        return path.replace("{id}", client.get("/search.json").json()[0]["article"])
    if path == "/compare":
        pair = client.get("/disputes.json").json()[0]
        return f"/compare?a={pair['a_id']}&b={pair['b_id']}"
    return path


@pytest.mark.parametrize("path", ["/", *PAGES])
def test_every_page_is_whole_guarded_and_small(client: TestClient, path: str) -> None:
    answer = client.get(some(client, path))
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert "</html>" in answer.text
    assert len(answer.content) < 300_000
    for name, value in HEADERS:
        assert answer.headers[name.decode()] == value.decode()
    assert "<style" not in answer.text
    assert "style=" not in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_also_json_and_csv_with_the_same_rows(client: TestClient, path: str) -> None:
    filled = "{}?".join([*some(client, path).split("?"), ""][:2]) + ("q=SELECT id, title FROM articles" if path == "/sql" else "")
    rows = client.get(filled.format(".json")).json()
    held = list(csv.DictReader(io.StringIO(client.get(filled.format(".csv")).text)))
    assert len(rows) == len(held) > 0
    assert set(rows[0]) <= set(held[0])


def test_the_lanes_are_small_and_each_mark_leads_to_a_statement(client: TestClient) -> None:
    page = client.get("/").text
    pictures = re.findall(r"<svg class=.lanes.*?</svg>", page, re.DOTALL)
    assert len(pictures) == 2
    assert all(len(svg.encode()) < 40_000 for svg in pictures)
    marks = [a for svg in pictures for a in ElementTree.fromstring(svg).iter("a") if "mark" in a.attrib.get("class", "")]
    assert len(marks) > 20
    assert all(mark.findtext("title") for mark in marks)
    assert client.get(marks[0].attrib["href"]).status_code == 200


def test_another_host_is_refused(client: TestClient) -> None:
    for host in ("attacker.example", "127.0.0.1.attacker.example", ""):
        assert client.get("/", headers={"host": host}).status_code == 421
    assert client.get("/", headers={"host": "localhost:8321"}).status_code == 200
    assert client.get("/", headers={"host": "[::1]:8321"}).status_code == 200


def test_nothing_can_be_changed(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        assert client.request(method, "/search").status_code == 405
    fault = client.get("/sql", params={"q": "DELETE FROM statements"}).text
    assert "only reads" in fault
    assert client.get("/sql.json", params={"q": "SELECT count(*) AS n FROM statements"}).json()[0]["n"] > 100


def test_what_is_not_there_is_told_plainly(client: TestClient) -> None:
    for path in ("/nowhere", "/who/e-0", "/a/00", "/s/s-ffffffffffff", "/static/../guard.py", "/static/none.css"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "Traceback" not in answer.text
    assert client.get("/search", params={"from": "-1", "act": "nonsense", "since": "soon"}).status_code == 200


def test_search_narrows_by_each_facet(client: TestClient) -> None:
    every = client.get("/search.json").json()
    for name, value in (("act", "deny"), ("manner", "direct"), ("speaker", every[0]["speaker_name"]), ("year", "2025")):
        held = client.get("/search.json", params={name: value}).json()
        assert held
        if name in ("act", "manner"):
            assert {row[name] for row in held} == {value}
    words = client.get("/search.json", params={"q": "sanctuaries"}).json()
    assert words
    assert all("sanctuaries" in row["quote"] for row in words)


def test_a_dispute_shows_both_sides_word_for_word(client: TestClient) -> None:
    pairs = client.get("/disputes.json").json()
    assert {"denies", "contradicts"} <= {pair["relation"] for pair in pairs}
    for pair in pairs[:5]:
        page = client.get(f"/compare?a={pair['a_id']}&b={pair['b_id']}").text
        for side in "ab":
            article = client.get(f"/s/{pair[side + '_id']}.json").json()[0]["article"]
            assert f"/a/{article}#" in page
    denials = client.get("/disputes.json", params={"relation": "denies"}).json()
    assert {pair["relation"] for pair in denials} == {"denies"}
    assert client.get("/compare?a=s-1").status_code == 404


HOSTILE = (
    '<script>alert(1)</script> & <svg onload=alert(2)>: the river is "closed"\n\n'
    "Lisenne, 3 May 2025\n\n"
    "Minister Ada Ternin said that </mark><img src=x onerror=alert(3)> the <style>*{display:none}</style> dam would open.\n"
)


def test_article_text_is_always_escaped(tmp_path: Path) -> None:
    (tmp_path / "hostile.txt").write_text(HOSTILE, "utf-8")
    api.build([tmp_path / "hostile.txt"], tmp_path / "record")
    with TestClient(api_app(tmp_path / "record"), base_url="http://127.0.0.1") as client:
        article = client.get("/sources.json").json()[0]["id"]
        pages = ["/", "/search", "/sources", f"/a/{article}", *(f"/s/{row['id']}" for row in client.get("/search.json").json())]
        for page in pages:
            text = client.get(page).text
            for forbidden in ("<script>alert", "<svg onload", "<img src=x", "<style>*"):
                assert forbidden not in text, page


def api_app(record: Path):
    from onrecord.show.web.app import create

    return create(record)


def test_a_record_that_cannot_be_read_is_told_plainly(tmp_path: Path) -> None:
    with TestClient(api_app(tmp_path / "none"), base_url="http://127.0.0.1") as client:
        answer = client.get("/")
        assert answer.status_code == 503
        assert "none" in answer.text


def test_the_desk_tells_what_is_new_since_the_last_visit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Minister Ada Ternin said that the dam would open.\n", "utf-8")
    api.build([tmp_path / "a.txt"], tmp_path / "record")
    with TestClient(api_app(tmp_path / "record"), base_url="http://127.0.0.1") as client:
        assert "since your last visit" not in client.get("/").text
        assert "since your last visit" not in client.get("/").text
        (tmp_path / "b.txt").write_text("Minister Boro Kesk denied that the dam would open.\n", "utf-8")
        api.build([tmp_path / "b.txt"], tmp_path / "record")
        assert "in 1 article." in client.get("/").text
        assert "in 1 article." in client.get("/").text


def test_a_search_without_a_word_is_an_empty_box(client: TestClient) -> None:
    assert client.get("/search.json?q=%20").json() == client.get("/search.json").json()
    assert "with \u201c" not in client.get("/search?q=%20").text


def test_search_marks_what_was_looked_for_and_narrows_by_role_and_issue(client: TestClient) -> None:
    assert '<mark class="is-hit">' in client.get("/search?q=camps").text
    role = client.get("/search.json?role=foreign+minister").json()
    assert role
    assert all("foreign minister" in row["speaker_office"].casefold() for row in role)
    issue = client.get("/issues.json").json()[0]["id"]
    assert f"issue={issue}" in client.get("/search").text


def test_what_is_near_in_meaning_elsewhere_is_shown_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "load", PlainEncoder)
    monkeypatch.setattr(soon, "_MADE", {})
    monkeypatch.setattr(soon, "PATIENCE", 60)
    monkeypatch.setattr(near, "BESIDE", 0.3)
    rows = client.get("/search.json").json()
    shown = {row["id"]: client.get(f"/s/{row['id']}").text for row in rows}
    with_near = {id_: text.split("Near in meaning, elsewhere")[1] for id_, text in shown.items() if "Near in meaning" in text}
    assert with_near
    home = {row["id"]: row["article"] for row in rows}
    for id_, text in with_near.items():
        told = re.findall(r'data-open="/s/(s-\w+)"', text.split("</section>")[0])
        assert told
        assert len(told) == len(set(told)) <= 5
        assert home[id_] not in {home.get(one) for one in told}


def test_search_shows_other_words_only_beside_those_asked_for(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "load", PlainEncoder)
    monkeypatch.setattr(soon, "_MADE", {})
    monkeypatch.setattr(soon, "PATIENCE", 60)
    monkeypatch.setattr(near, "LEAST", 0.1)
    assert "In other words" not in client.get("/search").text
    found, other = client.get("/search?q=the+bridge").text.split("In other words")
    hits, likest = (re.findall(r'data-open="/s/(s-\w+)"', part) for part in (found, other))
    assert likest
    assert not set(hits) & set(likest)


def test_a_page_does_not_wait_for_what_takes_long(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    until = threading.Event()
    monkeypatch.setattr(vectors, "load", lambda: until.wait(60) and PlainEncoder())
    monkeypatch.setattr(soon, "_MADE", {})
    monkeypatch.setattr(near, "LEAST", 0.1)
    first = client.get("/search?q=the+bridge").text
    until.set()
    monkeypatch.setattr(soon, "PATIENCE", 60)
    assert "In other words" not in first
    assert "In other words" in client.get("/search?q=the+bridge").text


def test_clashing_words_are_marked_side_by_side(client: TestClient) -> None:
    pair = client.get("/disputes.json").json()[0]
    assert pair["a_speaker"] != pair["b_speaker"]
    assert client.get(f"/compare?a={pair['a_id']}&b={pair['b_id']}").text.count('<mark class="is-clash">') >= 3


def test_large_numbers_are_grouped(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = summary.counts
    monkeypatch.setattr(summary, "counts", lambda db: replace(counts(db), statements=1234567))
    monkeypatch.setattr(view, "_HELD", {})
    assert "1,234,567 statements" in client.get("/").text
