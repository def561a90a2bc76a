from dataclasses import replace

from onrecord.link.candidates import CROWD, pairs
from onrecord.link.deeds import Deed
from onrecord.link.points import Point
from onrecord.link.scale import Scale
from onrecord.records import Act
from tests.link.test_gates import PLAIN


def points(count: int, shared: int) -> list[Point]:
    """Make points of as many articles, in groups that share two words of their own."""
    made = []
    for number in range(count):
        group = number // shared
        topics = frozenset({"war", f"word{group}", f"other{group}", f"own{number}"})
        made.append(replace(PLAIN, statement=f"s-{number:05}", article=f"a-{number:05}", topics=topics))
    return made


def keys(some: list[Point]) -> list[tuple[str, str]]:
    return [(a.statement, b.statement) for a, b in pairs(some, Scale(some))]


def test_two_shared_words_make_a_candidate_and_one_does_not() -> None:
    assert keys(points(4, 2)) == [("s-00000", "s-00001"), ("s-00002", "s-00003")]


def test_each_pair_comes_once_in_a_set_order() -> None:
    found = keys(points(60, 3))
    assert found == sorted(set(found))
    assert len(found) == 60


def test_pairs_grow_with_the_points_not_with_their_square() -> None:
    few, many = len(keys(points(300, 3))), len(keys(points(1200, 3)))
    assert many == 4 * few


def test_a_crowd_too_big_is_divided_by_further_words() -> None:
    crowd = points(4 * CROWD, 4 * CROWD)
    assert len(keys(crowd)) < len(crowd) * CROWD


def test_one_article_is_held_against_itself() -> None:
    a, b = (replace(point, article="a") for point in points(2, 2))
    assert len(keys([a, b])) == 1


def test_who_denies_a_deed_meets_who_tells_it_though_they_share_no_word() -> None:
    told = Deed("meddle", "Kenya", frozenset({"election"}), frozenset())
    accuser = replace(PLAIN, statement="s-1", article="a-1", topics=frozenset({"meddle"}), deeds=(told,))
    denial = replace(
        PLAIN, statement="s-2", article="a-2", act=Act.DENY, holds=False, voice="Kenya", topics=frozenset({"interfere"})
    )
    denial = replace(denial, deeds=(replace(told, doer=""),))
    assert keys([accuser, denial]) == [("s-1", "s-2")]
    assert keys([accuser, replace(denial, voice="Uganda")]) == []
    crowd = [replace(accuser, statement=f"s-{n}", article=f"b-{n}", topics=frozenset({f"own{n}"})) for n in range(10, 10 + CROWD)]
    near = replace(crowd[0], topics=frozenset({"election", "own10"}))
    assert keys([accuser, denial, near, *crowd[1:]]) == [("s-2", "s-10")], "of a crowd only those that share a word more"
