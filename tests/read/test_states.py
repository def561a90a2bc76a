from onrecord.lang import words
from onrecord.read.states import state_in, state_named, state_of_people, state_seated


def test_a_state_is_known_by_every_name():
    assert {state_named(name) for name in ("the UK", "U.K.", "Britain", "United Kingdom’s")} == {"United Kingdom"}
    assert state_named("Atlantis") is None


def test_a_capital_seats_a_government_and_names_no_state():
    assert state_seated("Nairobi") == "Kenya"
    assert state_named("Nairobi") is None
    assert state_in("Nairobi") is None


def test_words_for_people_point_to_their_state():
    assert state_of_people("Kenyan") == state_in("Kenyans") == "Kenya"


def test_no_name_is_two_states_name():
    rows = words("states")["states"]
    for column in ("also", "seats"):
        names = [name for row in rows.values() for name in row[column]]
        assert len(names) == len(set(names)), column
    assert len(rows) > 190


def test_what_rivals_call_themselves_is_no_name_of_the_state_they_fight():
    assert state_named("Islamic Republic of Afghanistan") == "Afghanistan"
    assert state_named("Islamic Emirate of Afghanistan") is None
