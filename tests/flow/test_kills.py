"""A build killed at any point and started again gives what an undisturbed build gives, byte for byte."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import api
from onrecord.store.faults import Missing
from tests.fakes import export, quick, write_articles

DYING = Path(__file__).with_name("dying.py")


def die(news: Path, record: Path, stage: str, times: int, workers: int = 1) -> None:
    command = [sys.executable, str(DYING), str(news), str(record), stage, str(times), str(workers)]
    ended = subprocess.run(command, capture_output=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()


def test_five_kills_on_thirty_articles_leave_no_trace(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", range(30))
    quick(news, tmp_path / "undisturbed")
    record = tmp_path / "killed"
    die(news, record, "gathered", 1)
    die(news, record, "half written", 3)
    with pytest.raises(Missing, match="no finished build"):
        api.open(record)
    die(news, record, "reading written", 3, workers=2)
    die(news, record, "linked", 1)
    die(news, record, "published", 1)
    report = quick(news, record)
    assert report.read == 0
    assert export(record) == export(tmp_path / "undisturbed")
    assert not api.open(record).verify().faults
    assert not list(record.rglob("*.tmp"))


@pytest.mark.parametrize("stage", ["found written", "reading written", "linked", "published", "indexed"])
def test_an_update_killed_leaves_the_last_build_or_the_new_one_to_be_read(tmp_path: Path, stage: str) -> None:
    news = write_articles(tmp_path / "news", range(8))
    quick(news, tmp_path / "r")
    before = export(tmp_path / "r")
    (news / "0002.txt").unlink()
    write_articles(news, [2, *range(8, 12)], lambda number: f"“It rained on {number},” said Ada Ternin today.\n")
    die(news, tmp_path / "r", stage, 1)
    left = export(tmp_path / "r")
    assert (left == before) == (stage not in ("published", "indexed"))
    assert not api.open(tmp_path / "r").verify().faults
    quick(news, tmp_path / "r")
    quick(news, tmp_path / "fresh")
    assert export(tmp_path / "r") == export(tmp_path / "fresh")
