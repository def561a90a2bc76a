from onrecord.gather.fields import found_in, language_code
from onrecord.gather.formats import Options
from onrecord.records import Found, Skipped

FULL = {
    "Title": " Bridge  closed ",
    "body": "The bridge is closed.",
    "published": "2021-05-03T10:00:00Z",
    "publisher": {"name": "Herald"},
    "url": "https://herald.example/a",
    "authors": ["Ada Moor", {"name": "Jon Stone"}],
    "lang": "en-GB",
    "agency": "Norpress",
}


def test_common_names_are_known():
    found = found_in(FULL, "a.json#0", Options())
    assert found.text == "The bridge is closed."
    told = found.told
    assert (told.title, told.outlet, told.agency, told.url, told.language) == (
        "Bridge closed",
        "Herald",
        "Norpress",
        FULL["url"],
        "en",
    )
    assert told.authors == ("Ada Moor", "Jon Stone")
    assert (told.published.earliest, told.published.basis) == ("2021-05-03", "metadata:published")
    assert (found.sighting.path, found.sighting.url, found.sighting.outlet) == ("a.json#0", FULL["url"], "Herald")


def test_other_names_are_mapped():
    record = {"artikel": "Text.", "kop": "Head", "text": "not this"}
    found = found_in(record, "x", Options(fields=(("artikel", "text"), ("kop", "headline"))))
    assert (found.text, found.told.title) == ("Text.", "Head")


def test_the_first_name_that_holds_something_counts():
    assert found_in({"text": "", "content": "Text."}, "x", Options()).text == "Text."


def test_the_text_is_unchanged():
    assert found_in({"text": "  A\r\n\tB  "}, "x", Options()).text == "  A\r\n\tB  "


def test_what_gives_no_article_has_its_reason():
    for record, word in (
        (3, "int"),
        ({"a": 1}, "among: a"),
        ({}, "no fields"),
        ({"text": 3}, "no text"),
        ({"text": " "}, "empty"),
        ([], "list"),
    ):
        skipped = found_in(record, "x", Options())
        assert isinstance(skipped, Skipped)
        assert word in skipped.reason


def test_odd_values_are_passed_over():
    odd = {
        "text": "Text.",
        "title": ["a"],
        "date": {"x": 1},
        "authors": 3,
        "url": None,
        "language": "Klingon",
        "source": {"id": None, "name": None},
    }
    found = found_in(odd, "x", Options())
    assert isinstance(found, Found)
    assert (
        found.told.title,
        found.told.published,
        found.told.authors,
        found.told.url,
        found.told.language,
        found.told.outlet,
    ) == (
        None,
        None,
        (),
        None,
        None,
        None,
    )


def test_languages():
    assert [language_code(told) for told in ("en", "EN_us", "English", "fr-CA", "", None, "xyz")] == [
        "en",
        "en",
        "en",
        "fr",
        None,
        None,
        None,
    ]


def test_the_fields_of_common_scrapers_are_known():
    trafilatura = {"title": "Bridge", "author": "Ada Moor", "hostname": "herald.example", "date": "2021-05-03",
                   "source-hostname": "The Herald", "source": "https://herald.example/a", "text": "Text."}  # fmt: skip
    newspaper = {"title": "Bridge", "authors": ["Ada Moor"], "publish_date": "2021-05-03 10:00:00", "text": "Text.",
                 "url": "https://herald.example/a", "source_url": "https://herald.example", "meta_lang": "en"}  # fmt: skip
    mediacloud = {"stories_id": "7", "title": "Bridge", "publish_date": "2021-05-03", "story_text": "Text.",
                  "url": "https://herald.example/a", "media_name": "The Herald", "indexed_date": "2021-05-04"}  # fmt: skip
    for record, outlet in ((trafilatura, "The Herald"), (newspaper, None), (mediacloud, "The Herald")):
        found = found_in(record, "x", Options())
        assert (found.text, found.told.url, found.told.outlet) == ("Text.", "https://herald.example/a", outlet)
        assert found.told.published.earliest == "2021-05-03"
    assert found.sighting.fetched == "2021-05-04"


def test_authors_that_went_through_a_cell_of_a_table():
    for written in ("['Ada Moor', \"Jon O'Stone\"]", "Ada Moor, Jon O'Stone", '["Ada Moor","Jon O\'Stone"]'):
        assert found_in({"text": "Text.", "authors": written}, "x", Options()).told.authors == ("Ada Moor", "Jon O'Stone")
