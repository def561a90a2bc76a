from tests.read.rules.conftest import Tag


def one(tag: Tag, text: str) -> tuple[str, str, str]:
    (said,) = tag(text)
    return said.source, said.cue, said.content


def test_a_clause_with_and_without_that(tag: Tag) -> None:
    assert one(tag, "Ada Ternin said that the bridge is closed.") == ("Ada Ternin", "said", "that the bridge is closed")
    assert one(tag, "Ada Ternin said the bridge is closed.") == ("Ada Ternin", "said", "the bridge is closed")


def test_the_verb_after_what_was_said_and_inverted(tag: Tag) -> None:
    assert one(tag, "The bridge is closed, officials said.") == ("officials", "said", "The bridge is closed")
    assert one(tag, "The bridge is closed, said Ada Ternin, the mayor.") == (
        "Ada Ternin, the mayor",
        "said",
        "The bridge is closed",
    )


def test_an_aside_in_the_middle(tag: Tag) -> None:
    source, _, content = one(tag, "The bridge, the mayor said on Monday, will stay closed until spring.")
    assert source == "the mayor"
    assert content == "The bridge … will stay closed until spring"


def test_whom_it_was_told_to_is_no_content(tag: Tag) -> None:
    assert one(tag, "The mayor told reporters that the bridge is closed.")[2] == "that the bridge is closed"


def test_coordinated_cues_share_their_subject(tag: Tag) -> None:
    found = tag("The mayor said the bridge was closed and added that the road would follow.")
    assert ("The mayor", "added", "that the road would follow") in [(x.source, x.cue, x.content) for x in found]


def test_what_goes_on_in_the_present_tense_is_still_said(tag: Tag) -> None:
    found = tag("The mayor stressed on Monday that his town is no longer poor, and his office fully supports the plan.")
    assert found[0].content.endswith("and his office fully supports the plan")


def test_a_participle_takes_the_subject_of_its_clause(tag: Tag) -> None:
    found = tag("The minister welcomed the deal, emphasizing the rights of fishermen.")
    assert ("The minister", "emphasizing", "the rights of fishermen") in [(x.source, x.cue, x.content) for x in found]


def test_an_opening_participle_the_parser_takes_for_a_name(tag: Tag) -> None:
    found = tag(
        "Reaffirming Ardal’s consistent support to a peaceful and united Vesk, the PM underlined that the border is open."
    )
    assert {x.source for x in found} == {"the PM"}
    assert "Ardal’s consistent support to a peaceful and united Vesk" in [x.content for x in found]


def test_infinitives_of_promising_and_urging(tag: Tag) -> None:
    assert one(tag, "The union vowed to strike.") == ("The union", "vowed", "to strike")
    assert one(tag, "The league urged Ardal to open the gates.")[2] == "Ardal to open the gates"


def test_objects_of_praising_denying_and_expressing(tag: Tag) -> None:
    assert one(tag, "The envoy praised the efforts of the town.") == ("The envoy", "praised", "the efforts of the town")
    assert one(tag, "He expressed “cautious optimism” about the talks.")[2] == "“cautious optimism” about the talks"
    denied = tag("The ministry denied allegations of fraud on Monday.")
    assert ("The ministry", "denied", "allegations of fraud") in [(x.source, x.cue, x.content) for x in denied]


def test_objects_with_a_predicate(tag: Tag) -> None:
    assert one(tag, "Kesk described the deal as a mistake.")[2] == "the deal as a mistake"
    assert one(tag, "Kesk accused the council of lying.")[2] == "the council of lying"
    assert one(tag, "Kesk called for a new vote.") == ("Kesk", "called for", "a new vote")


def test_passives(tag: Tag) -> None:
    assert one(tag, "Voters were told by the council that the bridge is safe.")[0] == "the council"
    assert one(tag, "It was reported that the bridge is closed.") == ("", "was reported", "that the bridge is closed")
    accused = tag("Ardal, which has long been accused of hiding smugglers, closed the port.")
    assert [(x.source, x.cue) for x in accused] == [("", "has long been accused of")]
    assert accused[0].content.endswith("hiding smugglers")


def test_a_place_or_day_is_no_part_of_the_source(tag: Tag) -> None:
    assert one(tag, "The Ministry of Roads on Sunday said that the bridge is closed.")[0] == "The Ministry of Roads"


def test_a_clause_set_off_by_a_comma_is_no_part_of_the_source(tag: Tag) -> None:
    assert one(tag, "Ada Ternin, who grew up in Vesk, said the bridge is closed.")[0] == "Ada Ternin"


def test_an_event_denies_nothing(tag: Tag) -> None:
    assert tag("The explosion denied the town its bridge.") == []
    assert tag("Kesk's words were denied a few hours later when an attack took place.") == []


def test_the_voice_of_the_author_is_nobody_s(tag: Tag) -> None:
    assert tag("The league and the rebels appear to be moving closer to a deal.") == []
    assert tag("The rebels must begin talks with the town.") == []
    assert tag("The move aims to build trust.") == []


def test_an_attribution_inside_another_is_kept_where_it_is_an_utterance(tag: Tag) -> None:
    found = tag("The premier recalled that the envoy has warned that no army can win.")
    assert [(x.source, x.content) for x in found] == [
        ("The premier", "that the envoy has warned that no army can win"),
        ("the envoy", "that no army can win"),
    ]
    assert [x.source for x in tag("The premier said that the envoy supports the plan.")] == ["The premier"]


def test_a_finite_verb_joined_to_a_participle_goes_with_the_main_verb(tag: Tag) -> None:
    found = tag("The rebels deny allegations of the army using the port and assert that no group poses a threat.")
    assert ("The rebels", "assert", "that no group poses a threat") in [(x.source, x.cue, x.content) for x in found]
    assert ("", "allegations of", "the army using the port") in [(x.source, x.cue, x.content) for x in found]
