"""Verdicts given on the desk: who may send them, what they change, and that they outlive a rebuild."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.testclient import TestClient

from onrecord import api, sample
from onrecord.cli.open import judge_in
from onrecord.show.web.app import create
from onrecord.show.web.judging import back_to

DONE = SimpleNamespace(verdict=SimpleNamespace(id="v-1"), orphan=None, shown=True)


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(record, tmp_path / "record"))


@pytest.fixture
def desk(own: Path) -> Iterator[TestClient]:
    with TestClient(create(own, judge=judge_in(own)), base_url="http://127.0.0.1", follow_redirects=False) as held:
        yield held


def token(desk: TestClient, page: str = "/review?what=statements") -> str:
    found = re.search(r'name="token" value="([^"]+)"', desk.get(page).text)
    assert found
    return found.group(1)


def send(desk: TestClient, verb: str, target: str, **more: str):
    form = {"verb": verb, "target": target, "by": "A. Reader", "back": "/review"} | more
    form.setdefault("token", "" if "token" in more else token(desk))
    return desk.post("/judge", data=form)


def test_a_rejected_clash_is_gone_and_undo_brings_it_back(desk: TestClient) -> None:
    pair = desk.get("/disputes.json").json()[0]
    answer = send(desk, "reject", pair["id"], why="different scope", back="/disputes?relation=denies#x")
    assert answer.status_code == 303
    home, _, given = answer.headers["location"].partition("&judged=")
    assert home == "/disputes?relation=denies"
    assert pair["id"] not in {one["id"] for one in desk.get("/disputes.json").json()}
    assert "different scope" in desk.get("/review").text
    send(desk, "undo", given.partition("#")[0])
    assert pair["id"] in {one["id"] for one in desk.get("/disputes.json").json()}


def test_the_name_is_asked_once(desk: TestClient) -> None:
    said = desk.get("/search.json").json()[0]["id"]
    asked = send(desk, "accept", said, by="")
    assert asked.status_code == 200
    assert "Who judges?" in asked.text
    assert f'value="{said}"' in asked.text
    assert send(desk, "accept", said, by="Zoë Q").status_code == 303
    assert send(desk, "undo", said, by="").status_code == 303
    page = desk.get(f"/s/{said}").text
    assert page.count("Zoë Q") >= 2


def test_a_speaker_that_is_set_outlives_a_rebuild(desk: TestClient, own: Path) -> None:
    wrong = next(row for row in desk.get("/search.json").json() if row["speaker_name"])
    send(desk, "correct", wrong["id"], speaker="Halina Vost")
    assert desk.get(f"/s/{wrong['id']}.json").json()[0]["speaker"] == "Halina Vost"
    for index in own.glob("index.sqlite*"):
        index.unlink()
    api.build([sample.path()], own)
    assert desk.get(f"/s/{wrong['id']}.json").json()[0]["speaker"] == "Halina Vost"


@pytest.mark.parametrize(
    "wrong",
    [{"token": "other"}, {"token": ""}, {"verb": "remove"}, {"target": ""}, {"target": "s-zz"}, {"back": "/" + "x" * 70_000}],
)
def test_a_form_that_is_not_the_desks_own_changes_nothing(desk: TestClient, own: Path, wrong: dict[str, str]) -> None:
    said = desk.get("/search.json").json()[0]["id"]
    form = {"verb": "reject", "target": said} | wrong
    answer = send(desk, form.pop("verb"), form.pop("target"), **form)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text
    assert not (own / "ledger.jsonl").exists() or (own / "ledger.jsonl").read_text() == ""


def test_a_form_from_elsewhere_is_refused(desk: TestClient) -> None:
    form = {"token": token(desk), "verb": "accept", "target": "s-1", "by": "A"}
    assert desk.post("/judge", data=form, headers={"sec-fetch-site": "cross-site"}).status_code == 400
    assert desk.post("/judge", data=form, headers={"host": "evil.example"}).status_code == 421


def test_without_a_judge_the_desk_only_reads(client: TestClient) -> None:
    assert client.post("/judge", data={}).status_code in (404, 405)
    assert 'action="/judge"' not in client.get("/review").text


@pytest.mark.parametrize("path", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_one_is_led_back_to_the_desk_alone(path: str) -> None:
    assert back_to(path, DONE) == "/?judged=v-1"


def test_a_verdict_that_waits_for_a_build_says_so() -> None:
    waits = SimpleNamespace(verdict=DONE.verdict, orphan=None, shown=False)
    assert back_to("/s/s-1?judged=v-0&waits=1", waits) == "/s/s-1?judged=v-1&waits=1"
    assert back_to("/s/s-1?judged=v-0&waits=1", DONE) == "/s/s-1?judged=v-1"


def test_selected_words_become_a_statement_at_the_right_characters(tmp_path: Path) -> None:
    text = (
        "Ferry 😀 stops\n\nOLM, 3 May 2025\n\n"
        "The mayor, Ada Ternin, was at the quay 😀👩‍👩‍👧.\u00a0Her view\u200f of it: the ferry is dead.\n\nNobody answered.\n"
    )
    (tmp_path / "a.txt").write_text(text, "utf-8", newline="")
    record = tmp_path / "record"
    api.build([tmp_path / "a.txt"], record)
    with TestClient(create(record, judge=judge_in(record)), base_url="http://127.0.0.1", follow_redirects=False) as desk:
        article = desk.get("/sources.json").json()[0]["id"]
        page = desk.get(f"/a/{article}").text
        block = next(int(b) for b in re.findall(r'data-block="(\d+)"', page) if text[int(b) :].startswith("The mayor"))
        units = len(text[block : text.index("the ferry is dead")].encode("utf-16-le")) // 2
        content = f"[[{block},{units},{units + len('the ferry is dead')}]]"
        form = {"content": content, "speaker": "Ada Ternin", "back": f"/a/{article}"}
        answer = send(desk, "add", article, token=token(desk, f"/a/{article}"), **form)
        assert answer.status_code == 303, answer.text
        made = next(row for row in desk.get(f"/a/{article}.json").json() if row["quote"] == "the ferry is dead")
        assert made["speaker_name"] == "Ada Ternin"
        wrong = send(desk, "add", article, token=token(desk, f"/a/{article}"), content=f"[[{block},1,99999]]")
        assert wrong.status_code == 400


def test_a_verdict_that_linking_waits_for_is_told(desk: TestClient) -> None:
    said = desk.get("/search.json").json()[0]["id"]
    assert "since this record was last linked" not in desk.get("/").text
    send(desk, "reject", said, token=token(desk))
    assert "1 verdict was given since this record was last linked" in desk.get("/").text
