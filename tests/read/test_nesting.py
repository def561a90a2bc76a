from itertools import permutations

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
