from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.blocks import mark
from onrecord.clean.inside import inside, lost_ends, outside, veil
from onrecord.records import Found, Role, Sighting

CARD = "Ada (Addie) Jane MoorMinister to answer for the bridge Five things to know about the ferry: report MORE"
LEAD = f"Roads Minister Ada Moor {CARD} (K-Keldon) said on Monday that the northern bridge would be closed for two winters."
REST = "Farmers in the valley doubt it, and have begun to repair the old ferry with their own hands."


def pieces(text):
    return [(text[start:end].strip(), str(role)) for start, end, role in inside(text)]


def test_a_card_of_links_drawn_into_a_sentence():
    assert pieces(LEAD) == [(CARD, "related")]
    assert pieces("Ada Moor said MORE bridges would follow, and that Moor Bridge was the first of them.") == []


def test_a_headline_in_brackets():
    assert pieces("She left. (RELATED: Minister Leaves Keldon For Good)") == [
        ("(RELATED: Minister Leaves Keldon For Good)", "related")
    ]
    assert pieces("She left (for good: she had no house) on Monday.") == []


def test_marks_between_sentences():
    assert pieces("So she said on Monday.Advertisement") == [("Advertisement", "furniture")]
    assert pieces("So she said. Story continues below advertisement The ferry is old.") == [
        ("Story continues below advertisement", "furniture")
    ]
    assert pieces("Advertisement is not the point. Read more books, she said.") == []


def test_the_sentence_around_a_card_is_read_whole():
    text = f"{LEAD}\n\n{REST}"
    blocks = mark(Found(text, Sighting("x")))
    assert [block.role for block in blocks] == [Role.BODY, Role.RELATED, Role.BODY, Role.BODY]
    seen, read, gaps = veil(text, blocks)
    assert len(seen) == len(text)
    assert [" ".join(seen[block.start : block.end].split()) for block in read] == [
        "Roads Minister Ada Moor (K-Keldon) said on Monday that the northern bridge would be closed for two winters.",
        REST,
    ]
    assert all(CARD not in text[start:end] for start, end in outside(((0, len(text)),), gaps))


spans = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: tuple(sorted(ends))), max_size=6).map(tuple)


@given(spans, spans)
def test_what_is_outside_holds_all_but_the_gaps(kept, gaps):
    kept = tuple(span for span in kept if span[0] < span[1])
    places = {at for first, last in kept for at in range(first, last)} - {at for first, last in gaps for at in range(first, last)}
    assert {at for first, last in outside(kept, gaps) for at in range(first, last)} == places


def cut(text):
    ends = [0, *lost_ends(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(ends)]


def test_a_stop_with_the_next_sentence_glued_to_it_ends_a_paragraph():
    assert cut("It is closed, she said.Farmers doubt it.") == ["It is closed, she said.", "Farmers doubt it."]
    assert cut("“It is closed.”And nobody knows why.") == ["“It is closed.”", "And nobody knows why."]
    assert cut('It is closed."We doubt it," he said.') == ["It is closed.", '"We doubt it," he said.']
    assert cut('"It is closed."He doubts it.') == ['"It is closed."', "He doubts it."]


def test_glued_stops_that_end_no_paragraph():
    for text in (
        "“It is closed.We doubt it,” he said.",
        "Rep.Moor and Gen.Stone of the U.S.Army wrote to ada.Moor@herald.example and Www.Herald.example",
        "It is 3.5 miles long. And old.",
    ):
        assert lost_ends(text) == []


def test_what_follows_a_lost_end_is_a_block_of_its_own_and_is_not_joined_again():
    text = "The bridge was closed on Monday, the minister of roads said.Farmers in the valley doubt it, and row."
    blocks = mark(Found(text, Sighting("x")))
    assert [text[block.start : block.end] for block in blocks] == cut(text)
    assert veil(text, blocks) == (text, blocks, ())
