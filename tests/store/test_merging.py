from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import GIVEN, Role, Sighting, Told, When
from onrecord.store.merging import Seen, canonical, merge, reading_key

DAYS = st.none() | st.builds(
    lambda day, basis: When(f"2020-01-{day:02}", f"2020-01-{day:02}", "day", basis),
    st.integers(1, 4),
    st.sampled_from(["a", "b", GIVEN]),
)
NAMES = st.none() | st.sampled_from(["The Lantern", "River Post"])
SEEN = st.builds(
    Seen,
    st.builds(Sighting, st.sampled_from("abcd"), outlet=st.sampled_from(["", "The Lantern"])),
    st.builds(Told, title=NAMES, published=DAYS, outlet=NAMES, authors=st.sampled_from([(), ("Ada",)]), url=NAMES),
    st.sampled_from([(), ((0, 3, Role.FURNITURE),)]),
    st.sampled_from([(), ("odd",), ("even", "odd")]),
    st.none(),
    st.sampled_from([(), ((0, "2021-05-03"), (40, ""))]),
)


@given(st.lists(SEEN, min_size=1, max_size=5).flatmap(lambda seen: st.tuples(st.just(seen), st.permutations(seen))))
def test_the_order_of_sightings_does_not_matter(both: tuple[list[Seen], list[Seen]]) -> None:
    assert merge(both[0]) == merge(both[1])


@given(st.lists(SEEN, min_size=1, max_size=4))
def test_merging_loses_nothing_told_and_is_settled(seen: list[Seen]) -> None:
    merged = merge(seen)
    for name in ("title", "outlet", "url", "published"):
        told = [getattr(one.told, name) for one in seen]
        assert (getattr(merged.told, name) is None) == all(value is None for value in told)
        assert getattr(merged.told, name) in told
    assert merge([merged, *seen]).told == merged.told


def test_the_earliest_day_counts_and_else_the_first_path() -> None:
    early, late = When("2020-01-01", "2020-01-01", "day", "z"), When("2020-02-01", "2020-02-01", "day", "a")
    merged = merge(
        [Seen(Sighting("b"), Told(outlet="B", published=early)), Seen(Sighting("a"), Told(outlet="A", published=late))]
    )
    assert (merged.told.published, merged.told.outlet, merged.sighting.path) == (early, "A", "a")


def test_a_day_given_for_all_yields_to_one_that_is_told() -> None:
    given, told = When("2020-01-01", "2020-01-01", "day", GIVEN), When("2021-09-05", "2021-09-05", "day", "metadata:date")
    undated, dated = Seen(Sighting("a"), Told(published=given)), Seen(Sighting("b"), Told(published=told))
    assert merge([undated, dated]).told.published == told
    assert merge([undated]).told.published == given


def test_a_key_changes_with_all_it_rests_on() -> None:
    told = canonical(Seen(Sighting("a"), Told()))
    keys = {
        reading_key("x", told, "r"),
        reading_key("y", told, "r"),
        reading_key("x", told + " ", "r"),
        reading_key("x", told, "s"),
    }
    assert len(keys) == 4
