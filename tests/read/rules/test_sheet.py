from onrecord.backends.spacy import SpacyParser
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.sheet import Sheet
from tests.read.rules.conftest import lines


def sheet(parser: SpacyParser, text: str) -> Sheet:
    blocks = lines(text)
    return Sheet(text, blocks, parser.parse(text, blocks), lexicon())


def test_tokens_know_their_quotation(parser: SpacyParser) -> None:
    page = sheet(parser, "“We go,” she said. “Now.”")
    words = {page.parse.text[token]: page.quote_of[token] for token in range(len(page.parse))}
    assert words["go"] == 0
    assert words["she"] == -1
    assert words["Now"] == 1


def test_a_cue_is_the_verb_group(parser: SpacyParser) -> None:
    page = sheet(parser, "The mayor has also repeatedly said no. He did not say why.")
    verbs = [token for token in range(len(page.parse)) if page.lemma(token) == "say"]
    assert [page.text[a:b] for verb in verbs for a, b in page.cue(verb)] == ["has also repeatedly said", "did not say"]


def test_blocks_hold_their_tokens(parser: SpacyParser) -> None:
    page = sheet(parser, "One two.\nThree.")
    assert [page.parse.text[a:b] for a, b in page.block_tokens] == [["One", "two", "."], ["Three", "."]]
