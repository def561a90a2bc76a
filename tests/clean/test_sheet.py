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


def test_an_article_opens_below_its_byline_though_a_box_cuts_its_first_paragraph_off():
    menu, box = ["Menu"] * 60, ["Minister on tour", "Ferry back", "Storm ahead", "Fish market", "Old mill", "New mill"]
    more = "The northern bridge was closed by the minister of roads on Monday, for two winters, and farmers doubt her."
    other = "A singer from the southern islands has won a prize, which she gave to her mother, a teacher in Harbourtown."
    lines = [*menu, other, *menu, "By Ada Moor", LEAD, *box, "Who pays", more, more.replace("Monday", "Friday"), *menu]
    sheet = lay_out(Found("\n".join(lines), Sighting("x")))
    assert [lines[at] for at, prose in enumerate(sheet.prose) if prose] == [LEAD, more, more.replace("Monday", "Friday")]


def test_lines_that_begin_the_entries_of_a_live_blog_are_date_lines():
    blog = "\n\n".join(f"1{n}:32 GMT\n\n{LEAD}" for n in range(6))
    assert lay_out(Found(blog, Sighting("x"))).roles == [Role.DATELINE, None] * 6
    assert Role.DATELINE not in lay_out(Found("\n\n".join([LEAD, "10:32 GMT", LEAD]), Sighting("x"))).roles
