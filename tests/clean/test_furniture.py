import pytest

from onrecord.clean.furniture import ends_article, glued_prefix, is_furniture, is_related_heading, last_mark, names_other
from onrecord.clean.paragraphs import cut_paragraphs


def one(text):
    return cut_paragraphs(text)[0]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "SHARE THIS POST",
        "ShareFacebook Twitter WhatsApp Email Print",
        "Facebook Twitter Pinterest",
        "NORFEED03112021000131011071ID1102344555",
        "https://example.org/a",
        "***",
        "____",
        "(Norpress)",
        "🔴 LIVE Follow the talks",
        "© 2024 The Keldon Herald. All rights reserved.",
        "Ferry at dawn. Photograph: Ada Moor/Herald archive",
        "Follow Ada Moor on Twitter",
        "The harbour after the storm. (AP Photo/Jon Stone)",
        "This site uses cookies to remember you.",
        "Reporting by Ada Moor; editing by Jon Stone",
        "Ada Moor contributed to this report.",
        "Get the river in your inbox",
        "Comments (12)",
        "7 years ago",
        "FOR IMMEDIATE RELEASE",
        "Story Continued Below",
        "180418080944584",
        "Moor reported from Keldon.",
        "Photos: The flood Photos: The flood The bridge – The minister said it would stay. Hide Caption 1 of 22",
        '[caption id="attachment_1" align="left"]The minister said so.[/caption]',
        "Newsletter Sign Up Continue reading the main story Please verify you're not a robot, the box said, by clicking it.",
        "The ferry at dawn. The minister said it was safe. | Ada Moor/Getty Images Bridges Minister closes the bridge",
    ],
)
def test_furniture(line):
    assert is_furniture(one(line))


@pytest.mark.parametrize(
    "line",
    [
        "The minister said that the bridge was closed.",
        "“We share everything,” he wrote on Facebook and Twitter.",
        "Who pays",
        "The company changed its terms of service in May and said that users who shared threats on its pages would have to go.",
        "She was live on air when the bridge fell.",
        "The ends do not justify the means, he said.",
    ],
)
def test_no_furniture(line):
    assert not is_furniture(one(line))


def test_what_quotes_or_reports_is_no_furniture_by_its_words():
    assert not is_furniture(one("“Sign up for our fight against the newsletter tax,” the mayor cried."))
    assert not is_furniture(one("Subscribe to nothing that comes to your inbox, the minister said."))
    assert not is_furniture(one("Contact with the plane was lost at three in the morning."))
    assert not is_furniture(one("Copyright law is the business of the council."))


def test_a_long_paragraph_is_no_furniture_whatever_it_begins_with():
    assert not is_furniture(one("Subscribe to nothing, he said, " + "and walk on " * 30))


def test_lines_that_point_to_other_articles():
    assert names_other(one("Read more: Ferry sinks"))
    assert names_other(one("WATCH | Ferry sinks"))
    assert not names_other(one("The minister: Ferry is safe"))
    assert is_related_heading(one("Similar articles"))
    assert is_related_heading(one("More from The Far Bank"))
    assert not is_related_heading(one("More people came than the day before"))


def test_what_ends_an_article():
    for line in ("Legal Disclaimer:", "ENDS", "# # #", "Comments (3)"):
        assert ends_article(one(line))
    assert not ends_article(one("It ends here."))


def test_an_end_counts_only_below_running_text():
    paragraphs = cut_paragraphs("ENDS\nThe bridge is closed.\nComments\nThe ferry is gone.\nENDS\nIt was me.")
    assert last_mark(paragraphs, [False, True, False, True, False, True], 0) == 4
    paragraphs = cut_paragraphs("One.\nTwo.\nThree.\nComments\nIt was me.")
    assert last_mark(paragraphs, [True, True, True, False, True], 0) == 3


def test_a_label_glued_to_a_sentence():
    assert glued_prefix("Story highlights Bridge closed for two winters") == len("Story highlights")
    assert glued_prefix("Highlights of the day were few") == 0
