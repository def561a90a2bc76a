import pytest

from tests.read.test_speakers import speaker

POST = "The council met.\n\nBad news again! I believe the dam was safe. — {} May 4, 2020\n\nFarmers left."


def test_i_in_a_post_is_who_signs_it_and_not_the_articles_author():
    text = POST.format("Robert Tillman (@tillman)")
    assert speaker(text, "I", "believe", "the dam was safe", authors=("Ida Lund",))[0] == "Robert Tillman"


@pytest.mark.parametrize(
    "text", ["I believe the dam was safe — Robert Tillman (@tillman) and others agree.", "I believe the dam was safe."]
)
def test_i_is_the_author_where_nobody_signs(text):
    text += "\n\nRain. — Robert Tillman (@tillman) May 4, 2020"
    assert speaker(text, "I", "believe", "the dam was safe", authors=("Ida Lund",))[0] == "Ida Lund"


def test_an_account_without_a_name_leaves_i_open():
    text = POST.format("works (@works)")
    assert speaker(text, "I", "believe", "the dam was safe", authors=("Ida Lund",))[0] is None


def test_an_author_s_title_is_no_part_of_the_name():
    text = "I believe the dam was safe."
    assert speaker(text, "I", "believe", "the dam was safe", authors=("Sen. Robert Tillman",))[0] == "Robert Tillman"
    assert speaker(text, "I", "believe", "the dam was safe", authors=("Dean Tillman",))[0] == "Dean Tillman"
