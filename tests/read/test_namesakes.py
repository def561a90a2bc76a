from onrecord.records import Kind
from tests.pages import page_of


def people(text: str) -> dict[str, list[str]]:
    """Give the offices of each person of a text."""
    return {chain.name: [role.office for role in chain.roles] for chain in page_of(text).chains if chain.kind == Kind.PERSON}


def test_who_is_called_by_surname_is_not_the_relative_named_in_full_later():
    text = "President Tillman left Nairobi on Monday. Tillman praised the talks. He was with his wife Mary Tillman."
    assert people(text) == {"Tillman": ["President"], "Mary Tillman": []}
    text = "President Tillman left Nairobi. Mary Tillman, the president's daughter, stayed."
    assert people(text) == {"Tillman": ["President"], "Mary Tillman": []}


def test_nor_a_junior_named_in_full_later():
    text = "President Tillman left Nairobi on Monday. The lawyers of Robert Tillman Jr. stayed."
    assert people(text) == {"Tillman": ["President"], "Robert Tillman Jr.": []}
    text = "Tillman is a national hero in Kenya. The speech of Robert Tillman Jr. is taught in Nairobi."
    assert list(people(text)) == ["Robert Tillman Jr."]


def test_a_relative_named_in_full_is_not_the_president_called_by_surname_later():
    text = "Mary Tillman, the president's daughter, stayed in Nairobi. President Tillman left on Monday."
    assert people(text) == {"Mary Tillman": [], "Tillman": ["President"]}
    text = "The mayor came with his wife, President Mary Tillman. President Tillman left on Monday."
    assert list(people(text)) == ["Mary Tillman"]


def test_nor_somebody_of_another_gender():
    text = "President Tillman said he would go home to his family. Mary Tillman met voters in Nairobi."
    assert people(text) == {"Tillman": ["President"], "Mary Tillman": []}


def test_who_is_named_in_full_later_and_is_nobodys_relative_is_who_was_meant():
    text = "President Tillman said he would go home to his family. Robert Tillman met voters in Nairobi."
    assert people(text) == {"Robert Tillman": ["President"]}
    text = "Mary Tillman spoke in Nairobi. Tillman said she would stay. His daughter Mary Tillman left with her."
    assert list(people(text)) == ["Mary Tillman"]


def test_a_woman_is_not_the_president_whom_an_article_on_men_never_names_in_full():
    text = "He met Mary Tillman in Nairobi, and his aide sent him a note. President Tillman left on Monday."
    assert people(text) == {"Mary Tillman": [], "Tillman": ["President"]}
    text = "He met President Mary Tillman in Nairobi, and his aide sent him a note. President Tillman left on Monday."
    assert list(people(text)) == ["Mary Tillman"]
    text = "She met Mary Tillman in Nairobi, and her aide sent her a note. President Tillman left on Monday."
    assert list(people(text)) == ["Mary Tillman"]
