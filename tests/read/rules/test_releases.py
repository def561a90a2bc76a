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


SERIES = """The left wants the dam.

“The dam brings water and nobody else will bring it…

“We have asked for it since the flood.”

Ada Ternin, Olm Post

Some note that “a dam alone mends no pipe, and pipes cost more than dams.”

Boro Kesk and Dena Orlu, The Vale

“It is a small price, and the town can pay it.”

Editorial Board, Olm Post
"""


def test_names_on_lines_of_their_own_close_the_quotations_above_them(tag: Tag) -> None:
    found = [(x.source, x.content) for x in tag(SERIES) if x.rule == "signed"]
    assert [source for source, _ in found] == ["Ada Ternin", "Boro Kesk and Dena Orlu", "Editorial Board, Olm Post"]
    assert found[0][1].startswith("“The dam brings")
    assert found[0][1].endswith("since the flood.”")
    assert found[1][1] == "“a dam alone mends no pipe, and pipes cost more than dams.”"


def test_names_behind_their_quotations_count_as_well(tag: Tag) -> None:
    text = SERIES.replace("\n\nAda Ternin, Olm Post", " Ada Ternin, Olm Post").replace("\n\nEditorial", " Editorial")
    assert [x.source for x in tag(text) if x.rule == "signed"] == [
        "Ada Ternin",
        "Boro Kesk and Dena Orlu",
        "Editorial Board, Olm Post",
    ]
    assert not [x for x in tag("“The town comes first.” Dena Orlu, Olm Post") if x.rule == "signed"]


def test_names_above_their_quotations_close_none(tag: Tag) -> None:
    lines = SERIES.split("\n\n")
    turned = "\n\n".join(line for i in (3, 2, 5, 4, 7, 6) for line in (lines[i],))
    assert not [x for x in tag(turned) if x.rule == "signed"]


def test_a_signature_keeps_an_office(tag: Tag) -> None:
    assert [x.source for x in tag("“The town comes first.” — Dena Orlu, Mayor of Olm")] == ["Dena Orlu, Mayor of Olm"]
    assert [x.source for x in tag("“The town comes first.” — Dena Orlu, Olm Post")] == ["Dena Orlu"]
