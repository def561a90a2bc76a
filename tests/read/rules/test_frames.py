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


def test_what_goes_on_in_the_present_tense_is_still_said(tag: Tag) -> None:
    found = tag("The mayor stressed on Monday that his town is no longer poor, and his office fully supports the plan.")
    assert found[0].content.endswith("and his office fully supports the plan")


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


def test_made_clear_and_called_names(tag: Tag) -> None:
    assert one(tag, "The mayor made it clear that the bridge will stay closed.")[2] == "that the bridge will stay closed"
    assert one(tag, "Kesk called the standards “far too weak.”")[2] == "the standards “far too weak.”"
    assert tag("Kesk called the mayor on Monday.") == []


def test_a_content_goes_on_after_a_colon(tag: Tag) -> None:
    found = one(tag, "The minister has identified the most pressing concern for the town: the threat posed by smugglers.")
    assert found[2] == "the most pressing concern for the town: the threat posed by smugglers"


def test_whom_a_verb_of_telling_tells_is_not_what_it_tells(tag: Tag) -> None:
    assert tag("The magazine told the newspaper.") == []
    assert tag("Kesk helped him make his case.") == []


def test_called_on_somebody_to_do_something(tag: Tag) -> None:
    assert one(tag, "Leaders of the opposition called on the minister to resign.") == (
        "Leaders of the opposition",
        "called on",
        "the minister to resign",
    )


def test_remarks_of_somebody_are_no_verb(tag: Tag) -> None:
    for mark in "’'":
        found = tag(f"Still, Mr. Kesk{mark}s remarks, echoing what the town says, are apt to be of interest.")
        assert not [x for x in found if x.rule == "parenthetic" or "remarks" in x.cue]
