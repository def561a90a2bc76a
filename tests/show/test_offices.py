"""Offices are told as briefly as they differ."""

from onrecord.records import EntityRole
from onrecord.show.offices import spoken_role, told_apart


def role(office, of=None):
    return EntityRole(office, of, None, None, ())


def test_what_it_is_an_office_of_is_said_once():
    assert spoken_role(role("Foreign Minister", "Tarnia")) == "Foreign Minister, Tarnia"
    assert spoken_role(role("Tarnian foreign minister", "Tarnia")) == "Tarnian foreign minister"
    assert spoken_role(role("mayor of Olm", "Olm")) == "mayor of Olm"
    assert spoken_role(role("mayor")) == "mayor"


def test_only_what_says_more_is_kept():
    assert told_apart(["Minister", "Foreign Minister", "Tarnian foreign minister", "Tarnia’s Foreign Minister"]) == [
        "Tarnian foreign minister"
    ]
    assert told_apart(["mayor", "Mayor", ""]) == ["mayor"]
    assert told_apart(["defence minister", "foreign minister"]) == ["defence minister", "foreign minister"]
    assert told_apart([]) == []


def test_an_ending_that_stands_apart_is_put_back() -> None:
    assert told_apart(["camp \u2019s director", "own foreign minister"]) == ["camp\u2019s director", "foreign minister"]
