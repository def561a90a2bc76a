from tests.read.rules.conftest import Tag


def test_an_attribution_inside_another_is_kept_where_it_is_an_utterance(tag: Tag) -> None:
    found = tag("The premier recalled that the envoy has warned that no army can win.")
    assert [(x.source, x.content) for x in found] == [
        ("The premier", "that the envoy has warned that no army can win"),
        ("the envoy", "that no army can win"),
    ]
    assert [x.source for x in tag("The premier said that the envoy supports the plan.")] == ["The premier"]


def test_the_words_of_an_aside_are_cut_out_of_what_others_say(tag: Tag) -> None:
    found = tag("Police chief Boro Kesk said the town was calm, the agency reported.")
    assert [(x.source, x.content) for x in found if x.source != "the agency"] == [("Police chief Boro Kesk", "the town was calm")]
