"""The reporter's words cut off what somebody said, and what is the speaker's left alone."""

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.sheet import Sheet
from onrecord.read.rules.trimming import trim
from onrecord.records import Attribution, Spans
from tests.read.rules.conftest import in_words, lines


def trimmed(parser: SpacyParser, text: str, source: str, cue: str, *content: str) -> str:
    def spans(*pieces: str) -> Spans:
        return tuple((text.index(words), text.index(words) + len(words)) for words in pieces if words)

    blocks = lines(text)
    sheet = Sheet(text, blocks, parser.parse(text, blocks), lexicon())
    (each,) = trim(sheet, [Attribution(spans(source), spans(cue), spans(*content), 0.9, "t")])
    return in_words(text, each).content


@pytest.mark.parametrize(
    ("text", "cue", "content", "kept"),
    [
        (
            "Ada Ternin said the ministry would mend the bridge, which has been shut since the flood.",
            "said",
            "the ministry would mend the bridge, which has been shut since the flood",
            "the ministry would mend the bridge",
        ),
        (
            "Ada Ternin said the road would open in May, although the work has not begun.",
            "said",
            "the road would open in May, although the work has not begun",
            "the road would open in May",
        ),
        (
            "Ada Ternin said the road would open in May, contradicting an earlier note of the ministry.",
            "said",
            "the road would open in May, contradicting an earlier note of the ministry",
            "the road would open in May",
        ),
        (
            "Ada Ternin accused the firm of neglect and demanded a new bridge.",
            "accused",
            "the firm of neglect and demanded a new bridge",
            "the firm of neglect",
        ),
        (
            'Ada Ternin said she had meant "the river people," a reference to the boatmen of Olm.',
            "said",
            'she had meant "the river people," a reference to the boatmen of Olm',
            'she had meant "the river people,"',
        ),
    ],
)
def test_what_the_reporter_adds_at_the_end_is_left_out(parser: SpacyParser, text: str, cue: str, content: str, kept: str) -> None:
    assert trimmed(parser, text, "Ada Ternin", cue, content) == kept


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Ada Ternin said the ministry had a plan that would save the bridge.", "said", None),
        ("Ada Ternin said the flood took the bridge, which could have been saved.", "said", None),
        ('Ada Ternin said "the bridge is lost, which nobody denies."', "said", None),
        ("Ada Ternin said the bridge was lost and that the ministry denied it.", "said", None),
        ("Ada Ternin said that the state of the bridge, which is clearly not a good one.", "said", None),
        ("Ada Ternin: The bridge is lost, which nobody denies.", ":", None),
    ],
)
def test_what_may_be_the_speakers_stays(parser: SpacyParser, text: str, cue: str, content: str | None) -> None:
    told = content or text[text.index(cue) + len(cue) + 1 :].rstrip(".")
    assert trimmed(parser, text, "Ada Ternin", cue, told) == told


def test_a_content_does_not_run_over_its_own_cue(parser: SpacyParser) -> None:
    text = "The bridge was open all day, and human rights groups warned that the road was shut."
    content = "The bridge was open all day, and human rights groups warned that the road was shut"
    assert trimmed(parser, text, "human rights groups", "warned", content) == "that the road was shut"


def test_what_opens_the_sentence_without_a_verb_is_the_reporters(parser: SpacyParser) -> None:
    text = "During her years in office, Ada Ternin argued that the bridge was safe."
    told = trimmed(parser, text, "Ada Ternin", "argued", "During her years in office", "that the bridge was safe")
    assert told == "that the bridge was safe"
    text = "In “River Days” she stated clearly, “I was wrong about the bridge.”"
    assert trimmed(parser, text, "she", "stated clearly", "In “River Days”", "“I was wrong about the bridge.”").startswith(
        "“I was"
    )
    text = "In the long run, Ada Ternin argued, the bridge was safe."
    assert "In the long run" in trimmed(parser, text, "Ada Ternin", "argued", "In the long run", "the bridge was safe")


def test_when_it_was_reported_is_no_part_of_it(parser: SpacyParser) -> None:
    text = "The bridge was sold last year, The Olm Post reported in June."
    told = trimmed(parser, text, "The Olm Post", "reported", "The bridge was sold last year", "in June")
    assert told == "The bridge was sold last year"
    text = "The boatmen stand accused of theft."
    assert "theft" in trimmed(parser, text, "", "stand accused of", "The boatmen", "theft")


def test_how_it_was_said_and_to_whom_is_no_part_of_it(parser: SpacyParser) -> None:
    text = "The bridge is lost, Ada Ternin said, repeating what she had told the board."
    told = trimmed(parser, text, "Ada Ternin", "said", "The bridge is lost", "repeating what she had told the board")
    assert told == "The bridge is lost"
    text = "The bridge is lost, The Olm Post reported, although the ministry did not speak to the paper."
    told = trimmed(
        parser, text, "The Olm Post", "reported", "The bridge is lost", "although the ministry did not speak to the paper"
    )
    assert told == "The bridge is lost"
    text = "Ada Ternin announced to reporters the bridge would be mended."
    assert (
        trimmed(parser, text, "Ada Ternin", "announced", "to reporters the bridge would be mended")
        == "the bridge would be mended"
    )


def test_the_day_before_a_clause_is_when_it_was_said(parser: SpacyParser) -> None:
    text = "Ada Ternin said Saturday that the bridge was lost."
    assert trimmed(parser, text, "Ada Ternin", "said", "Saturday that the bridge was lost") == "that the bridge was lost"
    text = "Ada Ternin said Saturday would be a good day."
    assert trimmed(parser, text, "Ada Ternin", "said", "Saturday would be a good day") == "Saturday would be a good day"


def test_a_comment_before_the_source_is_told_as_its_words(parser: SpacyParser) -> None:
    text = "The dam was built by Odo Bresk, who had led the ministry for years, Kesk said."
    content = "The dam was built by Odo Bresk, who had led the ministry for years"
    assert trimmed(parser, text, "Kesk", "said", content) == content
