"""The next sentence, the speaker's next act and how it was said are left out; what may be the speaker's own stays."""

import pytest

from onrecord.backends.spacy import SpacyParser
from tests.read.rules.test_trimming import trimmed

ADA = "Ada Ternin"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        (
            "The old dam leaks a lot, Ada Ternin says. New pumps will also be needed.",
            ADA,
            "says",
            ["The old dam leaks a lot", "New pumps will also be needed"],
            "The old dam leaks a lot",
        ),
        (
            'Ada Ternin said she was "so saddened by the flood" and called the report on the dam "very moving."',
            ADA,
            "said",
            ['she was "so saddened by the flood" and called the report on the dam "very moving."'],
            'she was "so saddened by the flood"',
        ),
        (
            'Ada Ternin acknowledged there is "always" a risk that the dam will leak, but nevertheless defended it as good.',
            ADA,
            "acknowledged",
            ['there is "always" a risk that the dam will leak, but nevertheless defended it as good'],
            'there is "always" a risk that the dam will leak',
        ),
        (
            "Ada Ternin acknowledged that the store is nearly empty of the pumps used by towns and warned of a hard winter.",
            ADA,
            "acknowledged",
            ["that the store is nearly empty of the pumps used by towns and warned of a hard winter"],
            "that the store is nearly empty of the pumps used by towns",
        ),
        (
            "Ada Ternin denied involvement in a telephone call with The Olm Post.",
            ADA,
            "denied",
            ["involvement in a telephone call with The Olm Post"],
            "involvement",
        ),
        (
            "Ada Ternin revealed that she had been ill since spring in a statement in December.",
            ADA,
            "revealed",
            ["that she had been ill since spring in a statement in December"],
            "that she had been ill since spring",
        ),
        (
            "Ada Ternin - who, as warden, has the keys of the dam - previously said it leaks a lot.",
            ADA,
            "previously said",
            ["who, as warden, has the keys of the dam", "it leaks a lot"],
            "it leaks a lot",
        ),
        (
            "Ada Ternin reported that the dam leaks, but it turned out that a pipe does.",
            ADA,
            "reported",
            ["that the dam leaks, but it turned out that a pipe does"],
            "that the dam leaks",
        ),
        (
            "Ada Ternin says the town was asked to leave the dam on Monday, but the ministry has denied it.",
            ADA,
            "says",
            ["the town was asked to leave the dam on Monday, but the ministry has denied it"],
            "the town was asked to leave the dam on Monday",
        ),
        (
            "Ada Ternin told them to “hold on” as she prepared to send help.",
            ADA,
            "told",
            ["to “hold on” as she prepared to send help"],
            "to “hold on”",
        ),
        (
            "Ada Ternin says owners like “a dry valley,” which might appeal to farmers.",
            ADA,
            "says",
            ["owners like “a dry valley,” which might appeal to farmers"],
            "owners like “a dry valley,”",
        ),
        (
            "Ada Ternin pledged that the owners would pay, something Boro Kesk has refused to do.",
            ADA,
            "pledged",
            ["that the owners would pay, something Boro Kesk has refused to do"],
            "that the owners would pay",
        ),
        (
            "Ada Ternin said “there is no law” — an argument some owners have also made.",
            ADA,
            "said",
            ["“there is no law” — an argument some owners have also made"],
            "“there is no law”",
        ),
    ],
)
def test_what_goes_on_behind_a_content_is_left_out(
    parser: SpacyParser, text: str, source: str, cue: str, content: list[str], kept: str
) -> None:
    assert trimmed(parser, text, source, cue, *content) == kept


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Ada Ternin said the towns were deemed and declared to be rich.",
            "said",
            "the towns were deemed and declared to be rich",
        ),
        ("Ada Ternin denied a role in a phone call with Boro Kesk.", "denied", "a role in a phone call with Boro Kesk"),
        (
            "Ada Ternin said that Boro Kesk had read the report and warned the town of a leak.",
            "said",
            "that Boro Kesk had read the report and warned the town of a leak",
        ),
        (
            "Ada Ternin said Boro Kesk announced the sale in an interview with The Olm Post.",
            "said",
            "Boro Kesk announced the sale in an interview with The Olm Post",
        ),
        (
            "Ada Ternin said the dam is “every bit as bad” as the old one was.",
            "said",
            "the dam is “every bit as bad” as the old one was",
        ),
        (
            "Ada Ternin said that owners like the dam, while 73 percent say it leaks.",
            "said",
            "that owners like the dam, while 73 percent say it leaks",
        ),
    ],
)
def test_what_may_be_the_speakers_stays(parser: SpacyParser, text: str, cue: str, content: str) -> None:
    assert trimmed(parser, text, ADA, cue, content) == content
