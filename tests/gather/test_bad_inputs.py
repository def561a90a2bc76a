"""Hostile inputs, gathered and marked under limits of CPU time and memory: each ends in an article or a line."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

SENTENCE = b"The minister said that the bridge would be closed. "
HOSTILE = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n" * 1000,
    "binary.txt": bytes(range(256)) * 4000,
    "one-line.txt": SENTENCE * (50_000_000 // len(SENTENCE)),
    "one-word.txt": b"a" * 10_000_000,
    "blob.txt": SENTENCE * 50 + b"\n" + b"QUJD" * 100_000 + b"\n" + SENTENCE * 50,
    "quotes.txt": b"\"'" * 400_000,
    "curly.txt": "“”‘’«»".encode() * 50_000,
    "lines.txt": b"x\n" * 100_000,
    "titles.txt": b"Minister Says Bridge Is Closed\n\n" * 4_000,
    "stops.txt": b". " * 400_000,
    "brackets.txt": b"(" * 300_000 + b"[" * 300_000,
    "dashes.txt": b"- " * 400_000,
    "places.txt": b"A, B, C, D " * 80_000,
    "digits.txt": b"1/2/3 " * 50_000,
    "nuls.txt": b"A\0" * 2000 + SENTENCE,
    "rtl.txt": "\u202eThe minister said\u202c that \u200fthe bridge \u2067would be closed\u2069. ".encode() * 50,
    "utf16.txt": ("The minister said that the bridge – “old lady” – would be closed. " * 20).encode("utf-16-le"),
    "mixed.txt": "Zoë said – ".encode() + "Zoë said – ".encode("cp1252") + SENTENCE * 5,
    "tags.html": b"<p>x" * 1_000_000,
    "deep.html": b"<div>" * 10_000 + SENTENCE * 9 + b"</div>" * 10_000,
    "page-word.html": b"<html><body><article><p>" + b"a" * 10_000_000 + b"</p>",
    "attributes.html": b"<p " + b'a="b" ' * 100_000 + b">" + SENTENCE * 9,
    "entities.html": b"<!DOCTYPE x [<!ENTITY a '" + b"b" * 1000 + b"'>]><p>" + b"&a;" * 100_000 + SENTENCE * 9,
    "script.html": b"<html><script type='application/ld+json'>"
    + b"[" * 100_000
    + b"</script><p>"
    + SENTENCE * 20
    + b"</p></html>",
    "cut.jsonl": b'{"text": "One."}\n{"text": "Tw',
    "nested.json": b"[" * 500_000,
    "number.json": b'{"text": "x", "date": ' + b"9" * 100_000 + b"}",
    "names.jsonl": json.dumps({"text": "x" * 100, **{f"field{n}": n for n in range(50_000)}}).encode(),
}
RUN = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
from onrecord.clean.blocks import mark
from onrecord.gather.credits import credits_of
from onrecord.gather.dating import publication
from onrecord.gather.inputs import Input, discover, load
from onrecord.gather.languages import detect
from onrecord.records import Found
for source in discover(sys.argv[1:]):
    for item in load(source):
        if isinstance(item, Found):
            blocks = mark(item)
            publication(item, blocks), credits_of(item, blocks), detect(item.text, blocks)
        print(source.name.split("/")[-1], item.reason if not isinstance(item, Found) else "read", sep="\\t", flush=True)
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in HOSTILE.items():
        (folder / name).write_bytes(data)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(300)) + packer.flush()
    Path(folder, "bomb.txt.gz").write_bytes(bomb)
    run = subprocess.run([sys.executable, "-c", RUN, str(folder)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    told = {}
    for line in run.stdout.splitlines():
        name, result = line.split("\t")
        told.setdefault(name, []).append(result)
    return told


def test_every_input_ends_in_an_article_or_a_reason(results):
    assert set(results) == {*HOSTILE, "bomb.txt.gz"}


@pytest.mark.parametrize("name", ["blob.txt", "rtl.txt", "utf16.txt", "mixed.txt", "script.html", "names.jsonl"])
def test_what_holds_an_article_gives_it(results, name):
    assert results[name] == ["read"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty.txt", "empty"),
        ("blank.txt", "empty"),
        ("binary.txt", "binary"),
        ("one-line.txt", "characters, more than"),
        ("one-word.txt", "characters, more than"),
        ("tags.html", "tags, more than"),
        ("deep.html", "nested"),
        ("nested.json", "not JSON"),
        ("number.json", "not JSON"),
        ("attributes.html", "no markup"),
        ("bomb.txt.gz", "the most that is read"),
    ],
)
def test_what_holds_none_has_its_reason(results, name, reason):
    assert len(results[name]) == 1
    assert reason in results[name][0]


def test_a_cut_file_gives_what_is_whole(results):
    assert results["cut.jsonl"][0] == "read"
    assert results["cut.jsonl"][1].startswith("not JSON")
