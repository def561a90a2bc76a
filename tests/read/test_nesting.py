from itertools import permutations

from onrecord.read import nesting
from onrecord.read.nesting import _holds as holds
from onrecord.read.nesting import nest
from onrecord.records import Manner, Statement


def statement(source, cue, content) -> Statement:
    return Statement("a", source, cue, content, Manner.INDIRECT)


OUTER = statement(((0, 2),), ((3, 7),), ((8, 60),))
MIDDLE = statement(((10, 12),), ((13, 17),), ((18, 50),))
INNER = statement((), ((20, 25),), ((26, 40),))


def test_each_is_told_in_the_smallest_around_it_whatever_the_order():
    for order in permutations((OUTER, MIDDLE, INNER)):
        nested = {s.content: s.nested_in for s in nest(order)}
        assert nested == {OUTER.content: None, MIDDLE.content: OUTER.id, INNER.content: MIDDLE.id}


def test_a_statement_whose_source_stands_outside_is_not_told_in_another():
    beside = statement(((0, 2),), ((20, 25),), ((26, 40),))
    assert nest([OUTER, beside])[1].nested_in is None


def test_two_alike_are_not_told_in_each_other():
    assert [s.nested_in for s in nest([OUTER, OUTER])] == [None, None]


def test_in_a_long_text_each_is_compared_with_its_neighbours_only(monkeypatch):
    asked = []
    monkeypatch.setattr(nesting, "_holds", lambda outer, inner: asked.append(1) or holds(outer, inner))

    def cost(turns: int) -> int:
        asked.clear()
        long = [statement(((at, at + 5),), ((at + 5, at + 6),), ((at + 7, at + 190),)) for at in range(0, 200 * turns, 200)]
        nest(long)
        return len(asked)

    assert cost(800) < 5 * cost(200)
