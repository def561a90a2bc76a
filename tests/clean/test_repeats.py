from onrecord.clean.paragraphs import cut_paragraphs
from onrecord.clean.repeats import find_repeats

LONG = "The minister of roads said on Monday that the northern bridge would be closed for at least two winters."


def repeats(*lines, skip=frozenset()):
    return find_repeats(cut_paragraphs("\n\n".join(lines)), set(skip))


def test_the_first_full_copy_is_kept():
    assert repeats(LONG, "Another line that says something else entirely, he said.", LONG) == {2}
    assert repeats(LONG, LONG.replace("two winters.", "two winters, she said.")) == {1}
    assert repeats(LONG, LONG.replace("Monday", "Tuesday").replace("two", "ten")) == set()


def test_a_pulled_quotation_repeats_the_longer_paragraph_below():
    assert repeats("The northern bridge would be closed for at least two winters", LONG) == {0}


def test_short_sentences_may_come_twice():
    assert repeats("Thank you.", "Yes.", "Thank you.", "It is.") == set()


def test_what_only_shares_some_words_is_no_repeat():
    assert repeats(LONG, "The minister of roads said on Monday that she would resign before the summer was out.") == set()


def test_skipped_paragraphs_neither_repeat_nor_are_repeated():
    assert repeats(LONG, LONG, skip={0}) == set()
    assert repeats(LONG, LONG, skip={1}) == set()
