from onrecord.clean.above import mark_above
from onrecord.clean.sheet import lay_out
from onrecord.records import Found, Role, Sighting, Told

BODY = (
    "The minister of roads said on Monday that the northern bridge would be closed.\n\n"
    "Farmers doubt it, and say so to anyone who asks."
)


def above(*lines, **told):
    sheet = lay_out(Found("\n\n".join((*lines, BODY)), Sighting("x"), Told(**told)))
    mark_above(sheet)
    return sheet.roles[: len(lines)]


def test_a_label_gives_way_to_the_longer_line_below():
    assert above("Roads", "Northern bridge closed for winter") == [Role.FURNITURE, Role.TITLE]


def test_a_standfirst_speaks_of_the_same_as_the_text():
    assert above("Northern bridge closed", "Minister closed the bridge and farmers doubt it") == [Role.TITLE, Role.STANDFIRST]
    assert above("Northern bridge closed", "Great offers inside every shop today") == [Role.TITLE, Role.FURNITURE]


def test_the_authors_alone_are_a_byline():
    assert above("Northern bridge closed", "Ada Moor", authors=("Ada Moor",), title="Northern bridge closed") == [
        Role.TITLE,
        Role.BYLINE,
    ]


def test_a_caption_with_an_agency_is_furniture():
    assert above("Northern bridge closed", "The bridge at dawn (Reuters)") == [Role.TITLE, Role.FURNITURE]
