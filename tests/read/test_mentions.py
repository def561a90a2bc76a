from itertools import pairwise

from onrecord.read.bounds import fold
from onrecord.read.mentions import find_names
from onrecord.records import Block, Kind, Role
from tests.pages import parser


def names(text: str, kind: Kind | None = None) -> list[str]:
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    return [" ".join(seen.words) for seen in find_names(parse) if kind in (None, seen.kind)]


def test_folding_drops_accents_case_and_possessives():
    assert fold("Ánna  O’Brien’s") == fold("anna obrien") == "anna obrien"


def test_titles_and_offices_are_no_part_of_a_name():
    assert "Robert Tillman" in names("Kenyan Prime Minister Robert Tillman met Mr. David Ashworth in Nairobi.", Kind.PERSON)


def test_a_surname_the_parser_missed_is_found_by_the_full_name():
    text = "Robert Tillman spoke on Monday. MR. TILLMAN: We will see. Later Tillman left."
    assert names(text, Kind.PERSON).count("Tillman") + names(text, Kind.PERSON).count("TILLMAN") == 2


def test_a_name_after_a_title_is_found():
    assert "Tollivar" in names("Then President Tollivar’s plan failed, and the crowd left.", Kind.PERSON)


def test_initials_in_brackets_come_with_their_long_name():
    found = names("The Harbour Workers Union (HWU) met. The HWU voted.")
    assert "Harbour Workers Union" in found
    assert found.count("HWU") == 2


def test_headline_capitals_make_no_names():
    found = names("Minister Says Harvest Plan Will Not Harm Local Farmers\n\nThe minister spoke on the plan.")
    assert found == []


def test_names_do_not_overlap_on_odd_input():
    for text in ("", " ", "Mr.", "Dr. Mr.", "((TTP))", "President President", "“", "A (BC) (BC)", "\ud800 Mr. \ud800"):
        parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
        spans = [(seen.first, seen.last) for seen in find_names(parse)]
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
