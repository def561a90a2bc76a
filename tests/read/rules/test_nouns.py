from tests.read.rules.conftest import Tag


def test_cue_nouns_with_and_without_a_giver(tag: Tag) -> None:
    (found,) = tag("The town heard Kesk's claim that the bridge was safe.")
    assert (found.source, found.cue, found.content) == ("Kesk's", "claim", "that the bridge was safe")
    (found,) = tag("The town heard allegations that the council hid the report.")
    assert (found.source, found.content) == ("", "that the council hid the report")
    found = tag("Her call for a new vote was heard.")[0]
    assert (found.source, found.cue, found.content) == ("Her", "call for", "a new vote")


def test_states_of_mind(tag: Tag) -> None:
    (found,) = tag("Ternin is confident that the bridge will hold.")
    assert (found.source, found.cue, found.content) == ("Ternin", "is confident", "that the bridge will hold")
    assert tag("It is clear that the bridge will hold.") == []


def test_attacks_are_blows_not_words(tag: Tag) -> None:
    assert tag("Rebels intensified their attacks on army posts.") == []
