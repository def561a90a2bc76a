import pytest

from onrecord.gather.formats import Options, Source
from onrecord.gather.jsonl import read
from onrecord.records import Found, Skipped


def lines(path, data):
    path.write_bytes(data)
    return list(read(Source(str(path), "a.jsonl"), Options()))


def test_each_line_is_an_article_named_by_its_line(tmp_path):
    found = lines(tmp_path / "a", b'{"text": "One."}\n\n{"text": "Two."}\r\n{"text": "Three."}')
    assert [(item.text, item.sighting.path) for item in found] == [
        ("One.", "a.jsonl#1"),
        ("Two.", "a.jsonl#3"),
        ("Three.", "a.jsonl#4"),
    ]


@pytest.mark.parametrize(
    "bad",
    [b"{", b'{"text": "cut', b"\xff\xfe\xfd", b"null", b'"text"', b"NaN", b"[" * 100_000, b'{"text": "\\ud83d"}', b"\0\0\0"],
)
def test_a_damaged_line_is_named_and_the_rest_is_read(tmp_path, bad):
    items = lines(tmp_path / "a", b'{"text": "One."}\n' + bad + b'\n{"text": "Two."}\n')
    assert [item.text for item in items if isinstance(item, Found)][:1] == ["One."]
    assert items[-1].text == "Two."
    assert all(item.input == "a.jsonl#2" and item.reason for item in items if isinstance(item, Skipped))


def test_a_byte_order_mark_is_no_damage(tmp_path):
    assert [item.text for item in lines(tmp_path / "a", b'\xef\xbb\xbf{"text": "One."}\n')] == ["One."]
