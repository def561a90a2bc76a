from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.dates import (
    DAY_FIRST,
    MONTH_FIRST,
    address_day,
    address_month,
    find_codes,
    find_days,
    stamp_day,
    written_order,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Aug 10, 2021", "2021-08-10"),
        ("Tuesday, 10 August 2021", "2021-08-10"),
        ("10th of August, 2021", "2021-08-10"),
        ("2021-08-10", "2021-08-10"),
        ("2021/8/10", "2021-08-10"),
        ("13/04/2021", "2021-04-13"),
        ("04/13/2021", "2021-04-13"),
        ("04.04.2021", "2021-04-04"),
        ("Sept. 3 2021", "2021-09-03"),
        ("10-Aug-2021", "2021-08-10"),
    ],
)
def test_printed_days(text, day):
    assert [printed.day.isoformat() for printed in find_days(f"Published: {text} by us")] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2021",
        "Monday",
        "August 2021",
        "31 February 2021",
        "Wednesday, 10 August 2021",
        "2021",
        "10 August 3021",
        "1.2.3",
        "May",
    ],
)
def test_no_day_or_two(text):
    assert [printed for printed in find_days(text) if printed.year] == []


def test_a_day_without_its_year():
    (printed,) = find_days("KELDON, March 5 (Norpress)")
    assert (printed.year, printed.day.month, printed.day.day) == (False, 3, 5)


@given(st.dates(date(1850, 1, 1), date(2090, 1, 1)))
def test_any_day_comes_back(day):
    for form in ("%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%Y-%m-%d"):
        text = day.strftime(form)
        assert [printed.day for printed in find_days(text)] == [day]
        assert [text[p.start : p.end] for p in find_days(text)] == [text]


@given(st.text(max_size=80))
def test_any_text_is_searched(text):
    for printed in find_days(text):
        assert 0 <= printed.start < printed.end <= len(text)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-08-10T23:30:00-08:00", "2021-08-10"),
        ("Tue, 10 Aug 2021 10:00:00 GMT", "2021-08-10"),
        ("20210810", "2021-08-10"),
        (1628600000, "2021-08-10"),
        ("1628600000", "2021-08-10"),
        (1628600000000, "2021-08-10"),
        ("20210810T101500Z", "2021-08-10"),
        (" 2021-08-10 10:15 ", "2021-08-10"),
        ("03/04/2021", None),
        ("", None),
        (None, None),
        (True, None),
        (12, None),
        ("x" * 500, None),
        ("2021-13-40", None),
        (float("nan"), None),
        (1e300, None),
        ([], None),
    ],
)
def test_stamps(value, day):
    found = stamp_day(value)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("NORFEED21092023000228ID11", "2023-09-21"),
        ("NORFEED20230921ID", "2023-09-21"),
        ("NORFEED09212023X", "2023-09-21"),
        ("NORFEED05052023", "2023-05-05"),
        ("NORFEED05092023", None),
        ("NORFEED99999999", None),
        ("NF21092023", None),
        ("norfeed21092023", None),
        ("NORFEED210920", None),
    ],
)
def test_agency_codes_are_read_where_only_one_day_is_possible(code, day):
    assert [printed.day.isoformat() for printed in find_codes(f"x {code} y")] == ([day] if day else [])


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2021/08/10/bridge", "2021-08-10"),
        ("https://a.example/world/2021/aug/10/bridge", "2021-08-10"),
        ("https://a.example/2021-08-10-bridge", "2021-08-10"),
        ("https://a.example/story_20210810/", "2021-08-10"),
        ("https://2021.example/08/10/", None),
        ("https://a.example/2021/08/", None),
        ("https://a.example/?d=2021/08/10", None),
        ("https://a.example/2021/08/10/x/2020/01/02/", None),
        ("https://a.example/1234567820210810123", None),
        ("", None),
        ("https://a.example/1921/08/10/", None),
    ],
)
def test_days_in_addresses(url, day):
    found = address_day(url)
    assert (found.isoformat() if found else None) == day


def test_months_in_addresses():
    assert address_month("https://a.example/2021/08/bridge") == (2021, 8)
    assert address_month("https://a.example/2021/28/bridge") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30. Juli 2018", "2018-07-30"),
        ("Mittwoch, 3. März 2021", "2021-03-03"),
        ("le 1er août 2019 à 10h", "2019-08-01"),
        ("3 de octubre de 2018", "2018-10-03"),
        ("3 октября 2018, 12:30", "2018-10-03"),
        ("2018. október 5.", "2018-10-05"),
        ("2018年10月5日", "2018-10-05"),
        ("05.10.18", "2018-10-05"),
        ("05/10/2018", "2018-10-05"),
    ],
)
def test_days_on_pages_of_other_languages(text, day):
    assert [printed.day.isoformat() for printed in find_days(text, DAY_FIRST)] == [day]


def test_what_a_page_of_unknown_order_does_not_tell():
    for text in ("05/10/2018", "05.10.18", "version 2.4.18", "30. Brumaire 2018"):
        assert list(find_days(text, "")) == []
    assert [printed.day.isoformat() for printed in find_days("05/10/2018", MONTH_FIRST)] == ["2018-05-10"]


def test_order_is_told_by_days_that_can_be_read_one_way():
    assert written_order("25/04/2021 and 03/04/2021") == DAY_FIRST
    assert written_order("4/25/2021") == MONTH_FIRST
    assert written_order("25/04/2021 and 4/25/2021") == written_order("03/04/2021") == ""


def test_a_slug_is_no_day():
    assert address_day("https://a.example/news/2021/may/1-bridge-for-all") is None
    assert address_day("https://a.example/2021/may/03/bridge").isoformat() == "2021-05-03"
