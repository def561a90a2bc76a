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


def test_a_states_leader_is_its_president_or_premier():
    text = "Kenyan President Robert Tillman met David Ashworth, the British prime minister. "
    assert holder(text + "The Kenyan leader was glad.", "The Kenyan leader") == "Robert Tillman"
    assert holder(text + "Britain's new leader was glad.", "Britain's new leader") == "David Ashworth"
    assert holder(text + "Kenya's supreme leader was glad.", "Kenya's supreme leader") is None
    assert holder(text + "The Indian leader was glad.", "The Indian leader") is None


def test_the_president_is_who_is_told_without_a_state_rather_than_another_states():
    both = "President Robert Tillman called Kenyan President David Ashworth. President Ashworth was glad. Rain fell. "
    after = "The talks were long. Nobody left. The president praised nurses."
    assert holder(both + "Tillman slept. " + after, "The president") == "Robert Tillman"
    assert holder(both + "Ashworth slept. " + after, "The president") is None


def test_an_office_told_in_full_is_its_one_holders_however_far_off():
    rain = " Rain fell on the old town." * 12
    assert (
        holder(f"Police Chief Robert Tillman spoke.{rain} The police chief praised nurses.", "The police chief")
        == "Robert Tillman"
    )
    assert holder(f"President Robert Tillman spoke.{rain} The president praised nurses.", "The president") == "Robert Tillman"
    assert holder(f"Governor Robert Tillman spoke.{rain} The governor praised nurses.", "The governor") is None


def test_a_judge_is_who_is_titled_so_and_an_office_ends_before_the_day():
    assert holder("District Judge Robert Tillman wrote. The judge praised nurses.", "The judge") == "Robert Tillman"
    text = "Special counsel Robert Tillman wrote. The special counsel on Monday praised nurses."
    page = page_of(text)
    assert [text[m.start : m.end] for m in page.mentions if m.form == "office"] == ["special counsel"]


def test_the_president_is_another_states_only_while_that_one_is_in_mind():
    text = "Kenyan President Robert Tillman spoke. Rain fell. "
    assert holder(text + "The president praised nurses.", "The president") == "Robert Tillman"
    assert holder(text + "Snow came. Nobody left. It was late. The president praised nurses.", "The president") is None


def test_an_office_told_in_full_is_whose_a_later_word_takes_it_up():
    text = "Kenya's national security adviser spoke. “It is late,” Robert Tillman, the adviser, said."
    assert holder(text + " Rain fell.", "security adviser") == "Robert Tillman"
    assert holder(text.replace("the adviser", "a farm adviser"), "security adviser") is None
