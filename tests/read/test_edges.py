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
    ],
)
def test_words_at_the_edges_are_no_part_of_who_speaks(source, name):
    assert speaker(f"{source} said the dam was safe.", source, "said", "the dam was safe")[0] == name
