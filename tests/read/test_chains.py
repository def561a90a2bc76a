from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Kind
from tests.pages import page_of


def whose(text: str, words: str, **more) -> list[str | None]:
    """Name the chain of each mention with exactly these words."""
    page = page_of(text, **more)
    names = {chain.id: chain.name for chain in page.chains}
    found = [m for m in page.mentions if text[m.start : m.end] == words]
    return [names.get(m.chain or "") for m in found]


def test_short_names_offices_and_pronouns_lead_to_the_full_name():
    text = (
        "Kenyan Prime Minister Robert Tillman visited Uganda on Monday. Tillman praised the talks. "
        "The Kenyan premier stayed two days. He left on Wednesday."
    )
    assert whose(text, "Tillman") == whose(text, "Kenyan premier") == whose(text, "He") == ["Robert Tillman"]


def test_an_office_of_another_state_is_somebody_else():
    text = "Kenyan Foreign Minister Robert Tillman met the Ugandan foreign minister in Kampala."
    assert whose(text, "Ugandan foreign minister") == [None]


def test_roles_are_kept_with_their_state_and_place():
    text = "David Ashworth, Kenya's special envoy for river affairs, left Nairobi."
    page = page_of(text)
    (chain,) = [chain for chain in page.chains if chain.kind == Kind.PERSON]
    (role,) = chain.roles
    assert (role.office, role.of) == ("special envoy for river affairs", "Kenya")
    assert text[slice(*role.span)] == "Kenya's special envoy for river affairs"


def roles_of(text: str) -> list[str]:
    return [role.office for chain in page_of(text).chains if chain.kind == Kind.PERSON for role in chain.roles]


def test_an_office_before_a_name_is_not_theirs_whose_name_only_tells_whose_something_is():
    assert roles_of("Robert Tillman spoke. Sondley, a major Tillman donor, left.") == []
    assert roles_of("Robert Tillman spoke. He cited the trade expert Tillman quoted 20 times.") == []
    assert roles_of("What would a President Tillman do?") == []
    assert roles_of("He met President Tillman supporters.") == ["President"]


def test_a_pronoun_between_two_equals_is_open():
    text = "Robert Tillman and David Ashworth argued for hours. He left first."
    assert whose(text, "He") == [None]


def test_gender_parts_two_people():
    text = "Mr. Tillman met Mrs. Ashworth in Nairobi. She left first."
    assert whose(text, "She") == ["Ashworth"]


def test_pronouns_inside_quotation_marks_are_open():
    text = "Robert Tillman spoke in Nairobi. “He is a liar and he knows it,” Tillman said."
    assert whose(text, "He") == [None]


def test_the_ministry_is_the_one_named_before():
    text = "The Ministry of Water Resources met on Monday. The ministry said the dam was safe."
    assert whose(text, "ministry") == ["Ministry of Water Resources"]


def test_a_state_is_one_chain_by_all_its_names():
    page = page_of("Britain signed. The United Kingdom will pay, the U.K. said, and British troops left.")
    states = [chain for chain in page.chains if chain.kind == Kind.STATE]
    assert [chain.name for chain in states] == ["United Kingdom"]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="AbrT .,()“”\"'’\n-:Mrs", max_size=60))
def test_mentions_stand_in_the_text_and_belong_to_chains(text):
    page = page_of(text)
    ids = {chain.id for chain in page.chains}
    for mention in page.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.chain is None or mention.chain in ids


def test_another_report_brought_in_since_is_not_the_one_named_before():
    text = "The Harbour Commission Report is old. {}The report said attacks had risen."
    assert whose(text.format(""), "report") == ["Harbour Commission Report"]
    assert whose(text.format("A report by the Ferry Center told of it. "), "report") == []


def test_an_office_that_only_stands_before_a_name_is_not_its_bearers():
    assert roles_of("Voters may get a President Robert Tillman in January.") == []
    assert roles_of("Nairobi is hardly the trade leader Tillman portrayed it to be.") == []
    assert roles_of("Ashworth criticised the two presidents he served as defense secretary, Robert Tillman and Odo Bresk.") == []
    assert roles_of("They thanked the man he would succeed as trade envoy, Robert Tillman, for the talks.") == ["trade envoy"]


def test_a_body_told_of_before_is_not_its_branch_among_one_people():
    text = "Officials of the Kenyan Senate voted on Monday. The Senate met again."
    assert whose(text, "Senate") == ["Kenyan Senate"]
    assert whose("The Senate met in Kampala. " + text, "Senate") == ["Senate", "Senate"]


def test_a_rank_tells_two_of_one_surname_apart():
    text = "Retired Army Col. David Ashworth lost his son, Lt. Jonathan Ashworth, that day. Later Col. Ashworth says he knew."
    assert whose(text, "Ashworth") == ["David Ashworth"]


def test_an_office_that_ends_a_sentence_is_not_whose_name_opens_the_next():
    text = "Kenyan President Robert Tillman spoke. All serve the president.\n\nAshworth left for Nairobi. Later Ashworth said no."
    assert whose(text, "president") == ["Robert Tillman"]


def test_the_pope_is_the_pope_named():
    text = "Pope Clement will come to Nairobi in May. The Pope plans a walk there."
    assert whose(text, "Pope") == ["Pope Clement"]
