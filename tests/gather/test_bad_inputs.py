"""Hostile inputs, gathered and marked under limits of CPU time and memory: each ends in an article or a line."""

import io
import json
import subprocess
import sys
import zipfile
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
    "open-quote.csv": b'text,title\n"' + SENTENCE * 50_000 + b"\n" * 1000,
    "quotes.csv": b"text,title\n" + b'"""\n' * 20_000,
    "columns.csv": b"text" + b",a" * 200_000 + b"\n" + b"x," * 200_000,
    "nuls.tsv": b"text\ttitle\n" + b"\0" * 100_000 + b"\n" + SENTENCE + b"\tWhole\n",
    "deep.rss": b"<rss><channel>" + b"<item>" * 100_000,
    "tags.rss": b"<rss><channel><item><description>" + b"&lt;p&gt;x" * 1_000_000 + b"</description></item></channel></rss>",
    "entities.xml": b"<!DOCTYPE x ["
    + b"".join(b'<!ENTITY a%d "%s">' % (n, (b"&a%d;" % (n - 1) if n else b"ha") * 10) for n in range(12))
    + b"]><rss><channel><item><title>&a11;</title><description>&a11;</description></item></channel></rss>",
    "lengths.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\n" * 1000,
    "starts.warc": b"WARC/1.0\r\n" * 200_000,
    "starts.warc.gz": b"\x1f\x8b\x08" * 300_000,
    "objects.pdf": b"%PDF-1.7\n" + b"1 0 obj <</Kids [1 0 R]>> endobj\n" * 50_000,
    "arrays.pdf": b"%PDF-1.7\n1 0 obj " + b"[" * 300_000 + b"\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF",
    "parts.eml": b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5_000)),
    "head.eml": b"Subject: x\n" + b"X-A: b\n" * 200_000 + b"\n" + SENTENCE,
    "folded.eml": b"Subject: " + b"=?utf-8?q?x?=\n " * 50_000 + b"\n\n" + SENTENCE,
    "quoted.eml": b"Subject: x\n\n" + SENTENCE + b"\n" + b"> x\n" * 200_000,
    "messages.mbox": b"From a Mon May  3 10:32:00 2021\n\n" * 2_000 + SENTENCE,
    "documents.txt": b"1 of 2 DOCUMENTS\nLENGTH: 5 words\n" * 20_000,
    "labels.txt": b"1 of 2 DOCUMENTS\n" + b"BYLINE: x\n" * 80_000 + b"LENGTH: 5 words\n",
    "clocks.txt": b"10:32 GMT\n" * 80_000,
    "times.html": b"<article>" + b"<time datetime=2021-05-03>x</time><p>" * 20_000 + SENTENCE * 20 + b"</article>",
    "names.jsonl": json.dumps({"text": "x" * 100, **{f"field{n}": n for n in range(50_000)}}).encode(),
}
BOMBS = ("bomb.txt.gz", "bomb.docx", "bomb.warc", "bomb.pdf")
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
    document = io.BytesIO()
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", bytes(200 << 20))
    Path(folder, "bomb.docx").write_bytes(document.getvalue())
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + bomb
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n" % len(answer)
    Path(folder, "bomb.warc").write_bytes(head + answer + b"\r\n\r\n")
    stream = zlib.compress(bytes(300 << 20), 9)
    drawn = b"%%PDF-1.7\n1 0 obj <</Length %d /Filter /FlateDecode>> stream\n%s\nendstream endobj\n" % (len(stream), stream)
    page = (
        b"2 0 obj <</Type /Page /Contents 1 0 R /Parent 3 0 R>> endobj\n3 0 obj <</Type /Pages /Kids [2 0 R] /Count 1>> endobj\n"
    )
    ends = b"4 0 obj <</Type /Catalog /Pages 3 0 R>> endobj\ntrailer <</Root 4 0 R /Size 5>>\nstartxref\n0\n%%EOF"
    Path(folder, "bomb.pdf").write_bytes(drawn + page + ends)
    run = subprocess.run([sys.executable, "-c", RUN, str(folder)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    told = {}
    for line in run.stdout.splitlines():
        name, result = line.split("\t")
        told.setdefault(name, []).append(result)
    return told


def test_every_input_ends_in_an_article_or_a_reason(results):
    assert set(results) == {*HOSTILE, *BOMBS}


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
        ("bomb.docx", "unpacks to 200 MB"),
        ("bomb.warc", "more than 64 MB"),
        ("bomb.pdf", ""),
        ("open-quote.csv", "damaged"),
        ("deep.rss", ""),
        ("tags.rss", "tags, more than"),
        ("starts.warc", "damaged"),
        ("starts.warc.gz", "damaged"),
        ("parts.eml", ""),
        ("messages.mbox", "no mail"),
        ("labels.txt", "without text"),
        ("objects.pdf", ""),
        ("arrays.pdf", ""),
    ],
)
def test_what_holds_none_has_its_reason(results, name, reason):
    assert "read" not in results[name]
    assert reason in results[name][0]


def test_a_cut_file_gives_what_is_whole(results):
    assert results["cut.jsonl"][0] == "read"
    assert results["cut.jsonl"][1].startswith("not JSON")
