from onrecord.gather.formats import Options, Source
from onrecord.gather.text import read


def one(path, data):
    path.write_bytes(data)
    return next(read(Source(str(path), "a.txt"), Options()))


def test_the_file_is_the_text(tmp_path):
    assert one(tmp_path / "a", b"One.\r\nTwo.\r").text == "One.\r\nTwo.\r"


def test_empty_and_binary_files_are_skipped(tmp_path):
    assert one(tmp_path / "a", b"").reason == "empty"
    assert one(tmp_path / "a", b" \n\t").reason == "empty"
    assert one(tmp_path / "a", bytes(range(256)) * 9).reason == "binary, not text"


def test_the_encoding_is_told(tmp_path):
    assert one(tmp_path / "a", "Zoë".encode("utf-16")).warnings
    assert not one(tmp_path / "a", "Zoë".encode()).warnings
