from onrecord.clean.paragraphs import cut_paragraphs
from onrecord.clean.signs import (
    is_prose,
    is_quoted,
    is_titled,
    is_transcript,
    is_turn,
    label_lines,
    open_ended,
    several_sentences,
    tells,
)


def one(text):
    return cut_paragraphs(text)[0]


def test_turns_of_a_transcript():
    for line in ("MR. STONE: Yes.", "QUESTION: Why?", "Q: Why?", "MS. MOOR (laughs): No.", "“STONE: Yes."):
        assert is_turn(one(line))
    for line in ("Minister: the bridge is safe", "Stone said: Yes.", "10:15: It closed."):
        assert not is_turn(one(line))
    assert is_transcript(cut_paragraphs("Q: Why?\nA: So.\nQ: And?"))
    assert not is_transcript(cut_paragraphs("Q: Why?\nA: So."))


def test_title_case_and_headlines():
    assert is_titled(one("Minister Says Bridge Is Safe"))
    assert is_titled(one("MINISTER SAYS BRIDGE SAFE"))
    assert not is_titled(one("Minister says bridge is safe"))
    assert tells(one("Minister says bridge is safe"))
    assert tells(one("Minister: bridge is safe"))
    assert not tells(one("The road to the bridge"))


def test_running_text():
    assert is_prose(one("The bridge is closed now."))
    assert is_prose(one("The bridge, the minister said, will be closed for two winters. After that nobody knows what"))
    assert not is_prose(one("Minister Says Bridge Is Safe Again."))
    assert not is_prose(one("Bridge closed"))


def test_what_is_open_or_several_or_quoted():
    assert open_ended(one("She said:"))
    assert not open_ended(one("She said so."))
    assert several_sentences("It is closed. Nobody knows why")
    assert not several_sentences("It is closed.")
    assert is_quoted(one("Stone: “We have to close the bridge in ten years”"))
    assert is_quoted(one("The bridge is open — Ada Moor (@adamoor) May 3, 2021"))
    assert not is_quoted(one("Minister Confesses, Says, “The Bridge Was Never Quite Safe”"))


def test_labels_on_lines_of_their_own():
    lines = ["ada moor", "It is closed.", "jon stone", "Is it?"] * 4
    assert label_lines(cut_paragraphs("\n".join(lines)), [n % 2 == 1 for n in range(16)]) == set(range(0, 16, 2))
    assert label_lines(cut_paragraphs("\n".join(lines[:4])), [False, True] * 2) == set()


def test_labels_and_headlines_in_capitals_are_no_turns_and_no_running_text():
    for line in (
        "SEE ALSO: The bridge is closed for good.",
        "UPDATED: The bridge is closed.",
        "PUBLISHED: 10:48, Tue, May 3, 2021",
    ):
        assert not is_turn(one(line))
    assert not is_prose(one("ADA MOOR: IS THE BRIDGE SAFE AT LAST?"))
    assert is_prose(one("MOOR: Is the bridge safe at last?"))


def test_a_cloud_of_tags_is_no_running_text():
    assert not is_prose(one("bridge ferry " * 30))
    assert is_prose(one("bridge, ferry and road " * 30))
