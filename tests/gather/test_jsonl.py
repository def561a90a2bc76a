import json
from random import Random

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


def test_a_file_in_another_encoding_is_read_as_such(tmp_path):
    text = "".join(f'{{"text": "Zoë {n}: “Naïve?”"}}\n' for n in range(20))
    for encoding in ("cp1252", "utf-16", "utf-16-le"):
        found = lines(tmp_path / "a", text.encode(encoding))
        assert [item.text for item in found] == [f"Zoë {n}: “Naïve?”" for n in range(20)]
        assert found[19].sighting.path == "a.jsonl#20"
    assert lines(tmp_path / "a", text.encode("cp1252"))[0].warnings


def test_one_line_in_another_encoding_is_damaged(tmp_path):
    good = '{"text": "Zoë is in."}\n'.encode() * 30
    items = lines(tmp_path / "a", good + '{"text": "Zoë"}\n'.encode("cp1252") + good)
    (skipped,) = (item for item in items if isinstance(item, Skipped))
    assert (skipped.input, skipped.reason) == ("a.jsonl#31", "damaged: no UTF-8 at byte 12 of the line")


def damage(line, random):
    """Do to a line what copying, editors and disks do to lines; never what leaves it as valid as it was."""
    at = random.randrange(1, len(line) - 2)
    kind = random.randrange(6)
    if kind == 0:
        return line[:at]
    if kind == 1:
        return line[:at] + b"\xff\xfe" + line[at:]
    if kind == 2:
        return line[at:]
    if kind == 3:
        return line[:at] + b"\0\0\0\0" + line[at:]
    if kind == 4:
        return b"\x00" * 40
    return line[1:] + line[:1]


@pytest.mark.shared
def test_no_undamaged_article_is_lost_and_every_damaged_one_is_named(tmp_path, shared):
    random = Random(20)
    whole = (shared / "data/news/afpak.jsonl").read_bytes().splitlines()
    bad = set(random.sample(range(len(whole)), len(whole) // 20))
    items = lines(tmp_path / "a", b"\n".join(damage(line, random) if n in bad else line for n, line in enumerate(whole)))
    kept = {item.sighting.path: item.text for item in items if isinstance(item, Found)}
    assert kept == {f"a.jsonl#{n + 1}": json.loads(line)["text"] for n, line in enumerate(whole) if n not in bad}
    assert {item.input for item in items if isinstance(item, Skipped)} == {f"a.jsonl#{n + 1}" for n in bad}
