"""The trained reader as it runs. Needs its package and onnxruntime; skips, saying so, without them."""

import pickle
import time

import pytest

from onrecord.backends import onnx
from onrecord.records import Block, Role

TEXT = (
    "KABUL (Reuters) - The foreign minister said on Monday that talks would resume within weeks.\n"
    "\n"
    "“We are ready,” Abdullah Karimi told reporters after a meeting with élite envoys. “Nothing stands in the way.”\n"
    "\n"
    "A spokesman for the ministry denied that any date had been set, and critics warned of delays.\n"
    "\n"
    "The river rose by two metres overnight."
)


@pytest.fixture(scope="module")
def tagger():
    found = onnx.load()
    if found is None:
        pytest.skip("the model's package is not installed")
    return found


def blocks_of(text):
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("a", at, at + len(line), Role.BODY))
        at += len(line) + 1
    return blocks


def words(text, spans):
    return [text[start:end] for start, end in spans]


def test_it_reads_direct_and_indirect_speech(tagger):
    found = tagger.tag(TEXT, blocks_of(TEXT))
    read = [(words(TEXT, one.source), words(TEXT, one.content)) for one in found]
    assert (["The foreign minister"], ["that talks would resume within weeks"]) in [(s, [c[0].rstrip(".")]) for s, c in read]
    quoted = [content for source, content in read if source == ["Abdullah Karimi"]]
    assert quoted
    assert "We are ready" in quoted[0][0]
    assert any("Nothing stands in the way" in piece for piece in quoted[0])
    assert not any("river" in piece for _, content in read for piece in content)
    assert all(0 < one.score <= 1 and one.by == tagger.name for one in found)


def test_spans_are_code_points_of_the_text_given(tagger):
    lead = "𝔸 𝔹 é\u00a0ü\r\n\r\n"
    found = tagger.tag(TEXT, blocks_of(TEXT))
    moved = tagger.tag(lead + TEXT, [Block("a", b.start + len(lead), b.end + len(lead), b.role) for b in blocks_of(TEXT)])
    assert [words(lead + TEXT, one.content) for one in moved] == [words(TEXT, one.content) for one in found]
    assert [one.score for one in moved] == [one.score for one in found]


def test_a_reading_is_the_same_whatever_was_read_before_and_in_whichever_process(tagger):
    alone = tagger.tag(TEXT, blocks_of(TEXT))
    other = TEXT.upper() + "\n" + TEXT.replace("said", "announced") * 5
    tagger.tag(other, blocks_of(other))
    assert tagger.tag(TEXT, blocks_of(TEXT)) == alone
    assert pickle.loads(pickle.dumps(tagger)).tag(TEXT, blocks_of(TEXT)) == alone


@pytest.mark.parametrize("text", ["", " ", "“", "”said", "\u200b", "\x00\x01", "x" * 3000, "'' `` \"", "。" * 700, "said " * 900])
def test_nothing_raises(tagger, text):
    for one in tagger.tag(text, [Block("a", 0, len(text), Role.BODY)] if text else []):
        assert all(0 <= start < end <= len(text) for spans in (one.source, one.cue, one.content) for start, end in spans)


def test_only_the_blocks_given_are_read(tagger):
    second = blocks_of(TEXT)[1:2]
    low, high = second[0].start, second[0].end
    found = tagger.tag(TEXT, second)
    assert found
    assert all(low <= start and end <= high for one in found for start, end in one.content)


def test_a_quotation_mark_at_an_edge_never_stands_alone():
    text = "He said “we go” and “left."
    assert onnx._paired(8, 14, text) == (8, 15)
    assert onnx._paired(8, 15, text) == (8, 15)
    assert onnx._paired(14, 19, text) == (16, 19)
    assert onnx._paired(0, 21, text) == (0, 19)


def test_without_the_package_the_rules_serve(monkeypatch):
    monkeypatch.setattr(onnx, "PACKAGE", "no_such_package_installed")
    onnx.load.cache_clear()
    assert onnx.load() is None
    onnx.load.cache_clear()


def test_the_files_are_those_listed(tagger):
    package = pytest.importorskip("onrecord_reader_en")
    assert package.verify() == []
    assert tagger.name == f"onrecord-reader-en/{package.__version__}"


@pytest.mark.slow
def test_it_starts_in_under_two_seconds_and_reads_short_text_in_under_one(tagger):
    began = time.monotonic()
    fresh = onnx.OnnxTagger(tagger.folder)
    started = time.monotonic()
    fresh.tag(TEXT, blocks_of(TEXT))
    assert started - began < 2
    assert time.monotonic() - started < 1
