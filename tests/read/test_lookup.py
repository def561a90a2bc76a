from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.lookup import Lookup
from onrecord.records import Kind, Mention

places = st.tuples(st.integers(0, 60), st.integers(1, 12), st.sampled_from(["c-1", "c-2", None]))


def mentions(found):
    return [Mention("a", start, start + length, Kind.PERSON, "name", chain) for start, length, chain in found]


@given(st.lists(places), st.integers(0, 60), st.integers(0, 30))
def test_looking_up_finds_what_a_walk_over_all_mentions_finds(found, start, length):
    every = mentions(found)
    kept = sorted((m for m in every if m.chain), key=lambda m: (m.start, m.end))
    lookup = Lookup(every)
    inside = [m for m in kept if start <= m.start < start + length and m.end <= start + length]
    assert lookup.within(start, start + length) == inside
    assert lookup.over(start) == [m for m in kept if m.start <= start < m.end]
    assert lookup.of("c-1") == [m for m in kept if m.chain == "c-1"]
