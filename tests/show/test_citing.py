"""A citation proves its words, and its link opens the page at them."""

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Statement
from onrecord.show.citing import citation_row, cite, link, text_fragment
from tests.show.made import TEXT, article, said

SHORT = "“The bridge at Olm is open – it was never shut,”"
LONG = "“The bridge at Olm is open, and that is all I have to say about it, today & tomorrow,”"


def parts_of(url):
    fragment = url.split(":~:text=")[1]
    return [unquote(part) for part in fragment.split(",")], fragment


def test_a_citation_has_all_that_finds_the_words_again():
    words = cite(said(SHORT, "Ada Ternin", "said", speaker_name="Ada Ternin", speaker_office="mayor of Olm"))
    assert words.startswith(f"Ada Ternin (mayor of Olm), as reported: {TEXT.splitlines()[0]}\n")
    assert "The Olm Courier, “Bridge open”, 15 November 2024 (metadata:date)." in words
    assert f"sha256:{article().id}, characters 0–{len(SHORT)}" in words


def test_what_is_not_known_is_not_made_up():
    home = article(title=None, outlet=None, published=None, url=None)
    words = cite(said(SHORT, "Ada Ternin", "said", about=home))
    assert words.startswith("[speaker left open: Ada Ternin], as reported: ")
    assert "outlet not known, untitled, publication day not known." in words
    assert "http" not in words
    assert cite(said(SHORT, about=home)).startswith("[no source named], as reported: ")
    assert citation_row(said(SHORT, about=home))["link"] is None


def test_syntax_of_the_fragment_is_percent_encoded():
    text = "She said: “well – no”."
    assert text_fragment(text, (10, 21)) == "well%20%E2%80%93%20no"
    assert text_fragment("a well-known, thing & more", (0, 26)) == "a%20well%2Dknown%2C%20thing%20%26%20more"


def test_a_long_quotation_is_named_by_its_first_and_last_words():
    (parts, _) = parts_of(link(said(LONG, text=LONG)))
    assert parts == ["The bridge at Olm is", "about it, today & tomorrow"]


def test_words_met_before_are_told_apart():
    (parts, _) = parts_of(link(said(LONG)))
    assert parts == ["The bridge at Olm is open", "about it, today & tomorrow"]
    text = "He hoped the bridge was open. She said the bridge was open."
    assert unquote(text_fragment(text, (39, 58))) == "open. She said-,the bridge was open"


def test_a_page_with_a_fragment_of_its_own_keeps_it():
    home = article(url="https://courier.example/a#top")
    assert link(said(SHORT, about=home)).startswith("https://courier.example/a#top:~:text=The%20bridge")


def test_a_quotation_over_paragraphs_is_opened_at_its_first():
    text = "“One.\n\n“Two,” she said."
    assert text_fragment(text, (0, 13)) == "One"


def test_without_words_the_link_is_the_page():
    assert link(said("")) == "https://courier.example/a"
    assert text_fragment("“…”", (0, 3)) == ""


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_no_text_breaks_a_fragment(text, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    fragment = text_fragment(text, (start, end))
    assert fragment.isascii()
    assert not set(fragment) & set(" &\n#")


def test_the_fragment_names_words_that_are_there():
    each = said(LONG)
    assert isinstance(each.statement, Statement)
    for part in parts_of(link(each))[0]:
        assert part in TEXT
