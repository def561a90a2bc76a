import re
from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.backends.reader_input import CLS, GAPS, PIECES, SEP, cut_windows, split_words, window_input


class Pieces:
    """A tokenizer in small: words are runs of letters or single marks, pieces are at most four letters long."""

    def encode(self, text, add_special_tokens):
        assert not add_special_tokens
        ids, offsets, word_ids = [], [], []
        for number, match in enumerate(re.finditer(r"\w+|[^\w\s]", text)):
            for start in range(match.start(), match.end(), 4):
                ids.append(1000 + ord(text[start]))
                offsets.append((start, min(start + 4, match.end())))
                word_ids.append(number)
        return SimpleNamespace(ids=ids, offsets=offsets, word_ids=word_ids)


def words_of(text):
    paragraphs = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    return split_words(text, paragraphs, Pieces())


def test_words_stand_in_the_text():
    text = "Élise said: “No — never.”\n\nThe ministry denied it."
    words = words_of(text)
    spans = zip(words.starts, words.ends, strict=True)
    assert [text[s:e] for s, e in spans][:6] == ["Élise", "said", ":", "“", "No", "—"]
    assert words.paragraph.tolist() == [0] * 9 + [1] * 5
    assert words.sentence.tolist() == [0] * 9 + [1] * 5


def test_marks_tell_quoted_from_unquoted_and_end_with_the_paragraph():
    words = words_of('He said "yes and left\n\nno mark here')
    quoted = (words.marks // GAPS % 3).tolist()
    assert quoted == [0, 0, 2, 1, 1, 1, 0, 0, 0]


def test_a_new_sentence_needs_a_stop_and_no_small_letter():
    words = words_of("He left. She stayed. ok then. “Fine.” They went.")
    assert words.sentence.tolist() == [0, 0, 0] + [1] * 6 + [2] * 4 + [3] * 3


@given(st.lists(st.text("ab .\n", max_size=300), min_size=1, max_size=12))
def test_windows_cover_every_word_once_and_fit(parts):
    words = words_of("\n".join(parts))
    windows = cut_windows(words)
    owned = [i for window in windows for i in range(window.own_start, window.own_end)]
    assert owned == list(range(len(words)))
    for window in windows:
        assert window.start <= window.own_start <= window.own_end <= window.end
        ids, marks, first = window_input(words, window.start, window.end)
        assert len(ids) == len(marks) <= PIECES + 2
        assert (ids[0], ids[-1]) == (CLS, SEP)
        assert len(first) == window.end - window.start
        assert (np.diff(first) > 0).all()


def test_a_word_longer_than_a_window_is_cut_not_refused():
    words = words_of("x" * 5000)
    (window,) = cut_windows(words)
    ids, _, first = window_input(words, window.start, window.end)
    assert len(ids) == PIECES + 2
    assert first.tolist() == [1]
