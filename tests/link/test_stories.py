from dataclasses import replace

from onrecord.link.points import Point
from onrecord.link.scale import Scale
from onrecord.link.stories import Stories
from tests.link.test_gates import PLAIN

DAM = frozenset({"dam", "burst", "flood"})
VOTE = frozenset({"vote", "ballot", "recount"})


def told(article: str, topics: frozenset[str], day: str | None) -> Point:
    said = (day, day) if day else None
    return replace(PLAIN, statement=f"s-{article}", article=article, topics=topics, said=said)


def one_story(a: Point, b: Point) -> bool:
    others = [told(f"other{number}", VOTE, "2020-05-02") for number in range(5)]
    points = [a, b, *others]
    return Stories(points, Scale(points)).one(a, b)


def test_rare_words_at_one_time_make_a_story() -> None:
    assert one_story(told("a", DAM, "2020-05-01"), told("b", DAM, "2020-05-09"))


def test_other_words_or_another_month_or_no_day_do_not() -> None:
    first = told("a", DAM, "2020-05-01")
    assert not one_story(first, told("b", VOTE, "2020-05-01"))
    assert not one_story(first, told("b", DAM, "2020-08-01"))
    assert not one_story(first, told("b", DAM, None))


def test_an_article_is_a_story_of_its_own() -> None:
    assert one_story(told("a", DAM, None), replace(told("a", VOTE, None), statement="s-2"))
