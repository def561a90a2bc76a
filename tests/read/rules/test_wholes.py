"""Contents that break off inside a phrase, and those that end where they seem to."""

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.sheet import Sheet
from onrecord.read.rules.wholes import with_whole_clause
from onrecord.records import Attribution
from tests.read.rules.conftest import lines


def whole(parser: SpacyParser, text: str, source: str, cue: str, content: str) -> str:
    def span(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    blocks = lines(text)
    sheet = Sheet(text, blocks, parser.parse(text, blocks), lexicon())
    each = with_whole_clause(sheet, Attribution(span(source), span(cue), span(content), 0.9, "t"))
    return " … ".join(text[start:end] for start, end in each.content)


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("the town needs a truly comprehensive", "the town needs a truly comprehensive plan for the dam"),
        ("the town needs a truly comprehensive plan", "the town needs a truly comprehensive plan"),
        ("the", "the town needs a truly comprehensive plan for the dam"),
    ],
)
def test_a_content_ends_with_its_phrase(parser: SpacyParser, content: str, kept: str) -> None:
    text = "Ada Ternin said the town needs a truly comprehensive plan for the dam."
    start = text.index("said the") + 5
    assert text[start:].startswith(content)
    assert whole(parser, text, "Ada Ternin", "said", content) == kept


def test_a_subject_has_its_verb(parser: SpacyParser) -> None:
    text = "Officials insist the secret calls ended in the spring."
    assert whole(parser, text, "Officials", "insist", "the secret calls") == "the secret calls ended in the spring"
    text = "Officials heard the secret calls ended in the spring."
    assert whole(parser, text, "Officials", "heard", "the secret calls") == "the secret calls"
