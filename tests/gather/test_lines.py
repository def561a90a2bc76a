import codecs

import pytest

from onrecord.gather import csv_table, jsonl
from onrecord.gather.formats import Options, Source
from onrecord.gather.lines import LONE, encoded_lines
from onrecord.records import Found, Skipped

WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
MARK = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
MARK |= {"utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE}


def read(module, path, data):
    path.write_bytes(data)
    return list(module.read(Source(str(path), "a"), Options()))


def kept(items):
    return [item.text for item in items if isinstance(item, Found)]


def named(items):
    return [item.input for item in items if isinstance(item, Skipped)]


@pytest.mark.parametrize("encoding", WIDE)
def test_lines_of_wide_characters_are_cut_at_their_line_ends(tmp_path, encoding):
    path = tmp_path / "a"
    path.write_bytes(MARK[encoding] + "Zoë\nਊ\r\nend".encode(encoding))  # U+0A0A holds the byte of a line end twice
    told, lines = encoded_lines(str(path))
    assert (told, list(lines)) == (None, ["Zoë\n".encode(), "ਊ\r\n".encode(), b"end"])


@pytest.mark.parametrize("encoding", WIDE)
def test_a_cut_character_costs_its_line_and_no_other(tmp_path, encoding):
    rows = "".join(f"Naïve {n}.,Zoë\n" for n in range(9))
    table = MARK[encoding] + ("text,title\n" + rows + "The last.,Zoë").encode(encoding)
    items = read(csv_table, tmp_path / "a", table[:-1])
    assert kept(items) == [f"Naïve {n}." for n in range(9)]
    assert named(items) == ["a#11"]
    lines = MARK[encoding] + "".join(f'{{"text": "Naïve {n}."}}\n' for n in range(9)).encode(encoding)
    items = read(jsonl, tmp_path / "b", lines + '{"text": "Zoë"}'.encode(encoding)[:-1])
    assert kept(items) == [f"Naïve {n}." for n in range(9)]
    assert named(items) == ["a#10"]


@pytest.mark.parametrize("lone", [b"\x00\xd8", b"\x00\xdc"])
def test_half_a_surrogate_pair_costs_its_line_and_no_other(tmp_path, lone):
    before, after = ("text\n" + "One.\n" * 40 + "Tw").encode("utf-16-le"), "o.\nThree.\n".encode("utf-16-le")
    items = read(csv_table, tmp_path / "a", codecs.BOM_UTF16_LE + before + lone + after)
    assert kept(items) == ["One."] * 40 + ["Three."]
    assert named(items) == ["a#42"]


@pytest.mark.parametrize("data", [b"\x00&\x00\xc0\n\xe6", b"\x00\x80\n\xf9"])
@pytest.mark.parametrize("head", [b"", b"text,title\n"])
def test_what_a_detector_takes_for_wide_characters_is_told(tmp_path, head, data):
    for module in (csv_table, jsonl):
        assert named(read(module, tmp_path / "a", head + data))


def test_only_decoding_may_put_half_pairs():
    with pytest.raises(UnicodeEncodeError):
        "ë".encode("ascii", LONE)
