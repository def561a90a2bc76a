from tests.read.rules.conftest import Tag


def test_according_to_before_and_after(tag: Tag) -> None:
    (found,) = tag("According to him, the league received guarantees from the rebels.")
    assert (found.source, found.cue, found.content) == (
        "him",
        "According to",
        "the league received guarantees from the rebels",
    )
    (found,) = tag("The bridge will stay closed, according to two officials.")
    assert (found.source, found.content) == ("two officials", "The bridge will stay closed")


def test_in_the_words_of(tag: Tag) -> None:
    (found,) = tag("The plan is dead, in the words of the mayor.")
    assert (found.source, found.content) == ("the mayor", "The plan is dead")
