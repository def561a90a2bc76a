from onrecord.read.pronouns import quoted_tokens, turn_tokens
from onrecord.records import Block, Role
from tests.pages import page_of, parser


def quoted(text: str) -> list[str]:
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    return [word for word, inside in zip(parse.text, quoted_tokens(text, parse), strict=True) if inside and word.isalpha()]


def antecedents(text: str, word: str) -> list[str | None]:
    page = page_of(text)
    names = {chain.id: chain.name for chain in page.chains}
    found = [m for m in page.mentions if m.form == "pronoun" and text[m.start : m.end] == word]
    return [names.get(m.chain or "") for m in found]


def test_quotes_pair_and_an_open_one_ends_with_its_paragraph():
    assert quoted("He said “one thing” and left.") == ["one", "thing"]
    assert quoted('He said "one thing" and left.') == ["one", "thing"]
    assert quoted("He said “one thing.\n\nShe said two.") == ["one", "thing"]
    assert quoted("He said “one\nthing” and left.") == ["one", "thing"]


def test_a_turn_of_a_transcript_is_somebodys_words():
    text = "Notes follow.\nMR. TILLMAN: He left early.\nThe room was full."
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    marked = [word for word, turn in zip(parse.text, turn_tokens(text, parse), strict=True) if turn]
    assert marked == ["He", "left", "early", "."]


def test_a_subject_is_nearer_than_an_object_and_today_than_yesterday():
    text = "Robert Tillman met David Ashworth in Nairobi. He praised the dam."
    assert antecedents(text, "He") == ["Robert Tillman"]
    text = "Robert Tillman spoke. Nothing happened. Nobody came. David Ashworth spoke. He praised the dam."
    assert antecedents(text, "He") == ["David Ashworth"]


def test_whom_a_pronoun_cannot_stand_for():
    text = "Robert Tillman spoke first. David Ashworth, his colleague, spoke next."
    assert antecedents(text, "his") == ["Robert Tillman"]
    text = "Robert Tillman spoke first. David Ashworth told him to stop."
    assert antecedents(text, "him") == ["Robert Tillman"]
    text = "Robert Tillman spoke first. Kenya's foreign minister, David Ashworth, congratulated him on the dam."
    assert antecedents(text, "him") == ["Robert Tillman"]


def test_who_has_no_name_is_not_passed_over():
    text = "Robert Tillman praised the attack.\n\nAn army spokesman dismissed the claim. He left."
    assert antecedents(text, "He") == [None]
    text = "Robert Tillman praised the attack.\n\nAn army spokeswoman dismissed the claim. He left."
    assert antecedents(text, "He") == ["Robert Tillman"]
    text = "Robert Tillman praised the attack.\n\nA reporter asked about the claim. He left."
    assert antecedents(text, "He") == ["Robert Tillman"]


def test_who_has_a_name_beside_is_not_unnamed():
    text = "An army spokesman, Robert Tillman, dismissed the claim. He left."
    assert antecedents(text, "He") == ["Robert Tillman"]
    text = "Army spokesman Robert Tillman dismissed the claim. He left."
    assert antecedents(text, "He") == ["Robert Tillman"]


def test_a_name_that_could_be_two_peoples_is_not_passed_over():
    text = "David Ashworth and Robert Ashworth met Paul Tillman. Paul Tillman left. Ashworth stayed. He smiled."
    assert antecedents(text, "He") == [None]


def test_a_line_of_capitals_without_end_is_gone_through_once():
    # it took longer than anybody can wait
    assert turn_tokens("QUJD" * 100_000, parser().parse("", ())) == []
    text = "MR. TERNIN: It is."
    assert turn_tokens(text, parser().parse(text, (Block("a", 0, len(text), Role.BODY),)))[-1]


def test_a_name_that_nothing_shows_to_be_a_persons_is_no_rival_and_nobody():
    text = "Robert Tillman closed the road for Marwen. He praised the dam."
    assert antecedents(text, "He") == ["Robert Tillman"]


def test_however_long_a_quotation_is_who_spoke_before_it_goes_on():
    quote = "“The road is shut. The dam is old. The town is dark. The mill is cold. The bridge fell. Nobody came.”"
    text = f"Robert Tillman spoke to reporters. {quote} He praised the dam."
    assert antecedents(text, "He") == ["Robert Tillman"]


def test_within_a_paragraph_its_own_people_are_nearer():
    text = "Robert Tillman praised the dam.\n\nThe work was hard for David Ashworth. He praised the road."
    assert antecedents(text, "He") == ["David Ashworth"]


def test_the_republican_is_who_was_spoken_of_and_a_republican_somebody_without_a_name():
    text = "Robert Tillman spoke first.\n\nThe Republican ended with a word about David Ashworth. He praised the road."
    assert antecedents(text, "He") == ["Robert Tillman"]
    text = "Robert Tillman spoke first.\n\nA Republican ended with a word about David Ashworth. He praised the road."
    assert antecedents(text, "He") == [None]
    text = "Robert Tillman spoke first.\n\nThe spokesman ended with a word about David Ashworth. He praised the road."
    assert antecedents(text, "He") == [None]


def test_who_is_asked_answers():
    text = "Robert Tillman met David Ashworth. Paul Larkin asked Ashworth whether the dam was safe. He praised the road."
    assert antecedents(text, "He") == ["David Ashworth"]
    text = "Robert Tillman met David Ashworth. Ashworth asked Tillman to leave. He praised the road."
    assert antecedents(text, "He") == ["David Ashworth"]


def test_a_name_that_tells_what_a_thing_is_about_is_hardly_spoken_of():
    text = "Robert Tillman spoke about it. An old friend wrote the notes on the Ashworth case because he wanted to."
    assert antecedents(text, "he") != ["Ashworth"]
    text = "Robert Tillman spoke about it. Speaking on the David Ashworth show, he praised the road."
    assert antecedents(text, "he") == ["Robert Tillman"]


def test_whose_speech_was_told_of_goes_on():
    text = "An army official spoke of Robert Tillman.\n\nBut Tillman's speech was short. He praised the road."
    assert antecedents(text, "He") == ["Robert Tillman"]


def test_a_pronoun_may_look_forward():
    assert antecedents("David Ashworth left. Even as he praised the road, Robert Tillman closed it.", "he") == ["Robert Tillman"]
    assert antecedents("David Ashworth left. When he praised the road, Robert Tillman hit him.", "he") == ["David Ashworth"]


def test_in_somebodys_words_it_is_they_who_tell():
    text = "Robert Tillman praised David Ashworth's speech, in which he closed the road."
    assert antecedents(text, "he") == ["David Ashworth"]
    text = "Paul Larkin left. Robert Tillman gave his speech, in which he closed the road."
    assert antecedents(text, "he") == ["Robert Tillman"]


def test_whom_he_does_something_to_is_not_he():
    text = "Robert Tillman spoke first. Then came David Ashworth. In a moment of anger after firing Ashworth, he closed the road."
    assert antecedents(text, "he") == ["Robert Tillman"]


def test_a_word_beside_a_name_tells_whether_it_is_he():
    text = "David Ashworth left. Quill Tarn, Tillman's stepmother, spoke on Monday. He praised the dam."
    assert antecedents(text, "He") != ["Quill Tarn"]
    text = "David Ashworth left. Quill Tarn, Tillman's stepfather, spoke on Monday. He praised the dam."
    assert antecedents(text, "He") == ["Quill Tarn"]
    text = "David Ashworth left with his wife, Quill Tarn. She praised the dam."
    assert antecedents(text, "She") == ["Quill Tarn"]
