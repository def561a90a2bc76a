import pytest

from onrecord.read.speakers import name_speakers
from tests.pages import page_of, said
from tests.read.test_speakers import read_whole, speaker


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Two of the senators – Reps. Ada Bresk of Wyoming and Odo Larkin of Texas", "Ada Bresk and Odo Larkin"),
        ("How top security reporters Ada Bresk and Odo Larkin of the Larkfield Post", "Ada Bresk and Odo Larkin"),
        ("Yet many regional analysts", "many regional analysts"),
        ("A former ally – Senator Ada Bresk", "Ada Bresk"),
        ("The bulk of the file — the part Director Odo Larkin left out of his briefing —", "bulk of the file"),
        ("Some senators – including Ada Bresk", "Some senators"),
        ("The country's National Institute of Health", "National Institute of Health"),
        ("The country's health ministry", "country's health ministry"),
        ("A statement from Ada Bresk", "Ada Bresk"),
        ("Ada Bresk's letter", "Ada Bresk"),
        ("Ada Bresk's letter and a memo", "Ada Bresk's letter and a memo"),
        ("A copy of the letter", "copy of the letter"),
        ("One of his lawyers, Ada Bresk", "Ada Bresk"),
        ("The brother of President Odo Larkin, Hekmat Larkin", "Hekmat Larkin"),
        ("One of the wounded, Ada Bresk, who woke up in a hospital", "Ada Bresk"),
        ("The former presidential opponent Ada Bresk", "Ada Bresk"),
        ("The military theorist Odo von Larkin", "Odo von Larkin"),
        ("Military historian and trade specialist Ada Bresk", "Ada Bresk"),
        ("Blue Shield of Kenya", "Blue Shield of Kenya"),
        ("But archrival Kenya", "Government of Kenya"),
        ("But southern Kenya", "southern Kenya"),
    ],
)
def test_a_source_is_named_by_what_stands_beside_its_head(source, name):
    assert speaker(f"{source} said the dam was safe.", source, "said", "the dam was safe")[0] == name


def test_somebody_is_named_behind_is():
    text = "One person who warned that the dam was old is Senator Ada Bresk."
    assert speaker(text, "who", "warned", "that the dam was old")[0] == "Ada Bresk"


def test_whose_government_stays_open():
    text = "They met Ada Bresk, whose government says the dam is safe."
    assert speaker(text, "whose government", "says", "the dam is safe")[0] is None


def test_a_message_goes_on_being_whose_it_was():
    text = "A message from Ada Bresk read: the road was shut. Rain fell. The message said the dam was safe."
    assert [s.speaker_name for s in read_whole(text)][-1] == "Ada Bresk"


def test_a_longer_name_is_kept_whole():
    source = "The U.S. Attorney's Office for the Eastern District of Larkfield"
    assert speaker(f"{source} said the dam was safe.", source, "said", "the dam was safe")[0] == source[4:]


def test_who_a_partys_word_tells_of_is_the_person_beside_it():
    text = "Ada Bresk, a Democrat who says the dam is old, left."
    assert speaker(text, "who", "says", "the dam is old")[0] == "Ada Bresk"


def test_an_i_outside_quotes_is_no_groups():
    page = page_of("The people who accused me would see that I said that the dam was old.", authors=("Ida Lund",))
    outer = said(page, "The people", "see", "that I said that the dam was old")
    _, statements = name_speakers(page, [outer, said(page, "I", "said", "that the dam was old")])
    assert [statement.speaker_name for statement in statements] == ["people", "Ida Lund"]


def test_a_newsroom_is_no_i():
    text = "I said that the dam was old."
    assert speaker(text, "I", "said", "that the dam was old", authors=("Larkfield News Staff",))[0] is None
