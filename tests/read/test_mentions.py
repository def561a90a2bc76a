from itertools import pairwise

import pytest

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


def test_what_somebody_is_called_is_no_part_of_the_name_but_does_not_end_it():
    assert names("Committee Chairman Howard P. “Buck” Tillman said the dam was safe.", Kind.PERSON) == ["Howard P. Tillman"]


def test_a_headlines_word_is_no_part_of_a_name():
    text = "Scorecard: Assessing Tillman's Successes And Shortcomings\n\nMr. Tillman left. Tillman said the dam was safe."
    assert "Assessing Tillman" not in names(text, Kind.PERSON)


def test_a_name_ends_with_the_surname_the_article_goes_on_to_use():
    text = "The Robert Tillman Presidential Center opened. Robert Tillman spoke. Tillman smiled, and Tillman waved."
    assert not any("Presidential" in name for name in names(text, Kind.PERSON))


def test_a_title_makes_a_person_of_what_a_parser_took_for_a_place_or_a_body():
    assert names("President Mbanda defended his plan. Mbanda said the dam was safe.", Kind.PERSON) == ["Mbanda", "Mbanda"]


def test_a_first_name_that_is_an_office_too_stays_with_its_surname():
    assert names("Sen. Dean Tillman spoke first.", Kind.PERSON) == ["Dean Tillman"]


def test_a_first_name_stands_alone_for_who_is_named_in_full():
    text = "Prime Minister Abna Reso spoke. At home, Abna has offered one surprise after another. Abna was glad."
    parse = parser().parse(text, (Block("a", 0, len(text), Role.BODY),))
    alone = {parse.text[seen.first] for seen in find_names(parse) if len(seen.words) == 1 and seen.kind != Kind.PERSON}
    assert "Abna" not in alone


def test_a_name_with_a_hyphen_is_kept_whole():
    assert "Kim Jin-hwang" in names("Navy Capt. Kim Jin-hwang, who led the search, said it was slow.", Kind.PERSON)


def test_a_surname_the_parser_took_for_a_place_is_the_name_s():
    text = "Austrian Defense Minister Hans Peter Doskel announced Saturday that the pass would be closed."
    assert "Hans Peter Doskel" in names(text, Kind.PERSON)


def test_a_body_s_name_goes_on_behind_for():
    assert names("The Korvan Agency for Harbour Works said no.") == ["Korvan Agency for Harbour Works"]


def test_a_rank_is_no_name():
    found = names(
        "Pentagon Press Secretary Rear Adm. Robert Tillman spoke. Rear Adm. Tillman left. Chief Warrant Officer Ada Bresk came."
    )
    assert [name for name in found if name != "Pentagon"] == ["Robert Tillman", "Tillman", "Ada Bresk"]


def test_who_is_told_of_as_a_person_is_no_body():
    assert "Günther Plattel" in names("Günther Plattel, the governor of Tarn, said no.", Kind.PERSON)
    assert "Sediq Varrqui" in names("“It was late,” said Sediq Varrqui, spokesman for the harbour.", Kind.PERSON)


def test_what_runs_on_behind_a_name_is_cut_where_it_stands_alone_elsewhere():
    text = "Ada Bresk Show Hide Harvest\n\nAda Bresk spoke in Nairobi. Bresk said no. Then Bresk left."
    assert "Ada Bresk Show Hide Harvest" not in names(text)


def test_dean_is_a_first_name_before_a_surname():
    assert "Dean Tollan" in names("A spokesman, Dean Tollan, said no.", Kind.PERSON)


def test_a_name_behind_a_trade_is_found():
    assert "Ankit Pandar" in names("Geopolitics analyst Ankit Pandar wrote that it was so.", Kind.PERSON)


def test_a_day_or_what_a_dash_sets_off_is_no_part_of_a_name():
    assert names("He had lunch with President Robert Tillman Thursday, and left.", Kind.PERSON) == ["Robert Tillman"]
    text = "She married Robert Joe Tillman Jr.—while he was serving time."
    assert not any("while" in name for name in names(text, Kind.PERSON))


@pytest.mark.parametrize("word", ["Slippery", "Stand With"])
def test_words_before_a_first_name_are_no_part_of_the_name(word):
    text = f"{word} Robert Tillman, a man of the valley, will go. Later Mr. Tillman left. Robert Tillman waved."
    assert set(names(text, Kind.PERSON)) <= {"Robert Tillman", "Tillman"}


def test_the_field_a_professor_teaches_is_no_part_of_the_name():
    text = "The college said that “Professor of Law Elizabeth Tillman is from Olm.”"
    assert names(text, Kind.PERSON) == ["Elizabeth Tillman"]


def test_a_name_behind_an_office_told_with_of_is_found():
    text = "“It is safe,” said acting Assistant Secretary of Defense Vittorino Melgado."
    assert names(text, Kind.PERSON) == ["Vittorino Melgado"]


def test_a_body_s_name_goes_on_behind_on_and_in():
    assert names("In a draft, the Select Committee on Harbours said that the dam was safe.", Kind.INSTITUTION) == [
        "Select Committee on Harbours"
    ]
    text = "Many were tested, according to Our World in Data, as well as the number of tests."
    assert names(text, Kind.INSTITUTION) == ["Our World in Data"]
    assert "Committee" not in " ".join(names("The Harbour Committee in Nairobi met.", Kind.INSTITUTION)).split("Committee", 1)[1]


def test_a_body_s_name_goes_on_with_one_more_of_its_fields():
    text = "The Korvan Ministry of Harbours and Fisheries said that the dam was safe."
    assert "Korvan Ministry of Harbours and Fisheries" in names(text)
    assert "Ministry of Defense and NATO" not in names("The Ministry of Defense and NATO said that the dam was safe.")


def test_a_trade_that_opens_a_sentence_is_no_part_of_the_name():
    assert names("Filmmaker Ada Tillman also criticised the dam.", Kind.PERSON) == ["Ada Tillman"]
    assert names("Neighbor Elena Tilla, said she knew him since he was a kid.", Kind.PERSON) == ["Elena Tilla"]


def test_who_is_named_behind_a_trade_is_a_person_whatever_the_parser_took_the_name_for():
    text = "Harbour spokesman Denzel McTillman said that the dam was safe."
    assert "Denzel McTillman" in names(text, Kind.PERSON)
    assert "Christian Tillman" in names("Regional President Christian Tillman also said that the dam was safe.", Kind.PERSON)


def test_a_first_name_stands_alone_behind_what_somebody_calls_its_bearer():
    text = "The party did rig the vote against Crazy Bernie, something they had done before. Bernie Tillman left."
    assert names(text, Kind.PERSON) == ["Bernie", "Bernie Tillman"]


def test_a_name_behind_a_minister_s_field_is_found_whole():
    text = "Egyptian Minister of Aviation Sherif Fathan said the plane was safe. Later Fathan left."
    assert "Sherif Fathan" in names(text, Kind.PERSON)


def test_a_name_that_only_what_follows_tells_is_found():
    assert "Dhoruba Tillar" in names("Dhoruba Tillar, 24, of St. Louis, said the dam was safe.", Kind.PERSON)
