import lxml.html
import pytest

from onrecord.gather.head import read_head, told_by_page

TITLE = "Northern bridge to close for two winters"


def told(head="", body=""):
    return told_by_page(read_head(lxml.html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")))


def day(head="", body=""):
    when = told(head, body).published
    return (when.earliest, when.basis) if when else None


def linked(node):
    return f'<script type="application/ld+json">{node}</script>'


def test_json_ld_tells_all():
    node = f"""{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "Site"}}, {{"@type": ["NewsArticle"],
        "headline": "{TITLE}", "datePublished": "2021-05-03T23:30:00-08:00", "dateModified": "2021-06-01",
        "author": [{{"name": "Ada Moor"}}, "Jon Stone"], "publisher": {{"name": "Herald"}}}}]}}"""
    found = told(linked(node))
    assert (found.title, found.outlet, found.authors) == (TITLE, "Herald", ("Ada Moor", "Jon Stone"))
    assert (found.published.earliest, found.published.basis) == ("2021-05-03", "page:json-ld datePublished")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<meta property="article:published_time" content="2021-05-03T10:00:00Z">',
            ("2021-05-03", "page:meta article:published_time"),
        ),
        ('<meta name="DC.date.issued" content="2021-05-03">', ("2021-05-03", "page:meta dc.date.issued")),
        ('<meta property="article:modified_time" content="2021-05-03">', None),
        ('<meta name="date" content="03/04/2021">', None),
        ('<meta name="date" content="soon"><meta name="pubdate" content="20210503">', ("2021-05-03", "page:meta pubdate")),
        ('<link rel="canonical" href="https://herald.example/2021/05/03/bridge">', ("2021-05-03", "page:url")),
        (linked("{broken"), None),
        (linked('{"@type": "Organization", "datePublished": "2021-05-03"}'), None),
    ],
)
def test_days_of_the_head(head, expected):
    assert day(head) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<span itemprop="datePublished" content="2021-05-03"></span>', ("2021-05-03", "page:itemprop datePublished")),
        ('<time datetime="2021-05-03T10:00">3 May</time>', ("2021-05-03", "page:time")),
        ('<aside><time datetime="2021-05-03">3 May</time></aside>', None),
        ('<div class="comments"><time datetime="2021-05-03">3 May</time></div>', None),
        ('<p class="post-date">Posted on May 3, 2021 by Ada</p>', ("2021-05-03", "page:date line")),
        ('<p class="post-date">May 3, 2021</p><p class="post-date">May 9, 2021</p>', None),
        ("<p>On 3 May 2021 the bridge was closed.</p>", None),
        ("<p>© 2021 Herald</p>", None),
    ],
)
def test_days_of_the_body(body, expected):
    assert day(body=body) == expected


def test_the_address_decides_between_two_days():
    head = '<link rel="canonical" href="https://herald.example/2021/05/03/bridge"><meta name="pubdate" content="2021-05-03">'
    other = linked('{"@type": "NewsArticle", "datePublished": "2019-01-01"}')
    assert day(other + head) == ("2021-05-03", "page:meta pubdate")


def test_titles_without_the_sites_name():
    og = f'<meta property="og:title" content="{TITLE} | Herald"><meta property="og:site_name" content="The Herald">'
    assert told(og).title == TITLE
    assert told(og, f"<h1>{TITLE}, minister says</h1>").title == TITLE + ", minister says"
    assert told("<title>Herald – Bridge: closed for good - again</title>").title == "Herald – Bridge: closed for good - again"
    assert told("", "<h1>Bridge closed for good</h1>").title == "Bridge closed for good"
    assert told().title is None


def test_addresses_are_whole_or_nothing():
    assert told('<link rel="canonical" href="/bridge">').url is None
    assert told('<meta property="og:url" content="https://herald.example/a">').url == "https://herald.example/a"
