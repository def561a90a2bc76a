from collections.abc import Callable

from onrecord.backends import protocols
from onrecord.backends.protocols import Parse
from tests.work import grows_as_its_input


def parse(heads: list[int]) -> Parse:
    size = len(heads)
    words = ["a"] * size
    return Parse(range(0, 2 * size, 2), range(1, 2 * size, 2), words, words, words, words, words, heads, [(0, size)], [0])


def test_a_subtree_reaches_from_its_first_word_to_its_last() -> None:
    #      a -> b <- c, c -> d
    assert parse([1, 1, 1, 2]).reach == [(0, 1), (0, 4), (2, 4), (3, 4)]
    assert parse([0, 0, 1, 2]).reach == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_a_parse_in_a_circle_ends() -> None:
    assert len(parse([1, 2, 0, 2]).reach) == 4


def test_a_deep_parse_costs_each_word_the_same() -> None:
    def run(size: int) -> Callable[[], object]:
        deep = parse([max(0, token - 1) for token in range(size)])
        return lambda: deep.reach

    assert grows_as_its_input(run, 100, protocols)
