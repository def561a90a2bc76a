import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.store.faults import Busy
from onrecord.store.lock import locked


def test_only_one_holds_it_and_letting_go_frees_it(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"), pytest.raises(Busy, match="another build"), locked(tmp_path / "lock"):
        pass
    with locked(tmp_path / "lock"):
        pass


def test_it_dies_with_its_process(tmp_path: Path) -> None:
    script = f"""
import os, signal
from pathlib import Path
from onrecord.store.lock import locked
with locked(Path({str(tmp_path / "lock")!r})):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script], check=False)
    with locked(tmp_path / "lock"):
        pass


def test_another_process_is_refused(tmp_path: Path) -> None:
    script = f"""
from pathlib import Path
from onrecord.store.lock import locked
with locked(Path({str(tmp_path / "lock")!r})):
    print("in")
"""
    with locked(tmp_path / "lock"):
        ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ended.returncode
    assert "another build is at work" in ended.stderr
