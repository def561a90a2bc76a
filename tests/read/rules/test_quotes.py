from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.rules.quotes import pair_paragraphs, pair_quotes

MARKS = st.text(alphabet="ab s.,?\n\"“”‘’'`«»-5", max_size=60)


def quoted(text: str) -> list[str]:
    return [text[slice(*quote.inner)] for quote in pair_quotes(text, 0, len(text))]


def test_curly_straight_doubled_and_single_marks() -> None:
    assert quoted("“We go,” she said. “Now.”") == ["We go,", "Now."]
    assert quoted('"We go," she said. "Now."') == ["We go,", "Now."]
    assert quoted("''We go,'' she said. ``Now.''") == ["We go,", "Now."]
    assert quoted("‘We will go’: Orlu") == ["We will go"]
    assert quoted("'We will go' - Orlu") == ["We will go"]
    assert quoted("«We go», she said") == ["We go"]


def test_curly_and_straight_marks_mixed_in_one_quotation() -> None:
    assert quoted('“We go," she said.') == ["We go,"]


def test_apostrophes_are_no_marks() -> None:
    assert quoted("It's Ternin's house, not the Kesks' one, since the '90s.") == []
    assert quoted("Don't tell 'em, said Orlu's aides") == []
    assert quoted("She said: ‘It’s the Kesks’ house.’") == ["It’s the Kesks’ house."]


def test_a_quotation_inside_another_is_part_of_it() -> None:
    assert quoted("“He told me ‘never’ twice,” she said.") == ["He told me ‘never’ twice,"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“We will go on."
    (quote,) = pair_quotes(text, 0, len(text))
    assert not quote.closed
    assert quote.end == len(text)


def test_a_mark_astray_costs_only_itself() -> None:
    assert quoted('A 6" pipe and "a good plan" were shown.') == ["a good plan"]
    assert quoted('"We go, she said. "It is time," she added.') == ["It is time,"]


def test_a_quotation_goes_on_over_paragraphs_that_open_without_closing() -> None:
    text = "“We go.\n“We go on.\n“We stay,” he said."
    starts = [0, 8, 19]
    paragraphs = [(0, 7), (8, 18), (19, len(text))]
    quotes = pair_paragraphs(text, paragraphs)
    assert [quote.start for quote in quotes] == starts
    assert [quote.closed for quote in quotes] == [False, False, True]
    assert [quote.carried for quote in quotes] == [False, True, True]


@given(MARKS)
def test_quotes_lie_in_the_text_in_order_and_apart(text: str) -> None:
    at = 0
    for quote in pair_quotes(text, 0, len(text)):
        assert at <= quote.start <= quote.inner[0] <= quote.inner[1] <= quote.end <= len(text)
        at = quote.end
