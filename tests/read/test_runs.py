import pytest

from onrecord.backends.protocols import Parse
from onrecord.read.mentions import find_names
from onrecord.read.names import Seen
from onrecord.read.runs import cut_off
from onrecord.records import Block, Kind, Role
from tests.pages import parser


def names(text: str) -> list[str]:
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    return [" ".join(seen.words) for seen in find_names(parse) if seen.kind == Kind.PERSON]


def cut(*names: str) -> list[str]:
    """Cut names that stand in this order, two words of text between them; "Mr." makes a title."""
    seen, first, text = [], 0, []
    for name in names:
        title, words = ("Mr.", name.split()[1:]) if name.startswith("Mr.") else (None, name.split())
        text += [title or "then", *words, "left"]
        seen.append(Seen(first + 1, first + 1 + len(words), Kind.PERSON, tuple(words), title))
        first += len(words) + 2
    size = len(text)
    blank = [""] * size
    parse = Parse(range(size), range(size), text, blank, blank, blank, blank, range(size), [(0, size)], [0])
    return [" ".join(each.words) for each in cut_off(parse, seen)]


@pytest.mark.parametrize("run_on", ["Robert Tillman Tillman", "Robert Tillman Robert Varen Tillman Retirees"])
def test_a_name_written_twice_is_written_once(run_on):
    assert cut(run_on, "Tillman") == ["Robert Tillman", "Tillman"]


def test_a_name_that_holds_one_word_twice_stays():
    twice = ["Abdal Abdal", "Hamed Olan Hamed", "Odo R. R. Bresk"]
    assert cut(*twice) == twice


def test_what_follows_the_surname_of_somebody_named_without_the_middle_name_too_is_cut_off():
    assert cut("Robert Tillman", "Robert Varen Tillman Hardcover")[1] == "Robert Varen Tillman"


def test_a_surname_with_a_headlines_word_behind_it_is_the_surname():
    assert cut("Robert Tillman", "Tillman", "Tillman Lost", "Tillman")[2] == "Tillman"
    assert cut("Mr. Tillman", "Tillman", "Tillman", "Tillman Lost")[3] == "Tillman"


def test_a_full_name_that_begins_like_a_surname_stays():
    assert cut("Mr. Tillman", "Tillman Varen", "Tillman")[1] == "Tillman Varen"
    assert cut("Robert Tillman", "Tillman", "Tillman", "Tillman Varen", "Varen")[3] == "Tillman Varen"


def test_a_verb_or_adverb_before_a_surname_is_no_first_name():
    text = "Robert Tillman spoke in Nairobi. {} The crowd left when Tillman waved."
    for sentence in ("Said Tillman: “We will see.”", "Underlying Tillman's explanation was a letter."):
        assert set(names(text.format(sentence))) == {"Robert Tillman", "Tillman"}


def test_said_is_a_first_name_before_what_its_bearer_does():
    text = "Said Tillman said that the dam was safe. Later Mr. Tillman left, and the crowd saw Said Tillman go."
    assert "Said Tillman" in names(text)


def test_odd_marks_in_a_word_are_no_part_of_a_name():
    assert names("“They are devastated in Larkfield,″ Tillman told reporters Saturday.") == ["Tillman"]
    assert names("It was told by many: Rep.\ufeff Susan Tillman, a sponsor of the law, left.") == ["Susan Tillman"]
