from collections import Counter

from onrecord.gather import page
from onrecord.gather.page import Drawn, draw
from onrecord.gather.second import MOST_TAGS, WARNING, Opinion, second_opinion
from tests.gather.test_page import LEAD, MORE, PAGE


def opinion(text):
    return Opinion(Counter(text.casefold().split()))


def test_the_second_extractor_finds_the_article():
    beside = '<div class="sidebar"><p>Subscribe to our letter.</p></div></body>'
    found = second_opinion(PAGE.replace("</body>", beside))
    ours, theirs = found.shares(f"{LEAD} {MORE}")
    assert ours == 1.0
    assert theirs > 0.4
    assert found.words["subscribe"] == 0


def test_pages_without_an_article_or_too_large_give_no_opinion_and_no_objection():
    for markup in ("", "<html></html>", "<p>", "\0", "<?xml", PAGE + "<p>x" * MOST_TAGS):
        found = second_opinion(markup)
        assert found.size <= 1
        assert Opinion(Counter()).objects("any words") is None


def test_it_objects_to_words_it_does_not_have_and_to_words_that_are_missing():
    words = " ".join(f"w{n}" for n in range(100))
    half = " ".join(words.split()[:49])
    more = words + " menu share print" * 9
    assert opinion(words).objects(words) is None
    assert opinion(words).objects(half) == f"{WARNING}: it has 100% of these words, and 49% of its own are here"
    assert opinion(words).objects(more) == f"{WARNING}: it has 79% of these words, and 100% of its own are here"
    assert opinion(words).objects("") is not None


def test_a_page_that_the_two_draw_alike_carries_no_warning_and_another_does(monkeypatch):
    assert not draw(PAGE).warnings
    monkeypatch.setattr(page, "second_opinion", lambda _: opinion("something else altogether"))
    drawn = draw(PAGE)
    assert isinstance(drawn, Drawn)
    assert [warning.partition(":")[2].split(":")[0] for warning in drawn.warnings] == [WARNING.partition(":")[2]]


def test_where_half_is_missing_the_reading_that_agrees_more_is_taken(monkeypatch):
    readings = {True: "a b", False: "a b c d e"}
    monkeypatch.setattr(page, "_extract", lambda _, precise: page._Extracted(readings[precise], None))
    for said, taken in (("a b c d e f", False), ("a b x y z", True), ("a b c", True), ("", True)):
        assert page._extracted(None, opinion(said)).text == readings[taken]
    monkeypatch.setattr(page, "_extract", lambda _, precise: None if precise else page._Extracted("a", None))
    assert page._extracted(None, opinion("")).text == "a"
