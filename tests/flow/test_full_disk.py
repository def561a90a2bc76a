"""A disk that runs full at any point ends a build in one line; the next build, with room, goes on from there."""

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import api
from tests.fakes import export, quick, write_articles

RUN = """
import resource, sys
import onrecord.api
from onrecord.cli.app import run
from tests.fakes import Plain
onrecord.api.installed = lambda profile="full": Plain()
# a limit on the size of a file stands for the disk's: the system tells of both in the same way
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(run(["build", sys.argv[2], "-o", sys.argv[3], "-j", "1"]))
"""


@pytest.mark.parametrize("room", [0, 3000, 30_000, 90_000, 250_000])
def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path, room: int) -> None:
    news = write_articles(tmp_path / "news", range(40))
    command = [sys.executable, "-c", RUN, str(room), str(news), str(tmp_path / "r")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 2, ran.stderr
    (line,) = [line for line in ran.stderr.splitlines() if line.startswith("onrecord: ")]
    assert line.startswith("onrecord: no room left to write")
    assert line.endswith("make room and build again")
    quick(news, tmp_path / "r")
    quick(news, tmp_path / "fresh")
    assert export(tmp_path / "r") == export(tmp_path / "fresh")
    assert not api.open(tmp_path / "r").verify().faults
    assert not list((tmp_path / "r").rglob("*.tmp"))
