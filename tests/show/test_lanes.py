"""A lane has a square a statement, in the column of its day."""

from onrecord.records import Act, When
from onrecord.show.lanes import COLUMNS, LABELS, Lane, draw_lanes
from tests.show.made import article, said


def at(day, act=Act.SAY, words="the bridge was open"):
    when = When(day, day, "day", "weekday") if day else None
    return said(words, said=when, about=article(published=None), act=act)


def test_statements_of_one_column_are_stacked():
    picture = draw_lanes([Lane("a", "Ada", [at("2024-01-01"), at("2024-01-01", Act.DENY), at("2024-01-03", Act.ACCUSE)])])
    assert picture is not None
    (lane,) = picture.lanes
    assert [(mark.column, mark.height, mark.tone) for mark in lane.marks] == [(0, 0, "plain"), (0, 1, "denial"), (2, 0, "charge")]
    assert (lane.high, lane.undated) == (2, 0)


def test_years_are_laid_into_the_columns_there_are():
    picture = draw_lanes(
        [Lane("a", "Ada", [at("1999-12-31"), at("2024-01-03")]), Lane("b", "Boro", [at("2010-05-05"), at(None)])]
    )
    assert picture is not None
    assert picture.columns <= COLUMNS
    assert 2 <= len(picture.labels) <= LABELS
    assert all(mark.column < picture.columns for lane in picture.lanes for mark in lane.marks)
    assert [lane.undated for lane in picture.lanes] == [0, 1]


def test_one_day_is_no_picture():
    assert draw_lanes([Lane("a", "Ada", [at("2024-01-01"), at("2024-01-01")])]) is None
    assert draw_lanes([]) is None
    assert draw_lanes([Lane("a", "Ada", [at(None)])]) is None


def test_a_few_days_are_labelled_by_day():
    picture = draw_lanes([Lane("a", "Ada", [at("2024-01-02"), at("2024-01-09")])])
    assert picture is not None
    assert picture.labels == ((0, "2 Jan 2024"), (7, "9 Jan 2024"))
