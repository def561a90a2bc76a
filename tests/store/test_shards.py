import errno
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from onrecord.store import shards
from onrecord.store.faults import Damaged, Full

TABLE = pa.table({"a": ["one", "two"], "n": [1, 2]})


def test_a_shard_is_written_whole_and_read_back(tmp_path: Path) -> None:
    shards.write(tmp_path / "s", {"t": TABLE, "u": TABLE.slice(1)})
    assert shards.rows(tmp_path / "s", "t") == [{"a": "one", "n": 1}, {"a": "two", "n": 2}]
    assert shards.rows(tmp_path / "s", "u", ("a",)) == [{"a": "two"}]
    assert shards.label(tmp_path / "s")["t"]["rows"] == 2
    assert not list(shards.faults(tmp_path / "s"))
    assert shards.names(tmp_path) == ["s"]


def test_writing_again_takes_the_place_of_the_old(tmp_path: Path) -> None:
    shards.write(tmp_path / "s", {"t": TABLE})
    shards.write(tmp_path / "s", {"t": TABLE.slice(1)})
    assert len(shards.rows(tmp_path / "s", "t")) == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_and_leaves_nothing_half_written(tmp_path: Path, monkeypatch, number: int) -> None:
    def full(*_: object) -> None:
        raise OSError(number, "no room")

    monkeypatch.setattr(shards, "_write_table", full)
    with pytest.raises(Full, match="make room and build again"):
        shards.write(tmp_path / "s", {"t": TABLE})
    assert list(tmp_path.iterdir()) == []


def test_other_errors_stay_themselves(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotADirectoryError):
        shards.write(tmp_path / "file" / "s", {"t": TABLE})


def test_what_a_killed_build_left_is_swept_and_never_listed(tmp_path: Path) -> None:
    shards.write(tmp_path / "s", {"t": TABLE})
    (tmp_path / "x.tmp").mkdir()
    (tmp_path / "x.tmp" / "t.parquet").write_bytes(b"half")
    (tmp_path / "manifest.json.tmp").write_bytes(b"half")
    assert shards.names(tmp_path) == ["s"]
    shards.sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["s"]


def test_a_flipped_byte_is_found(tmp_path: Path) -> None:
    table = pa.table({"a": [f"word {n} of many words in a row" for n in range(500)]})
    shards.write(tmp_path / "s", {"t": table})
    path = tmp_path / "s" / "t.parquet"
    whole = path.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 40)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        assert list(shards.faults(tmp_path / "s")) == [("t.parquet", "its bytes are not those that were written")]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    shards.write(tmp_path / "s", {"t": TABLE})
    (tmp_path / "s" / "t.parquet").write_bytes(b"PAR1")
    with pytest.raises(Damaged, match=r"t\.parquet") as told:
        shards.read(tmp_path / "s", "t")
    assert told.value.path == str(tmp_path / "s" / "t.parquet")


def test_missing_and_foreign_files_are_found(tmp_path: Path) -> None:
    shards.write(tmp_path / "s", {"t": TABLE, "u": TABLE})
    (tmp_path / "s" / "t.parquet").unlink()
    (tmp_path / "s" / "note.txt").write_text("hello")
    assert list(shards.faults(tmp_path / "s")) == [("t.parquet", "is missing"), ("note.txt", "was not written by a build")]
    (tmp_path / "s" / shards.LABEL).write_text("{")
    ((name, reason),) = shards.faults(tmp_path / "s")
    assert name == shards.LABEL
    assert reason.startswith("cannot be read")
    assert next(shards.faults(tmp_path / "gone"))[0] == shards.LABEL


@pytest.mark.skipif(sys.platform == "win32", reason="limits on a file's size are POSIX")
def test_a_limit_on_files_counts_as_a_full_disk(tmp_path: Path) -> None:
    script = f"""
import resource, signal, pyarrow as pa
from pathlib import Path
from onrecord.store import shards
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
try:
    shards.write(Path({str(tmp_path / "s")!r}), {{"t": pa.table({{"n": [str(hash((i, "x"))) for i in range(50000)]}})}})
except shards.Full as full:
    print("told:", full)
"""
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "told: no room left to write" in ended.stdout, ended.stderr
    assert os.listdir(tmp_path) == []
