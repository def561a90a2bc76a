import json
import shutil
from pathlib import Path

import pytest

WHO = ("--by", "Ada", "--why", "heard it")


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(record, tmp_path / "own"))


def rows(ran) -> list[dict]:
    return [json.loads(line) for line in ran.out.splitlines()]


def said(onrecord, record: Path, *asked: object) -> list[dict]:
    return rows(onrecord("said", "-r", record, *asked))


def test_a_statement_is_rejected_and_the_verdict_undone(onrecord, own):
    (row,) = said(onrecord, own, "--about", "late ferry")
    ran = onrecord("reject", row["id"][:12], *WHO, "-r", own)
    assert (ran.code, ran.out) == (0, "")
    assert f"reject {row['id']}" in ran.err
    assert said(onrecord, own, "--about", "late ferry") == []
    (verdict,) = rows(onrecord("ledger", row["id"], "-r", own))
    assert (verdict["status"], verdict["verb"], verdict["by"], verdict["why"]) == ("holds", "reject", "Ada", "heard it")
    assert onrecord("undo", verdict["id"], *WHO, "-r", own).code == 0
    assert said(onrecord, own, "--about", "late ferry") == [row]


def test_a_verdict_without_a_name_or_a_reason_is_none(onrecord, own):
    (row,) = said(onrecord, own, "--about", "late ferry")
    for given in ((), WHO[:2], WHO[2:], ("--by", " ", "--why", "so")):
        assert onrecord("accept", row["id"], *given, "-r", own).code == 2
    assert (own / "ledger.jsonl").read_bytes() == b""


@pytest.mark.parametrize(
    ("verb", "asked", "told"),
    [
        ("accept", ["s-0000"], "no statement's id that begins with 's-0000' is in this record"),
        ("accept", ["nothing"], "is not the id of a statement or link"),
        ("undo", ["v-00"], "no verdict's id"),
        ("remove", ["nowhere.txt"], "no article with the id, path or URL 'nowhere.txt'"),
        ("merge", ["Boro Kesk"], "a merge joins two or more"),
        ("merge", ["Boro Kesk", "Zora Null"], "nobody named 'Zora Null'"),
        ("split", ["Boro Kesk"], "names, or articles"),
        ("split", ["Boro Kesk", "--name", "Zora"], "has no name 'Zora'"),
        ("add", ["a.txt"], "a statement has content"),
        ("add", ["a.txt", "--content", "9:3"], "a span ends after it starts"),
        ("add", ["a.txt", "--content", "1:6"], "content: 1:6 cuts a word in two at 1: B|ridge"),
        ("add", ["a.txt", "--content", "Bridge", "--source", "7:9"], "source: 7:9 cuts a word in two at 9: op|en"),
        ("add", ["a.txt", "--content", "open"], "'open' stands there 2 times: give START:END, 7:11, 28:32"),
    ],
)
def test_what_cannot_be_judged_is_said_in_a_line(onrecord, own, verb, asked, told):
    ran = onrecord(verb, *asked, *WHO, "-r", own)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1
    assert (own / "ledger.jsonl").read_bytes() == b""


def test_a_statement_is_corrected_and_one_is_added(onrecord, own):
    (row,) = said(onrecord, own, "--about", "late ferry")
    ran = onrecord("correct", row["id"], "--speaker", "Gil Onset", "--act", "warn", *WHO, "-r", own)
    assert "left out until the next build or export" in ran.err
    (now,) = said(onrecord, own, "--about", "late ferry")
    assert (now["speaker_name"], now["act"]) == ("Gil Onset", "warn")
    ran = onrecord("correct", row["id"], "--content", "The ferry is late", *WHO, "-r", own)
    (now,) = said(onrecord, own, "--about", "late ferry")
    assert (now["quote"], now["speaker_name"], now["score"]) == ("The ferry is late", "Gil Onset", 1.0)
    ran = onrecord("add", "a.txt", "--content", "Nobody crossed it", "--speaker", "-", *WHO, "-r", own)
    assert ran.code == 0
    assert "Nobody crossed it" in {each["quote"] for each in said(onrecord, own)}
    assert onrecord("verify", "-r", own).code == 0


@pytest.mark.parametrize("cut", [slice(None), slice(2, 14)])
def test_an_id_cited_before_a_correction_leads_to_what_it_is_now(onrecord, own, cut):
    (row,) = said(onrecord, own, "--about", "late ferry")
    for words in ("The ferry is late", "ferry is late"):
        (before,) = said(onrecord, own, "--about", "late ferry")
        assert onrecord("correct", before["id"], "--content", words, *WHO, "-r", own).code == 0
    (now,) = said(onrecord, own, "--about", "late ferry")
    assert now["id"] != row["id"]
    for verb in ("show", "cite"):
        ran = onrecord(verb, row["id"][cut], "-r", own)
        assert (ran.code, ran.err) == (0, f"{row['id']} was corrected by Ada: it is now {now['id']}\n")
        assert now["id"] in ran.out
    assert onrecord("cite", "s-0000", "-r", own).code == 2


def test_a_ledger_is_listed_and_replayed(onrecord, own, record, tmp_path):
    for row in said(onrecord, own, "--speaker", "ternin"):
        onrecord("reject", row["id"], *WHO, "-r", own)
    table = onrecord("ledger", "-r", own, "--format", "table")
    assert "holds: heard it" in table.out
    assert "3 verdicts" in table.err
    (tmp_path / "list.jsonl").write_text(onrecord("ledger", "-r", own).out, "utf-8")
    other = shutil.copytree(record, tmp_path / "other")
    assert len(rows(onrecord("ledger", "--replay", tmp_path / "list.jsonl", "-r", other))) == 3
    assert said(onrecord, other) == said(onrecord, own)
    assert onrecord("ledger", "--replay", tmp_path / "none", "-r", other).code == 2


def test_an_article_is_removed_and_the_record_still_verifies(onrecord, own):
    assert onrecord("remove", "b.txt", *WHO, "-r", own).code == 0
    assert "ferry" not in onrecord("said", "-r", own).out
    assert onrecord("verify", "-r", own).code == 0
    assert "removed by a verdict" in onrecord("sql", "SELECT reason FROM skipped", "-r", own).out
