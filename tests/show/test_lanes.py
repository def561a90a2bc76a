"""The lanes: one mark a statement, in order of time, gaps written out; bars where there are too many marks."""

from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

from onrecord.records import Act, When
from onrecord.show.lanes import COLUMNS, TALLEST, WIDTH, Lane, Mark, Tie, draw, mark
from tests.show.made import said


def at(day: str, act: Act = Act.SAY) -> Mark:
    each = said("the bridge was open", "Ada Ternin", "said", act=act)
    when = When(day, day, "day", "absolute") if day else None
    return mark(replace(each, statement=replace(each.statement, said=when, cue=((int(day[-2:] or 1), 40),))))


def parts(svg: str, kind: str) -> list[ElementTree.Element]:
    return [a for a in ElementTree.fromstring(svg).iter("a") if kind in a.attrib.get("class", "").split()]


def test_a_mark_a_statement_with_shape_by_act() -> None:
    svg = draw([Lane("/who/a", "Ada <Ternin>", [at("2024-03-01"), at("2024-03-02", Act.DENY), at("2024-03-05", Act.CONCEDE)])])
    assert [one.attrib["class"] for one in parts(svg, "mark")] == ["mark plain", "mark denial", "mark concession"]
    assert "Ada &lt;Ternin&gt;" in svg
    assert "1 March 2024" in (parts(svg, "mark")[0].findtext("title") or "")


def test_time_runs_in_order_and_long_gaps_are_written_out() -> None:
    svg = draw([Lane("/a", "A", [at("2024-03-01"), at("2025-08-03")])])
    assert "17 months on" in svg
    assert "on</text>" not in draw([Lane("/a", "A", [at("2024-03-01"), at("2024-03-20")])])


def test_one_day_is_no_picture() -> None:
    assert draw([Lane("/a", "A", [at("2024-03-01")])]) == ""
    assert draw([]) == ""
    assert draw([Lane("/a", "A", [replace(at("2024-03-01"), day=None)])]) == ""


def test_a_lane_without_marks_and_anchor_is_a_heading() -> None:
    svg = draw([Lane("", "The bridge & its tolls"), Lane("/a", "A", [at("2024-03-01"), at("2024-03-20")])])
    assert 'class="group"' in svg
    assert "The bridge &amp; its tolls" in svg


def test_days_are_gathered_and_tall_stacks_counted() -> None:
    days = [(date(2020, 1, 1) + timedelta(days=19 * i)).isoformat() for i in range(100)]
    svg = draw([Lane("/a", "A", [at(day) for day in days])])
    assert 1 < svg.count('class="axis"') <= COLUMNS
    tall = draw([Lane("/a", "A", [at("2024-03-01") for _ in range(20)] + [at("2024-04-01")])])
    assert len(parts(tall, "mark")) == TALLEST
    assert f"+{20 - TALLEST + 1}<" in tall


def test_thousands_of_statements_are_bars_that_lead_to_a_search_and_stay_small() -> None:
    rows = [
        Lane(
            f"/who/{n}",
            f"Speaker {n}",
            [at((date(2001, 1, 1) + timedelta(days=9 * i)).isoformat()) for i in range(500)],
            f"e-{n}",
        )
        for n in range(10)
    ]
    svg = draw(rows)
    assert len(svg.encode()) < 40_000
    assert not parts(svg, "mark")
    bar = parts(svg, "bar")[0]
    assert bar.attrib["href"].startswith("/search?speaker=e-0&since=2001-01-01&until=")
    assert "said" in (bar.findtext("title") or "")


def test_a_tie_is_an_arc_between_its_marks() -> None:
    first, second = at("2024-03-01"), at("2024-09-09", Act.DENY)
    tie = Tie(first.id, second.id, "denies", "A said; B denied", "/compare?a=1&b=2")
    svg = draw([Lane("/a", "A", [first]), Lane("/b", "B", [second])], [tie])
    (arc,) = parts(svg, "tie")
    assert (arc.findtext("title"), arc.attrib["href"]) == ("A said; B denied", "/compare?a=1&b=2")
    assert draw([], [tie]) == ""


def test_what_has_no_day_stands_in_a_column_of_its_own() -> None:
    svg = draw([Lane("/a", "A", [at("2024-03-01"), at("2024-03-20")]), Lane("/b", "B", [replace(at("2024-03-01"), day=None)])])
    assert len(parts(svg, "mark")) == 3
    assert ">undated</text>" in svg
    assert "undated" not in draw([Lane("/a", "A", [at("2024-03-01"), at("2024-03-20")])])


def test_columns_are_of_the_calendar_and_the_picture_fits_its_width() -> None:
    days = [date(2001 + year, 12 - month, 3) for year in range(18) for month in range(0, 12, 3)]
    svg = draw([Lane("/a", "A", [at(day.isoformat()) for day in days])])
    names = [text.text for text in ElementTree.fromstring(svg).iter("text") if text.attrib["class"] == "axis"]
    assert names[0] == "2001"
    assert int(ElementTree.fromstring(svg).attrib["width"]) <= WIDTH
