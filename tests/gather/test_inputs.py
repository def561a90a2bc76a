import gzip
import json
import lzma
import os
import pickle
from pathlib import Path

import pytest

from onrecord.gather.formats import Format
from onrecord.gather.inputs import LONGEST, Input, Options, discover, formats, load
from onrecord.records import Found, Sighting, Skipped


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path, data):
    path = Path(os.fsdecode(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))


def names(*paths):
    return [item.name if isinstance(item, Input) else (item.input, item.reason) for item in discover(paths)]


def test_the_built_in_formats_are_registered():
    assert {"text", "html", "jsonl", "json"} <= set(formats())


def test_folders_are_walked_in_order_and_names_stay_as_given(here):
    for name in ("news/b/2.txt", "news/a.html", "news/b/1.jsonl", "news/.hidden/x.txt", "news/.x.txt", "news/a.html.meta.json"):
        put(name, "x")
    assert names("news") == ["news/a.html", "news/b/1.jsonl", "news/b/2.txt"]
    assert names("news/") == names("./news") == names("news")
    assert names(".") == names("news")
    assert names(str(here / "news"))[0] == f"{here}/news/a.html"


def test_what_cannot_be_read_has_its_reason(here):
    put("news/picture.jpg", b"\xff\xd8")
    assert names("news") == [("news/picture.jpg", "no input format reads .jpg")]
    assert "No such file" in names("gone")[0][1]
    os.mkfifo("news/pipe.txt")
    assert names("news/pipe.txt") == [("news/pipe.txt", "neither a file nor a folder")]


def test_folders_that_link_to_each_other_are_walked_once(here):
    for one in range(9):
        put(f"news/{one}/a.txt", "x")
        for other in range(9):
            if other != one:
                Path(f"news/{one}/to{other}").symlink_to(here / "news" / str(other))
    found = names("news")
    assert sum(isinstance(one, str) for one in found) == 9
    assert len(found) == 9 + 9 * 8


def test_a_record_is_not_read_as_articles(here):
    put("news/a.txt", "x")
    put("news/done/manifest.json", '{"format": 1, "linked": "0"}')
    put("news/done/found/1/b.txt", "x")
    for name in ("lock", "ledger.jsonl", "index.sqlite", "found/1/b.txt"):
        put(f"news/begun/{name}", "")
    put("news/other/manifest.json", '{"format": 1}')
    put("news/odd/manifest.json", "[" * 100_000)
    assert names("news") == ["news/a.txt", "news/odd/manifest.json", "news/other/manifest.json"]


def test_links_in_circles_end(here):
    put("news/a.txt", "x")
    Path("news/loop").symlink_to(here / "news")
    Path("news/nowhere.txt").symlink_to(here / "gone")
    found = names("news")
    assert found[0] == "news/a.txt"
    assert ("news/loop", "a link to a folder that is walked already") in found
    assert any(name == "news/nowhere.txt" for name, _ in found[1:])


def test_odd_names_fit_one_line_of_valid_text(here):
    put(b"new\nline.txt", "Text of a file.")
    put(b"byte\xff.txt", "Text of a file.")
    found = list(discover(["."]))
    assert [item.name for item in found] == ["byte\\xff.txt", "new\\nline.txt"]
    assert all(isinstance(text, Found) for item in found for text in load(item))


def test_an_unreadable_file_is_told(here, monkeypatch):
    put("a.txt", "x")
    (source,) = discover(["a.txt"])
    Path("a.txt").unlink()
    assert [type(item) for item in load(source)] == [Skipped]


def test_a_file_without_a_telling_name_is_known_by_its_beginning(here):
    put("page", "<!DOCTYPE html><html></html>")
    put("lines", '{"text": "x"}')
    put("list", '[{"text": "x"}]')
    put("words", "Hello.")
    put("odd.dat", "Hello.")
    assert [item.format for item in discover(["page", "lines", "list", "words", "odd.dat"])] == [
        "html",
        "jsonl",
        "json",
        "text",
        "text",
    ]


def test_an_input_travels_to_other_processes():
    source = Input("a.txt", "a.txt", "text")
    assert pickle.loads(pickle.dumps(source)) == source


def test_a_given_day_fills_what_is_missing(here):
    put("a.jsonl", '{"text": "One.", "date": "2021-05-03"}\n{"text": "Two."}\n')
    (source,) = discover(["a.jsonl"])
    days = [found.told.published for found in load(source, Options(date="2022-01-02"))]
    assert [(day.earliest, day.basis) for day in days] == [("2021-05-03", "metadata:date"), ("2022-01-02", "given")]


def test_a_text_that_cannot_be_stored_is_refused(here):
    put("a.jsonl", json.dumps({"text": "half \ud800 a pair"}) + "\n" + json.dumps({"text": "Whole."}))
    (source,) = discover(["a.jsonl"])
    skipped, kept = load(source)
    assert skipped.input == "a.jsonl#1"
    assert "U+D800" in skipped.reason
    assert kept.text == "Whole."


def test_packed_files_are_read_by_the_suffix_below(here):
    put("a.jsonl.gz", gzip.compress(b'{"text": "One."}\n'))
    put("b.txt.xz", lzma.compress(b"Two."))
    texts = [(found.text, found.sighting.path) for source in discover(["."]) for found in load(source)]
    assert texts == [("One.", "a.jsonl.gz#1"), ("Two.", "b.txt.xz")]


def test_truncated_packing_names_the_file_after_what_could_be_read(here):
    data = gzip.compress(b"".join(b'{"text": "Line %d."}\n' % (n * 7919 % 100_003) for n in range(20_000)))
    put("a.jsonl.gz", data[: len(data) // 2])
    (source,) = discover(["a.jsonl.gz"])
    *kept, last = load(source)
    assert len(kept) > 100
    assert last.input == "a.jsonl.gz"
    assert "end early" in last.reason


def test_a_text_longer_than_any_article_is_told(here):
    put("a.txt", "word " * (LONGEST // 5 + 1))
    (source,) = discover(["a.txt"])
    (skipped,) = load(source)
    assert f"more than the {LONGEST}" in skipped.reason


def test_folders_in_folders_in_folders_end(here):
    path = Path("d")
    for _ in range(500):
        path = path / "d"
    path.mkdir(parents=True)
    put(path / "a.txt", "x")
    assert len(list(discover(["d"]))) == 1


def test_a_format_that_fails_costs_its_file_and_not_the_build(here, monkeypatch):
    def read(source, options):
        yield Found("One.", Sighting(source.name))
        raise KeyError("no\nkey")

    monkeypatch.setattr("onrecord.gather.inputs.formats", lambda: {"odd": Format("odd", (".odd",), read)})
    one, failed = load(Input("a.odd", "a.odd", "odd"))
    assert isinstance(one, Found)
    assert failed == Skipped("a.odd", "could not be read: the format odd failed: KeyError: 'no\\nkey'")


def test_a_page_that_declares_no_encoding_but_a_trick_is_read(here):
    told = "The minister of roads said that the caf\xe9 by the bridge would be closed for two winters."
    put("a.html", f"<html><meta charset='hex'><body><article><h1>Bridge</h1>{f'<p>{told}</p>' * 5}</article>".encode("cp1252"))
    (source,) = discover(["a.html"])
    (found,) = load(source)
    assert isinstance(found, Found), found
    assert told in found.text
