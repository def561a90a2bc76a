import pytest

from onrecord.read.homes import region_in
from onrecord.read.speakers import name_speakers
from tests.pages import page_of, said
from tests.read.test_again import second_speaker


def called(text: str, source: str, content: str) -> str | None:
    page = page_of(text)
    return name_speakers(page, [said(page, source, "said", content)])[1][0].speaker_name


@pytest.mark.parametrize(
    "told",
    [
        "Sen. Robert Tillman (R-Ohio)",
        "Sen. Robert Tillman, R-Ohio,",
        "Ohio Sen. Robert Tillman",
        "Robert Tillman, Republican of Ohio,",
    ],
)
def test_the_ohio_senator_is_who_is_told_to_be_of_ohio(told: str):
    text = (
        f"{told} met Sen. David Ashworth (D-Vt.) in Kisumu. Rain fell. The road was shut. The Ohio senator said the dam was old."
    )
    assert called(text, "The Ohio senator", "the dam was old") == "Robert Tillman"


def test_and_never_who_is_told_to_be_of_elsewhere():
    text = "Sen. Robert Tillman, R-Ohio, said the dam was old. The Vermont senator said the road was shut."
    first = ("Sen. Robert Tillman, R-Ohio", "said", "the dam was old")
    assert second_speaker(text, first, ("The Vermont senator", "said", "the road was shut")) == "Vermont senator"
    text = "Sen. Robert Tillman (R-Ohio) mocked Sen. David Ashworth after the Vermont senator said the road was shut."
    assert called(text, "the Vermont senator", "the road was shut") == "David Ashworth"


def test_nor_who_is_told_to_be_of_another_party():
    text = "Robert Tillman (R-Ohio) said the dam was old. The Democrat said the road was shut."
    first = ("Robert Tillman", "said", "the dam was old")
    assert second_speaker(text, first, ("The Democrat", "said", "the road was shut")) == "Democrat"


def test_what_tells_no_office_is_the_only_one_the_nearest_sentence_names():
    text = "David Ashworth left. Robert Tillman met the board. The billionaire said the dam was old."
    assert called(text, "The billionaire", "the dam was old") == "Robert Tillman"
    text = "Robert Tillman met David Ashworth. The billionaire said the dam was old."
    assert called(text, "The billionaire", "the dam was old") == "billionaire"


def test_an_unnamed_one_met_before_is_meant_and_the_next_one_is_nobody():
    text = "One senior Republican spoke at length. Robert Tillman met the board. The senior Republican said the dam was old."
    assert called(text, "The senior Republican", "the dam was old") == "senior Republican"
    text = "Robert Tillman met the board. The next candidate said the dam was old."
    assert called(text, "The next candidate", "the dam was old") == "next candidate"


def test_an_office_of_something_that_the_article_does_not_give_is_somebody_elses():
    text = "General counsel Robert Tillman met the board. The Works Department inspector general said the dam was old."
    assert called(text, "The Works Department inspector general", "the dam was old") == "Works Department inspector general"


def test_regions():
    assert region_in("former West Virginia governor") == "West Virginia"
    assert region_in("the governor") is None


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (
            "Sens. Robert Tillman of Ohio, David Ashworth of Vermont and Paul Kirby of Utah",
            "Robert Tillman and David Ashworth and Paul Kirby",
        ),
        ("Robert Tillman, David Ashworth, and Council President Paul Kirby", "Robert Tillman and David Ashworth and Paul Kirby"),
        ("Robert Tillman, an aide to David Ashworth and Paul Kirby,", "Robert Tillman"),
    ],
)
def test_three_in_a_row_speak_together(source: str, name: str):
    assert called(f"{source} said the dam was old.", source, "the dam was old") == name


def test_a_spokesman_is_not_anothers() -> None:
    text = "Robert Tillman, a spokesman for the Intelligence Directorate, left. The presidential spokesman said the dam was old."
    assert called(text, "The presidential spokesman", "the dam was old") == "presidential spokesman"
