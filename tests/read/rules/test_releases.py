from tests.read.rules.conftest import Tag


def test_a_quotation_announced_by_the_paragraph_before(tag: Tag) -> None:
    found = tag("And from Chair Dena Orlu:\n“This decision puts the town first. We thank all who helped.”")
    assert [(x.source, x.content) for x in found] == [
        ("Chair Dena Orlu", "“This decision puts the town first. We thank all who helped.”")
    ]


def test_a_speech_verb_before_a_colon(tag: Tag) -> None:
    found = tag("Orlu wrote after the vote in the council:\n“This decision puts the town first.”")
    assert [(x.source, x.cue) for x in found] == [("Orlu", "wrote")]


def test_a_signed_quotation(tag: Tag) -> None:
    found = tag("“This decision puts the town first.” – Commissioner Dena Orlu")
    assert [(x.source, x.content) for x in found] == [("Commissioner Dena Orlu", "“This decision puts the town first.”")]
