from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.rules.spans import Near, length, merge, overlap, subtract, tidy

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair))), max_size=6)


def test_tidy_cuts_space_punctuation_and_lonely_marks() -> None:
    text = "said, “we go, (he added) to the U.S. — now"
    assert [text[a:b] for a, b in tidy(text, [(4, 13)])] == ["we go"]
    assert [text[a:b] for a, b in tidy(text, [(13, 24)])] == ["(he added)"]
    assert [text[a:b] for a, b in tidy(text, [(25, 38)])] == ["to the U.S."]


def test_tidy_keeps_whole_quotations_and_joins_over_punctuation() -> None:
    text = "“We go,” he said. Now."
    assert tidy(text, [(0, 8)]) == ((0, 8),)
    assert tidy(text, [(1, 6), (7, 8)]) == ((1, 6),)
    assert tidy("a, b", [(0, 1), (3, 4)]) == ((0, 4),)


@given(SPANS, SPANS)
def test_subtract_leaves_exactly_the_other_characters(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    def characters(spans: object) -> set[int]:
        return {i for start, end in spans for i in range(start, end)}  # type: ignore[attr-defined]

    assert characters(subtract(left, right)) == characters(left) - characters(right)
    assert length(merge(left)) == len(characters(left))
    assert overlap(merge(left), merge(right)) == len(characters(left) & characters(right))


def test_near_gives_what_may_share_a_character_in_the_order_of_filing():
    near = Near()
    for name, spans in (("far", ((9000, 9010),)), ("long", ((0, 5000),)), ("pieces", ((10, 20), (4000, 4010)))):
        near.add(spans, name)
    assert near.near(((4005, 4006),)) == ["long", "pieces"]
    assert near.near(()) == []
    assert list(near) == ["far", "long", "pieces"]
