"""The day a page was published, from its metadata, its markup and the lines that print a day and little else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from onrecord.gather.dates import address_day, find_days, stamp_day
from onrecord.gather.dating import told_day
from onrecord.records import When

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
_LINKED = ("datePublished", "uploadDate", "dateCreated")
_ASIDE = re.compile(
    r"updat|modif|edited|revis|relat|comment|footer|sidebar|widget|promo|aside|recommend|popular|trending|latest", re.IGNORECASE
)
_ITEMPROP = "//*[contains(@itemprop, 'datePublished') or @property='datePublished' or @pubdate]"
_WORD = re.compile(r"[^\W\d_]{3,}")
_PUBLISHED = re.compile(r"\b(?:publi|post|issued|입력|등록)", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updat|modif|edited|revis|correct|수정)", re.IGNORECASE)
_SENTENCE = re.compile(r"[a-z]{3,}[.!?]$")
_UTC = re.compile(r"\b(\d\d):\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]00:?00|GMT|UTC)$")
NEAR = 60  # elements below the heading among which its date line stands
OTHER = 6  # words beside the day that a date line may hold


@dataclass(frozen=True, slots=True)
class Marked:
    """A day in a page's markup: ``itemprop``, ``time`` or a ``line`` that prints it; elements below the heading; as printed."""

    kind: str
    below: int
    value: str


def find_marked(tree: Any) -> Iterator[Marked]:
    """List the days in a page's markup, in the page's order; not those of updates, comments and other articles."""
    for tag in tree.xpath(_ITEMPROP):
        if value := _squeezed(tag.get("content") or tag.get("datetime") or tag.get("title") or tag.text_content()[:80]):
            yield Marked("itemprop", 0, value)
    heading = None
    for at, tag in enumerate(tree.iter()):
        if not isinstance(tag.tag, str) or tag.tag in ("script", "style", "title"):
            continue
        if tag.tag == "h1" and heading is None:
            heading = at
        below = at - heading if heading is not None else -at
        if tag.tag == "time" and not _aside(tag) and (value := _squeezed(tag.get("datetime") or tag.text_content()[:80])):
            yield Marked("time", below, value)
        elif (line := _own_text(tag)) and _is_date_line(line) and not _aside(tag):
            yield Marked("line", below, line)


def _squeezed(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _own_text(tag: Any) -> str:
    """Join the text that stands directly in a tag, where it is short enough for a date line."""
    text = _squeezed(" ".join(part for part in (tag.text, *(child.tail for child in tag[:8])) if part))
    return text if 6 <= len(text) <= 120 else ""


def _is_date_line(line: str) -> bool:
    if not any(character.isdigit() for character in line):
        return False
    days = [printed for printed in find_days(line) if printed.year]
    if not days:
        return False
    rest = line[: days[0].start] + line[days[-1].end :]
    return len(_WORD.findall(rest)) <= OTHER and not _SENTENCE.search(line)


def _aside(tag: Any) -> bool:
    """Say whether a tag stands in a list of other articles, a comment or an update."""
    steps = 0
    while tag is not None and tag.tag not in ("body", "main", "article") and steps < 12:
        if tag.tag in ("aside", "footer", "nav") or _ASIDE.search(f"{tag.get('class') or ''} {tag.get('id') or ''}"):
            return True
        tag, steps = tag.getparent(), steps + 1
    return False


def published_by_page(
    meta: Mapping[str, str], linked: Sequence[Mapping[str, Any]], marked: Sequence[Marked], url: str | None
) -> When | None:
    """Find the day a page was published, with its evidence; null where it is not beyond doubt.

    The first source that gives a day counts: JSON-LD, meta tags, marked properties, the first time tag, the address, a date line
    by the heading. Where the address names the day, a source that agrees outranks one that does not. A moment in Greenwich time
    may lie a day beside the one the outlet printed: the address or a date line one day off then corrects it.
    """
    days = [(basis, value, day) for basis, value in _stamped(meta, linked, marked) if (day := stamp_day(value))]
    address = address_day(url) if url else None
    agreeing = next((basis for basis, _, day in days if day == address), None)
    if address and agreeing:
        return told_day(address.isoformat(), agreeing)
    if days:
        basis, value, day = days[0]
        printed = _neighbour(day, value, address, marked)
        return told_day((printed or day).isoformat(), f"{basis}, as printed" if printed else basis)
    if address:
        return told_day(address.isoformat(), "page:url")
    line = _date_line(marked)
    return told_day(line.isoformat(), "page:date line") if line else None


def _stamped(meta: Mapping[str, str], linked: Sequence[Mapping[str, Any]], marked: Sequence[Marked]) -> Iterator[tuple[str, str]]:
    for node in linked:
        for name in _LINKED:
            if isinstance(node.get(name), str):
                yield f"page:json-ld {name}", node[name]
    for name in _DAYS:
        if name in meta:
            yield f"page:meta {name}", meta[name]
    for mark in marked:
        if mark.kind == "itemprop":
            yield "page:itemprop datePublished", mark.value
    times = [mark for mark in marked if mark.kind == "time"]
    if times:
        near = [mark for mark in times if 0 <= mark.below <= NEAR]
        yield "page:time", (near or times)[0].value


def _neighbour(day: date, value: str, address: date | None, marked: Sequence[Marked]) -> date | None:
    """Find the day the outlet printed where the metadata's moment is in Greenwich time and one day off."""
    if address and abs(address - day) == timedelta(days=1):
        return address
    moment = _UTC.search(value.strip().replace("T", " "))
    if not moment:
        return None
    # before noon in Greenwich the outlet may still have had the day before, after noon the day after
    other = day + timedelta(days=-1 if int(moment[1]) < 12 else 1)
    printed = {stamp_day(mark.value) for mark in marked if mark.kind == "line" and 0 <= mark.below <= NEAR}
    return other if printed == {other} else None


def _date_line(marked: Sequence[Marked]) -> date | None:
    """Choose the day of the lines that print one: those that say so, those by the heading, all; two are no answer."""
    lines = [
        (mark, day)
        for mark in marked
        if mark.kind == "line" and not _CHANGED.search(mark.value) and (day := stamp_day(mark.value))
    ]
    near = [(mark, day) for mark, day in lines if -20 <= mark.below <= NEAR]
    for choice in ([(m, d) for m, d in near if _PUBLISHED.search(m.value)], near, lines):
        if choice:
            return choice[0][1] if len({day for _, day in choice}) == 1 else None
    return None
