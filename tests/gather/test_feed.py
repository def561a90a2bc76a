import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.feed import SUMMARY, Feed, parse, read
from onrecord.gather.formats import Options, Source
from onrecord.gather.inputs import discover
from onrecord.records import Found, Skipped

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Herald &amp; Post</title><language>en-US</language><link>https://herald.example</link>
<item><title>Bridge &lt;i&gt;closed&lt;/i&gt;</title><link>https://herald.example/1</link><dc:creator>Ada Moor</dc:creator>
<pubDate>Mon, 03 May 2021 10:30:00 +0000</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The bridge is <b>closed</b>, he said.</p><p>“No,” she said.</p>]]></content:encoded></item>
<item><title>Ferry</title><link>https://herald.example/2</link>
<description>The ferry &lt;b&gt;sank&lt;/b&gt;.</description></item>
<item><title>Empty</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry><title>Bridge</title>
<link href="https://herald.example/1"/><published>2021-05-03T10:00:00Z</published><updated>2021-06-03T10:00:00Z</updated>
<content type="html">&lt;p&gt;It is closed.&lt;/p&gt;</content><author><name>Ada Moor</name></author></entry></feed>"""


def items(path, data):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read(Source(str(path), path.name), Options()))


def test_an_entry_is_an_article(tmp_path):
    whole, summary, empty = items(tmp_path / "a.rss", RSS)
    assert whole.text == "The bridge is closed, he said.\n\n“No,” she said."
    told = whole.told
    assert (told.title, told.outlet, told.url, told.authors, told.language) == (
        "Bridge closed",
        "The Herald & Post",
        "https://herald.example/1",
        ("Ada Moor",),
        "en",
    )
    assert (told.published.earliest, told.published.basis) == ("2021-05-03", "feed:published")
    assert (whole.sighting.path, whole.sighting.url, whole.warnings) == ("a.rss#1", "https://herald.example/1", ())
    assert (summary.text, summary.warnings, summary.told.published) == ("The ferry sank.", (SUMMARY,), None)
    assert (empty.input, empty.reason) == ("a.rss#3", "an entry without text")


def test_atom_is_read_and_a_day_of_change_is_none_of_publication(tmp_path):
    (found,) = items(tmp_path / "a.atom", ATOM)
    assert (found.text, found.told.published.earliest, found.told.authors) == ("It is closed.", "2021-05-03", ("Ada Moor",))
    (found,) = items(tmp_path / "a.atom", ATOM.replace("published", "other"))
    assert found.told.published is None


def test_a_cut_feed_gives_what_is_there_and_says_so(tmp_path):
    found = items(tmp_path / "a.rss", RSS[: RSS.index("Ferry")])
    assert [item.sighting.path for item in found if isinstance(item, Found)] == ["a.rss#1"]
    assert "words may be lost" in found[0].warnings[0]
    assert (found[-1].input, found[-1].reason[:7]) == ("a.rss", "damaged")


def test_what_is_no_feed_is_told(tmp_path):
    for data in ("", "garbage", "<html><p>x</p></html>", '<?xml version="1.0"?><a/>', str(tmp_path / "a.rss")):
        (skipped,) = items(tmp_path / "b.xml", data)
        assert skipped.reason == "no feed: neither RSS nor Atom"


def test_a_feed_is_known_by_its_beginning(tmp_path):
    (tmp_path / "saved").write_text(RSS)
    (source,) = discover([tmp_path / "saved"])
    assert source.format == "feed"


def test_nothing_is_fetched_or_opened(monkeypatch):
    monkeypatch.setattr("socket.socket", None)
    monkeypatch.setattr("builtins.open", None)
    for data in (b"https://herald.example/feed", b"/etc/hostname"):
        assert isinstance(parse(data), str)
    assert isinstance(parse(RSS.encode()), Feed)


@pytest.mark.parametrize("deep", [b"<div>" * 9000, b"<p>" * 500_000])
def test_an_entry_of_odd_markup_is_told(tmp_path, deep):
    first, second = items(
        tmp_path / "a.rss",
        b"<rss><channel><item><title>A</title><description><![CDATA["
        + deep
        + b"]]></description></item><item><title>B</title><description>It is.</description></item></channel></rss>",
    )
    assert isinstance(first, Skipped)
    assert second.text == "It is."


def test_entities_within_entities_do_not_grow(tmp_path):
    names = b"".join(b'<!ENTITY a%d "%s">' % (n, (b"&a%d;" % (n - 1) if n else b"ha") * 10) for n in range(10))
    bomb = (
        b"<!DOCTYPE x ["
        + names
        + b"]><rss><channel><item><title>&a9;</title><description>&a9;</description></item></channel></rss>"
    )
    for item in items(tmp_path / "a.rss", bomb):
        assert isinstance(item, Skipped) or len(item.text) < 1000


@pytest.mark.parametrize("name", [b"\x80", b"\x00", b"u\x00tf", b"rot13", b"idna", b"hex", b"\xff\xfe", b"utf-16"])
def test_a_damaged_name_of_an_encoding_loses_no_entry(name):
    found = parse(RSS.encode().replace(b"UTF-8", name))
    assert isinstance(found, Feed)
    assert [entry.title for entry in found.entries] == ["Bridge closed", "Ferry", "Empty"]


@given(st.integers(0, 10**6), st.binary(max_size=9))
def test_any_damage_ends_in_entries_or_a_reason(at, bad):
    whole = bytearray(RSS.encode())
    whole[at % len(whole) : at % len(whole) + len(bad)] = bad
    assert isinstance(parse(bytes(whole)), Feed | str)
    assert isinstance(parse(bad), str)
