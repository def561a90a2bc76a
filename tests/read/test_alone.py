"""Whose an office is that stands alone."""

from tests.pages import page_of


def holder(text: str, office: str) -> str | None:
    page = page_of(text)
    names = {chain.id: chain.name for chain in page.chains}
    at = text.rindex(office)
    found = [m for m in page.mentions if m.form == "office" and m.start <= at + 4 < m.end]
    return names.get(found[0].chain or "") if found else None


def test_the_president_is_not_one_of_a_staff():
    text = "Dr. Robert Tillman, president of the medical staff, spoke. The president praised nurses."
    assert holder(text, "The president") is None
    assert holder("President Robert Tillman spoke. The president praised nurses.", "The president") == "Robert Tillman"


def test_an_office_alone_no_longer_means_who_was_named_long_ago():
    text = "Kenyan President Robert Tillman spoke." + " Rain fell on the old town." * 12 + " The president praised nurses."
    assert holder(text, "The president") is None
    text = "Kenyan President Robert Tillman spoke." + " Rain fell on the old town." * 12 + " The Kenyan president praised nurses."
    assert holder(text, "The Kenyan president") == "Robert Tillman"


def test_an_office_of_a_state_is_its_holders_though_another_was_named_before():
    text = "President Robert Tillman spoke. The President of Kenya was to come, and Kenyan President David Ashworth is late."
    assert holder(text, "The President of Kenya") == "David Ashworth"
