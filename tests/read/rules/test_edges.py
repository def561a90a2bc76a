"""Words at the edge of a content that are its cue's, its hearer's or the reporter's; and what is the speaker's left alone."""

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.rules.mending import with_parted_subject
from onrecord.read.rules.sheet import Sheet
from onrecord.records import Attribution, Spans
from tests.read.rules.conftest import in_words, lines
from tests.read.rules.test_trimming import trimmed


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        (
            "Kesk complained, charging that it breaks the law.",
            "Kesk",
            "charging",
            ("charging that it breaks the law",),
            "that it breaks the law",
        ),
        (
            "The road is shut, Kesk said, adding that the dam was “a wreck.”",
            "Kesk",
            "said",
            ("The road is shut", "adding that the dam was “a wreck.”"),
            "The road is shut … that the dam was “a wreck.”",
        ),
        (
            "The road is shut, people said, asking not to be named.",
            "people",
            "said",
            ("The road is shut", "asking not to be named"),
            "The road is shut",
        ),
        (
            "“The dam leaks and nobody cares,” Kesk said on Lowland TV’s “This Week.”",
            "Kesk",
            "said",
            ("“The dam leaks and nobody cares,”", "“This Week.”"),
            "“The dam leaks and nobody cares,”",
        ),
        (
            "“The dam leaks and nobody cares,” Kesk said on LTV’ “Face the Valley.”",
            "Kesk",
            "said",
            ("“The dam leaks and nobody cares,”", "“Face the Valley.”"),
            "“The dam leaks and nobody cares,”",
        ),
        (
            "“The dam leaks and nobody cares,” said Mr. Kesk on LTV’s “Valley Time.”",
            "Mr. Kesk",
            "said",
            ("“The dam leaks and nobody cares,”", "“Valley Time.”"),
            "“The dam leaks and nobody cares,”",
        ),
        ("Kesk was asked why the dam leaks.", "", "was asked", ("Kesk", "why the dam leaks"), "why the dam leaks"),
        (
            "Kesk has now been told by Bresk that the dam leaks.",
            "Bresk",
            "has now been told",
            ("Kesk", "that the dam leaks"),
            "that the dam leaks",
        ),
        (
            "Kesk said the plan would be done by July, but it was not.",
            "Kesk",
            "said",
            ("the plan would be done by July, but it was not",),
            "the plan would be done by July",
        ),
        (
            "Police said that ten men were held but gave no details.",
            "Police",
            "said",
            ("that ten men were held but gave no details",),
            "that ten men were held",
        ),
        (
            "Kesk wrote about the work on the dam: “It was the right thing to do.”",
            "Kesk",
            "wrote about",
            ("the work on the dam: “It was the right thing to do.”",),
            "“It was the right thing to do.”",
        ),
        (
            "Kesk said the bridge was bought by Odo Bresk, the former head of the firm.",
            "Kesk",
            "said",
            ("the bridge was bought by Odo Bresk, the former head of the firm",),
            "the bridge was bought by Odo Bresk",
        ),
        (
            "Kesk said the army would leave the valley by May, shortly before his term ends.",
            "Kesk",
            "said",
            ("the army would leave the valley by May, shortly before his term ends",),
            "the army would leave the valley by May",
        ),
        ("Half of them say they own a boat and many row it.", "Half of them", "say", ("they own a boat and",), "they own a boat"),
        (
            "Kesk tells RBC that the dam leaks.",
            "Kesk",
            "tells",
            ("RBC that the dam leaks",),
            "that the dam leaks",
        ),
        ("Kesk told a court his dam never leaked.", "Kesk", "told", ("a court his dam never leaked",), "his dam never leaked"),
    ],
)
def test_words_that_the_speaker_did_not_say_are_cut(
    parser: SpacyParser, text: str, source: str, cue: str, content: tuple[str, ...], kept: str
) -> None:
    assert trimmed(parser, text, source, cue, *content) == kept


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“Are you there?” Kesk asked. “This Week?”", "Kesk", "asked", ("“Are you there?”", "“This Week?”")),
        ("Kesk said the dam leaks, and the road is shut.", "Kesk", "said", ("the dam leaks, and the road is shut",)),
        ("Kesk said he bought bread, wine and a pump.", "Kesk", "said", ("he bought bread, wine and a pump",)),
        ("Kesk wrote: “The dam leaks.”", "Kesk", "wrote", ("“The dam leaks.”",)),
    ],
)
def test_what_the_speaker_said_is_left(parser: SpacyParser, text: str, source: str, cue: str, content: tuple[str, ...]) -> None:
    assert trimmed(parser, text, source, cue, *content) == " … ".join(content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "whole"),
    [
        (
            "The lawmakers, two aides promised, would be surprised by it.",
            "two aides",
            "promised",
            "would be surprised by it",
            "The lawmakers … would be surprised by it",
        ),
        (
            "She is proud of the efforts she said were part of a plan.",
            "she",
            "said",
            "were part of a plan",
            "the efforts … were part of a plan",
        ),
        ("The dam has leaked, Kesk said, and is old.", "Kesk", "said", "is old", "is old"),
        ("In the valley, Kesk said, were ten men.", "Kesk", "said", "were ten men", "were ten men"),
    ],
)
def test_a_clause_keeps_the_subject_that_the_source_parts_from_it(
    parser: SpacyParser, text: str, source: str, cue: str, content: str, whole: str
) -> None:
    def span(words: str) -> Spans:
        return ((text.index(words), text.index(words) + len(words)),)

    blocks = lines(text)
    sheet = Sheet(text, blocks, parser.parse(text, blocks), lexicon())
    each = with_parted_subject(sheet, Attribution(span(source), span(cue), span(content), 0.9, "t"))
    assert in_words(text, each).content == whole
