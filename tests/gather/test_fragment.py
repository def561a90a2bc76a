import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.fragment import TooOdd, fragment_text


def test_a_block_is_a_paragraph_and_running_tags_part_no_words():
    markup = "<p>It is <b>clos</b>ed,<a href='/'> he</a> said.</p><ul><li>One</li><li>Two &amp; three</li></ul>Tail<br>end"
    assert fragment_text(markup) == "It is closed, he said.\n\nOne\n\nTwo & three\n\nTail\n\nend"


def test_what_is_not_shown_is_no_text():
    assert fragment_text("<p>A<script>x()</script> b<!-- c --><style>d</style></p><iframe>e</iframe><p>f</p>") == "A b\n\nf"


def test_a_string_without_markup_stays():
    assert fragment_text("  It is closed.\nHe said: 3 < 4 & 5.\n") == "It is closed.\nHe said: 3 < 4 & 5."


def test_too_deep_markup_is_refused():
    with pytest.raises(TooOdd, match="nested"):
        fragment_text("<div>" * 5000)


@given(st.text(st.sampled_from('<>/!-&;p"= aé\0\ud800\n'), max_size=60))
def test_any_markup_is_read_or_refused(markup):
    with contextlib.suppress(TooOdd):
        assert isinstance(fragment_text(markup), str)
