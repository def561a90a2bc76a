import pytest

from onrecord.read.speakers import name_speakers
from tests.pages import page_of, said


@pytest.mark.parametrize("which", ["in the Senate", "on the committee", "who had left", "in the Great Hall and on Harbour Hill"])
def test_some_of_a_group_are_not_the_group(which):
    text = f"Republicans met in May. Republicans {which} said that the dam was safe."
    page = page_of(text)
    _, (statement,) = name_speakers(page, [said(page, f"Republicans {which}", "said", "that the dam was safe")])
    assert statement.speaker_name == f"Republicans {which}"


def test_a_group_by_itself_is_the_group():
    text = "Republicans in the Senate met in May. The Republicans said that the dam was safe."
    page = page_of(text)
    _, (statement,) = name_speakers(page, [said(page, "The Republicans", "said", "that the dam was safe")])
    assert statement.speaker_name == "Republicans"
