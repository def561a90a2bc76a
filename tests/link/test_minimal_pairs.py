from collections import Counter

import pytest

from onrecord.flow.models import Installed
from tests.link.minimal_pairs import MinimalPair, minimal_pairs, read_sentence, relations

KINDS = {"territory", "actor", "direction", "negation", "hedge", "number", "date", "office-holder", "speaker"}


@pytest.fixture(scope="module")
def answers() -> list[tuple[MinimalPair, set[str]]]:
    backends = Installed().load()
    pairs = list(minimal_pairs())
    said = sorted({side for pair in pairs for side in (pair.left, pair.right)})
    readings = {side: read_sentence(*side, backends) for side in said}
    return [(pair, relations([readings[pair.left], readings[pair.right]])) for pair in pairs]


def test_enough_pairs_of_every_kind() -> None:
    kinds = Counter(pair.differs for pair in minimal_pairs())
    assert sum(kinds.values()) >= 280
    assert set(kinds) >= KINDS


def test_pairs_are_right(answers: list[tuple[MinimalPair, set[str]]]) -> None:
    wrong = [(pair, found) for pair, found in answers if not found <= pair.relations]
    assert len(wrong) <= 0.05 * len(answers), wrong


def test_no_gate_is_flipped(answers: list[tuple[MinimalPair, set[str]]]) -> None:
    flipped = [(pair, found) for pair, found in answers if pair.relations == {"none"} and found != {"none"}]
    assert not flipped
