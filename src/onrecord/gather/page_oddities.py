"""Odd pages told apart by their markup: the open part of a paid article, one page of several, several articles on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

from onrecord.gather.oddities import STUB

_BODIES = "//*[contains(concat(' ', @itemprop, ' '), ' articleBody ')]"
_WITHIN = "ancestor::*[contains(concat(' ', @itemprop, ' '), ' articleBody ')]"
_NEXT = "//link[@rel='next' and @href] | //a[contains(concat(' ', @rel, ' '), ' next ') and @href]"
_PAGE = re.compile(r"/(?:page[/-]?)?\d{1,2}$")
_ASKED = re.compile(r"(?:page|p|pg|pagina)=\d{1,2}")
_LEAST = 80  # words of an article's body; a teaser is shorter
_OPENING = 40  # characters by which it is known again in the drawn text


def page_oddities(tree: Any, linked: Sequence[Mapping[str, Any]], address: str, text: str) -> Iterator[str]:
    """Say what is odd about a page, as warnings; nothing for nearly all. ``address`` is the page's own, empty where not known."""
    paid = any(str(node.get("isAccessibleForFree")).casefold() in ("false", "no", "0") for node in linked)
    if paid and len(text.split()) < STUB:
        yield "stub: the open part of a paid article (the page says that it is not free)"
    if address and any(_is_next(address, tag.get("href")) for tag in tree.xpath(_NEXT)):
        yield "part: one page of an article over several, read as one of its own (the page names the next one)"
    bodies = _bodies(tree)
    if len(bodies) > 1:
        drawn = " ".join(text.split())
        yield f"several articles: {len(bodies)} on one page, of which {sum(body in drawn for body in bodies)} are read, as one"


def _is_next(address: str, href: str) -> bool:
    """Say whether an address is that of a later page of the same article: the same path and a page's number."""
    try:
        here, there = urlsplit(address), urlsplit(urljoin(address, href.strip()))
    except ValueError:
        return False
    if here.netloc != there.netloc or len(here.path) < 2:
        return False
    own, other = here.path.rstrip("/"), there.path.rstrip("/")
    if own == other:
        return there.query != here.query and _ASKED.search(there.query) is not None
    return any(other.startswith(f"{stem}/") and _PAGE.fullmatch(other[len(stem) :]) for stem in (own, _PAGE.sub("", own)))


def _bodies(tree: Any) -> set[str]:
    """List how the articles' bodies on a page open that are long, those within another left out."""
    found = set()
    for tag in tree.xpath(_BODIES):
        words = " ".join("".join(tag.itertext()).split())
        if len(words.split()) >= _LEAST and not tag.xpath(_WITHIN):
            found.add(words[:_OPENING])
    return found
