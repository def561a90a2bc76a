import json

import pytest

from onrecord.gather.html import page
from onrecord.records import Found, Sighting

SAID = [
    "The minister of roads said the northern bridge would be closed for at least two winters, and perhaps for three of them. ",
    "Farmers from the valley told reporters that they would not pay for a ferry of their own, whatever the governor might say. ",
]
HERE = "https://herald.example/roads/bridge-closed"


def odd(body, head=""):
    article = f"<article><h1>The bridge is closed</h1>{body}</article>"
    told = f"<title>The bridge is closed</title><link rel='canonical' href='{HERE}'>{head}"
    markup = f"<html><head>{told}</head><body>{article}</body></html>"
    found = page(markup.encode(), Sighting("a.html"))
    assert isinstance(found, Found)
    return [warning.split(":")[0] for warning in found.warnings if not warning.startswith("page:")]


def free(value):
    told = {"@type": "NewsArticle", "headline": "The bridge is closed", "isAccessibleForFree": value}
    return f"<script type='application/ld+json'>{json.dumps(told)}</script>"


@pytest.mark.parametrize(("value", "paid"), [(False, True), ("False", True), (True, False), ("true", False), (None, False)])
def test_the_open_part_of_an_article_that_is_not_free(value, paid):
    assert odd(f"<p>{SAID[0]}</p><p>{SAID[1]}</p>", free(value)) == (["stub"] if paid else [])
    whole = "".join(f"<p>Number {n}. {SAID[n % 2]}</p>" for n in range(30))
    assert odd(whole, free(value)) == []


@pytest.mark.parametrize(
    ("href", "part"),
    [
        (f"{HERE}/2", True),
        (f"{HERE}/page/2/", True),
        ("?page=2", True),
        ("/roads/bridge-closed?p=3", True),
        ("/roads/ferry-opened", False),
        (f"{HERE}/photos", False),
        ("https://other.example/roads/bridge-closed/2", False),
        ("?from=2021", False),
        ("http://[", False),
    ],
)
def test_one_page_of_an_article_over_several(href, part):
    body = f"<p>{SAID[0]}</p><p>{SAID[1]}</p>"
    assert odd(body, f"<link rel='next' href='{href}'>") == (["part"] if part else [])
    assert odd(f"{body}<a rel='next' href='{href}'>Next</a>") == (["part"] if part else [])


def test_several_articles_on_one_page():
    one, two = ("".join(f"<p>{word} {n}. {SAID[n % 2]}</p>" for n in range(8)) for word in ("Number", "Item"))
    assert odd(f"<div itemprop='articleBody'>{one}</div><div itemprop='articleBody'>{two}</div>") == ["several articles"]
    assert odd(f"<div itemprop='articleBody'>{one}<div itemprop='articleBody'>{two}</div></div>") == []
    assert odd(f"<div itemprop='articleBody'>{one}</div><div itemprop='articleBody'><p>{SAID[0]}</p></div>") == []
    assert odd(f"<div itemprop='articleBody'>{one}</div><div itemprop='articleBody'>{one}</div>") == []
