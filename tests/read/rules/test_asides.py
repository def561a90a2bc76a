"""The reporter's words around what was said are left out; the speaker's stay."""

import pytest

from onrecord.backends.spacy import SpacyParser
from tests.read.rules.test_trimming import trimmed


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        (
            "Members were short of cash, with one writing to Boro Kesk, “Also, there is the old debt.”",
            "one",
            "writing to",
            ["Boro Kesk, “Also, there is the old debt.”"],
            "“Also, there is the old debt.”",
        ),
        (
            "Ada Ternin asked Boro Kesk several times if he would leave the dam.",
            "Ada Ternin",
            "asked",
            ["several times if he would leave the dam"],
            "if he would leave the dam",
        ),
        (
            "Ada Ternin said in a speech hours before the flood began that she would have built a dam.",
            "Ada Ternin",
            "said in a speech hours before",
            ["the flood began that she would have built a dam"],
            "that she would have built a dam",
        ),
        (
            "The engineer viewed the board as “children,” as Boro Kesk later recalled.",
            "Boro Kesk",
            "later recalled",
            ["The engineer viewed the board as “children,” as"],
            "The engineer viewed the board as “children,”",
        ),
        (
            "Analysts say the dams pose a danger to the valley, but they disagree on the threat to the coast.",
            "Analysts",
            "say",
            ["the dams pose a danger to the valley, but they disagree on the threat to the coast"],
            "the dams pose a danger to the valley",
        ),
        (
            "Ada Ternin said it was up to the towns to “take care” and to “build,” but did not say how that would be paid.",
            "Ada Ternin",
            "said",
            ["it was up to the towns to “take care” and to “build,” but did not say how that would be paid"],
            "it was up to the towns to “take care” and to “build,”",
        ),
        (
            "It will be used in the valley, where farmers say it is doing harm, and where the floods help the smugglers.",
            "farmers",
            "say",
            ["it is doing harm, and where the floods help the smugglers"],
            "it is doing harm",
        ),
        (
            "Ada Ternin said she would “give them what they need,” a plan that is bolder than sending food.",
            "Ada Ternin",
            "said",
            ["she would “give them what they need,” a plan that is bolder than sending food"],
            "she would “give them what they need,”",
        ),
        (
            "“It is a painful charge,” Ada Ternin said, her voice shaking. “It has been rejected.”",
            "Ada Ternin",
            "said",
            ["“It is a painful charge,”", "her voice shaking. “It has been rejected.”"],
            "“It is a painful charge,” … “It has been rejected.”",
        ),
        (
            "In case you missed it late yesterday, Ada Ternin told the paper, “The dam leaks.”",
            "Ada Ternin",
            "told",
            ["In case you missed it late yesterday", "“The dam leaks.”"],
            "“The dam leaks.”",
        ),
        (
            "Ada Ternin told us that a plan was “being made” and predicted that they would be “very happy.”",
            "Ada Ternin",
            "told",
            ["that a plan was “being made” and predicted that they would be “very happy.”"],
            "that a plan was “being made” … that they would be “very happy.”",
        ),
        (
            "Ada Ternin said many held Boro Kesk to be a traitor -- a reference to the charge that he left the dam.",
            "Ada Ternin",
            "said",
            ["many held Boro Kesk to be a traitor -- a reference to the charge that he left the dam"],
            "many held Boro Kesk to be a traitor",
        ),
        (
            "Ada Ternin said the bill doesn't reflect the town and warned critics that she will not yield.",
            "Ada Ternin",
            "said",
            ["the bill doesn't reflect the town and warned critics that she will not yield"],
            "the bill doesn't reflect the town",
        ),
        (
            "An officer said Tuesday in Olm both sides were still talking.",
            "An officer",
            "said",
            ["Tuesday in Olm both sides were still talking"],
            "both sides were still talking",
        ),
        (
            "When he said the town should keep the water — “It is ours,” he declared — the neighbours were shocked.",
            "he declared",
            "declared",
            ["“It is ours,”", "the neighbours were shocked"],
            "“It is ours,”",
        ),
        (
            "The council announced an inquiry in June into the dam.",
            "The council",
            "announced",
            ["an inquiry in June into the dam"],
            "an inquiry … into the dam",
        ),
        (
            "Ada Ternin announced the end of the works on Friday in Olm.",
            "Ada Ternin",
            "announced",
            ["the end of the works on Friday in Olm"],
            "the end of the works",
        ),
        (
            "Ada Ternin announced the end of the works with great fanfare, bringing Boro Kesk to the town.",
            "Ada Ternin",
            "announced",
            ["the end of the works with great fanfare, bringing Boro Kesk to the town"],
            "the end of the works",
        ),
        (
            "Ada Ternin said many times in a debate with Boro Kesk, “We are leaving the dam.”",
            "Ada Ternin",
            "said",
            ["many times in a debate with Boro Kesk, “We are leaving the dam.”"],
            "“We are leaving the dam.”",
        ),
        (
            "Ada Ternin announced the end of the works with similar fanfare last spring.",
            "Ada Ternin",
            "announced",
            ["the end of the works with similar fanfare last spring"],
            "the end of the works",
        ),
        (
            "“It leaks,” Ada Ternin said in announcing the inquiry.",
            "Ada Ternin",
            "said in announcing",
            ["“It leaks,”", "the inquiry"],
            "“It leaks,”",
        ),
        (
            "Ada Ternin said the dam was safe — the latest sign that she will not close it.",
            "Ada Ternin",
            "said",
            ["the dam was safe — the latest sign that she will not close it"],
            "the dam was safe",
        ),
        (
            "“It leaks,” Ada Ternin wrote as the dam broke.",
            "Ada Ternin",
            "wrote as",
            ["“It leaks,”", "the dam broke"],
            "“It leaks,”",
        ),
        (
            "“It leaks,” Ada Ternin said at a meeting in which she proposed a new dam.",
            "Ada Ternin",
            "said at a meeting in which",
            ["“It leaks,”", "she proposed a new dam"],
            "“It leaks,”",
        ),
        (
            "The owners could not show a leak, a judge said on Friday, declining to close the dam.",
            "a judge",
            "said",
            ["The owners could not show a leak", "declining to close the dam"],
            "The owners could not show a leak",
        ),
    ],
)
def test_the_reporters_words_are_left_out(
    parser: SpacyParser, text: str, source: str, cue: str, content: list[str], kept: str
) -> None:
    assert trimmed(parser, text, source, cue, *content) == kept


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ada Ternin said it leaked, but they had mended it all.", "Ada Ternin", "said", "it leaked, but they had mended it all"),
        (
            "In the valley, water is scarce, says Ada Ternin. “It leaks.”",
            "Ada Ternin",
            "says",
            "In the valley, water is scarce",
        ),
        ("Ada Ternin asked if the dam leaks.", "Ada Ternin", "asked", "if the dam leaks"),
        ("Ada Ternin announced that the dam broke in June.", "Ada Ternin", "announced", "that the dam broke in June"),
        ("Ada Ternin announced plans to close the dam in June.", "Ada Ternin", "announced", "plans to close the dam in June"),
        (
            "Ada Ternin praised “the old hands,” the farmers and the boatmen.",
            "Ada Ternin",
            "praised",
            "“the old hands,” the farmers and the boatmen",
        ),
        ("Ada Ternin said she believed that the dam leaked.", "Ada Ternin", "said", "she believed that the dam leaked"),
    ],
)
def test_the_speakers_words_stay(parser: SpacyParser, text: str, source: str, cue: str, content: str) -> None:
    assert trimmed(parser, text, source, cue, content) == content
