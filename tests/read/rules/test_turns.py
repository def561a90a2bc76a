"""Where the reporter takes over inside a content he is left out; the speaker's own turns stay."""

import pytest

from onrecord.backends.spacy import SpacyParser
from tests.read.rules.test_trimming import trimmed

ADA = "Ada Ternin"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        (
            "Ada Ternin pushed back against Kesk’s claim that the dam was “very old” by telling reporters, “It stands.”",
            ADA,
            "pushed back against",
            "Kesk’s claim that the dam was “very old” by telling reporters, “It stands.”",
            "Kesk’s claim that the dam was “very old”",
        ),
        (
            "Ada Ternin said that the dam leaks without elaborating on the cause.",
            ADA,
            "said",
            "that the dam leaks without elaborating on the cause",
            "that the dam leaks",
        ),
        (
            "Ada Ternin claimed that the dam leaks, without providing evidence.",
            ADA,
            "claimed",
            "that the dam leaks, without providing evidence",
            "that the dam leaks",
        ),
        (
            'Ada Ternin pledged she would "close the old dam." "It is easy to wait" for a dam, Ternin added, but she would not.',
            ADA,
            "pledged",
            'she would "close the old dam." "It is easy to wait"',
            'she would "close the old dam."',
        ),
        (
            "Ada Ternin was so eager to proclaim that she had mended the dam in a day that she did not look at the leak.",
            ADA,
            "was so eager to proclaim",
            "that she had mended the dam in a day that she did not look at the leak",
            "that she had mended the dam in a day",
        ),
        (
            "Ada Ternin said that the floods help her win the talks, a stance that has appalled the owners.",
            ADA,
            "said",
            "that the floods help her win the talks, a stance that has appalled the owners",
            "that the floods help her win the talks",
        ),
        (
            "Ada Ternin accused Boro Kesk of hiding the leak, the same day his aide had spoken of it.",
            ADA,
            "accused",
            "Boro Kesk of hiding the leak, the same day his aide had spoken of it",
            "Boro Kesk of hiding the leak",
        ),
        (
            "Ada Ternin argued that her plans did not harm the dam, but the new figures out today show a leak.",
            ADA,
            "argued",
            "that her plans did not harm the dam, but the new figures out today show a leak",
            "that her plans did not harm the dam",
        ),
        (
            "Ada Ternin argued against mending the old dam but was open to a new one near Olm.",
            ADA,
            "argued against",
            "mending the old dam but was open to a new one near Olm",
            "mending the old dam",
        ),
        (
            "Ada Ternin blamed the owners for hiding the leak, and went to court to close the dam.",
            ADA,
            "blamed",
            "the owners for hiding the leak, and went to court to close the dam",
            "the owners for hiding the leak",
        ),
        (
            "Some engineers say it is a good step but are calling on the ministry to mend the dam.",
            "Some engineers",
            "say",
            "it is a good step but are calling on the ministry to mend the dam",
            "it is a good step",
        ),
        (
            'Ada Ternin said the town would "mend the dam and drain the lake," a plan that is bolder than giving "minor" help.',
            ADA,
            "said",
            'the town would "mend the dam and drain the lake," a plan that is bolder than giving "minor" help',
            'the town would "mend the dam and drain the lake,"',
        ),
        (
            "Two thirds of the owners say the dam is safe, while 28% say it leaks.",
            "Two thirds of the owners",
            "say",
            "the dam is safe, while 28% say it leaks",
            "the dam is safe",
        ),
        (
            "The owners said the dam does not leak, and they declined to say who looked.",
            "The owners",
            "said",
            "the dam does not leak, and they declined to say who looked",
            "the dam does not leak",
        ),
        (
            'Ada Ternin said the town must drain the lake, reviving her call for a "dry year."',
            ADA,
            "said",
            'the town must drain the lake, reviving her call for a "dry year."',
            "the town must drain the lake",
        ),
        (
            "Ada Ternin said the dam would be mended soon, leaving unclear who would pay.",
            ADA,
            "said",
            "the dam would be mended soon, leaving unclear who would pay",
            "the dam would be mended soon",
        ),
        (
            "The guards called on them to leave the dam and locked the gate.",
            "The guards",
            "called on",
            "them to leave the dam and locked the gate",
            "them to leave the dam",
        ),
    ],
)
def test_where_the_reporter_takes_over_he_is_left_out(
    parser: SpacyParser, text: str, source: str, cue: str, content: str, kept: str
) -> None:
    assert trimmed(parser, text, source, cue, content) == kept


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Ada Ternin said the town had won time by telling the ministry of the leak.",
            ADA,
            "said",
            "the town had won time by telling the ministry of the leak",
        ),
        (
            "Ada Ternin said that nobody could mend a dam without giving it a year.",
            ADA,
            "said",
            "that nobody could mend a dam without giving it a year",
        ),
        (
            "Ada Ternin said the dam was old, but the town had mended it.",
            ADA,
            "said",
            "the dam was old, but the town had mended it",
        ),
        ("Ada Ternin says the dam is old, but the town mends it.", ADA, "says", "the dam is old, but the town mends it"),
        (
            "Some engineers say the dams are old but are mended every year.",
            "Some engineers",
            "say",
            "the dams are old but are mended every year",
        ),
        (
            "Ada Ternin urged the owners to drain the lake and close the dam.",
            ADA,
            "urged",
            "the owners to drain the lake and close the dam",
        ),
        ("Ada Ternin said that the dam broke and flooded Olm.", ADA, "said", "that the dam broke and flooded Olm"),
        ("“It leaks,” said Ada Ternin. “It is old. We mend it.”", ADA, "said", "“It is old. We mend it.”"),
        (
            'Ada Ternin said the town would "mend the dam," a plan that is "far bolder than the one of last year."',
            ADA,
            "said",
            'the town would "mend the dam," a plan that is "far bolder than the one of last year."',
        ),
        (
            "Ada Ternin said the dam broke, leaving half of Olm under water.",
            ADA,
            "said",
            "the dam broke, leaving half of Olm under water",
        ),
        (
            "Ada Ternin said a third of the dams hold, while 28% leak.",
            ADA,
            "said",
            "a third of the dams hold, while 28% leak",
        ),
    ],
)
def test_the_speakers_own_turns_stay(parser: SpacyParser, text: str, source: str, cue: str, content: str) -> None:
    assert trimmed(parser, text, source, cue, content) == content


def test_the_beginning_of_anothers_sentence_is_left_out(parser: SpacyParser) -> None:
    text = "“It leaks every spring,” Ada Ternin said. The dam, Odo Kesk said, “is old.”"
    assert trimmed(parser, text, ADA, "said", "“It leaks every spring,”", "The dam") == "“It leaks every spring,”"
