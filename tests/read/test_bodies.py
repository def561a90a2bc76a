import pytest

from tests.read.test_speakers import read_whole, speaker


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The Taliban left. The group said the dam was safe.", "The group", "Taliban"),
        ("The Larkfield Foundation wrote to NATO. The alliance said the dam was safe.", "The alliance", "NATO"),
        ("The Larkfield Post and the Supreme Court spoke. The paper said the dam was safe.", "The paper", "Larkfield Post"),
        ("The Taliban wrote to NATO. The group said the dam was safe.", "The group", "group"),
        ("Farmers told the Larkfield Bulletin. The group said the dam was safe.", "The group", "group"),
        ("The Larkfield Law Center left. The group said the dam was safe.", "The group", "Larkfield Law Center"),
        ("The Afghan government left. The government said the dam was safe.", "The government", "Government of Afghanistan"),
        ("The military government left. The government said the dam was safe.", "The government", "government"),
        (
            "Charges came from soldiers who served with him. The soldiers said the dam was safe.",
            "The soldiers",
            "soldiers who served with him",
        ),
        ("The Taliban left. Rain fell. Snow fell. The group said the dam was safe.", "The group", "group"),
        ("According to the Larkfield Bulletin, the agency was late. The agency said the dam was safe.", "The agency", "agency"),
        (
            "According to the Larkfield Bulletin, roads were shut. The agency said the dam was safe.",
            "The agency",
            "Larkfield Bulletin",
        ),
        ("The Supreme Court sat. The company said the dam was safe.", "The company", "company"),
        (
            "The Tillman administration sat. Snow fell. The administration said the dam was safe.",
            "The administration",
            "Tillman administration",
        ),
        (
            "The Tillman administration sat. President Ada Bresk came. The administration said the dam was safe.",
            "The administration",
            "administration",
        ),
        (
            "The Tillman administration sat. The Bresk administration left. The administration said the dam was safe.",
            "The administration",
            "administration",
        ),
        (
            "President Ada Bresk came. Bresk met farmers. Snow fell. The administration said the dam was safe.",
            "The administration",
            "Bresk administration",
        ),
        (
            "Former President Ada Bresk came. Bresk met farmers. The administration said the dam was safe.",
            "The administration",
            "administration",
        ),
        (
            "The Bresk campaign grew. Odo Bresk spoke. Snow fell. Rain fell. The campaign said the dam was safe.",
            "The campaign",
            "Bresk campaign",
        ),
        (
            "Larkfield Medical Center took in four men. Two of the men were hurt. The hospital said the dam was safe.",
            "The hospital",
            "Larkfield Medical Center",
        ),
        (
            "Larkfield Medical Center took in four men. Another hospital shut. The hospital said the dam was safe.",
            "The hospital",
            "hospital",
        ),
        ("The Larkfield Center took in four men. The hospital said the dam was safe.", "The hospital", "hospital"),
        (
            "Larkfield College took in four men. Two of the men left. The university said the dam was safe.",
            "The university",
            "Larkfield College",
        ),
    ],
)
def test_a_lone_noun_takes_up_the_one_body_that_it_can_be(text, source, name):
    assert speaker(text, source, "said", "the dam was safe")[0] == name


def test_an_unnamed_body_is_gone_on_with_by_its_noun():
    text = "Kenya's interior ministry said the road was shut. The ministry said the dam was safe."
    first, last = (s.speaker_name for s in read_whole(text))
    assert first == last == "Kenya's interior ministry"
