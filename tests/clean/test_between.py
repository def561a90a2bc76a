from onrecord.clean.between import mark_between
from onrecord.clean.sheet import lay_out
from onrecord.records import Found, Role, Sighting

LEAD = "The minister of roads said on Monday that the northern bridge would be closed for two winters."
LAST = "Farmers doubt it, and have begun to repair the old ferry with their own hands, as after the flood."


def between(*lines):
    sheet = lay_out(Found("\n\n".join((LEAD, *lines, LAST)), Sighting("x")))
    mark_between(sheet)
    return sheet.roles[1 : 1 + len(lines)]


def test_headlines_between_paragraphs():
    assert between("Minister Says Bridge Was Never Safe") == [Role.RELATED]
    assert between("Mayor returns to the valley after long talks") == [Role.RELATED]
    assert between("Read more: the ferry") == [Role.RELATED]


def test_headlines_in_capitals_and_behind_a_label_in_capitals():
    assert between("ADA MOOR: IS THE BRIDGE SAFE AT LAST?") == [Role.RELATED]
    assert between("SEE ALSO: The minister will not close the bridge") == [Role.RELATED]
    assert between("THE BRIDGE") == between("2. WHAT BECOMES OF THE BRIDGE.") == [None]


def test_the_articles_own_lines():
    assert between("Who pays") == [None]
    assert between("Stone: “We have to close the bridge within ten years or it falls”") == [None]
    assert (
        between("These roads are closed as well:", "North Road in Keldon town today", "Mill Lane to the ferry", "Long Street")
        == [None] * 4
    )


def test_where_paragraphs_have_no_stops_none_stands_out():
    sheet = lay_out(
        Found(
            "\n\n".join([LEAD[:-1] + " and " + LAST[:-1] + " as they did before"] * 2 + ["Minister says so too again"]),
            Sighting("x"),
        )
    )
    mark_between(sheet)
    assert sheet.roles[2] is None


def test_names_that_close_the_quotations_above_them():
    said = "“The dam brings water, and nobody else will bring it to the lower town this year.”"
    names = ("Ada Ternin, Olm Post", "Boro Kesk and Dena Orlu, The Vale", "Editorial Board, Olm Post")
    roles = between(*(line for name in names for line in (said.replace("year", name), name)))
    assert roles[1::2] == [Role.BODY] * 3
    assert Role.BODY not in between(*(line for name in names for line in (name, said.replace("year", name))))
