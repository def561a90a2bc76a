"""Days of pages: every form of the benchmark once, and what two sources that differ come to."""

import lxml.html
import pytest

from benchmarks.dates import FORMS, ours, pages
from onrecord.gather.head import read_head, told_by_page

MADE = list(pages(seed=7, each=2))


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_every_form_gives_its_day_or_none(form):
    assert [ours(markup) for name, markup, _ in MADE if name == form] == [day for name, _, day in MADE if name == form]


def day(head="", body="", lang="en"):
    markup = f"<html lang='{lang}'><head>{head}</head><body><h1>Northern bridge to close for winter</h1>{body}</body></html>"
    when = told_by_page(read_head(lxml.html.document_fromstring(markup))).published
    return (when.earliest, when.basis) if when else None


MOMENT = '<meta property="article:published_time" content="2021-05-04T02:10:00Z">'
ADDRESS = '<link rel="canonical" href="https://herald.example/2021/05/03/bridge">'


def test_a_moment_in_greenwich_is_the_day_printed():
    assert day(MOMENT) == ("2021-05-04", "page:meta article:published_time")
    assert day(MOMENT, "<p>May 3, 2021</p>") == ("2021-05-03", "page:meta article:published_time, as printed")
    assert day(MOMENT + ADDRESS) == ("2021-05-03", "page:meta article:published_time, as printed")
    assert day(MOMENT + ADDRESS, "<p>May 4, 2021</p>") == ("2021-05-04", "page:meta article:published_time")
    assert day(MOMENT, "<p>May 4, 2021, 2:10 am</p><p>May 3, 2021</p>") == ("2021-05-04", "page:meta article:published_time")


def test_two_kinds_of_source_outvote_one():
    alone = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-11-01"}</script>'
    two = '<meta name="pubdate" content="2021-05-03"><p itemprop="datePublished" content="2021-05-03"></p>'
    assert day(alone + two) == ("2022-11-01", "page:json-ld datePublished")
    assert day(alone + two, '<p class="date">May 3, 2021</p>') == ("2021-05-03", "page:meta pubdate")


def test_two_date_lines_are_no_answer_unless_the_first_is_close_and_called_so():
    assert day(body="<p>May 3, 2021</p><p>May 9, 2021</p>") is None
    assert day(body='<p class="byline">May 3, 2021</p>' + "<p>x</p>" * 30 + '<p class="byline">May 9, 2021</p>') == (
        "2021-05-03",
        "page:date line",
    )


def test_figures_need_a_country_that_writes_them_so():
    line = '<p class="date">03/04/2021</p>'
    assert day(body=line) is None
    assert day(body=line, lang="fr") == day(body=line, lang="en-GB") == ("2021-04-03", "page:date line")
    assert day('<link rel="canonical" href="https://herald.co.uk/bridge">', line) == ("2021-04-03", "page:date line")
    assert day(body=line + "<footer>12/25/2020</footer>") == ("2021-03-04", "page:date line")
