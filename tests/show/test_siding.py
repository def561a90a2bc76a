import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import api
from onrecord.records import Relation
from onrecord.show.disputes import Dispute
from onrecord.show.web.app import create
from tests.show.test_disputes import Rules

TEXT = (
    "“The pillars have sunk by four inches. That is why we closed the bridge,” mayor Odo Bresk said.\n\n"
    "Engineer Mira Holm agreed with Bresk that the pillars of the bridge are weak.\n\n"
    "Bresk said that the council will repair the bridge. “The council will repair the bridge with steel from Norway and new "
    "pillars before the winter storms arrive,” Bresk said.\n"
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("siding")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    api.build(folder, folder / "r", models=Rules(), date="2021-03-04")
    return folder / "r"


@pytest.fixture(scope="module")
def client(record: Path) -> Iterator[TestClient]:
    with TestClient(create(record), base_url="http://127.0.0.1") as held:
        yield held


def sided(record: Path) -> dict[str, Dispute]:
    with api.open(record) as opened:
        return {one.link.by: one for one in opened.disputes(relation=(Relation.SUPPORTS, Relation.ELABORATES))}


def test_support_and_detail_are_listed_and_compared_but_are_no_disputes(record: Path) -> None:
    found = sided(record)
    assert {by: (one.a.speaker, one.words, one.b.speaker) for by, one in found.items()} == {
        "agreement/1": ("Mira Holm", "supports", "Odo Bresk"),
        "reason/1": ("Odo Bresk", "supports", "Odo Bresk"),
        "detail/1": ("Odo Bresk", "adds to", "Odo Bresk"),
    }
    with api.open(record) as opened:
        assert not opened.disputes()
        assert [one.link.relation for one in opened.compare("holm", "bresk")] == ["supports"]


def test_the_pages_show_them_with_why(record: Path, client: TestClient) -> None:
    for one in sided(record).values():
        statement, side_by_side = client.get(f"/s/{one.b.id}"), client.get(f"/compare?a={one.a.id}&b={one.b.id}")
        assert (statement.status_code, side_by_side.status_code) == (200, 200)
        assert f'id="{one.link.id}"' in statement.text
        assert one.words in statement.text
        assert one.words in side_by_side.text
        assert "the words that clash" not in side_by_side.text
        assert ("within one statement" in side_by_side.text) == (one.a.id == one.b.id)


def test_a_rejected_one_is_gone_until_the_verdict_is_undone(record: Path) -> None:
    one = sided(record)["agreement/1"]
    with api.open(record) as opened:
        opened.judge("reject", one.id, by="a reader", why="she agrees with something else")
    assert "agreement/1" not in sided(record)
    with api.open(record) as opened:
        opened.judge("undo", one.id, by="a reader", why="a slip")
    assert "agreement/1" in sided(record)


def test_they_are_exported(record: Path, tmp_path: Path) -> None:
    with api.open(record) as opened:
        opened.export("jsonl", tmp_path / "out")
    lines = [json.loads(line) for line in (tmp_path / "out" / "links.jsonl").read_text("utf-8").splitlines()]
    assert sorted(line["relation"] for line in lines) == ["elaborates", "supports", "supports"]
    assert all(line["why"] and line["by"] and line["strength"] in ("strict", "loose") for line in lines)
