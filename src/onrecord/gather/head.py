"""What a page says of its article beside the article: JSON-LD, OpenGraph, meta and time tags."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.gather.page_days import published_by_page
from onrecord.gather.page_marks import Marked, find_marked, page_order
from onrecord.records import Told

_ARTICLE = re.compile(r"Article|Posting|Report|Blog|Release|CreativeWork$|WebPage$|VideoObject$")
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
    marked: list[Marked] = field(default_factory=list)
    """Days in the page's own markup, in the page's order."""
    order: str = ""
    """Whether the page writes days or months first, empty where that is not known."""
    scripts: list[str] = field(default_factory=list)
    """The scripts that tell of a day of publishing."""


def read_head(tree: Any) -> Head:
    """Gather a parsed page's metadata."""
    head = Head(language=str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""))
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().casefold()
        if name and (content := _clean(tag.get("content"))):
            head.meta.setdefault(name, content)
    for tag in tree.iter("link"):
        if "canonical" in (tag.get("rel") or "").casefold().split() and not head.canonical:
            head.canonical = (tag.get("href") or "").strip()
    scripts = [tag for tag in tree.iter("script") if tag.text]
    data = [_json(tag) if _is_linked(tag) else None for tag in scripts]
    head.title = next((_clean(tag.text_content()) for tag in tree.iter("title")), "")
    head.headings = [text for tag in tree.iter("h1") if (text := _clean(tag.text_content()))]
    address = _address(head.meta.get("og:url")) or _address(head.canonical) or ""
    head.order = page_order(tree, head.meta.get("og:locale", ""), address.split("/")[2] if address else "")
    head.marked = list(find_marked(tree, head.meta.get("og:title") or head.title, head.order))
    head.linked = _articles(data, head)
    head.scripts = [tag.text for tag, found in zip(scripts, data, strict=True) if found is None and "ubli" in tag.text]
    return head


def _clean(value: Any) -> str:
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _is_linked(tag: Any) -> bool:
    return "ld+json" in (tag.get("type") or "")


def _json(tag: Any) -> Any | None:
    """Read a JSON-LD script, or None where it is broken."""
    source = re.sub(r"^\s*(?://)?<!(?:--|\[CDATA\[)|(?://)?(?:-->|\]\]>)\s*;?\s*$", "", tag.text)
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(data: list[Any], head: Head) -> list[Mapping[str, Any]]:
    """List JSON-LD's article-like nodes, wherever they are nested: the most telling kinds first, of them those with the title."""
    nodes = [node for found in data for node in _nodes(found, 0) if _ARTICLE.search(_types(node))]
    titles = [title for title in (head.meta.get("og:title", ""), head.title, *head.headings[:1]) if title]

    def rank(node: Mapping[str, Any]) -> tuple[bool, bool]:
        other = not any(_alike(_clean(node.get("headline")), title) for title in titles)
        return not re.search(r"Article|Posting|Report|Blog|Release", _types(node)), other

    return sorted(nodes, key=rank)


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


def told_by_page(head: Head) -> Told:
    """Read what a page's metadata tells of its article."""
    node = head.linked[0] if head.linked else {}
    site = _name(node.get("publisher")) or head.meta.get("og:site_name") or head.meta.get("application-name")
    url = _address(head.meta.get("og:url")) or _address(head.canonical) or _address(_name(node.get("url")))
    return Told(
        title=_title(head, _clean(node.get("headline")), site),
        published=published_by_page(head.meta, head.linked, head.marked, url, head.scripts, head.order),
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
