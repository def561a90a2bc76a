"""A statement beside its article gives the article's own words."""

from onrecord.records import When
from onrecord.show.said import by_day
from tests.show.made import TEXT, article, said


def test_it_gives_the_articles_words():
    each = said("that the bridge was open", "Ada Ternin", "said", speaker_name="Ada Ternin")
    assert each.quote == "that the bridge was open"
    assert (each.source, each.cue) == ("Ada Ternin", "said")
    assert each.sentence in TEXT
    assert "".join(piece.text for piece in each.marked_sentence()) == each.sentence
    assert "".join(piece.text for piece in each.marked_paragraph()) == each.paragraph
    assert (each.title, each.outlet, each.url) == ("Bridge open", "The Olm Courier", "https://courier.example/a")


def test_the_day_is_when_it_was_said_else_when_it_was_published():
    friday = When("2024-11-12", "2024-11-12", "day", "weekday")
    assert said("the bridge was open", said=friday).day == friday
    assert said("the bridge was open").day == article().published


def test_the_undated_come_last():
    known = said("the bridge was open")
    undated = said("the bridge was open", about=article(published=None))
    assert sorted([undated, known], key=by_day) == [known, undated]
