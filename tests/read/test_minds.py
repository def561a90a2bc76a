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
        ("Party leaders fear that the dam will break.", "Party leaders", "fear", "that the dam will break"),
        ("Both boards believe the dam is theirs.", "Both boards", "believe", "the dam is theirs"),
        ("Ada Ternin feared that the dam would break.", "Ada Ternin", "feared", "that the dam would break"),
        ("Ada Ternin apparently believes that the dam is safe.", "Ada Ternin", "apparently believes", "that the dam is safe"),
        ("The town was less sure that the dam would hold.", "The town", "was less sure", "that the dam would hold"),
        ("The firm is thought to have built the dam.", None, "is thought", "to have built the dam"),
    ],
)
def test_what_the_writer_tells_of_a_mind_is_no_statement(text: str, source: str | None, cue: str, content: str) -> None:
    assert act(text, source, cue, content) in NOT_SAID


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("I thought the water was safe.", "I", "thought", "the water was safe"),
        ("Ada Ternin thinks the water is safe.", "Ada Ternin", "thinks", "the water is safe"),
        ("Ada Ternin thought the dam should be mended.", "Ada Ternin", "thought", "the dam should be mended"),
        ("Ada Ternin thought the dam was a mistake.", "Ada Ternin", "thought", "the dam was a mistake"),
        ("Only five percent of the town thought it was safe.", "Only five percent of the town", "thought", "it was safe"),
        ("Ada Ternin believes that the dam is safe.", "Ada Ternin", "believes", "that the dam is safe"),
        ("Police believe that the dam was mined.", "Police", "believe", "that the dam was mined"),
        ("Ada Ternin is confident that the dam will hold.", "Ada Ternin", "is confident", "that the dam will hold"),
        ("The board voiced fears that the dam may break.", "The board", "voiced fears", "that the dam may break"),
        ("Officials regard the dam as unsafe.", "Officials", "regard", "the dam as unsafe"),
    ],
)
def test_a_position_is_one(text: str, source: str, cue: str, content: str) -> None:
    assert act(text, source, cue, content) == Act.BELIEVE
