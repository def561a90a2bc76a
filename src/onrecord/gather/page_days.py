"""The day a page was published, from its metadata, its markup and the lines that print a day and little else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from onrecord.gather.dates import WEB, Printed, address_day, find_days, stamp_day
from onrecord.gather.dating import told_day
from onrecord.gather.page_marks import NEAR, Marked
from onrecord.records import When

_DAYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published",
    "date:published", "pubdate", "pub_date", "og:pubdate", "publishdate", "publish-date", "publish_date", "published-date",
    "published_date", "publication_date", "publication-date", "publicationdate", "date_published", "published_time",
    "published_at", "published", "article:published", "article:published_date", "article:publication_date",
    "prism.publicationdate", "dc.date.issued", "dc.date.published", "dcterms.issued", "dcterms.created", "dcterms.available",
    "dc.date.created", "dc.created", "dc.date", "dcterms.date", "sailthru.date", "parsely-pub-date", "article_date_original",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "citation_publication_date",
    "citation_online_date", "citation_date", "shareaholic:article_published_time", "bt:pubdate", "ptime", "article.published",
    "article.created", "rbpubdate", "analyticsattributes.articledate", "vr:published_time", "iso-8601-publish-date",
    "displaydate", "article:publicationdate", "article:create_date", "release_date", "originaldate", "datecreated", "created",
    "date",
)  # fmt: skip
"""Names of meta tags that hold a publication day, the surest first; those of updates are left out."""
_LINKED = ("datePublished", "uploadDate", "dateCreated")
_PUBLISHED = re.compile(
    r"\b(?:publi|post(?:ed|é)|issued|veröff|erstellt|inserito|pubb|opublik|yayın|опубл|eingestellt)|입력|등록|発行|发布|發布",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:updat|modif|edited|revis|correct|aktualis|mis à jour|actuali[sz]|aggiorn|atualiz|bijgewerkt|güncel|обновл)|수정|更新",
    re.IGNORECASE,
)
_UTC = re.compile(r"\b(\d\d):\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]00:?00|GMT|UTC)$")
CLOSE = 25  # elements below the heading within which the first date line is the article's though others differ


def published_by_page(
    meta: Mapping[str, str],
    linked: Sequence[Mapping[str, Any]],
    marked: Sequence[Marked],
    url: str | None,
    scripts: Sequence[str] = (),
    order: str = "",
) -> When | None:
    """Find the day a page was published, with its evidence; null where it is not beyond doubt.

    The first source that gives a day counts: JSON-LD, meta tags, marked properties, the time tag by the heading, the address, a
    date line by the heading, a script's data. Where the address names the day, a source that agrees outranks one that does not,
    and a day on which two other kinds of source agree outranks one that stands alone. A moment in Greenwich time may lie a day
    beside the one the outlet printed: the address or a date line one day off then corrects it.
    """
    stamped = [(basis, value, _web_day(value, order)) for basis, value in _stamped(meta, linked, marked)]
    days = [(basis, value, day) for basis, value, day in stamped if day]
    address = address_day(url) if url else None
    line = _date_line(marked, order)
    agreeing = next((basis for basis, _, day in days if day == address), None)
    if address and agreeing:
        return told_day(address.isoformat(), agreeing)
    if days:
        basis, value, day = _outvoted(days, line) or days[0]
        printed = _neighbour(day, value, address, marked, order)
        return told_day((printed or day).isoformat(), f"{basis}, as printed" if printed else basis)
    if address:
        return told_day(address.isoformat(), "page:url")
    if line:
        return told_day(line.isoformat(), "page:date line")
    scripted = _scripted(scripts)
    return told_day(scripted.isoformat(), "page:script") if scripted else None


def _web_day(value: str, order: str) -> date | None:
    day = stamp_day(value, order)
    return day if day and day.year > WEB else None


def _stamped(meta: Mapping[str, str], linked: Sequence[Mapping[str, Any]], marked: Sequence[Marked]) -> Iterator[tuple[str, str]]:
    for name in _LINKED:
        for node in linked:
            if isinstance(node.get(name), str):
                yield f"page:json-ld {name}", node[name]
    for name in _DAYS:
        if name in meta:
            yield f"page:meta {name}", meta[name]
    for mark in marked:
        if mark.kind == "itemprop":
            yield "page:itemprop datePublished", mark.value
    times = [mark for mark in marked if mark.kind == "time"]
    near = [mark for mark in times if -5 <= mark.below <= NEAR]
    if near or len({mark.value for mark in times}) == 1:
        yield "page:time", (near or times)[0].value


def _outvoted(days: Sequence[tuple[str, str, date]], line: date | None) -> tuple[str, str, date] | None:
    """Find the day on which two kinds of source agree with a date line, where the first source stands alone with another."""
    kinds = {(basis.split()[0], day) for basis, _, day in days}
    votes = Counter(day for _, day in kinds)
    first = days[0]
    if line and votes[first[2]] == 1 and votes[line] >= 2 and abs(line - first[2]) > timedelta(days=1):
        return next(each for each in days if each[2] == line)
    return None


def _neighbour(day: date, value: str, address: date | None, marked: Sequence[Marked], order: str) -> date | None:
    """Find the day the outlet printed where the metadata's moment is in Greenwich time and one day off."""
    printed = [
        shown
        for mark in marked
        if mark.kind != "itemprop"
        and 0 <= mark.below <= NEAR
        and not _greenwich(mark.value)
        and (shown := stamp_day(mark.value, order))
    ]
    if day in printed:
        return None
    if address and abs(address - day) == timedelta(days=1):
        return address
    moment = _greenwich(value)
    if not moment:
        return None
    # before noon in Greenwich the outlet may still have had the day before, after noon the day after
    other = day + timedelta(days=-1 if int(moment[1]) < 12 else 1)
    return other if printed[:1] == [other] else None


def _greenwich(value: str) -> re.Match[str] | None:
    return _UTC.search(value.strip().replace("T", " "))


def _date_line(marked: Sequence[Marked], order: str) -> date | None:
    """Choose the day of the lines that print one.

    Those count that say they tell when the article was published, else those the markup calls dates by the heading, those by the
    heading, all; two days are no answer, unless the first stands close below the heading and is called a date.
    """
    lines = [(mark, day) for mark in marked if mark.kind == "line" and (day := _line_day(mark.value, order))]
    near = [(mark, day) for mark, day in lines if -20 <= mark.below <= NEAR]
    said = [(m, d) for m, d in near if _PUBLISHED.search(m.value)]
    called = [(m, d) for m, d in near if m.dated]
    close = [(m, d) for m, d in called if 0 <= m.below <= CLOSE][:1]
    for choice in (said, called, close, near, lines):
        if choice and len({day for _, day in choice}) == 1:
            return choice[0][1]
        if choice and choice is not called:
            return None
    return None


def _line_day(line: str, order: str) -> date | None:
    """Read a date line: of several days the one it says was that of publishing; none where it tells of an update alone."""
    days = [printed for printed in find_days(line, order) if printed.year]
    said = [printed.day for at, printed in enumerate(days) if _PUBLISHED.search(_before(line, days, at))]
    plain = [printed.day for at, printed in enumerate(days) if not _CHANGED.search(_before(line, days, at))]
    for choice in (said, plain):
        if choice:
            return choice[0] if len(set(choice)) == 1 else None
    return None


def _before(line: str, days: Sequence[Printed], at: int) -> str:
    """Give the words between a day and the one before it, and those at the line's end for the last."""
    start = days[at - 1].end if at else 0
    return line[start : days[at].start] + (line[days[at].end :] if len(days) == 1 else "")


_KEY = re.compile(
    r"(datePublished|publishedAt|published_at|publish(?:ed)?_?date|pub_?date|publicationDate|publication_date|date_?published"
    r"|published_time|first_?published(?:_at|At)?|displayDate)\\?[\"']\s*:\s*\\?[\"']((?:19|20)\d\d-\d\d-\d\d)",
    re.IGNORECASE,
)


def _scripted(scripts: Sequence[str]) -> date | None:
    """Read the day a page's scripts give as that of publishing; two are no answer."""
    days = {stamp_day(day) for script in scripts for _, day in _KEY.findall(script)} - {None}
    return days.pop() if len(days) == 1 else None
