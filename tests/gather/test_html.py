import hashlib

import lxml.html

from onrecord.gather.alignment import page_text
from onrecord.gather.html import page
from onrecord.gather.inputs import discover, load
from onrecord.records import Found, Sighting, Skipped

FERRY = "Farmers doubt it, and have begun to repair the old ferry with their own hands, as they did after the flood."
LEAD = "The minister of roads said on Monday that the northern bridge – the “old lady” – would be closed for two winters."
PAGE = f"""<html><head><meta charset="windows-1252"><meta property="og:site_name" content="The Herald">
<meta property="article:published_time" content="2021-05-03T10:00:00Z"><link rel="canonical" href="https://herald.example/bridge"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge to close for two winters</h1>
<p>{LEAD}</p>
<p>{FERRY}</p></article></body></html>"""


def test_a_page_is_decoded_as_declared_drawn_and_told(tmp_path):
    data = PAGE.encode("cp1252")
    (tmp_path / "bridge.html").write_bytes(data)
    (found,) = (item for source in discover([tmp_path / "bridge.html"]) for item in load(source))
    assert isinstance(found, Found)
    assert LEAD in found.text
    assert (found.told.title, found.told.outlet, found.told.url) == (
        "Bridge to close for two winters",
        "The Herald",
        "https://herald.example/bridge",
    )
    assert found.told.published.earliest == "2021-05-03"
    assert found.sighting.url == "https://herald.example/bridge"
    assert (found.data, found.page.sha256) == (data, hashlib.sha256(data).hexdigest())
    shown = page_text(lxml.html.document_fromstring(data.decode("cp1252")))
    assert [found.text[start:end] for start, end, _ in found.page.runs] == found.text.split("\n")
    assert [shown[at : at + end - start] for start, end, at in found.page.runs] == found.text.split("\n")


def test_pages_without_an_article_are_skipped_with_their_reason():
    for data in (b"", b" ", b"<html></html>", bytes(range(256)) * 9, b"<div>" * 10_000):
        skipped = page(data, Sighting("a.html"))
        assert isinstance(skipped, Skipped)
        assert skipped.reason
