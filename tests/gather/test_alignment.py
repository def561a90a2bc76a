import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.alignment import align, page_text, place, runs_of, share
from onrecord.gather.page import Drawn, draw
from onrecord.records import Block, Role

PAGE = """<html><head><title>T</title></head><body><script>x</script><p>The <b>old</b> bridge,<a>closed</a> now.</p>
<!-- c --><p>It is.</p></body></html>"""


def test_a_pages_text_has_no_markup_and_no_scripts():
    assert page_text(lxml.html.document_fromstring(PAGE)) == "The old bridge,closed now. It is."


def test_lines_are_found_whatever_their_blanks_and_marks():
    page = "Menu The old bridge , closed now. It is. A B"
    lines = align("The old  bridge, closed now.\n\n- It is.\n| A | B |\n|---|---|", page)
    assert [page[line.page_start :][:3] for line in lines] == ["The", "It ", "A B"]
    assert share(lines) == 1.0


def test_a_sentence_that_stands_nowhere_is_told_from_its_neighbours():
    text = "The bridge is closed. The minister has for two winters. Farmers doubt it."
    lines = align(text, "The bridge is closed. The minister has said it is shut for two winters. Farmers doubt it.")
    assert [text[line.start : line.end] for line in lines if line.page_start is None] == ["The minister has for two winters."]
    assert 0.3 < share(lines) < 0.7


def test_a_text_that_comes_twice_is_found_in_order():
    assert [line.page_start for line in align("It is.\nIt is.\nIt is.", "It is. So. It is.")] == [0, 11, 0]


LETTERS = st.text("ab |-\n.•\xa0\u2003", max_size=60)


@given(LETTERS | st.text(max_size=80), LETTERS | st.text(max_size=80))
def test_what_is_aligned_stands_in_the_page_in_just_these_characters(text, page):
    for line in align(text, page):
        assert 0 <= line.start < line.end <= len(text)
        for start, end, at in line.runs:
            assert line.start <= start < end <= line.end
            assert text[start:end] == page[at : at + end - start]


@given(LETTERS)
def test_a_text_stands_in_itself(text):
    assert share(align(text, text)) == 1.0


def blocks_of(text, *spans):
    return tuple(Block("a", *span, Role.BODY) for span in spans)


def test_a_block_is_mapped_to_where_it_stands_in_the_page():
    text, page = (
        "KELDON (Norpress) – The bridge is closed.\nIt is.",
        "Menu KELDON (Norpress)  – The bridge is closed. Share It is. So.",
    )
    runs = runs_of(align(text, page))
    head, body, last = place(text, blocks_of(text, (0, 19), (20, 41), (42, 48)), runs)
    assert [page[one.page_start : one.page_end] for one in (head, body, last)] == [
        "KELDON (Norpress)  –",
        "The bridge is closed.",
        "It is.",
    ]


def test_a_block_of_which_words_are_not_there_is_not_mapped():
    text = "The bridge is closed.\nNobody said this.\nFarmers doubt it."
    runs = runs_of(align(text, "Farmers doubt it. The bridge is closed."))
    placed = place(text, blocks_of(text, (0, 21), (22, 39), (40, 57), (0, 57)), runs)
    assert [one.page_start for one in placed] == [18, None, 0, None]
    assert place(text, blocks_of(text, (0, 21)), ()) == blocks_of(text, (0, 21))


@given(LETTERS, LETTERS, st.integers(0, 60), st.integers(0, 60))
def test_a_mapped_block_has_the_same_letters_there(text, page, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    (block,) = place(text, blocks_of(text, (start, end)), runs_of(align(text, page)))
    if block.page_start is not None:
        there = [character for character in page[block.page_start : block.page_end] if character.isalnum()]
        here = [character for character in text[start:end] if character.isalnum()]
        assert "".join(here) in "".join(there)


def test_no_line_of_a_drawn_page_is_read_that_the_page_does_not_say(monkeypatch):
    lead = "The minister of roads said on Monday that the northern bridge would be closed for at least two winters."
    other = lead.replace("northern", "southern")
    page = f"<html><body><article><h1>Bridge to close</h1><p>{lead}</p><p>{other}</p></article></body></html>"
    monkeypatch.setattr("onrecord.gather.page.page_text", lambda _: lead)
    drawn = draw(page)
    assert isinstance(drawn, Drawn)
    assert [drawn.text[s:e] for s, e, role in drawn.hints if role is Role.FURNITURE][-1] == other
    assert "do not stand in the page" in drawn.warnings[0]
