import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.alignment import align, page_text, share
from onrecord.gather.page import Drawn, draw
from onrecord.records import Role

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


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_aligned(text, page):
    for line in align(text, page):
        assert 0 <= line.start < line.end <= len(text)
        assert line.page_start is None or 0 <= line.page_start < len(page)


def test_no_line_of_a_drawn_page_is_read_that_the_page_does_not_say(monkeypatch):
    lead = "The minister of roads said on Monday that the northern bridge would be closed for at least two winters."
    other = lead.replace("northern", "southern")
    page = f"<html><body><article><h1>Bridge to close</h1><p>{lead}</p><p>{other}</p></article></body></html>"
    monkeypatch.setattr("onrecord.gather.page.page_text", lambda _: lead)
    drawn = draw(page)
    assert isinstance(drawn, Drawn)
    assert [drawn.text[s:e] for s, e, role in drawn.hints if role is Role.FURNITURE][-1] == other
    assert "do not stand in the page" in drawn.warnings[0]
