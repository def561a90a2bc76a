"""People in what a parser takes for one body's name."""

from onrecord.read.mixed import divided, headed, taken_up
from onrecord.read.names import Seen
from onrecord.records import Block, Kind, Role
from tests.pages import parser


def read(text: str):
    return parser().parse(text, (Block("a", 0, len(text), Role.BODY),))


def seen(parse, name: str, kind: Kind) -> Seen:
    words = read(name).text
    first = next(i for i in range(len(parse)) if tuple(parse.text[i : i + len(words)]) == tuple(words))
    return Seen(first, first + len(words), kind, tuple(name.split()))


def test_a_body_and_its_known_expert_are_two():
    parse = read("Odo Bresk spoke. Larkfield's Bresk was glad. Bresk of Larkfield School was glad.")
    whole = [seen(parse, "Odo Bresk", Kind.PERSON), seen(parse, "Larkfield's Bresk", Kind.INSTITUTION)]
    whole.append(seen(parse, "Bresk of Larkfield School", Kind.INSTITUTION))
    found = [(" ".join(each.words), each.kind) for each in divided(parse, whole)]
    assert found == [
        ("Odo Bresk", Kind.PERSON),
        ("Larkfield", Kind.INSTITUTION),
        ("Bresk", Kind.PERSON),
        ("Bresk", Kind.PERSON),
        ("Larkfield School", Kind.INSTITUTION),
    ]
    assert list(divided(parse, whole[1:])) == whole[1:]


def test_a_first_name_behind_a_bodys_possessive_opens_a_persons():
    parse = read("Larkfield's David Bresk was glad.")
    found = divided(parse, [seen(parse, "Larkfield's David Bresk", Kind.INSTITUTION)])
    assert [(" ".join(each.words), each.kind) for each in found] == [
        ("Larkfield", Kind.INSTITUTION),
        ("David Bresk", Kind.PERSON),
    ]


def test_a_title_behind_a_bodys_possessive_opens_a_persons():
    parse = read("Larkfield's Dr. Bresk was glad.")
    found = divided(parse, [seen(parse, "Larkfield's Dr. Bresk", Kind.INSTITUTION)])
    assert [(each.kind, each.words) for each in found] == [
        (Kind.INSTITUTION, ("Larkfield",)),
        (Kind.PERSON, ("Bresk",)),
    ]


def test_a_lone_name_gone_on_with_as_he_is_somebodys():
    parse = read("Bresk said that he would come. Nobody came. Bresk, who is late, was glad.")
    lone = [Seen(i, i + 1, Kind.INSTITUTION, ("Bresk",)) for i, word in enumerate(parse.text) if word == "Bresk"]
    assert taken_up(parse, lone) == {"bresk"}
    assert taken_up(parse, lone[:1]) == set()
    parse = read("Army said that he would come. Army, who is late, was glad.")
    lone = [Seen(i, i + 1, Kind.INSTITUTION, ("Army",)) for i, word in enumerate(parse.text) if word == "Army"]
    assert taken_up(parse, lone) == set()


def test_what_somebody_leads_is_a_body():
    parse = read("Ada Bresk, the leader of Korvan Hale, spoke. Korvan Hale was glad. She is a member of Tillman's team.")
    names = [seen(parse, "Korvan Hale", Kind.PERSON), seen(parse, "Tillman", Kind.PERSON), seen(parse, "Ada Bresk", Kind.PERSON)]
    assert headed(parse, names) == {("korvan", "hale")}
