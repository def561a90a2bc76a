import pytest

from onrecord.read.manner import manner_of
from onrecord.records import Manner


@pytest.mark.parametrize(
    ("text", "content", "manner"),
    [
        ("“We will go,” he said.", "“We will go,”", Manner.DIRECT),
        ("“We will go,” he said.", "We will go", Manner.DIRECT),
        ("He said they will go.", "they will go", Manner.INDIRECT),
        ("He said it was “a danger” to all.", "it was “a danger” to all", Manner.MIXED),
        ("It's Orlu's plan, he said.", "It's Orlu's plan", Manner.INDIRECT),
        ('"We go.\n"We stay," he said.', '"We stay,"', Manner.DIRECT),
    ],
)
def test_manner(text: str, content: str, manner: Manner) -> None:
    start = text.index(content)
    assert manner_of(text, ((start, start + len(content)),)) == manner


def test_a_content_over_paragraphs() -> None:
    text = "“We go.\n\n“We stay,” he said."
    assert manner_of(text, ((0, 7), (9, 19))) == Manner.DIRECT


def test_no_content_is_indirect() -> None:
    assert manner_of("", ()) == Manner.INDIRECT
