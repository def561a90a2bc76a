import pytest

from onrecord.records import Act
from tests.read.test_acts import act


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        ("Kesk condemned the raid.", "Kesk", "condemned", "the raid", Act.ACCUSE),
        ("The farmers complained about the raid.", "The farmers", "complained about", "the raid", Act.ACCUSE),
        (
            "Kesk criticized Bresk over the weekend for the raid.",
            "Kesk",
            "criticized",
            "Bresk over the weekend for the raid",
            Act.ACCUSE,
        ),
        ("Kesk questioned the legality of the raid.", "Kesk", "questioned", "the legality of the raid", Act.DOUBT),
        ("Kesk raised questions about the raid.", "Kesk", "raised questions about", "the raid", Act.DOUBT),
        ("Kesk welcomed the decision.", "Kesk", "welcomed", "the decision", Act.PRAISE),
        (
            "Kesk scoffed at the idea that the dam would break.",
            "Kesk",
            "scoffed at",
            "the idea that the dam would break",
            Act.DENY,
        ),
        (
            "Kesk has pushed back against that claim of neglect.",
            "Kesk",
            "has pushed back against",
            "that claim of neglect",
            Act.DENY,
        ),
        ("Kesk pushed back against the minister’s argument.", "Kesk", "pushed back against", "the minister’s argument", Act.DENY),
        ("Kesk offered the view that the dam was leaking.", "Kesk", "offered", "the view that the dam was leaking", Act.SAY),
    ],
)
def test_a_verb_says_what_it_says_of_a_thing(text: str, source: str, cue: str, content: str, wanted: Act) -> None:
    assert act(text, source, cue, content) == wanted


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Kesk and Bresk discussed the mineral wealth of the valley.",
            "Kesk and Bresk",
            "discussed",
            "the mineral wealth of the valley",
        ),
        ("Kesk addressed issues that most of the towns agree on.", "Kesk", "addressed", "issues that most of the towns agree on"),
        ("They discussed what the flood does to us.", "They", "discussed", "what the flood does to us"),
        ("Others such as Kesk said the same.", "Others such as Kesk", "said", "the same"),
        ("Kesk called attention to the dam.", "Kesk", "called attention to", "the dam"),
        ("Kesk defended the dam on Monday.", "Kesk", "defended", "the dam"),
        ("Kesk made remarks about the dam.", "Kesk", "made remarks about", "the dam"),
        ("The town confirmed this claim.", "The town", "confirmed", "this claim"),
        ("Kesk tweeted about the allegations of the mayor.", "Kesk", "tweeted about", "the allegations of the mayor"),
        ("The paper reported on the trials of the town.", "The paper", "reported on", "the trials of the town"),
        ("Kesk contradicted the agencies of the state on Monday.", "Kesk", "contradicted", "the agencies of the state"),
        ("Here is what she said, according to a letter.", "a letter", "according to", "Here is what she said"),
        ("Kesk testified on what happened in the valley.", "Kesk", "testified on", "what happened in the valley"),
        ("Kesk repeated the allegations on Monday.", "Kesk", "repeated", "the allegations"),
        ("Kesk argued the court case about the dam.", "Kesk", "argued", "the court case about the dam"),
        ("Kesk tweeted a link to a story that told of the dam.", "Kesk", "tweeted", "a link to a story that told of the dam"),
        ("Kesk offered the ministry’s “vision” for the dam.", "Kesk", "offered", "the ministry’s “vision” for the dam"),
        ("The farmers held the “Day of the Dam” event.", "The farmers", "held", "the “Day of the Dam” event"),
        ("They disagreed on whether the dam leaks.", "They", "disagreed on", "whether the dam leaks"),
        ("The paper asked an engineer of the dam.", "The paper", "asked", "an engineer of the dam"),
        ("Kesk read a story that told of the dam.", "Kesk", "read", "a story that told of the dam"),
        ("Kesk tweeted in response to criticism of the dam.", "Kesk", "tweeted in response to", "criticism of the dam"),
    ],
)
def test_a_mere_topic_is_no_statement(text: str, source: str, cue: str, content: str) -> None:
    assert act(text, source, cue, content) == Act.PERCEIVE


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        ("Kesk described the raid as a failure.", "Kesk", "described", "the raid as a failure", Act.SAY),
        ("Kesk highlighted the importance of the dam.", "Kesk", "highlighted", "the importance of the dam", Act.SAY),
        ("Kesk described how the dam broke.", "Kesk", "described", "how the dam broke", Act.SAY),
        ("Kesk reported three deaths.", "Kesk", "reported", "three deaths", Act.SAY),
        ("Kesk referred to “the worst dam of all”.", "Kesk", "referred to", "“the worst dam of all”", Act.SAY),
    ],
)
def test_what_is_said_of_a_thing_stays_a_statement(text: str, source: str, cue: str, content: str, wanted: Act) -> None:
    assert act(text, source, cue, content) == wanted
