from onrecord.backends.spacy import SpacyParser
from onrecord.read.rules.handing import Desk, opens_at
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.sheet import Candidate, Sheet
from tests.read.rules.conftest import lines

TEXT = "“We will rebuild,” said Ternin. \n“Nobody needs to wait.”\n"


def desk(parser: SpacyParser) -> Desk:
    blocks = lines(TEXT)
    sheet = Sheet(TEXT, blocks, parser.parse(TEXT, blocks), lexicon())
    said = TEXT.index("said")
    head = sheet.parse.start.index(said)
    candidate = Candidate("quote", head, cue=((said, said + 4),), source=((said + 5, said + 11),), content=((0, 18),))
    return Desk(sheet, [candidate])


def test_candidates_are_found_by_block_cue_and_content(parser: SpacyParser) -> None:
    at = desk(parser)
    said = TEXT.index("said")
    assert at.home == [0, 1]
    assert (at.speakers, at.starts, at.openings) == ({0: [0]}, {0: [said]}, [(said, 0)])
    assert opens_at(at.candidates[0]) == said
    assert at.holders.near(((0, 3),)) == [0]


def test_a_quotation_given_is_content_from_then_on(parser: SpacyParser) -> None:
    at = desk(parser)
    start, end = at.sheet.quotes[1].start, at.sheet.quotes[1].end
    at.give(1, 0)
    assert at.candidates[0].content == ((0, 18), (start, end))
    assert (at.taken, at.given) == ({1: 0}, {0: [(start, end)]})


def test_the_last_character_before_a_place(parser: SpacyParser) -> None:
    at = desk(parser)
    assert at.ends_before(TEXT.index("“Nobody")) == "."
    assert at.ends_before(0) == ""
