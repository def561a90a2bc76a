"""What a browser counts in UTF-16 units is a place in the article, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.web.offsets import code_points, span_of

MARKS = [
    "a",
    " ",
    "é",
    "e\u0301",
    "😀",
    "👩\u200d👧",
    "\r\n",
    "\n",
    "\r",
    "\u00a0",
    "\u200f",
    "\u202b",
    "\U0001d4b3",
    "\ud800",
    "‘",
]
PIECES = st.lists(st.sampled_from(MARKS), max_size=30)


def shown(text: str) -> str:
    """Give the text as a browser holds it: line breaks as one character, NUL left out."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def units(text: str) -> int:
    return len(shown(text).encode("utf-16-le", "surrogatepass")) // 2


@given(PIECES, PIECES)
def test_the_place_is_where_the_words_before_it_end(before: list[str], after: list[str]) -> None:
    head, text = "".join(before), "".join([*before, *after])
    if head.endswith("\r") and text[len(head) :].startswith("\n"):
        return  # between CR and LF is no place that a browser could name
    assert code_points(text, units(head)) == len(head)


def test_half_an_emoji_is_no_place() -> None:
    assert code_points("a😀b", 3) == 2
    for wrong in (2, 5, -1):
        with pytest.raises(ValueError, match="no place"):
            code_points("a😀b", wrong)


def test_a_selection_keeps_its_words_and_leaves_white_space_out() -> None:
    text = "Title\n\n“Yes 😀,”\r\n\u00a0she\u200f said. "
    block = (7, len(text))
    visible = shown(text[7:])
    for words in ("Yes 😀", "she\u200f said", "😀,”\n\u00a0she"):
        start = units(visible[: visible.index(words)])
        low, high = span_of(text, block, start, start + units(words))
        assert shown(text[low:high]) == words
    assert text[slice(*span_of(text, block, 9, 14))] == "she"
    with pytest.raises(ValueError, match="nothing"):
        span_of(text, block, 9, 11)
