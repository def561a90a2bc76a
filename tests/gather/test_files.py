import bz2
import gzip
import lzma

import pytest

from onrecord.gather.files import Unreadable, bare_suffix, read_bytes, read_lines

PACKERS = [(".gz", gzip.compress), (".xz", lzma.compress), (".bz2", bz2.compress), ("", bytes)]


def test_suffixes_of_packed_files():
    assert [bare_suffix(name) for name in ("a.JSONL.xz", "a.html.gz", "a.txt", "a.b/c", "a.gz")] == [
        ".jsonl",
        ".html",
        ".txt",
        "",
        "",
    ]


@pytest.mark.parametrize(("suffix", "pack"), PACKERS)
def test_files_are_unpacked(tmp_path, suffix, pack):
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(pack(b"One.\nTwo.\r\nThree."))
    assert read_bytes(str(path)) == b"One.\nTwo.\r\nThree."
    assert list(read_lines(str(path))) == [b"One.\n", b"Two.\r\n", b"Three."]


@pytest.mark.parametrize(("suffix", "pack"), PACKERS[:2])
def test_damaged_packing_is_told_after_what_could_be_read(tmp_path, suffix, pack):
    lines = b"".join(b"%d line of a file\n" % (n * 7919 % 100_003) for n in range(20_000))
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(pack(lines)[:-500])
    with pytest.raises(Unreadable, match="damaged or end early"):
        read_bytes(str(path))
    read = read_lines(str(path))
    assert next(read) == b"0 line of a file\n"
    with pytest.raises(Unreadable):
        list(read)


def test_a_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"0" * 3_000_000))
    with pytest.raises(Unreadable, match="the most that is read"):
        read_bytes(str(path), most=1 << 20)
    assert list(read_lines(str(path), most=1 << 20)) == [None]


def test_a_long_line_is_passed_over_and_the_next_one_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\n" + b"x" * 5000 + b"\ntwo\n" + b"y" * 5000)
    assert list(read_lines(str(path), most=1000)) == [b"one\n", None, b"two\n", None]
