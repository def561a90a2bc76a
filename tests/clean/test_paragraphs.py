from onrecord.clean.paragraphs import cut_paragraphs, ends_sentence, fold


def cut(text):
    return [text[p.start : p.end] for p in cut_paragraphs(text)]


def test_a_line_is_a_paragraph_whatever_ends_it():
    assert cut("One.\nTwo.\r\nThree.\rFour.\u2028Five.\x0cSix.") == ["One.", "Two.", "Three.", "Four.", "Five.", "Six."]


def test_blanks_around_a_line_are_outside():
    assert cut("\u00a0 One. \t\n\n   \n Two.\u3000") == ["One.", "Two."]
    assert cut(" \n\t\r\n") == cut("") == []


def test_wrapped_lines_are_joined_and_indents_begin_anew():
    text = (
        "The ferry left the harbour at dawn with\nforty people and two goats on board and\nreached the island.\n"
        "   The goats were the first to\nleave the boat and the last to board it\nagain in the evening."
    )
    assert cut(text) == [text[: text.index("\n   ")], text[text.index("The goats") :]]


def test_lines_that_end_sentences_are_not_wrapped():
    text = "The ferry left.\nIt came back.\nNobody saw it.\nThe goats did."
    assert len(cut(text)) == 4


def test_apart_says_whether_blank_lines_part():
    assert [p.apart for p in cut_paragraphs("One.\n\nTwo.\nThree.\n\n\nFour.")] == [True, False, False, True]


def test_a_sentences_end_may_be_followed_by_marks_and_a_note():
    for text in ("It is.", "It is..", "It is.”", "Is it?’)", "He left. [END PLAYBACK]"):
        assert ends_sentence(text)
    for text in ("It is", "It is:", "It is,", ""):
        assert not ends_sentence(text)


def test_words_are_folded():
    assert fold("The “Straße”, it's 3.5") == ("the", "strasse", "it", "s", "3", "5")
    assert len(fold("日本語")) == 3


def test_two_wide_lines_cut_inside_their_sentences_are_joined() -> None:
    text = "Ferry late\n\nThe minister of transport said that the harbour\ncould not take ships.\n\nIt denied that\nit knew.\n"
    assert [piece.text for piece in cut_paragraphs(text)] == [
        "Ferry late",
        "The minister of transport said that the harbour\ncould not take ships.",
        "It denied that\nit knew.",
    ]
