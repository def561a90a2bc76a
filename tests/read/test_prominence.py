from onrecord.backends.protocols import Parse
from onrecord.read.prominence import group_before, relative_before
from onrecord.records import Block, Role
from tests.pages import parser


def parsed(text: str) -> Parse:
    return parser().parse(text, (Block("a", 0, len(text), Role.BODY),))


def test_they_are_the_several_people_who_are_the_subject_before():
    def group(text: str) -> str | None:
        parse = parsed(text)
        noun = group_before(parse, next(t for t, word in enumerate(parse.text) if word == "They"))
        return noun if noun is None else parse.text[noun]

    assert group("Many residents are afraid of the dam. They say it leaks.") == "residents"
    assert group("Some people saw the danger: They say it leaks.") == "people"
    assert group("Robert Tillman is afraid of the dam. They say it leaks.") is None
    assert group("Many residents met the officials. They say it leaks.") is None
    assert group("The dams are old. They say it leaks.") is None


def test_a_second_who_goes_on_from_the_first():
    parse = parsed("Among them was Ada Bresk, an adviser who was forced out in May, and who told reporters that the dam was old.")
    first, second = (token for token, word in enumerate(parse.text) if word == "who")
    assert relative_before(parse, second) == first
    assert relative_before(parse, first) == first
