from onrecord.gather.formats import Options, Source
from onrecord.gather.json_file import read
from onrecord.records import Skipped


def articles(path, data):
    path.write_bytes(data)
    return list(read(Source(str(path), "a.json"), Options()))


def test_one_record_or_a_list(tmp_path):
    assert [i.sighting.path for i in articles(tmp_path / "a", b'{"text": "One."}')] == ["a.json"]
    assert [i.sighting.path for i in articles(tmp_path / "a", b'[{"text": "One."}, {"text": "Two."}]')] == [
        "a.json#0",
        "a.json#1",
    ]


def test_records_under_a_key(tmp_path):
    found = articles(tmp_path / "a", b'{"status": "ok", "articles": [{"content": "One."}, {"content": "Two."}]}')
    assert [(i.text, i.sighting.path) for i in found] == [("One.", "a.json#0"), ("Two.", "a.json#1")]


def test_damage_is_told(tmp_path):
    for data in (b"", b"{", b"[" * 100_000, b"\xff" * 9, bytes(range(256)) * 9):
        (skipped,) = articles(tmp_path / "a", data)
        assert isinstance(skipped, Skipped)


def test_lines_in_a_json_file_are_read_as_lines(tmp_path):
    assert [i.sighting.path for i in articles(tmp_path / "a", b'{"text": "One."}\n{"text": "Two."}\n')] == [
        "a.json#1",
        "a.json#2",
    ]
