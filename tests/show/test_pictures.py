"""The lanes: one mark a statement, in order of time, gaps written out."""

from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

from onrecord.records import Act, When
from onrecord.show.lanes import Lane
from onrecord.show.pictures import COLUMNS, TALLEST, Tie, lanes
from tests.show.made import said


def at(day: str, act: Act = Act.SAY, words: str = "the bridge was open"):
    each = said(words, "Ada Ternin", "said", act=act)
    return replace(each, statement=replace(each.statement, said=When(day, day, "day", "absolute"), cue=((int(day[-2:]), 40),)))


def marks(svg: str) -> list[ElementTree.Element]:
    return [a for a in ElementTree.fromstring(svg).iter("a") if "mark" in a.attrib.get("class", "")]


def test_a_mark_a_statement_with_shape_by_act() -> None:
    svg = lanes([Lane("/who/a", "Ada <Ternin>", [at("2024-03-01"), at("2024-03-02", Act.DENY), at("2024-03-05", Act.CONCEDE)])])
    assert [mark.attrib["class"] for mark in marks(svg)] == ["mark plain", "mark denial", "mark concession"]
    assert "Ada &lt;Ternin&gt;" in svg
    assert "1 March 2024" in marks(svg)[0].findtext("title")


def test_time_runs_in_order_and_long_gaps_are_written_out() -> None:
    svg = lanes([Lane("/a", "A", [at("2024-03-01"), at("2025-08-03")])])
    assert "17 months on" in svg
    assert "on</text>" not in lanes([Lane("/a", "A", [at("2024-03-01"), at("2024-03-20")])])


def test_one_day_is_no_picture() -> None:
    assert lanes([Lane("/a", "A", [at("2024-03-01")])]) == ""
    assert lanes([]) == ""


def test_many_days_are_gathered_and_tall_stacks_counted() -> None:
    days = [(date(2020, 1, 1) + timedelta(days=9 * i)).isoformat() for i in range(200)]
    svg = lanes([Lane("/a", "A", [at(day) for day in days])])
    columns = {mark.find("rect").attrib["x"] for mark in marks(svg)}
    assert 1 < len(columns) <= COLUMNS
    tall = lanes([Lane("/a", "A", [at("2024-03-01") for _ in range(20)] + [at("2024-04-01")])])
    assert len(marks(tall)) == TALLEST
    assert f"+{20 - TALLEST + 1}<" in tall


def test_a_tie_is_an_arc_between_its_marks() -> None:
    first, second = at("2024-03-01"), at("2024-09-09", Act.DENY)
    svg = lanes([Lane("/a", "A", [first]), Lane("/b", "B", [second])], [Tie(first.id, second.id, "denies", "A said; B denied")])
    (arc,) = [a for a in ElementTree.fromstring(svg).iter("a") if "tie" in a.attrib.get("class", "")]
    assert arc.findtext("title") == "A said; B denied"
    assert lanes([], [Tie("x", "y", "denies", "")]) == ""
