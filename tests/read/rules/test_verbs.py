from tests.read.rules.conftest import Tag


def test_an_opening_participle_the_parser_takes_for_a_name(tag: Tag) -> None:
    found = tag(
        "Reaffirming Ardal’s consistent support to a peaceful and united Vesk, the PM underlined that the border is open."
    )
    assert {x.source for x in found} == {"the PM"}
    assert "Ardal’s consistent support to a peaceful and united Vesk" in [x.content for x in found]


def test_an_event_denies_nothing(tag: Tag) -> None:
    assert tag("The explosion denied the town its bridge.") == []
    assert tag("Kesk's words were denied a few hours later when an attack took place.") == []


def test_the_voice_of_the_author_is_nobody_s(tag: Tag) -> None:
    assert tag("The league and the rebels appear to be moving closer to a deal.") == []
    assert tag("The rebels must begin talks with the town.") == []
    assert tag("The move aims to build trust.") == []


def test_nothing_is_said_under_if(tag: Tag) -> None:
    assert tag("If the mayor wants to close the bridge, the town will protest.") == []


def test_a_reader_can_read_a_relative_clause(tag: Tag) -> None:
    found = tag("The plan, which she says has not been paid for, is old.")
    assert [(x.source, x.content) for x in found] == [("she", "which … has not been paid for")]
