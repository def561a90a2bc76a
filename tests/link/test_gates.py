from dataclasses import replace

import pytest

from onrecord.link.gates import CLASH, FAR, OPEN, PART, SAME, days_apart, fit, gates
from onrecord.link.lands import Lands
from onrecord.link.points import Point, Role
from onrecord.records import Act, Amount

LANDS = Lands(["Kenya", "Uganda", "Ketoria", "Ketorian", "Lodwar"])
_NONE: frozenset = frozenset()
PLAIN = Point(
    statement="s-1", article="a", number=0, spans=((0, 9),), side=False, headline=False, proposition="", speaker=None, voice=None,
    speaker_name="", state=None, act=Act.SAY, nested_in=None, said=("2021-03-04", "2021-03-04"), dated=True, holds=True,
    denied="", hedge="", mood="fact", tense="present", predicate="camp", verb="camp", at=_NONE, toward=_NONE, roles=_NONE,
    named=_NONE, topics=_NONE, sites=_NONE, located=_NONE, amounts=(), times=(), open_office=_NONE,
)  # fmt: skip


def point(**fields: object) -> Point:
    return replace(PLAIN, **{name: frozenset(value) if isinstance(value, set) else value for name, value in fields.items()})


def verdict(gate: str, a: Point, b: Point) -> str:
    one, other = gates(a, b, LANDS), gates(b, a, LANDS)
    assert getattr(one, gate) == getattr(other, gate), "a gate does not ask who comes first"
    return str(getattr(one, gate))


@pytest.mark.parametrize(
    ("here", "there", "wanted"),
    [
        ({"Kenya"}, {"Kenya"}, SAME),
        ({"Kenya"}, {"Uganda"}, CLASH),
        ({"Kenya"}, set(), OPEN),
        ({"Kenya", "Uganda"}, {"Kenya"}, PART),
    ],
)
def test_territory(here: set[str], there: set[str], wanted: str) -> None:
    assert verdict("territory", point(at=here), point(at=there)) == wanted


def test_a_seat_lies_in_its_state() -> None:
    assert verdict("territory", point(at={"nairobi"}), point(at={"Kenya"})) == SAME


def test_mirrored_attacks_clash() -> None:
    assert verdict("territory", point(at={"Kenya"}, toward={"Uganda"}), point(at={"Uganda"}, toward={"Kenya"})) == CLASH


def test_doer_and_done_to_turned_round_clash() -> None:
    a = point(roles={Role("agent", "shell", "Kenya", True), Role("patient", "shell", "Uganda", True)})
    b = point(roles={Role("agent", "shell", "Uganda", True), Role("patient", "shell", "Kenya", True)})
    assert verdict("roles", a, b) == CLASH
    assert verdict("roles", a, a) == SAME


def test_different_things_of_the_asserted_deed_clash() -> None:
    a = point(predicate="shell", roles={Role("patient", "shell", "school", False)})
    b = point(predicate="shell", roles={Role("patient", "shell", "hospital", False)})
    assert verdict("roles", a, b) == CLASH


def test_different_groups_clash_and_territories_are_no_groups() -> None:
    assert verdict("group", point(named={"e-1"}), point(named={"e-2"})) == CLASH
    assert verdict("group", point(named={"e-1", "Kenya"}), point(named={"e-1"})) == SAME
    assert verdict("group", point(named={"e-1"}), point(named={"Kenya"})) == OPEN


def test_the_province_is_the_speakers_own() -> None:
    def here(state: str, place: str) -> Point:
        return point(state=state, proposition=f"38 soldiers were held in the {place}")

    assert verdict("territory", here("lodwar", "province"), here("kitale", "province")) == CLASH
    assert verdict("territory", here("Kenya", "country"), here("Uganda", "country")) == CLASH
    assert verdict("territory", here("lodwar", "province"), here("lodwar", "province")) == OPEN
    assert verdict("territory", here("Kenya", "province"), here("Uganda", "province")) == OPEN


def test_what_was_is_not_what_is() -> None:
    was = point(times=("2012-01-01/2012-12-31",), tense="")
    assert verdict("time", was, point(said=("2013-12-18", "2013-12-18"))) == FAR
    assert verdict("time", was, point(said=("2013-12-18", "2013-12-18"), tense="past")) == OPEN


def test_times_spoken_of() -> None:
    in_2015, in_2021 = "2015-01-01/2015-12-31", "2021-01-01/2021-12-31"
    assert verdict("time", point(times=(in_2015,)), point(times=(in_2021,))) == CLASH
    assert verdict("time", point(times=(in_2021,)), point(times=("2021-03-01/2021-03-31",))) == SAME
    assert verdict("time", point(times=(in_2015,)), point()) == FAR, "what was long over is not what is said today"
    assert verdict("time", point(times=(in_2021,)), point()) == OPEN


def test_an_office_without_a_name_is_one_person_for_a_week() -> None:
    a = point(open_office={"minister"})
    assert verdict("office", a, point(open_office={"minister"}, article="b", said=("2021-03-06", "2021-03-06"))) == SAME
    assert verdict("office", a, point(open_office={"minister"}, article="b", said=("2023-03-06", "2023-03-06"))) == CLASH
    assert verdict("office", a, point(open_office={"minister"}, article="b", said=None)) == CLASH


@pytest.mark.parametrize(
    ("x", "y", "wanted"),
    [((17, 17), (26, 26), False), ((17, None), (26, 26), True), ((None, 20), (26, 26), False), ((12, 18), (15, 15), True)],
)
def test_amounts_that_can_both_hold(x: tuple, y: tuple, wanted: bool) -> None:
    assert fit(Amount(*x, "people"), Amount(*y, "people")) is wanted


def test_days_apart_is_null_where_a_day_is_no_day() -> None:
    assert days_apart(point(), point(said=("2021-03-14", "2021-03-14"))) == 10
    assert days_apart(point(), point(said=None)) is None
    assert days_apart(point(), point(said=("spring", "spring"))) is None


def test_an_invented_states_people_are_of_it() -> None:
    assert LANDS.key("Ketorian") == LANDS.key("Ketoria") == "ketoria"
    assert LANDS.key("Kenyan") == "Kenya"
    assert LANDS.key("Lodwar province") == "lodwar"
