import pytest

from tests.read.test_speakers import speaker


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("This afternoon representatives for the Harbour League", "representatives for the Harbour League"),
        ("Republican critics Sunday", "Republican critics"),
        ("Neither Ada Bresk nor Odo Larkin", "Ada Bresk and Odo Larkin"),
        ("Neither side", "Neither side"),
        ("CLOSE The Harbour League", "Harbour League"),
        ("Either “Anonymous”", "Anonymous"),
        ("The fact that Ada Bresk", "Ada Bresk"),
        ("This self-styled “defender of the dam”", "This self-styled “defender of the dam”"),
    ],
)
def test_words_at_the_edges_are_no_part_of_who_speaks(source, name):
    assert speaker(f"{source} said the dam was safe.", source, "said", "the dam was safe")[0] == name


def test_what_is_cut_off_behind_a_source_is_no_part_of_it():
    text = "Some reporters I’ve talked to note that the dam was safe."
    assert speaker(text, "Some reporters I", "note", "that the dam was safe")[0] == "Some reporters"


def test_by_is_no_part_of_who_speaks():
    text = "“It is our dam,” she was quoted by Riverfront."
    assert speaker(text, "by Riverfront", "was quoted", "It is our dam")[0] == "Riverfront"
