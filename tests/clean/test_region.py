from onrecord.clean.paragraphs import cut_paragraphs
from onrecord.clean.region import main_region

PROSE = "The minister of roads said on Monday that the northern bridge would be closed for at least two winters."


def region(*lines):
    paragraphs = cut_paragraphs("\n".join(lines))
    return main_region(paragraphs, [line == PROSE for line in lines])


def test_all_of_a_clean_text():
    assert region(PROSE, PROSE, "Who pays", PROSE) == (0, 4)


def test_a_few_lines_part_nothing_in_a_clean_text():
    assert region(PROSE, PROSE, PROSE, PROSE, PROSE, *["A list of things"] * 5, PROSE) == (0, 11)


def test_the_menus_of_a_page_are_left_out():
    assert region(*["Menu"] * 30, PROSE, PROSE, PROSE, *["Menu"] * 30, PROSE) == (30, 33)


def test_a_heading_of_other_matter_ends_the_article():
    assert region(PROSE, PROSE, *["Menu"] * 10, "Related articles", PROSE)[1] == 2
