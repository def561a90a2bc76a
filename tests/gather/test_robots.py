import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.robots import Robots, parse

SITE = "https://herald.example"


def allowed(text, path, robot="onrecord"):
    return parse(text, robot).allow(SITE + path)


@pytest.mark.parametrize(
    ("text", "path", "may"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /private", "/public", True),
        ("User-agent: *\nDisallow: /private", "/private/x", False),
        ("User-agent: *\nDisallow: /p\nAllow: /p/news", "/p/news/1", True),
        ("User-agent: *\nAllow: /p\nDisallow: /p", "/p", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a*b*c", "/aXXbYYc/z", False),
        ("User-agent: *\nDisallow: /a*b*c", "/aXXcYYb", True),
        ("User-agent: *\nDisallow: /x?id=", "/x?id=3", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: OnRecord/1.0\nDisallow: /no", "/yes", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: OnRecord/1.0\nDisallow: /no", "/no", False),
        ("User-agent: other\nUser-agent: onrecord\nDisallow: /", "/", False),
        ("User-agent: other\nDisallow: /", "/", True),
        ("Disallow: /", "/", True),
        ("\ufeffuser-AGENT : * # all\ndisallow : /a # why", "/a", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("User-agent: *\nSitemap: x\nDisallow: /a", "/a", False),
    ],
)
def test_what_is_allowed(text, path, may):
    assert allowed(text, path) is may


def test_the_pause_a_site_asks_for():
    assert parse("User-agent: *\nCrawl-delay: 2.5", "onrecord").delay == 2.5
    assert parse("User-agent: *\nCrawl-delay: soon", "onrecord").delay == 0


def test_a_pattern_of_stars_ends():
    assert Robots(((False, "/" + "*a" * 2000 + "$"),)).allow(SITE + "/" + "a" * 5000 + "b")


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_file_is_read(text, path):
    assert isinstance(allowed(text, "/" + path.replace("#", "")), bool)
    assert isinstance(allowed("User-agent: *\nDisallow: " + text, "/" + path), bool)
