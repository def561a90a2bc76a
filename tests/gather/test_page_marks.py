import lxml.html

from onrecord.gather.dates import DAY_FIRST
from onrecord.gather.page_marks import find_marked, page_order

HEADING = "<h1>Northern bridge to close for winter</h1>"


def tree(body, lang="en"):
    return lxml.html.document_fromstring(f"<html lang='{lang}'><body>{body}</body></html>")


def marks(body, title=""):
    return [(mark.kind, mark.value, mark.dated) for mark in find_marked(tree(body), title)]


def test_times_lines_and_attributes():
    assert marks(HEADING + "<p>May 3, 2021</p>") == [("line", "May 3, 2021", False)]
    assert marks(HEADING + '<p class="byline">By Ada Moor, <i>May 3, 2021</i></p>') == [
        ("line", "By Ada Moor, May 3, 2021", True),
        ("line", "May 3, 2021", True),
    ]
    assert marks(HEADING + '<abbr title="2021-05-03">3 d</abbr>') == [("time", "2021-05-03", False)]
    assert marks(HEADING + "<p>It fell on May 3, 2021, she said.</p>") == []


def test_what_stands_under_another_name_is_left_out_but_not_what_stands_around_the_heading():
    line = "<p>May 3, 2021</p>"
    for name in ("related", "sidebar-left", "post-comments", "widget", "event-list"):
        assert marks(f'{HEADING}<div class="{name}">{line}</div>') == []
        assert marks(f'<div class="{name}">{HEADING}{line}</div>') == [("line", "May 3, 2021", False)]
    assert marks(f'{HEADING}<div class="elementor-widget">{line}</div>') == [("line", "May 3, 2021", False)]
    assert marks(HEADING + '<time class="entry-date published updated" datetime="2021-05-03">') == [("time", "2021-05-03", True)]


def test_the_heading_is_the_one_that_says_what_the_title_says():
    body = "<h1>The Herald</h1>" + "<p>x</p>" * 9 + "<h2>Northern bridge to close</h2><p>May 3, 2021</p>"
    (mark,) = find_marked(tree(body), "Northern bridge to close | The Herald")
    assert mark.below == 1


def test_order():
    assert page_order(tree("", "de")) == page_order(tree("", "en-GB")) == page_order(tree(""), "pt_BR") == DAY_FIRST
    assert page_order(tree(""), "", "herald.example.uk") == DAY_FIRST
    assert page_order(tree("<p>03/04/2021</p>")) == ""
    assert page_order(tree("<p>25/04/2021</p>")) == DAY_FIRST
    assert page_order(tree("<p>25/04/2021</p><p>04/25/2021</p>")) == ""
