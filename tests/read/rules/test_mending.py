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
