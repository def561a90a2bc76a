import pytest

from onrecord.read.speakers import name_speakers
from tests.pages import page_of, said
from tests.read.test_speakers import read_whole


def second_speaker(text: str, first: tuple[str, str, str], second: tuple[str, str, str]) -> str | None:
    page = page_of(text)
    return name_speakers(page, [said(page, *first), said(page, *second)])[1][1].speaker_name


def test_who_spoke_just_before_may_be_called_by_what_they_are():
    text = "Sen. Robert Tillman said the dam was old.\n\nThe senator said the road was shut."
    first = ("Sen. Robert Tillman", "said", "the dam was old")
    assert second_speaker(text, first, ("The senator", "said", "the road was shut")) == "Robert Tillman"
    text = "Robert Tillman said the dam was old.\n\nThe Larkfield Republican said the road was shut."
    first = ("Robert Tillman", "said", "the dam was old")
    assert second_speaker(text, first, ("The Larkfield Republican", "said", "the road was shut")) == "Robert Tillman"


def test_not_where_the_article_does_not_bear_it_out_or_somebody_else_was_named():
    first = ("Robert Tillman", "said", "the dam was old")
    text = "Robert Tillman said the dam was old.\n\nThe interior minister said the road was shut."
    assert second_speaker(text, first, ("The interior minister", "said", "the road was shut")) == "interior minister"
    text = "Robert Tillman said the dam was old. David Ashworth left.\n\nThe billionaire said the road was shut."
    assert second_speaker(text, first, ("The billionaire", "said", "the road was shut")) == "billionaire"
    text = "Robert Tillman said the dam was old.\n\nThe congresswoman said the road was shut."
    assert second_speaker(text, first, ("The congresswoman", "said", "the road was shut")) == "congresswoman"


def test_an_unnamed_one_of_that_word_who_spoke_is_meant_first():
    page = page_of("A Republican said no. Robert Tillman said the dam was old. The Republican said the road was shut.")
    every = [
        said(page, "A Republican", "said", "no"),
        said(page, "Robert Tillman", "said", "the dam was old"),
        said(page, "The Republican", "said", "the road was shut"),
    ]
    assert name_speakers(page, every)[1][2].speaker_name == "Republican"


def test_he_goes_on_with_who_was_called_anew():
    text = "Robert Tillman said the dam was old.\n\nThe billionaire said the road was shut. But he said nothing was lost."
    page = page_of(text)
    every = [
        said(page, "Robert Tillman", "said", "the dam was old"),
        said(page, "The billionaire", "said", "the road was shut"),
        said(page, "he", "said", "nothing was lost", 3),
    ]
    assert name_speakers(page, every)[1][2].speaker_name == "Robert Tillman"


def only(text: str, source: str, nth: int = 0) -> str | None:
    page = page_of(text)
    return name_speakers(page, [said(page, source, "said", "nothing was lost", nth)])[1][0].speaker_name


def test_they_are_the_two_people_just_named_together():
    assert only("Robert Tillman and David Ashworth left early. They said nothing was lost.", "They") == (
        "Robert Tillman and David Ashworth"
    )
    assert only("Robert Tillman, David Ashworth and Ada Bresk left. They said nothing was lost.", "They") is None


def told(text: str) -> str | None:
    page = page_of(text)
    return name_speakers(page, [said(page, "They", "told", "nothing was lost")])[1][0].speaker_name


def test_they_who_do_something_to_each_other_are_the_only_two_people_named():
    text = "Robert Tillman wanted the dam shut, and David Ashworth smiled.\n\nThey told each other that nothing was lost."
    assert told(text) == "Robert Tillman and David Ashworth"
    assert told(text.replace("each other", "farmers")) is None
    assert told(text.replace("smiled", "met Paul Larkin")) is None


def test_she_is_the_name_before_a_colon_though_named_again_since():
    text = "Ida Lund: The dam was old.\n\nLund: The road was shut.\n\nThe bridge is weak, she says."
    page = page_of(text)
    every = [said(page, "Ida Lund", ":", "The dam was old"), said(page, "she", "says", "The bridge is weak")]
    assert name_speakers(page, every)[1][1].speaker_name == "Ida Lund"
    page = page_of(text.replace("Lund: The road", "Vera Holt: The road"))
    every = [said(page, "Ida Lund", ":", "The dam was old"), said(page, "she", "says", "The bridge is weak")]
    assert name_speakers(page, every)[1][1].speaker_name != "Ida Lund"


def test_it_is_the_body_that_was_the_subject_before():
    text = "The Larkfield Water Board shut the road. It said nothing was lost."
    assert only(text, "It") == "Larkfield Water Board"
    assert only("The flood shut the road near the Larkfield Water Board. It said nothing was lost.", "It") is None


def test_the_aid_group_is_the_one_body_just_named():
    quote = "“The dam is old. The mill is cold. Nobody came.”"
    text = f"The Larkfield Foundation shut the road. {quote} The aid group said nothing was lost."
    assert only(text, "The aid group") == "Larkfield Foundation"
    assert only("The Larkfield Foundation shut the road. The quilting group said nothing was lost.", "The quilting group") == (
        "quilting group"
    )


def test_he_goes_on_with_a_surname_that_could_be_two_peoples():
    text = "Robert Tillman and Ada Tillman left. Tillman said the dam was old. He said nothing was lost."
    page = page_of(text)
    every = [said(page, "Tillman", "said", "the dam was old", 2), said(page, "He", "said", "nothing was lost")]
    assert name_speakers(page, every)[1][1].speaker_name == "Tillman"


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "A clerk familiar with the plan said the road was shut. Ada Bresk wept. Boro Kesk said snow fell. "
            "The clerk said the dam was safe.",
            "The clerk",
            "clerk familiar with the plan",
        ),
        (
            "A person near the court said the road was shut. Boro Kesk said snow fell. This person said the dam was safe.",
            "This person",
            "person near the court",
        ),
        (
            "A former adviser to Bresk said the road was shut. The person said the dam was safe.",
            "The person",
            "former adviser to Bresk",
        ),
        (
            "One source in Olm said the road was shut. Another source in Tarn said snow fell. The source said the dam was safe.",
            "The source",
            "Another source in Tarn",
        ),
        (
            "A report by the clerks said the road was shut. The report said the dam was safe.",
            "The report",
            "report by the clerks",
        ),
        ("Their report said the road was shut. The report said the dam was safe.", "The report", "report"),
        (
            "Two officials in Olm said the road was shut. Boro Kesk said snow fell. The officials said the dam was safe.",
            "The officials",
            "officials",
        ),
        ("Ada Bresk said the road was shut. The person said the dam was safe.", "The person", "person"),
        (
            "The Larkfield Post asked an Army officer. The officer said the dam was safe.",
            "The officer",
            "Army officer",
        ),
        ("Two officers met an officer. Officers left. The officer said the dam was safe.", "The officer", "officer"),
    ],
)
def test_an_unnamed_speaker_called_by_the_head_word_alone_keeps_the_fuller_words(text, source, name):
    found = {s.source: s.speaker_name for s in read_whole(text)}
    start = text.index(f"{source} said the dam")
    assert found[((start, start + len(source)),)] == name


def test_a_senator_who_spoke_just_before_is_the_chairman_of_a_committee_or_leads_the_house():
    first = ("Robert Tillman", "said", "the dam was old")
    for called in ("The chairman of the Senate Works Committee", "The Senate majority leader"):
        text = f"Sen. Robert Tillman said the dam was old.\n\n{called} said the road was shut."
        assert second_speaker(text, first, (called, "said", "the road was shut")) == "Robert Tillman"
        text = f"Gov. Robert Tillman said the dam was old.\n\n{called} said the road was shut."
        assert second_speaker(text, first, (called, "said", "the road was shut")) == called.removeprefix("The ")
    text = "Sen. Robert Tillman said the dam was old.\n\nThe rebel leader said the road was shut."
    assert second_speaker(text, first, ("The rebel leader", "said", "the road was shut")) == "rebel leader"


def test_who_speaks_of_his_own_campaign_is_not_spoken_of():
    text = "Robert Tillman said the dam was old. He said the Tillman campaign was late."
    first = ("Robert Tillman", "said", "the dam was old")
    assert second_speaker(text, first, ("He", "said", "the Tillman campaign was late")) == "Robert Tillman"


def test_it_is_whose_letter_or_which_state_was_told_of():
    text = "Robert Tillman sent a letter to the board. The letter was short. It said the dam was old."
    page = page_of(text)
    assert name_speakers(page, [said(page, "It", "said", "the dam was old")])[1][0].speaker_name == "Robert Tillman"
    text = "Pakistan rushed troops to the river. It said the dam was old."
    page = page_of(text)
    assert name_speakers(page, [said(page, "It", "said", "the dam was old")])[1][0].speaker_name == "Government of Pakistan"
    text = "The road was long. It said the dam was old."
    page = page_of(text)
    assert name_speakers(page, [said(page, "It", "said", "the dam was old")])[1][0].speaker_name is None


def test_the_committee_is_the_body_in_small_letters_just_before():
    text = "Korva held a meeting of its national security committee. The committee said the dam was old."
    page = page_of(text)
    statement = said(page, "The committee", "said", "the dam was old")
    assert name_speakers(page, [statement])[1][0].speaker_name == "national security committee"


def test_the_firm_behind_a_name_is_not_taken_up_by_its_kind():
    text = "The plan came from city board Olmwerk. The board said the dam was old."
    page = page_of(text)
    assert name_speakers(page, [said(page, "The board", "said", "the dam was old")])[1][0].speaker_name != "city board"


def test_the_spokesman_of_a_group_is_not_anothers():
    text = "Larkfield spokesman Robert Tillman said the dam was old. The road was shut, the Taliban spokesman said."
    first = ("Larkfield spokesman Robert Tillman", "said", "the dam was old")
    assert second_speaker(text, first, ("the Taliban spokesman", "said", "The road was shut")) == "Taliban spokesman"


def test_they_may_look_forward_to_two_people():
    text = "While they warn the dam is old, Robert Tillman and David Ashworth have left."
    page = page_of(text)
    statement = said(page, "they", "warn", "the dam is old")
    assert name_speakers(page, [statement])[1][0].speaker_name == "Robert Tillman and David Ashworth"
