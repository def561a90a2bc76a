"""The static embedding. Needs the trained reader's package; skips, saying so, without it."""

import numpy as np
import pytest

from onrecord.backends import vectors
from onrecord.backends.plain import PlainEncoder


@pytest.fixture(scope="module", params=["installed", "plain"])
def encoder(request):
    found = vectors.load() if request.param == "installed" else PlainEncoder()
    if found is None:
        pytest.skip("the model's package is not installed")
    return found


def test_each_text_has_a_row_of_length_one_and_nothing_a_row_of_zeros(encoder):
    rows = encoder.encode(["The bridge is closed.", "", "Nobody was hurt"])
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1).tolist() == pytest.approx([1, 0, 1], abs=1e-5)
    assert encoder.encode([]).shape == (0, rows.shape[1])


def test_a_row_is_the_same_bits_whatever_stands_beside_the_text(encoder):
    texts = ["The bridge is closed.", "A much longer text about a harbour that nobody has paid for yet", "", "Closed!"] * 400
    together = encoder.encode(texts)
    alone = np.concatenate([encoder.encode([text]) for text in texts[:4]])
    assert together[:4].tobytes() == alone.tobytes()
    assert together[-4:].tobytes() == alone.tobytes()


def test_other_words_for_one_thing_are_nearer_than_another_thing():
    encoder = vectors.load()
    if encoder is None:
        pytest.skip("the model's package is not installed")
    havens, sanctuaries, prices = encoder.encode(
        [
            "There are no safe havens for militants here.",
            "Insurgents have no sanctuary in this country.",
            "Bread costs twice as much as in May.",
        ]
    )
    assert havens @ sanctuaries > havens @ prices + 0.2
