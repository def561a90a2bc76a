"""What people thought, told by the writer, and what they hold and gave as their position."""

import pytest

from onrecord.records import NOT_SAID, Act
from tests.read.test_acts import act


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The crew thought the water was safe.", "The crew", "thought", "the water was safe"),
        ("They assumed that Kesk would be at the dam.", "They", "assumed", "that Kesk would be at the dam"),
        ("They wrongly concluded that the dam was safe.", "They", "wrongly concluded", "that the dam was safe"),
        ("Lowlanders regard themselves as a river people.", "Lowlanders", "regard", "themselves as a river people"),
    ],
)
def test_what_the_writer_tells_of_a_mind_is_no_statement(text: str, source: str, cue: str, content: str) -> None:
    assert act(text, source, cue, content) in NOT_SAID


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("I thought the water was safe.", "I", "thought", "the water was safe"),
        ("Ada Ternin thinks the water is safe.", "Ada Ternin", "thinks", "the water is safe"),
        ("Ada Ternin thought the dam should be mended.", "Ada Ternin", "thought", "the dam should be mended"),
        ("Ada Ternin thought the dam was a mistake.", "Ada Ternin", "thought", "the dam was a mistake"),
        ("Only five percent of the town thought it was safe.", "Only five percent of the town", "thought", "it was safe"),
        ("Officials regard the dam as unsafe.", "Officials", "regard", "the dam as unsafe"),
    ],
)
def test_a_position_is_one(text: str, source: str, cue: str, content: str) -> None:
    assert act(text, source, cue, content) == Act.BELIEVE
