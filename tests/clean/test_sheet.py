from onrecord.clean.sheet import lay_out
from onrecord.records import Found, Role, Sighting

LEAD = "The minister of roads said on Monday that the northern bridge would be closed for two winters."


def test_running_text_and_furniture():
    sheet = lay_out(Found(f"Share this post\n\n{LEAD}\n\nWho pays", Sighting("x")))
    assert sheet.prose == [False, True, False]
    assert sheet.roles == [Role.FURNITURE, None, None]
    assert (sheet.first, sheet.transcript, sheet.scraped, sheet.drawn) == (1, False, False, False)


def test_a_line_shares_words_with_the_running_text():
    sheet = lay_out(Found(f"Bridge closed\n\n{LEAD}", Sighting("x")))
    assert sheet.shares(sheet.paragraphs[0]) == 1.0


def test_a_text_without_running_text_is_left_as_it_is():
    sheet = lay_out(Found("One\nTwo\nThree", Sighting("x")))
    assert sheet.roles == [None, None, None]
    assert sheet.first == 3


def test_hints_say_that_the_input_found_the_article():
    text = f"Menu\n{LEAD}\n" + "Menu\n" * 80 + LEAD
    hinted = lay_out(Found(text, Sighting("x"), hints=((0, 4, Role.RELATED),)))
    assert hinted.roles[0] is Role.RELATED
    assert sum(hinted.prose) == 2
    assert sum(lay_out(Found(text, Sighting("x"))).prose) == 1
