from pathlib import Path

from onrecord import api
from onrecord.records import Verdict
from onrecord.store import ledger
from tests.fakes import quick, write_articles

FIRST = Verdict("reject", "s-1", "", "the words", "Ada", "not said", "2024-01-02T03:04:05Z")
SECOND = Verdict("undo", FIRST.id, "", "", "Ada", "“was” said after all", "2024-01-03T03:04:05Z")


def test_verdicts_come_back_in_order(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    assert ledger.read(path) == []
    ledger.append(path, [FIRST])
    ledger.append(path, [SECOND])
    assert ledger.read(path) == [FIRST, SECOND]
    assert ledger.faults(path) == []


def test_a_line_cut_off_by_a_kill_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger.append(path, [FIRST])
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:40])
    ledger.append(path, [SECOND])
    assert ledger.read(path) == [FIRST, SECOND]
    assert [number for number, _ in ledger.faults(path)] == [2]


def test_a_line_changed_by_hand_no_longer_counts(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger.append(path, [FIRST])
    path.write_text(path.read_text().replace("Ada", "Boro"))
    assert ledger.read(path) == []
    assert len(ledger.faults(path)) == 1


def test_the_ledger_outlives_builds_and_verify_looks_at_it(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", range(2))
    quick(news, tmp_path / "r")
    path = tmp_path / "r" / "ledger.jsonl"
    assert path.read_bytes() == b""
    ledger.append(path, [FIRST])
    write_articles(news, range(2, 4))
    quick(news, tmp_path / "r")
    assert ledger.read(path) == [FIRST]
    assert not api.open(tmp_path / "r").verify().faults
    path.write_bytes(b"{}\n")
    (fault,) = api.open(tmp_path / "r").verify().faults
    assert (fault.where, fault.what) == ("ledger.jsonl", "line 1 is no verdict, or not as it was written")
