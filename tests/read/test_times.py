import json
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.backends.spacy import SpacyParser
from onrecord.read.times import find_expressions, find_times
from onrecord.records import Article, Block, Role, Time, When, text_id

ANCHOR = date(2020, 2, 18)
"""A Tuesday."""


def found(text: str, anchor: date | None = ANCHOR) -> dict[str, tuple[str | None, str]]:
    """Give each expression's words with its TIMEX3 value and basis."""
    return {text[e.start : e.end]: (e.meaning.value, e.meaning.basis) for e in find_expressions(text, anchor)}


def days(text: str, anchor: date | None = ANCHOR) -> dict[str, tuple[str, str] | None]:
    """Give each expression's words with its first and last day."""
    result = {}
    for expression in find_expressions(text, anchor):
        interval = expression.meaning.interval
        span = (interval.earliest.isoformat(), interval.latest.isoformat()) if interval else None
        result[text[expression.start : expression.end]] = span
    return result


def read(text: str, published: str | None) -> tuple[Time, ...]:
    """Find the times of a text by its parse."""
    identity = text_id(text)
    article = Article(identity, text, published=When(published, published, "day", "given") if published else None)
    blocks = (Block(identity, 0, len(text), Role.BODY),)
    return find_times(article, blocks, SpacyParser().parse(text, blocks))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Orlan came on Monday.", "Monday", "2020-02-17"),
        ("Orlan came on Tuesday.", "Tuesday", "2020-02-18"),
        ("Orlan came on Wednesday.", "Wednesday", "2020-02-12"),
        ("A blast hit the town on Monday evening.", "Monday evening", "2020-02-17TEV"),
        ("They met last week.", "last week", "2020-W07"),
        ("They met over the weekend.", "the weekend", "2020-W07-WE"),
        ("They will meet this weekend.", "this weekend", "2020-W08-WE"),
        ("They met next Monday.", "next Monday", "2020-02-24"),
        ("a deal reached in February of last year", "February of last year", "2019-02"),
        ("a deal reached in February last year", "February last year", "2019-02"),
        ("It ended in November.", "November", "2019-11"),
        ("It was signed on September 11, 2001.", "September 11, 2001", "2001-09-11"),
        ("the Sept. 11 attacks", "Sept. 11", "2001-09-11"),
        ("after 9/11", "9/11", "2001-09-11"),
        ("war since 1979", "1979", "1979"),
        ("the 1979 invasion", "1979", "1979"),
        ("the early 1990s", "the early 1990s", "199"),
        ("the mid-1980s", "the mid-1980s", "198"),
        ("in the 21st century", "the 21st century", "20"),
        ("last summer", "last summer", "2019-SU"),
        ("the summer of 2014", "the summer of 2014", "2014-SU"),
        ("the third quarter of 2014", "the third quarter of 2014", "2014-Q3"),
        ("in Q3 2014", "Q3 2014", "2014-Q3"),
        ("the first half of last year", "the first half of last year", "2019-H1"),
        ("earlier this year", "earlier this year", "2020"),
        ("two months ago", "two months ago", "2019-12"),
        ("three days ago", "three days ago", "2020-02-15"),
        ("three weeks from tomorrow", "three weeks from tomorrow", "2020-03-11"),
        ("yesterday", "yesterday", "2020-02-17"),
        ("last night", "last night", "2020-02-17TNI"),
        ("at 10:30 p.m. Monday", "10:30 p.m. Monday", "2020-02-17T22:30"),
        ("on Christmas Day 2012", "Christmas Day 2012", "2012-12-25"),
        ("Thanksgiving", "Thanksgiving", "2019-11-28"),
        ("Easter 2018", "Easter 2018", "2018-04-01"),
        ("on 2014-05-06", "2014-05-06", "2014-05-06"),
        ("on 25/06/2014", "25/06/2014", "2014-06-25"),
        ("May 3-5, 2011", "May 3-5, 2011", "2011-05-03/2011-05-05"),
        ("in nineteen eighty-four", "nineteen eighty-four", "1984"),
        ("Monday of last week", "Monday of last week", "2020-02-10"),
    ],
)
def test_dated(text: str, words: str, value: str) -> None:
    assert found(text)[words][0] == value


@pytest.mark.parametrize(
    ("text", "words", "value", "basis"),
    [
        ("a three-day visit", "three-day", "P3D", "duration"),
        ("a seven-day period of calm", "seven-day period", "P7D", "duration"),
        ("for over a year", "over a year", "P1Y", "duration"),
        ("for years", "years", "PXY", "duration"),
        ("one hour and 30 minutes", "one hour and 30 minutes", "PT1H30M", "duration"),
        ("3½ hours", "3½ hours", "PT3.5H", "duration"),
        ("two dozen years", "two dozen years", "P24Y", "duration"),
        ("a 25-year-old man", "25-year-old", "P25Y", "age"),
        ("a day after the talks", "a day", "P1D", "event"),
        ("a few hours later", "a few hours later", "PTXH", "event"),
        ("the next day", "the next day", None, "event"),
        ("in recent weeks", "recent weeks", "PAST_REF", "vague"),
        ("in the past", "in the past", "PAST_REF", "vague"),
        ("right now", "right now", "PRESENT_REF", "present"),
        ("every Monday", "every Monday", "XXXX-WXX-1", "set"),
        ("Mondays", "Mondays", "XXXX-WXX-1", "set"),
        ("it costs $5 a year", "a year", "P1Y", "set"),
        ("in fiscal 2014", "fiscal 2014", "FY2014", "fiscal"),
        ("on 05/06/2014", "05/06/2014", None, "ambiguous"),
        ("at 8 p.m.", "8 p.m.", "T20:00", "clock"),
        ("during Ramadan", "Ramadan", None, "holiday"),
        ("five thousand years ago", "five thousand years ago", None, "beyond the calendar"),
    ],
)
def test_never_dated(text: str, words: str, value: str | None, basis: str) -> None:
    assert found(text)[words] == (value, basis)
    assert days(text)[words] is None


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "The second vice president spoke.",
        "Some 1,979 people fled.",
        "About 2000 troops left.",
        "Theresa May said so.",
        "Call 555-1212 or 138-2010-2015.",
        "Resolution 1973 was passed.",
        "The sun sat low.",
        "Keep it up to date.",
        "They fell in the fall of the city.",
        "It grew by 2015%.",
        "He paid $2014 for it.",
        "June Osborne spoke.",
    ],
)
def test_no_times(text: str) -> None:
    assert days(text) == {}


def test_the_past_two_months_ends_with_the_day() -> None:
    assert days("over the past two months") == {"the past two months": ("2019-12-18", "2020-02-18")}


def test_ranges_share_their_year_and_order() -> None:
    assert days("between March and June 2018") == {
        "March": ("2018-03-01", "2018-03-31"),
        "June 2018": ("2018-06-01", "2018-06-30"),
    }
    assert days("from November to March 2018")["November"] == ("2017-11-01", "2017-11-30")
    assert days("from next Monday to Friday")["Friday"] == ("2020-02-28", "2020-02-28")


def test_a_told_day_takes_the_year_of_its_story() -> None:
    text = "The fort fell on May 2, 2009. On June 25, the men were killed there."
    assert days(text, date(2014, 6, 2))["June 25"] == ("2009-06-25", "2009-06-25")


def test_a_weekday_settles_the_year() -> None:
    assert days("on Thursday, November 5", date(2015, 10, 3))["Thursday, November 5"] == ("2015-11-05", "2015-11-05")


def test_without_a_day_only_what_is_absolute_resolves() -> None:
    times = {time.text: time for time in read("Orlan arrived on Monday. He was elected in August 2017. He left last week.", None)}
    assert times["Monday"].earliest is None
    assert times["Monday"].value is None
    assert times["last week"].latest is None
    assert (times["August 2017"].earliest, times["August 2017"].latest) == ("2017-08-01", "2017-08-31")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ms. Dreel will lead a delegation to Orvane on Friday.", "2020-02-21"),
        ("Ms. Dreel led a delegation to Orvane on Friday.", "2020-02-14"),
        ("The deal is to be signed on Friday.", "2020-02-21"),
        ("The ministers are expected to meet on Friday.", "2020-02-21"),
        ("The minister said on Friday that talks will resume.", "2020-02-14"),
        # a plan told in the past may have come about: the nearest
        ("The parliament was set to vote on Monday.", "2020-02-17"),
    ],
)
def test_the_verb_says_which_friday(text: str, day: str) -> None:
    assert [time.earliest for time in read(text, "2020-02-18")] == [day]


def test_blocks_part_expressions() -> None:
    text = "See you Monday\n\n5 May 2014"
    assert [time.text for time in read(text, "2020-02-18")] == ["Monday", "5 May 2014"]


@given(st.text(alphabet=st.sampled_from("Monday 5th,.of the last MayMarch'90s-19/:2014two years\n\ud800½٣²"), max_size=60))
def test_spans_stand_in_order_in_the_text(text: str) -> None:
    position = 0
    for expression in find_expressions(text, ANCHOR):
        assert position <= expression.start < expression.end <= len(text)
        position = expression.end
        interval = expression.meaning.interval
        assert interval is None or interval.earliest <= interval.latest


VOCABULARY = """the a last next past of in on from to and early late mid Monday May march september 5 21st 2014 two few twenty
years month week weekend decade 1990s quarter first second Christmas today night ago later before after fiscal Q3
'87 10:30 p.m. - , ."""
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=12).map(" ".join), st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.none())
def test_nothing_raises_whatever_the_words_and_the_day(text: str, anchor: date | None) -> None:
    for expression in find_expressions(text, anchor):
        interval = expression.meaning.interval
        assert interval is None or interval.earliest <= interval.latest


@pytest.mark.parametrize(
    "text",
    [
        "a" * 3_000_000,
        "1" * 300_000,
        "1," * 100_000,
        "1-" * 100_000,
        "early " * 40_000,
        "two hundred and " * 9_000,
        "May " * 5_000,
    ],
    ids=["word", "digits", "commas", "dashes", "early", "numbers", "May"],
)
def test_hostile_texts_end(text: str) -> None:
    assert len(find_expressions(text, ANCHOR)) <= len(text)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("seed", "published"),
    [("000", None), ("000", "2020-02-17"), ("000", "2020-02-18"), ("002", "2023-09-21"), ("004", "2021-08-10")],
)
def test_seeds(shared: Path, seed: str, published: str | None) -> None:
    gold = json.loads((shared / "gold/cleaning.json").read_text("utf-8"))
    entry = next(entry for entry in gold["files"] if entry["file"].startswith(seed))
    text = (shared / "seeds" / entry["file"]).read_bytes().decode("utf-8")
    times = {(time.start, time.end): time for time in read(text, published)}
    for expected in entry["timex"]:
        if expected.get("optional"):
            continue
        time = times[tuple(expected["span"])]
        value = expected["value"] or expected.get("if_published", {}).get(published)
        if time.basis == "event":
            # hours after an event: its day is not said, and stays open
            assert time.earliest is None
        else:
            assert time.value == value
            assert time.earliest is None or published is not None or time.basis == "absolute"


def test_deterministic() -> None:
    text = "On Monday, two months after May 2019, they will meet in early June."
    assert find_expressions(text, ANCHOR) == find_expressions(text, ANCHOR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took half an hour.", {"half an hour": ("PT30M", "duration")}),
        ("It took an hour and a half.", {"an hour and a half": ("PT1.5H", "duration")}),
        ("It took a year and a half.", {"a year and a half": ("P1.5Y", "duration")}),
        ("They have met three times a week.", {"three times a week": ("P1W", "set")}),
        ("a yearlong siege", {"yearlong": ("P1Y", "duration")}),
        ("after a quarter of a century", {"a quarter of a century": ("P25Y", "duration")}),
        ("One-quarter of the valley voted, three quarters of the town.", {}),
        ("It was told in an SEC filing on the 1603 program for 2000 people.", {}),
        ("He said that Monday was lost.", {"Monday": ("2020-02-17", "weekday")}),
        ("It fell on that Monday and in that February.", {"that Monday": (None, "event"), "that February": (None, "event")}),
        ("on January 16, the same day", {"January 16": ("2020-01-16", "calendar"), "the same day": (None, "event")}),
        ("until 10:00 PM Friday", {"10:00 PM Friday": ("2020-02-14T22:00", "weekday")}),
        ("at five o'clock", {"five o'clock": ("T05:00", "clock")}),
        ("the fiscal third quarter", {"the fiscal third quarter": (None, "fiscal")}),
        ("the year-ago period", {"the year-ago period": (None, "event")}),
        ("He can beat her in November.", {"November": ("2020-11", "calendar")}),
    ],
)  # fmt: skip
def test_what_news_says_of_lengths_shares_and_what_was_told(text: str, expected: dict[str, tuple[str | None, str]]) -> None:
    if "can" in text:
        assert {time.text: (time.value, time.basis) for time in read(text, ANCHOR.isoformat())} == expected
    else:
        assert found(text) == expected


def test_in_a_live_blog_days_are_counted_from_the_entrys_own() -> None:
    text = "It closed on Monday.\nIt opened on Monday.\nIt sank on Monday.\nIt burned on Monday."
    edges = [0, *(at + 1 for at, mark in enumerate(text) if mark == "\n"), len(text) + 1]
    blocks = tuple(Block("a", start, end - 1, Role.BODY) for start, end in pairwise(edges))
    article = Article("a", text, published=When("2020-02-18", "2020-02-18", "day", "given"))
    parse = SpacyParser().parse(text, blocks)
    entries = ((edges[1], "2020-01-07"), (edges[2], "2020-01-15"), (edges[3], ""))
    mondays = ["2020-02-17", "2020-01-06", "2020-01-13", "2020-02-17"]
    assert [time.earliest for time in find_times(article, blocks, parse, entries)] == mondays
    undated = replace(article, published=None)
    assert [time.earliest for time in find_times(undated, blocks, parse, entries)] == [None, *mondays[1:3], None]
