"""What a page says of its article beside the article: JSON-LD, OpenGraph, meta and time tags."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onrecord.gather.dates import address_day, stamp_day
from onrecord.gather.dating import told_day
from onrecord.records import Told, When

_ARTICLE = re.compile(r"Article|Posting|Report|Blog|Release|CreativeWork$|WebPage$|VideoObject$")
_DAYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published", "pubdate",
    "publishdate", "publish-date", "publish_date", "published-date", "publication_date", "publicationdate", "date_published",
    "published_time", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "sailthru.date", "parsely-pub-date", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime",
    "citation_publication_date", "citation_date", "shareaholic:article_published_time", "bt:pubdate", "ptime",
    "article.published", "rbpubdate", "analyticsattributes.articledate", "vr:published_time", "iso-8601-publish-date",
    "displaydate", "article:publicationdate", "created", "date",
)  # fmt: skip
"""Names of meta tags that hold a publication day, the surest first; those of updates are left out."""
_UPDATED = re.compile(r"updat|modif|edit|revis|relat|comment|footer|sidebar|widget|promo|aside", re.IGNORECASE)
_DATED = re.compile(r"publi|post|entry|article|date|byline|time|meta|created|author", re.IGNORECASE)
_CUT = re.compile(r"\s+(?:[|–—»:·•-]|::)\s+")


@dataclass(slots=True)
class Head:
    """The metadata of one page, gathered once; values are strings as printed."""

    meta: dict[str, str] = field(default_factory=dict)
    linked: list[Mapping[str, Any]] = field(default_factory=list)
    title: str = ""
    headings: list[str] = field(default_factory=list)
    canonical: str = ""
    language: str = ""
    marked: list[tuple[str, str]] = field(default_factory=list)
    """Days in the page's own markup: where (``itemprop``, ``time``, ``byline``) and what."""


def read_head(tree: Any) -> Head:
    """Gather a parsed page's metadata."""
    head = Head(language=str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""))
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").strip().casefold()
        if name and (content := _clean(tag.get("content"))):
            head.meta.setdefault(name, content)
    for tag in tree.iter("link"):
        if "canonical" in (tag.get("rel") or "").casefold().split() and not head.canonical:
            head.canonical = (tag.get("href") or "").strip()
    head.linked = [node for tag in tree.iter("script") for node in _linked(tag)]
    head.title = next((_clean(tag.text_content()) for tag in tree.iter("title")), "")
    head.headings = [text for tag in tree.iter("h1") if (text := _clean(tag.text_content()))]
    head.marked = list(_marked(tree))
    return head


def _clean(value: Any) -> str:
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _linked(tag: Any) -> Iterator[Mapping[str, Any]]:
    """List the article-like nodes of a JSON-LD script, wherever they are nested; the most telling types first."""
    if "ld+json" not in (tag.get("type") or ""):
        return
    source = re.sub(r"^\s*(?://)?<!(?:--|\[CDATA\[)|(?://)?(?:-->|\]\]>)\s*;?\s*$", "", tag.text_content())
    try:
        found = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return
    nodes = [node for node in _nodes(found, 0) if _ARTICLE.search(_types(node))]
    yield from sorted(nodes, key=lambda node: not re.search(r"Article|Posting|Report|Blog|Release", _types(node)))


def _nodes(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, Mapping):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement"):
            yield from _nodes(value.get(key), depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)


def _types(node: Mapping[str, Any]) -> str:
    types = node.get("@type")
    return " ".join(map(str, types)) if isinstance(types, list) else str(types or "")


def _marked(tree: Any) -> Iterator[tuple[str, str]]:
    """List the days in the page's markup, in the page's order within each kind; not those of updates, comments and lists."""
    for tag in tree.xpath("//*[contains(@itemprop, 'datePublished') or @property='datePublished' or @pubdate]"):
        if value := _clean(tag.get("content") or tag.get("datetime") or tag.get("title") or tag.text_content()[:80]):
            yield "itemprop", value
    for tag in tree.iter("time"):
        if not _aside(tag) and (value := _clean(tag.get("datetime") or tag.text_content()[:80])):
            yield "time", value
    for tag in tree.iter("span", "p", "div", "li", "em", "small", "h5", "h6", "abbr"):
        name = f"{tag.get('class') or ''} {tag.get('id') or ''}"
        if _DATED.search(name) and not _UPDATED.search(name) and not _aside(tag) and len(tag) <= 6:
            text = _clean(tag.get("title") if tag.tag == "abbr" else tag.text_content()[:200])
            if 6 <= len(text) <= 120:
                yield "byline", text


def _aside(tag: Any) -> bool:
    """Say whether a tag stands in a list of other articles, a comment or an update."""
    steps = 0
    while tag is not None and steps < 12:
        if tag.tag in ("aside", "footer", "nav") or _UPDATED.search(f"{tag.get('class') or ''} {tag.get('id') or ''}"):
            return tag.tag not in ("body", "html", "main", "article")
        tag, steps = tag.getparent(), steps + 1
    return False


def told_by_page(head: Head) -> Told:
    """Read what a page's metadata tells of its article."""
    node = head.linked[0] if head.linked else {}
    site = _name(node.get("publisher")) or head.meta.get("og:site_name") or head.meta.get("application-name")
    url = _address(head.meta.get("og:url")) or _address(head.canonical) or _address(_name(node.get("url")))
    return Told(
        title=_title(head, _clean(node.get("headline")), site),
        published=published_by_page(head, url),
        outlet=head.meta.get("og:site_name") or site,
        authors=_authors(head, node),
        url=_address(head.canonical) or url,
    )


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name")
    return _clean(value) or None


def _address(value: str | None) -> str | None:
    return value if value and re.match(r"https?://[^/\s]+\.[^/\s]+\S*$", value) else None


def _authors(head: Head, node: Mapping[str, Any]) -> tuple[str, ...]:
    given = node.get("author")
    names = [_name(item) for item in (given if isinstance(given, list) else [given])]
    told = head.meta.get("author") or head.meta.get("article:author") or ""
    names = [name for name in names if name] or ([told] if told and not told.startswith("http") else [])
    return tuple(dict.fromkeys(name for name in names if name and len(name) < 80))


def _title(head: Head, headline: str, site: str | None) -> str | None:
    """Choose the page's title: the heading that agrees with what the metadata say, else what they say without the site's name."""
    texts = (headline, head.meta.get("og:title", ""), head.meta.get("twitter:title", ""), head.title)
    told = [_without_site(text, site) for text in texts if text]
    for text in told:
        for heading in head.headings:
            if _alike(text, heading):
                return heading
    if not told:
        return head.headings[0] if len(head.headings) == 1 else None
    return told[0] or None


def _alike(told: str, heading: str) -> bool:
    a, b = set(re.findall(r"\w+", told.casefold())), set(re.findall(r"\w+", heading.casefold()))
    few, many = sorted((len(a), len(b)))
    return few >= 3 and len(a & b) >= 0.9 * few and len(a & b) >= 0.6 * many


def _without_site(title: str, site: str | None) -> str:
    """Drop the site's name from the end or the start of a title."""
    parts = _CUT.split(title)
    if site and len(parts) > 1:
        folded = site.casefold()
        if parts[-1].casefold() in folded or folded in parts[-1].casefold():
            return title[: title.rindex(parts[-1])].rstrip(" |–—»:·•-")
        if parts[0].casefold() == folded:
            return title[len(parts[0]) :].lstrip(" |–—»:·•-")
    return title


def published_by_page(head: Head, url: str | None) -> When | None:
    """Find the day a page was published, with its evidence.

    The first source that gives a day counts, unless the address names another one that a later source confirms.
    """
    days = list(_days(head))
    address = address_day(url) if url else None
    if address and any(stamp_day(value) == address for _, value in days):
        return next(told_day(value, basis) for basis, value in days if stamp_day(value) == address)
    for basis, value in days:
        if when := told_day(value, basis):
            return when
    return told_day(address.isoformat(), "page:url") if address else _agreed(head.marked, lambda kind: kind == "byline")


def _days(head: Head) -> Iterator[tuple[str, str]]:
    for node in head.linked:
        for name in ("datePublished", "uploadDate", "dateCreated"):
            if isinstance(node.get(name), str):
                yield f"page:json-ld {name}", node[name]
    for name in _DAYS:
        if name in head.meta:
            yield f"page:meta {name}", head.meta[name]
    for kind, value in head.marked:
        if kind == "itemprop":
            yield "page:itemprop datePublished", value
    times = [value for kind, value in head.marked if kind == "time"]
    if times:
        yield "page:time", times[0]


def _agreed(marked: list[tuple[str, str]], wanted: Callable[[str], bool]) -> When | None:
    """Take the day that the first dated lines of a page agree on."""
    days: list[date] = [day for kind, value in marked if wanted(kind) and (day := stamp_day(value))]
    return told_day(days[0].isoformat(), "page:date line") if days and len(set(days[:3])) == 1 else None
