import pytest

from tests.read.rules.conftest import Tag

BODY = "\n\nThe bridge over the river was closed on Monday after a long and cold night in the old town.\n"


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        ("Ada Ternin: Vesk is no longer a haven for smugglers", "Ada Ternin", "Vesk is no longer a haven for smugglers"),
        ("Vesk helps smugglers in Ardal: Ada Ternin", "Ada Ternin", "Vesk helps smugglers in Ardal"),
        ("Flooding on the Vesk Is Ardal's 'Main Concern'", "Ardal", "Flooding on the Vesk … 'Main Concern'"),
        ("Ternin Says League Cannot Win Over the Whole of Vesk", "Ternin", "League Cannot Win Over the Whole of Vesk"),
        ("Ternin says the bridge will hold. The board met that with a laugh", "Ternin", "the bridge will hold"),
    ],
)
def test_headline_forms(tag: Tag, title: str, source: str, content: str) -> None:
    assert [(found.source, found.content) for found in tag(title + BODY)] == [(source, content)]


@pytest.mark.parametrize(
    "title",
    [
        "Analysis: Vesk is no longer a haven",
        "Watch: The bridge falls",
        "Vesk in winter: a guide",
        "The Vesk Is Ardal's 'Blue Ribbon'",
    ],
)
def test_labels_say_nothing(tag: Tag, title: str) -> None:
    assert tag(title + BODY) == []


def test_a_dateline_with_a_colon_is_no_speaker(tag: Tag) -> None:
    found = tag("MADRID: President Ada Ternin said on Monday that talks would begin." + BODY)
    assert [each.source for each in found] == ["President Ada Ternin"]


@pytest.mark.parametrize(
    "title",
    [
        "Scorecard for President Ternin: Her Gains and Losses",
        "Ternin's Shift on Vesk: A Show of Strength?",
        "Ternin: How the League Broke",
    ],
)
def test_a_title_in_two_halves_without_a_verb_says_nothing(tag: Tag, title: str) -> None:
    assert tag(title + BODY) == []


def test_a_headline_may_leave_its_helping_verb_out(tag: Tag) -> None:
    assert [x.source for x in tag("Ada Ternin: League trying to win over the Vesk" + BODY)] == ["Ada Ternin"]
