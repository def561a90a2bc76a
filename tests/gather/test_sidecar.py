import json

from onrecord.gather.inputs import discover, load
from onrecord.records import Found, Skipped


def gathered(path, meta):
    path.write_text("The bridge is closed.")
    (path.parent / (path.name + ".meta.json")).write_text(meta)
    return [item for source in discover([path]) for item in load(source)]


def test_a_sidecar_tells_what_the_text_lacks(tmp_path):
    meta = {
        "title": "Bridge",
        "date": "3 May 2021",
        "outlet": "Herald",
        "url": "https://herald.example/a",
        "authors": "Ada Moor",
        "language": "en",
    }
    (found,) = gathered(tmp_path / "a.txt", json.dumps(meta))
    told = found.told
    assert (told.title, told.outlet, told.authors, told.language) == ("Bridge", "Herald", ("Ada Moor",), "en")
    assert (told.published.earliest, told.published.basis) == ("2021-05-03", "sidecar:date")
    assert (found.sighting.url, found.sighting.outlet) == ("https://herald.example/a", "Herald")


def test_a_sidecar_tells_when_the_text_was_fetched(tmp_path):
    (found,) = gathered(tmp_path / "a.txt", '{"date_download": "2021-05-04 10:00:00"}')
    assert found.sighting.fetched == "2021-05-04 10:00:00"
    (tmp_path / "b.jsonl").write_text('{"text": "The bridge is closed.", "fetched": "2021-05-01"}\n')
    (tmp_path / "b.jsonl.meta.json").write_text('{"outlet": "Herald"}')
    (found,) = (item for source in discover([tmp_path / "b.jsonl"]) for item in load(source))
    assert (found.sighting.fetched, found.sighting.outlet) == ("2021-05-01", "Herald")


def test_a_broken_sidecar_is_named_and_the_text_is_read(tmp_path):
    for meta in ("{", "[]", "3"):
        skipped, found = gathered(tmp_path / "a.txt", meta)
        assert isinstance(skipped, Skipped)
        assert skipped.input.endswith("a.txt.meta.json")
        assert isinstance(found, Found)
