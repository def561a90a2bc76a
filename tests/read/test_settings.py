import pytest

from onrecord.read.settings import find_settings
from onrecord.records import Time
from tests.pages import at, page_of, said


def setting(text: str, source: str | None, cue: str, content: str, day: str | None = None):
    times = ()
    if day:
        start, end = at(text, day)
        times = (Time("a", start, end, day, "2023-05-01", "2023-05-01", "day", "weekday"),)
    page = page_of(text, times=times)
    (statement,) = find_settings(page, [said(page, source, cue, content)])
    return statement


@pytest.mark.parametrize(
    ("text", "source", "content", "venue"),
    [
        ("“The dam is safe,” Tillman said at a press briefing.", "Tillman", "“The dam is safe,”", "at a press briefing"),
        (
            "“The dam is safe,” Tillman said while speaking at the Harbour Society in Nairobi.",
            "Tillman",
            "“The dam is safe,”",
            "at the Harbour Society in Nairobi",
        ),
        ("Tillman said in an op-ed published by The Herald that the dam is safe.", "Tillman", "the dam is safe", None),
        ("“The dam is safe,” Tillman said on Twitter.", "Tillman", "“The dam is safe,”", "on Twitter"),
        ("Tillman said the dam in the valley is safe.", "Tillman", "the dam in the valley is safe", None),
    ],
)
def test_the_venue_is_the_words_of_the_cues_own_clause(text, source, content, venue):
    found = setting(text, source, "said", content).venue
    if "op-ed" in text:
        assert found is not None
        assert found.startswith("in an op-ed published by The Herald")
    else:
        assert found == venue


def test_whom_it_was_told():
    assert setting("Tillman told The Herald the dam is safe.", "Tillman", "told", "the dam is safe").addressee == "Herald"
    assert (
        setting("Tillman told local reporters the dam is safe.", "Tillman", "told", "the dam is safe").addressee
        == "local reporters"
    )
    assert setting("Tillman said the dam is safe to use.", "Tillman", "said", "the dam is safe to use").addressee is None


def test_the_time_beside_the_cue_dates_the_saying():
    said_on = setting("“The dam is safe,” Tillman said on Monday.", "Tillman", "said", "“The dam is safe,”", "Monday").said
    assert said_on is not None
    assert (said_on.earliest, said_on.latest, said_on.grain) == ("2023-05-01", "2023-05-01", "day")


def test_a_time_in_the_content_or_before_what_is_told_does_not():
    text = "Tillman said the dam broke on Monday."
    assert setting(text, "Tillman", "said", "the dam broke on Monday", "Monday").said is None
    text = "On Monday evening in the long dry valley, police said the dam broke."
    assert setting(text, "police", "said", "the dam broke", "Monday").said is None


def test_no_time_is_no_day_and_no_cue_no_setting():
    found = setting("Tillman said the dam is safe.", "Tillman", "said", "the dam is safe")
    assert (found.said, found.venue, found.addressee) == (None, None, None)
