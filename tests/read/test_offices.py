import pytest

from onrecord.read.offices import office_at, office_before
from onrecord.records import Block, Role
from tests.pages import parser


def office_by_name(text: str, name: str):
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    office = office_before(parse, parse.text.index(name))
    return office and (office.words(text, parse), office.of)


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Kenyan Prime Minister Odo Bresk arrived.", "Odo", ("Kenyan Prime Minister", "Kenya")),
        ("Kenya's second vice president Odo Bresk arrived.", "Odo", ("Kenya's second vice president", "Kenya")),
        ("UN Secretary General Odo Bresk arrived.", "Odo", ("UN Secretary General", "UN")),
        ("The way President Bresk speaks is new.", "Bresk", ("President", None)),
        ("They met Odo Bresk.", "Odo", None),
        ("It showed an emotional President Bresk.", "Bresk", ("President", None)),
        ("The mayor prepares to host US President Odo Bresk.", "Odo", ("US President", "United States")),
        (
            "He praised former Housing and Works Secretary Odo Bresk.",
            "Odo",
            ("former Housing and Works Secretary", "Housing and Works"),
        ),
        ("New Mexico Gov. Odo Bresk arrived.", "Odo", ("New Mexico Gov.", "New Mexico")),
        ("They trust then-Prime Minister Odo Bresk.", "Odo", ("then-Prime Minister", None)),
    ],
)
def test_an_office_before_a_name_is_read_with_its_state(text, name, office):
    assert office_by_name(text, name) == office


def test_an_office_after_a_name_takes_in_what_it_is_an_office_of():
    text = "Odo Bresk, president of the Harbour League, left."
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    office = office_at(parse, parse.text.index("president"))
    assert office is not None
    assert office.words(text, parse) == "president of the Harbour League"


def may_be(short: str, full: str) -> bool:
    offices = []
    for words in (short, full):
        text = f"The {words} spoke."
        parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
        offices.append(next(o for token in range(len(parse)) if (o := office_at(parse, token))))
    return offices[0].may_be(offices[1])


def test_an_age_is_nothing_that_an_office_is_of():
    text = "Odo Bresk, a lawyer of 44 who never held office, left."
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    office = office_at(parse, parse.text.index("lawyer"))
    assert office is not None
    assert office.title(parse) == "lawyer"


def test_a_shorter_office_may_be_the_longer_one():
    assert may_be("premier", "prime minister")
    assert may_be("minister", "foreign minister")
    assert may_be("envoy", "special representative")


def test_another_rank_state_or_time_is_another_office():
    assert not may_be("presidential spokesman", "spokesman for the army")
    assert may_be("spokesman", "presidential spokesman")
    assert not may_be("president", "vice president")
    assert not may_be("foreign minister", "former foreign minister")
    assert not may_be("Kenyan premier", "Ugandan prime minister")
    assert not may_be("interior minister", "foreign minister")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The terrorism adviser to President Robert Tillman left.", ("President", None)),
        ("The spokesman for Kenya's President Robert Tillman left.", ("Kenya's President", "Kenya")),
        ("A spokesman for Kenyan President Robert Tillman left.", ("Kenyan President", "Kenya")),
        ("A spokesman for Army General Robert Tillman left.", ("Army General", None)),
        ("A key aide to Prime Minister Robert Tillman left.", ("Prime Minister", None)),
        ("The defense secretary's spokesman Robert Tillman left.", ("spokesman", None)),
        ("Special Representative for Kenya Ambassador Robert Tillman left.", ("Special Representative for Kenya", "Kenya")),
        ("Chief of Army Staff General Robert Tillman left.", ("Chief of Army Staff", None)),
        ("White House Press Secretary Robert Tillman left.", ("White House Press Secretary", "White House")),
        ("Pentagon Press Secretary Robert Tillman left.", ("Pentagon Press Secretary", "Pentagon")),
    ],
)
def test_the_office_before_a_name_is_the_holders_own(text, office):
    assert office_by_name(text, "Robert") == office


def test_what_somebody_did_is_no_part_of_an_office():
    assert office_by_name("It was richer before they ousted President Tillman.", "Tillman") == ("President", None)
    assert office_by_name("The ousted President Tillman left.", "Tillman") == ("ousted President", None)


def test_whom_somebody_serves_has_not_their_office():
    assert office_by_name("An adviser to Robert Tillman left.", "Robert") is None
    assert office_by_name("A member of Tillman's team left.", "Tillman") is None
    assert office_by_name("An adviser to Republican Robert Tillman left.", "Robert") is None
    assert office_by_name("A top aide to then Democratic Robert Tillman left.", "Robert") is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The plant's former head Ada Bresk spoke.", "plant's former head"),
        ("The plant’s former head Ada Bresk spoke.", "plant’s former head"),
        ("The anti-fraud chief Ada Bresk spoke.", "anti-fraud chief"),
    ],
)
def test_an_office_is_spaced_as_the_article_has_it(text, title):
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    office = office_before(parse, parse.text.index("Ada"))
    assert office.title(parse) == title


def test_what_an_office_is_of_keeps_whose_it_is():
    text = "Odo Bresk, the head of the Tillman's Global Health Institute, spoke."
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    office = office_at(parse, parse.text.index("head"))
    assert office.of == "Tillman's Global Health Institute"
