"""What fuzzing holds, on a few random texts in every test run, and what it has found so far."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz_laws import LAWS, WORDS, text_of

FOUND = ("KELDON (Norpress) " + "-" * 60 + "x", "KELDON " + "-" * 3000 + "\n\nIt is.", "QUJD" * 20_000)
"""Texts that broke a law once, or took longer than anybody can wait."""


@pytest.mark.parametrize("name", LAWS)
@given(data=st.binary(max_size=120) | st.lists(st.integers(0x80, 0x80 + len(WORDS) - 1), max_size=60).map(bytes))
def test_the_laws_hold_for_any_text(name, data):
    LAWS[name](text_of(data))


@pytest.mark.parametrize("name", LAWS)
def test_what_was_found_stays_mended(name):
    for text in FOUND:
        LAWS[name](text)
