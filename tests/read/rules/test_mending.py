"""What a trained reader found, put right by what the parse and the quotation marks show."""

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.mending import mend
from onrecord.read.rules.sheet import Sheet
from onrecord.records import Attribution, Spans
from tests.read.rules.conftest import Said, in_words, lines


def mended(parser: SpacyParser, text: str, source: str, cue: str, *content: str) -> list[Said]:
    def spans(*pieces: str) -> Spans:
        return tuple((text.index(words), text.index(words) + len(words)) for words in pieces if words)

    blocks = lines(text)
    sheet = Sheet(text, blocks, parser.parse(text, blocks), lexicon())
    return [in_words(text, each) for each in mend(sheet, [Attribution(spans(source), spans(cue), spans(*content), 0.9, "t")])]


LONG = "“We shall open the bridge in spring and the road in summer, and we shall go on with it,” Ada Ternin said."


@pytest.mark.parametrize(
    "content",
    ["We shall open the bridge in spring and the road in summer", "“We shall open", "and we shall go on with it,”"],
)
def test_a_quotation_that_is_cut_short_is_given_whole(parser: SpacyParser, content: str) -> None:
    (said,) = mended(parser, LONG, "Ada Ternin", "said", content)
    assert said.content == "“We shall open the bridge in spring and the road in summer, and we shall go on with it,”"


def test_a_quotation_goes_on_over_its_paragraphs(parser: SpacyParser) -> None:
    text = "Ada Ternin said: “The bridge is open. The road is not.\n\n“It will be in spring.”\n\n“No,” said Boro Kesk."
    (said,) = mended(parser, text, "Ada Ternin", "said", "“The bridge is open")
    assert said.content == "“The bridge is open. The road is not.\n\n“It will be in spring.”"


def test_a_quotation_whose_cue_is_behind_its_last_paragraph_begins_with_the_first(parser: SpacyParser) -> None:
    text = "It rained.\n\n“The bridge is open.\n\n“The road is not,” Ada Ternin said."
    (said,) = mended(parser, text, "Ada Ternin", "said", "“The road is not,”")
    assert said.content == "“The bridge is open.\n\n“The road is not,”"


def test_a_straight_mark_left_open_carries_nothing_on(parser: SpacyParser) -> None:
    text = '"The bridge is open.\n\n"The road is not," Ada Ternin said.'
    (said,) = mended(parser, text, "Ada Ternin", "said", '"The road is not,"')
    assert said.content == '"The road is not,"'


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [("They", "told", "the bridge was open"), ("Ada Ternin", "said", "in summer")],
)
def test_what_is_told_inside_a_quotation_or_holds_little_of_it_stays(
    parser: SpacyParser, source: str, cue: str, content: str
) -> None:
    text = "“They told me the bridge was open all day long in summer and not in winter,” Ada Ternin said."
    (said,) = mended(parser, text, source, cue, content)
    assert said.content == content


def test_a_mark_astray_completes_nothing(parser: SpacyParser) -> None:
    text = "Ada Ternin said “the bridge was open. Nobody knew why it had been shut for years."
    (said,) = mended(parser, text, "Ada Ternin", "said", "the bridge was open")
    assert said.content == "the bridge was open"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Sgt. Ternin has been charged with desertion.", "Sgt. Ternin", "has been charged with", "desertion"),
        ("Asked about his debts, Mr. Kesk told the board that he had none.", "Mr. Kesk", "Asked about", "his debts"),
        ("Mr. Kesk was asked how he would pay.", "Mr. Kesk", "was asked", "how he would pay"),
    ],
)
def test_whom_a_passive_is_done_to_does_not_speak(parser: SpacyParser, text: str, source: str, cue: str, content: str) -> None:
    (said,) = mended(parser, text, source, cue, content)
    assert (said.source, said.content) == ("", content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Mr. Kesk accused Ada Ternin of desertion.", "Mr. Kesk", "accused", "Ada Ternin of desertion"),
        ("Ada Ternin was accused of desertion by Mr. Kesk.", "Mr. Kesk", "was accused of", "desertion"),
        ("He's said that he will go.", "He", "'s said", "that he will go"),
        ("Ada Ternin was quoted as saying the bridge was open.", "Ada Ternin", "was quoted as saying", "the bridge was open"),
        ("Ada Ternin has asked whether the bridge was open.", "Ada Ternin", "has asked", "whether the bridge was open"),
    ],
)
def test_who_speaks_keeps_it(parser: SpacyParser, text: str, source: str, cue: str, content: str) -> None:
    (said,) = mended(parser, text, source, cue, content)
    assert said.source == source


def test_a_verb_in_a_clause_of_its_own_has_its_own_subject(parser: SpacyParser) -> None:
    for start in ("Boro Kesk kept the road shut even after", "Boro Kesk stuck to it even after"):
        text = f"{start} his own minister, Ada Ternin, conceded that it was safe."
        (said,) = mended(parser, text, "Boro Kesk", "conceded", "that it was safe")
        assert said.source == "his own minister, Ada Ternin"
    text = "Boro Kesk left after he conceded that the road was safe."
    (said,) = mended(parser, text, "Boro Kesk", "conceded", "that the road was safe")
    assert said.source == "Boro Kesk"


@pytest.mark.parametrize("fronted", ["When asked about the road", "To the tale of a ghost on the road", "After the vote"])
def test_what_a_quotation_answers_is_no_part_of_it(parser: SpacyParser, fronted: str) -> None:
    text = f"{fronted}, Ada Ternin said: “It is open.”"
    (said,) = mended(parser, text, "Ada Ternin", "said", fronted, "“It is open.”")
    assert said.content == "“It is open.”"


def test_the_sentence_before_belongs_to_nobody_unless_it_is_quoted(parser: SpacyParser) -> None:
    text = "The road was long. It is shut, according to Ada Ternin."
    (said,) = mended(parser, text, "Ada Ternin", "according to", "The road was long. It is shut")
    assert said.content == "It is shut"
    text = "“The road was long.” It is shut, Ada Ternin said."
    (said,) = mended(parser, text, "Ada Ternin", "said", "“The road was long.” It is shut")
    assert said.content == "“The road was long.” It is shut"


def test_a_sentence_that_the_parser_broke_at_a_title_is_given_whole(parser: SpacyParser) -> None:
    text = "With Sgt. Kesk now headed to safety, it is “time to speak the truth,” wrote Ada Ternin."
    (said,) = mended(parser, text, "Ada Ternin", "wrote", "Kesk now headed to safety, it is “time to speak the truth,”")
    assert said.content.startswith("With Sgt. Kesk now headed")
