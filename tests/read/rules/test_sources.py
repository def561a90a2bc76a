from onrecord.backends.protocols import Parse
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.sheet import Sheet
from onrecord.read.rules.sources import phrase
from onrecord.records import Block, Role
from tests.read.rules.conftest import Tag


def one(tag: Tag, text: str) -> tuple[str, str, str]:
    (said,) = tag(text)
    return said.source, said.cue, said.content


def test_coordinated_cues_share_their_subject(tag: Tag) -> None:
    found = tag("The mayor said the bridge was closed and added that the road would follow.")
    assert ("The mayor", "added", "that the road would follow") in [(x.source, x.cue, x.content) for x in found]


def test_a_participle_takes_the_subject_of_its_clause(tag: Tag) -> None:
    found = tag("The minister welcomed the deal, emphasizing the rights of fishermen.")
    assert ("The minister", "emphasizing", "the rights of fishermen") in [(x.source, x.cue, x.content) for x in found]


def test_a_place_or_day_is_no_part_of_the_source(tag: Tag) -> None:
    assert one(tag, "The Ministry of Roads on Sunday said that the bridge is closed.")[0] == "The Ministry of Roads"


def test_a_clause_set_off_by_a_comma_is_no_part_of_the_source(tag: Tag) -> None:
    assert one(tag, "Ada Ternin, who grew up in Vesk, said the bridge is closed.")[0] == "Ada Ternin"


def test_a_finite_verb_joined_to_a_participle_goes_with_the_main_verb(tag: Tag) -> None:
    found = tag("The rebels deny allegations of the army using the port and assert that no group poses a threat.")
    assert ("The rebels", "assert", "that no group poses a threat") in [(x.source, x.cue, x.content) for x in found]
    assert ("", "allegations of", "the army using the port") in [(x.source, x.cue, x.content) for x in found]


def test_a_clause_on_a_name_deep_in_the_source_is_no_part_of_it(tag: Tag) -> None:
    found = tag("A manager of the palace, which also hosts political events, said the roof fell.")
    assert [x.source for x in found] == ["A manager of the palace"]


def test_a_word_that_joins_sentences_is_no_part_of_the_source(tag: Tag) -> None:
    assert [x.source for x in tag("But the mayor said the bridge is closed.")] == ["the mayor"]


def test_the_speaker_of_a_quotation_not_the_subject_within_it(tag: Tag) -> None:
    found = tag("Noting that the town was poor, she said, “I wonder why nobody came to help us.”")
    assert "I" not in [x.source for x in found]


def test_whose_the_words_after_a_participle_are(tag: Tag) -> None:
    found = tag("She said her father has been good to the town, adding that he supports equal pay.")
    assert ("She", "adding", "that he supports equal pay") in [(x.source, x.cue, x.content) for x in found]
    assert found[0].content == "her father has been good to the town"


def test_he_s_said_is_no_passive(tag: Tag) -> None:
    found = tag("He's said that the bridge is closed.")
    assert [(x.source, x.content) for x in found] == [("He", "that the bridge is closed")]


def test_who_concedes_after_after_is_not_the_main_subject(tag: Tag) -> None:
    (said,) = tag("Boro Kesk kept the road shut even after his own minister, Ada Ternin, conceded that it was safe.")
    assert said.source == "his own minister, Ada Ternin"


def test_a_participle_after_a_comma_is_not_the_object_s(tag: Tag) -> None:
    for text in (
        "Boro Kesk noted the contrast between the promises of Ada Ternin, and the plan, tweeting: “It will not do.”",
        "Boro Kesk rejected the plan, saying that it would not do.",
        "Boro Kesk rejected the plan of the mayor, saying that it would not do.",
    ):
        spoken = [x for x in tag(text) if x.cue in ("tweeting", "saying")]
        assert [x.source for x in spoken] == ["Boro Kesk"]
    (said,) = tag("The town put out a statement saying that the bridge was open.")
    assert said.source == "a statement"


def test_a_source_keeps_its_head_though_the_branches_of_the_tree_cross() -> None:
    text = "Asked Ternin said who ."
    words = text.split()
    starts = [text.index(word) for word in words]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    parse = Parse(
        starts, ends, words, [word.lower() for word in words], ["VERB", "PROPN", "VERB", "PRON", "PUNCT"],
        ["VBN", "NNP", "VBD", "WP", "."], ["advcl", "nsubj", "ROOT", "relcl", "punct"], [3, 2, 2, 1, 2], [(0, 5)], [0],
    )  # fmt: skip
    sheet = Sheet(text, (Block("a", 0, len(text), Role.BODY),), parse, lexicon())
    assert 1 in phrase(sheet, 1)
