"""A statement's words are shown exactly as they stand, whatever the text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Block, Manner, Role, Statement
from onrecord.show import passages
from onrecord.show.passages import one_line, paragraph_of, pieces, reach, sentence_of, sentences, short, words
from tests.show.made import said
from tests.work import grows_as_its_input

TEXT = (
    "The bridge is shut. Mr. J. Ternin denied it. “It is open. It was never shut,” he told Radio Olm on Friday..\n"
    "Ms. Kesk, of the U.S. office, did not."
)


def statement(*, source=(), cue=(), content=(), article="a" * 64):
    return Statement(article, tuple(source), tuple(cue), tuple(content), Manner.DIRECT)


def span(words_, start=0):
    at = TEXT.index(words_, start)
    return at, at + len(words_)


def whole(text):
    return (Block("a" * 64, 0, len(text), Role.BODY),)


def test_sentences_end_at_stops_and_not_at_titles_or_initials():
    cut = [TEXT[a:b] for a, b in sentences(TEXT, 0, len(TEXT))]
    assert cut[0] == "The bridge is shut."
    assert cut[1] == "Mr. J. Ternin denied it."
    assert cut[-1] == "Ms. Kesk, of the U.S. office, did not."


def test_a_quotation_of_two_sentences_is_shown_with_its_speaker():
    said = statement(source=[span("he", 60)], cue=[span("told")], content=[span("“It is open. It was never shut,”")])
    start, end = sentence_of(TEXT, whole(TEXT), said)
    assert TEXT[start:end] == "“It is open. It was never shut,” he told Radio Olm on Friday.."


def test_the_paragraph_is_the_line():
    said = statement(cue=[span("did not")])
    start, end = paragraph_of(TEXT, whole(TEXT), said)
    assert TEXT[start:end] == "Ms. Kesk, of the U.S. office, did not."


def test_no_sentence_reaches_into_the_next_block():
    text = "Bridge shut Ada Ternin said so."
    blocks = (Block("a" * 64, 0, 11, Role.TITLE), Block("a" * 64, 12, len(text), Role.BODY))
    start, end = sentence_of(text, blocks, statement(source=[(12, 22)], cue=[(23, 27)]))
    assert text[start:end] == "Ada Ternin said so."


def test_source_and_cue_stay_visible_inside_a_content():
    marks = [(piece.text, piece.mark) for piece in pieces("abcdef", (0, 6), statement(source=[(2, 3)], content=[(0, 6)]))]
    assert marks == [("ab", "content"), ("c", "source"), ("def", "content")]


def test_pieces_apart_are_joined_by_an_ellipsis():
    assert words("one two three", ((0, 3), (8, 13))) == "one … three"
    assert one_line("a\n\n  b\tc ") == "a b c"


texts = st.text(alphabet=st.sampled_from("aB .!?\n\r“”\"'’…\u00a0é\U0001f534"), max_size=80)


@st.composite
def texts_with_statements(draw):
    text = draw(texts.filter(bool))
    ends = st.integers(0, len(text))
    spans = st.lists(st.tuples(ends, ends).map(sorted).map(tuple).filter(lambda s: s[0] < s[1]), max_size=3)
    return text, statement(source=draw(spans), cue=draw(spans), content=draw(spans))


@given(texts_with_statements())
def test_what_is_shown_holds_the_statement_and_is_the_text(case):
    text, said = case
    low, high = reach(said)
    for start, end in (sentence_of(text, whole(text), said), paragraph_of(text, whole(text), said)):
        assert 0 <= start <= low <= high <= end <= len(text)
        assert "".join(piece.text for piece in pieces(text, (start, end), said)) == text[start:end]


@given(texts)
def test_sentences_are_in_order_and_lose_nothing_but_white_space(text):
    cut = sentences(text, 0, len(text))
    assert all(a < b for a, b in cut)
    assert all(b <= c for (_, b), (c, _) in pairwise(cut))
    assert "".join("".join(text[a:b].split()) for a, b in cut) == "".join(text.split())


def test_a_long_line_is_cut_after_a_word() -> None:
    assert short("the bridge  is open", 40) == "the bridge is open"
    assert short("the bridge, which is open", 14) == "the bridge…"


def test_words_looked_for_are_marked_within_the_content_alone() -> None:
    each = said("The bridge at Olm is open", "Ada Ternin")
    assert [piece.text for piece in each.marked_sentence("brid") if piece.mark == "hit"] == ["bridge"]
    assert not [piece for piece in each.marked_sentence("ternin") if piece.mark == "hit"]
    assert "".join(piece.text for piece in each.marked_sentence("brid")) == each.sentence


def test_thousands_of_statements_in_a_paragraph_cost_each_the_same():
    def run(size):
        text = "It is open, she said. " * size
        each = [statement(content=[(at, at + 10)]) for at in range(0, len(text), 22)]
        return lambda: [sentence_of(text, whole(text), one) for one in each]

    assert grows_as_its_input(run, 50, passages)
