from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.sieve import Sieve


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.integers(0, 9)), max_size=8))
def test_what_comes_twice_is_never_missed(keys: list[tuple[str, int]]) -> None:
    sieve = Sieve(keys)
    assert all(key in sieve for key in keys if keys.count(key) > 1)


def test_what_comes_once_or_never_falls_through() -> None:
    sieve = Sieve([("once", 1), ("twice", 2), ("twice", 2), ("twice", 2)])
    assert [key in sieve for key in (("once", 1), ("twice", 2), ("never", 3))] == [False, True, False]
