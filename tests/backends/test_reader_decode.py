from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.backends.reader_decode import (
    CLOSES,
    CONTENT,
    CUE,
    LABELS,
    LEFT,
    OPENS,
    SOURCE,
    SPAN,
    Candidate,
    Chain,
    best_labels,
    chances,
    hold,
    propose,
    settle,
)

EVEN = Chain(np.zeros((LABELS, LABELS), dtype=np.float32))


def brute(emission, chain):
    scores = {}
    for labels in product(range(LABELS), repeat=len(emission)):
        if OPENS[labels[0]] and CLOSES[labels[-1]]:
            steps = sum(chain.steps[a, b] for a, b in pairwise(labels))
            scores[labels] = steps + sum(emission[t, label] for t, label in enumerate(labels))
    return scores


@pytest.mark.parametrize("seed", range(4))
def test_labels_and_chances_equal_those_counted_out(seed):
    rng = np.random.default_rng(seed)
    emission = rng.normal(size=(1, 4, LABELS)).astype(np.float32)
    chain = Chain(rng.normal(size=(LABELS, LABELS)).astype(np.float32))
    scores = brute(emission[0], chain)
    assert tuple(best_labels(emission, chain)[0].tolist()) == max(scores, key=scores.get)
    counted = np.zeros((4, LABELS))
    for labels, score in scores.items():
        for t, label in enumerate(labels):
            counted[t, label] += np.exp(score)
    assert np.allclose(chances(emission, chain)[0], counted / np.exp(list(scores.values())).sum(), atol=1e-4)


def test_cues_are_runs_parted_where_another_begins():
    cue = np.array([0.0, 0.9, 0.8, 0.9, 0.0, 0.1])
    begin = np.array([0.0, 0.9, 0.1, 0.9, 0.0, 0.1])
    assert propose(cue, begin, 0.2) == [(1, 3), (3, 4)]


def candidate(at, labels, valid=2.0):
    """Make a candidate whose network is sure of labels given by the article's word."""
    emission = np.zeros((SPAN, LABELS), dtype=np.float32)
    emission[:, 0] = 6.0
    for word, label in labels.items():
        emission[word - at + LEFT] = 0.0
        emission[word - at + LEFT, label] = 12.0
    place = np.arange(SPAN) + at - LEFT
    return Candidate((at, at + 1), 0.9, valid, hold(emission, place < 0))


SOLID = np.array([True] * 5 + [False] + [True] * 6)


def test_source_and_content_are_read_off_in_pieces_joined_over_punctuation():
    labels = {0: CONTENT + 3, 2: SOURCE, 3: SOURCE + 2, 1: CUE, 4: CONTENT + 3, 6: CONTENT, 7: CONTENT + 2}
    (found,) = settle([candidate(1, labels)], EVEN, SOLID)
    assert found.source == ((2, 4),)
    assert found.cue == ((1, 2),)
    assert found.content == ((0, 1), (4, 8))


def test_a_word_goes_to_the_surer_of_two_that_claim_it():
    sure = candidate(1, {1: CUE, 2: CONTENT, 3: CONTENT + 2}, valid=5.0)
    unsure = candidate(6, {6: CUE, 3: CONTENT + 3, 7: CONTENT + 3}, valid=1.0)
    found = settle([unsure, sure], EVEN, SOLID)
    assert [one.content for one in found] == [((2, 4),), ((7, 8),)]


def test_a_cue_without_content_is_none():
    assert settle([candidate(1, {1: CUE, 0: SOURCE + 3})], EVEN, SOLID) == []
    assert settle([], EVEN, SOLID) == []


def test_a_find_tells_the_chance_of_its_least_sure_word():
    sure = candidate(1, {1: CUE, 2: CONTENT, 3: CONTENT + 2})
    unsure = candidate(1, {1: CUE, 2: CONTENT, 3: CONTENT + 2})
    unsure.emission[2 - 1 + LEFT, CONTENT + 3], unsure.emission[3 - 1 + LEFT, 0] = 12.0, 11.5  # the first word alone
    (firm,), (loose,) = (settle([one], EVEN, SOLID) for one in (sure, unsure))
    assert firm.content == loose.content
    assert 0.5 < loose.weakest < 0.95 < firm.weakest <= 1
