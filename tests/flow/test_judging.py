import contextlib
import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from onrecord import api
from onrecord.store.faults import Unfinished, Unfit
from onrecord.store.lock import locked
from tests.fakes import Plain, export, quick, rows, write_articles


@pytest.fixture
def record(tmp_path: Path) -> Path:
    quick(write_articles(tmp_path / "news", range(12)), tmp_path / "r")
    return tmp_path / "r"


def judge(record: Path, verb: str, target: str, **asked: object) -> api.Judged:
    with api.open(record) as opened:
        return opened.judge(verb, target, by="Ada", why="heard it", **asked)


def one(record: Path, words: str) -> dict:
    with api.open(record) as opened:
        (row,) = opened.said(about=words).rows()
        return row


def test_a_rejected_statement_is_gone_until_the_verdict_is_undone(record: Path) -> None:
    before, id_ = export(record), one(record, "day 3")["id"]
    done = judge(record, "reject", id_[:12])
    assert (done.shown, done.linked, done.orphan) == (True, False, None)
    assert id_ not in {row["id"] for row in rows(record, "statements")}
    assert not api.open(record).verify().faults
    judge(record, "undo", id_)
    assert export(record) == before
    assert not api.open(record).verify().faults


def test_who_judges_and_why_have_to_be_told(record: Path) -> None:
    id_ = one(record, "day 3")["id"]
    with api.open(record) as opened:
        for by, why in (("", "so"), ("Ada", " \n")):
            with pytest.raises(Unfit, match="a verdict says"):
                opened.judge("accept", id_, by=by, why=why)
    assert (record / "ledger.jsonl").read_bytes() == b""


def test_a_corrected_speaker_counts_with_what_else_that_person_said(record: Path) -> None:
    before, row = export(record), one(record, "day 3")
    assert row["speaker_name"] == "Dena Orlu"
    (other,) = (each for each in rows(record, "statements") if each["article"] == row["article"] and each["id"] != row["id"])
    judge(record, "correct", row["id"], speaker="emil prast")
    now = one(record, "day 3")
    assert (now["id"], now["speaker_name"], now["speaker"]) == (row["id"], "Emil Prast", other["speaker"])
    assert now["by"] == "plain/1+verdict"
    assert not api.open(record).verify().faults
    judge(record, "correct", row["id"], speaker="Gil Onset")
    assert one(record, "day 3")["speaker_name"] == "Gil Onset"
    assert "Gil Onset" in {each["name"] for each in rows(record, "entities")}
    assert not api.open(record).verify().faults
    judge(record, "correct", row["id"], speaker="-", act="deny")
    assert (one(record, "day 3")["speaker"], one(record, "day 3")["act"]) == (None, "deny")
    for _ in range(3):
        judge(record, "undo", row["id"])
    assert export(record) == before


def test_an_open_record_sees_a_verdict_at_its_next_question(record: Path) -> None:
    id_ = one(record, "day 3")["id"]
    with api.open(record) as opened:
        assert len(opened.statements(id_)) == 1
        judge(record, "reject", id_)
        assert len(opened.statements(id_)) == 0


def test_a_verdict_while_a_build_is_at_work_is_kept_and_taken_in_after(record: Path, monkeypatch) -> None:
    monkeypatch.setattr("onrecord.flow.judging.PATIENCE", 0.1)
    id_ = one(record, "day 3")["id"]
    with locked(record / "lock"):
        assert judge(record, "reject", id_).shown is False
        with api.open(record) as opened:
            assert len(opened.statements(id_)) == 1
    with api.open(record) as opened:
        assert len(opened.statements(id_)) == 0


def test_history_tells_how_each_verdict_stands(record: Path) -> None:
    id_ = one(record, "day 3")["id"]
    judge(record, "reject", id_)
    judge(record, "accept", id_)
    judge(record, "undo", id_)
    with api.open(record) as opened:
        assert [(each.verdict.verb, str(each.status)) for each in opened.verdicts(id_)] == [
            ("reject", "holds"),
            ("accept", "undone"),
            ("undo", "holds"),
        ]
        assert opened.verdicts("s-none") == []


def test_corrected_words_take_the_place_of_the_machines(record: Path) -> None:
    before, row = export(record), one(record, "day 3")
    ((start, end),) = row["content"]
    done = judge(record, "correct", row["id"], content=[(start + 4, end)], models=Plain())
    assert done.linked
    now = one(record, "day 3")
    assert (now["id"], now["quote"]) == (done.statement, "bridge will open on day 3,")
    assert (now["cue"], now["by"], now["score"]) == (row["cue"], "verdict", 1.0)
    assert row["id"] not in {each["id"] for each in rows(record, "statements")}
    assert not api.open(record).verify().faults
    judge(record, "undo", done.verdict.id)
    assert export(record) == before


def test_a_statement_the_machine_missed_is_added(record: Path) -> None:
    before, row = export(record), one(record, "day 3")
    for words, what in (
        ("the bridge", "stands there"),
        ("no such thing", "has no such words"),
        ([(5, 100_000)], "does not stand"),
    ):
        with pytest.raises(Unfit, match=what):
            judge(record, "add", row["article"], content=words, models=Plain())
    done = judge(
        record, "add", row["article"][:12], content="nobody crossed it", cue="It is said", speaker="Gil Onset", models=Plain()
    )
    (now,) = (each for each in rows(record, "statements") if each["id"] == done.statement)
    assert (now["speaker_name"], now["by"], now["score"], now["manner"]) == ("Gil Onset", "verdict", 1.0, "indirect")
    assert now["speaker"] in {each["id"] for each in rows(record, "entities")}
    assert not api.open(record).verify().faults
    judge(record, "correct", done.statement, act="deny")
    assert next(each for each in rows(record, "statements") if each["id"] == done.statement)["act"] == "deny"
    with pytest.raises(Unfit, match="in the record already"):
        judge(record, "add", row["article"], content="nobody crossed it", cue="It is said", models=Plain())
    judge(record, "undo", done.verdict.id)
    with api.open(record) as opened:
        assert [(each.verdict.verb, str(each.status)) for each in opened.verdicts(done.statement)][:2] == [
            ("add", "undone"),
            ("correct", "orphan"),
        ]
    assert export(record) == before


def test_an_article_that_must_go_is_gone_from_every_file_and_stays_away(record: Path, tmp_path: Path) -> None:
    before, row = export(record), one(record, "day 3")
    judge(record, "add", row["article"], content="nobody crossed it", cue="It is said", models=Plain())
    assert b"nobody crossed it" in (record / "ledger.jsonl").read_bytes()
    done = judge(record, "remove", row["article"][:16])
    assert b"nobody crossed it" not in (record / "ledger.jsonl").read_bytes()
    assert done.shown
    said = b"The bridge will open on day 3,"
    for path in sorted(record.rglob("*")):
        if path.suffix == ".parquet":
            assert said not in str(pq.read_table(path).to_pylist()).encode(), path
        elif path.is_file():
            assert said not in path.read_bytes(), path
    assert row["article"] not in {each["id"] for each in rows(record, "articles")}
    assert [each["reason"] for each in rows(record, "skipped")] == [f"removed by a verdict: {row['article']}"]
    assert not api.open(record).verify().faults
    after = export(record)
    quick(tmp_path / "news", record)
    assert export(record) == after
    quick(write_articles(tmp_path / "again", range(3, 5)), record)
    assert row["article"] not in {each["id"] for each in rows(record, "articles")}
    judge(record, "undo", done.verdict.id)
    assert row["article"] not in {each["id"] for each in rows(record, "articles")}
    assert judge(record, "accept", one(record, "day 5")["id"]).orphan is None
    quick(tmp_path / "news", tmp_path / "r2")
    quick(tmp_path / "news", record)
    now = export(record)
    assert {each["id"] for each in rows(record, "articles")} == {each["id"] for each in rows(tmp_path / "r2", "articles")}
    assert now["statements.jsonl"] == before["statements.jsonl"]
    assert not api.open(record).verify().faults


def test_people_are_joined_and_parted(record: Path) -> None:
    before = export(record)
    people = rows(record, "entities")
    ada, gil = (next(each for each in people if each["name"] == name) for name in ("Ada Ternin", "Boro Kesk"))
    done = judge(record, "merge", ada["id"], others=[gil["id"]])
    (now,) = (each for each in rows(record, "entities") if each["id"] == ada["id"])
    assert (now["name"], now["names"]) == ("Ada Ternin", ["Ada Ternin", "Boro Kesk"])
    assert gil["id"] not in {each["id"] for each in rows(record, "entities")}
    assert not api.open(record).verify().faults
    parted = judge(record, "split", ada["id"], names=["Boro Kesk"])
    assert {each["name"] for each in rows(record, "entities")} >= {"Ada Ternin", "Boro Kesk"}
    judge(record, "undo", parted.verdict.id)
    assert export(record) != before
    judge(record, "undo", done.verdict.id)
    assert export(record) == before


def test_a_ledger_replayed_on_another_record_gives_the_same(record: Path, tmp_path: Path) -> None:
    quick(tmp_path / "news", tmp_path / "other")
    row = one(record, "day 3")
    judge(record, "reject", one(record, "day 5")["id"])
    judge(record, "correct", row["id"], speaker="Gil Onset")
    judge(record, "add", row["article"], content="nobody crossed it", cue="It is said", models=Plain())
    judge(record, "remove", one(record, "day 7")["article"])
    undone = judge(record, "reject", one(record, "day 9")["id"])
    judge(record, "undo", undone.verdict.id)
    with api.open(tmp_path / "other") as opened:
        assert {str(each.status) for each in opened.replay(record / "ledger.jsonl")} == {"holds", "undone"}
        assert opened.replay(record / "ledger.jsonl") == []
    assert export(tmp_path / "other") == export(record)
    assert (tmp_path / "other" / "ledger.jsonl").read_bytes() == (record / "ledger.jsonl").read_bytes()
    quick(write_articles(tmp_path / "few", [5]), tmp_path / "small")
    with api.open(tmp_path / "small") as opened:
        found = {each.verdict.verb: (str(each.status), each.because) for each in opened.replay(record / "ledger.jsonl")}
    assert found["correct"][0] == "orphan"
    assert "is not in this record" in found["correct"][1]
    with pytest.raises(Unfit, match="no verdict, or not as it was written"), api.open(record) as opened:
        opened.replay(next((tmp_path / "few").iterdir()))


def test_a_removal_cut_short_anywhere_is_ended_by_the_next_build(record: Path, tmp_path: Path, monkeypatch) -> None:
    row = one(record, "day 3")
    for stage in ("purged", "linked", "published", "indexed"):
        shutil.copytree(record, tmp_path / stage)

        def die(now: str, at: str = stage) -> None:
            if now == at:
                raise KeyboardInterrupt

        for module in ("publishing", "relinking"):
            monkeypatch.setattr(f"onrecord.flow.{module}.reached", die)
        with pytest.raises(KeyboardInterrupt):
            judge(tmp_path / stage, "remove", row["article"])
        monkeypatch.undo()
        with api.open(tmp_path / stage) as opened:
            assert len(opened.statements(row["id"])) == 0
        quick(tmp_path / "news", tmp_path / stage)
        said = b"The bridge will open on day 3,"
        files = [path for path in sorted((tmp_path / stage).rglob("*")) if path.is_file()]
        assert not [path for path in files if path.suffix != ".parquet" and said in path.read_bytes()]
        assert not [p for p in files if p.suffix == ".parquet" and said in str(pq.read_table(p).to_pylist()).encode()]
        assert len(rows(tmp_path / stage, "articles")) == 11
        assert not api.open(tmp_path / stage).verify().faults


def test_a_verdict_killed_after_its_line_is_shown_by_the_next_open(record: Path, tmp_path: Path, monkeypatch) -> None:
    row = one(record, "day 3")
    given = {
        "reject": {"target": row["id"]},
        "correct": {"target": row["id"], "speaker": "Gil Onset"},
        "add": {"target": row["article"], "content": "nobody crossed it", "models": Plain()},
        "merge": {"target": row["speaker"], "others": [one(record, "day 5")["speaker"]]},
    }
    for verb, asked in given.items():
        for name in ("whole", "cut"):
            shutil.copytree(record, tmp_path / f"{verb} {name}")
        judge(tmp_path / f"{verb} whole", verb, **asked)
        (tmp_path / f"{verb} cut" / "ledger.jsonl").write_bytes((tmp_path / f"{verb} whole" / "ledger.jsonl").read_bytes())
        with api.open(tmp_path / f"{verb} cut") as opened:
            assert not opened.verify().faults
            assert (len(opened.statements(row["id"])) == 0) == (verb == "reject")
        assert export(tmp_path / f"{verb} cut") == export(tmp_path / f"{verb} whole")


def test_many_who_judge_at_once_lose_no_line(record: Path) -> None:
    ids = [row["id"] for row in rows(record, "statements")][:12]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda id_: judge(record, "reject", id_), ids))
    with api.open(record) as opened:
        assert {each.verdict.target for each in opened.verdicts()} == set(ids)
        assert not opened.verify().faults
    assert not set(ids) & {row["id"] for row in rows(record, "statements")}


def test_what_is_shown_between_a_verdict_and_linking_is_what_the_ledger_says(record: Path, tmp_path: Path) -> None:
    rng, whole = random.Random(5), rows(record, "statements")
    for _ in range(25):
        row = rng.choice(whole)
        verb = rng.choice(["accept", "reject", "correct", "undo"])
        asked = {"speaker": rng.choice(["Gil Onset", "-", "Ada Ternin of Olm"])} if verb == "correct" else {}
        with contextlib.suppress(Unfit):
            judge(record, verb, row["id"], **asked)
    shown = dump(record)
    assert not api.open(record).verify().faults
    (record / "index.sqlite").unlink()
    assert dump(record) == shown
    linked = export(record)
    quick(tmp_path / "news", tmp_path / "other")
    with api.open(tmp_path / "other") as opened:
        opened.replay(record / "ledger.jsonl")
    assert export(tmp_path / "other") == linked


def dump(record: Path) -> dict[str, list[str]]:
    """Give all rows of the index's public tables, whatever number they were written under."""
    with api.open(record) as opened:
        db, found = opened._store.db, {}
        for name in ("articles", "statements", "entities", "claims", "links", "framing", "sightings", "blocks", "times"):
            cursor = db.execute(f"SELECT * FROM {name}")
            columns = [column[0] for column in cursor.description]
            found[name] = sorted(repr([(c, v) for c, v in zip(columns, row, strict=True) if c != "n"]) for row in cursor)
        return found


def test_while_a_build_is_broken_off_a_slow_verdict_is_shown_and_linked_by_the_next(
    record: Path, tmp_path: Path, monkeypatch
) -> None:
    def die(stage: str) -> None:
        if stage == "reading written":
            raise KeyboardInterrupt

    write_articles(tmp_path / "news", range(12, 30))
    monkeypatch.setattr("onrecord.flow.build.reached", die)
    with pytest.raises(KeyboardInterrupt):
        quick(tmp_path / "news", record)
    monkeypatch.undo()
    row = one(record, "day 3")
    added = judge(record, "add", row["article"], content="nobody crossed it", models=Plain())
    assert (added.shown, added.linked) == (True, False)
    removed = judge(record, "remove", row["article"])
    assert (removed.shown, removed.linked) == (True, False)
    with api.open(record) as opened:
        assert len(opened.statements(row["id"])) == 0
        with pytest.raises(Unfinished, match="build it again first"):
            opened.export("jsonl", tmp_path / "out")
    quick(tmp_path / "news", record)
    assert len(rows(record, "articles")) == 29
    assert not api.open(record).verify().faults


def test_a_verdict_on_a_text_that_changed_is_an_orphan_until_the_text_is_met_again(record: Path, tmp_path: Path) -> None:
    path, row = tmp_path / "news" / "0003.txt", one(record, "day 3")
    text = path.read_text("utf-8")
    judge(record, "reject", row["id"])
    path.write_text(text.replace("on Monday", "on Tuesday"), "utf-8")
    quick(tmp_path / "news", record)
    assert one(record, "day 3")["id"] != row["id"]
    with api.open(record) as opened:
        (given,) = opened.verdicts()
    assert (given.status, given.because[:18]) == ("orphan", "the text it judged")
    path.write_text(text, "utf-8")
    quick(tmp_path / "news", record)
    with api.open(record) as opened:
        assert [str(each.status) for each in opened.verdicts()] == ["holds"]
        assert len(opened.statements(row["id"])) == 0


def test_an_undo_that_could_mean_several_things_is_none(record: Path) -> None:
    for words in ("day 3", "day 5"):
        judge(record, "reject", one(record, words)["id"])
    with pytest.raises(Unfit, match="2 things judged begin with 's-'"):
        judge(record, "undo", "s-")
    with pytest.raises(Unfit, match="no verdict on 's-99"):
        judge(record, "undo", "s-99")


def test_a_person_is_found_by_a_name_however_it_is_spelled(record: Path) -> None:
    row = one(record, "day 3")
    judge(record, "correct", row["id"], speaker="Zoé  Örum")
    (made,) = (each for each in rows(record, "entities") if each["name"] == "Zoé Örum")
    other = one(record, "day 5")
    for typed in ("zoe orum", "ZOÉ ÖRUM", made["id"][:12]):
        judge(record, "correct", other["id"], speaker=typed)
        now = one(record, "day 5")
        assert (now["speaker"], now["speaker_name"]) == (made["id"], "Zoé Örum")
    judge(record, "correct", other["id"], speaker="Ciro Vantál")
    assert one(record, "day 5")["speaker_name"] == "Ciro Vantal"
