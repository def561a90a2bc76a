"""Words inside a content that are not its speaker's; and what only looks like them left alone."""

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.sheet import Sheet
from onrecord.read.rules.strays import without_markers, without_next_speaker
from onrecord.records import Attribution
from tests.read.rules.conftest import in_words, lines
from tests.read.rules.test_trimming import trimmed


def turned(parser: SpacyParser, text: str) -> str:
    blocks = lines(text)
    sheet = Sheet(text, blocks, parser.parse(text, blocks), lexicon())
    turn = Attribution(((0, 0),), (), ((0, len(text)),), 0.4, "rules/1:turn")
    return in_words(text, without_markers(sheet, without_next_speaker(sheet, turn))).content


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("There cannot be peace and a flood. [END PLAYBACK]", "There cannot be peace and a flood"),
        ("Indeed. [AUDIO PLAYBACK]", "Indeed"),
        ("We will mend it. (APPLAUSE) And we will pay.", "We will mend it … And we will pay"),
        ("It is not a new thing. [AUDIO PLAYBACK] ODO BRESK (MINISTER): The dam holds. [END PLAYBACK]", "It is not a new thing"),
        ("It is not a new thing. ODO BRESK: The dam holds.", "It is not a new thing"),
        ("The dam is no longer ours. [END PLAYBACK] And so he went on.", "The dam is no longer ours"),
        ("The Lowland Water Board (LWB) pays.", "The Lowland Water Board (LWB) pays."),
        ("There is one rule: Pay. The LWB has another: wait.", "There is one rule: Pay. The LWB has another: wait."),
    ],
)
def test_a_turn_ends_where_another_has_the_word(parser: SpacyParser, text: str, kept: str) -> None:
    assert turned(parser, text).strip() == kept


def test_a_heading_is_no_quotation(parser: SpacyParser) -> None:
    text = "“We will not have the men to mend it,” Kesk said.\n\n‘A good plan?’"
    kept = trimmed(parser, text, "Kesk", "said", "“We will not have the men to mend it,”", "‘A good plan?’")
    assert kept == "“We will not have the men to mend it,”"


@pytest.mark.parametrize(
    ("text", "content", "kept"),
    [
        (
            "Kesk said she was for the dam (she said so before he built it).",
            "she was for the dam (she said so before he built it)",
            "she was for the dam",
        ),
        (
            "Kesk said the dam (the largest of all) would hold.",
            "the dam (the largest of all) would hold",
            "the dam (the largest of all) would hold",
        ),
        ("Kesk said “it leaks (we know it does).”", "“it leaks (we know it does).”", "“it leaks (we know it does).”"),
    ],
)
def test_a_remark_in_brackets_is_the_reporters(parser: SpacyParser, text: str, content: str, kept: str) -> None:
    assert trimmed(parser, text, "Kesk", "said", content) == kept


def test_whom_a_letter_was_written_to_is_none_of_its_words(parser: SpacyParser) -> None:
    text = "Kesk wrote a letter to Bresk in which she told how she lived: “My heart is sad without you.”"
    assert (
        trimmed(parser, text, "Kesk", "wrote a letter to", "Bresk", "“My heart is sad without you.”")
        == "“My heart is sad without you.”"
    )


@pytest.mark.parametrize(
    "below", ["pic.twitter.com/aB1 — Dena Orlu (@orlu) May 2, 2019", "— Dena Orlu (@orlu) May 2, 2019", "https://example.org/dam"]
)
def test_what_stands_below_a_post_is_not_said(parser: SpacyParser, below: str) -> None:
    text = f"Kesk says the dam will go by May {below}"
    assert trimmed(parser, text, "Kesk", "says", f"the dam will go by May {below}") == "the dam will go by May"
