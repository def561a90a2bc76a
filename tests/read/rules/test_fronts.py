"""What stands before a speaker is left out where it is a heading's, the reporter's or a dateline; what he breaks into stays."""

import pytest

from onrecord.backends.spacy import SpacyParser
from tests.read.rules.test_trimming import trimmed

ADA = "Ada Ternin"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        ("Still, Ada Ternin said, the dam will not hold.", ADA, "said", "Still … the dam will not hold", "the dam will not hold"),
        (
            "Not surprisingly, Ada Ternin said, the dam will not hold.",
            ADA,
            "said",
            "Not surprisingly … the dam will not hold",
            "the dam will not hold",
        ),
        (
            "She likes big words: last week, for example, Ada Ternin said the dam will not hold.",
            ADA,
            "said",
            "She likes big words … the dam will not hold",
            "the dam will not hold",
        ),
        ("The dam, Ada Ternin said, will not hold.", ADA, "said", "The dam … will not hold", "The dam … will not hold"),
        (
            "FLOODS EXPECTED SOON - Ada Ternin says the dam will not hold.",
            ADA,
            "says",
            "FLOODS EXPECTED SOON … the dam will not hold",
            "the dam will not hold",
        ),
        (
            "The council denies the leak; Ada Ternin says the dam will not hold.",
            ADA,
            "says",
            "The council denies the leak … the dam will not hold",
            "the dam will not hold",
        ),
        (
            "The old dam — Ada Ternin said — will not hold.",
            ADA,
            "said",
            "The old dam … will not hold",
            "The old dam … will not hold",
        ),
        (
            "PORT KESK, Ruritania -- The dam will not hold, Ada Ternin said.",
            ADA,
            "said",
            "PORT KESK, Ruritania -- The dam will not hold",
            "The dam will not hold",
        ),
    ],
)
def test_what_stands_before_a_speaker(parser: SpacyParser, text: str, source: str, cue: str, content: str, kept: str) -> None:
    assert trimmed(parser, text, source, cue, *content.split(" … ")) == kept
