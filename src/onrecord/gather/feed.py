"""Saved feeds (RSS, Atom): one article an entry; read by feedparser from the file's bytes, never fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.gather.dating import told_day
from onrecord.gather.fields import language_code
from onrecord.gather.files import read_bytes
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.fragment import TooOdd, fragment_text
from onrecord.gather.sandbox import safely
from onrecord.records import Found, Sighting, Skipped, Told

_DECLARATION = re.compile(rb"<\?xml.*?\?>", re.DOTALL)
SUMMARY = "feed: the entry's summary, not the article"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the feed has it, its markup taken off; ``fault`` says why there is no text."""

    text: str
    whole: bool
    title: str
    url: str
    published: str
    authors: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed holds; ``broken`` says what its XML suffers from."""

    outlet: str
    language: str
    entries: tuple[Entry, ...]
    broken: str = ""


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:  # noqa: ARG001
    """Give one text an entry, named ``path#entry`` counting from 1."""
    feed = safely(parse, read_bytes(source.path))
    if isinstance(feed, str):
        yield Skipped(source.name, feed)
        return
    for number, entry in enumerate(feed.entries, start=1):
        yield _article(entry, feed, f"{source.name}#{number}")
    if feed.broken:
        yield Skipped(source.name, f"damaged, what stands behind it is lost: {feed.broken}")


def _article(entry: Entry, feed: Feed, name: str) -> Found | Skipped:
    if not entry.text:
        return Skipped(name, entry.fault or "an entry without text")
    warnings: tuple[str, ...] = () if entry.whole else (SUMMARY,)
    if feed.broken:
        warnings += (f"feed: damaged, so that words may be lost: {feed.broken}",)
    told = Told(
        title=entry.title or None,
        published=told_day(entry.published, "feed:published"),
        outlet=feed.outlet or None,
        authors=entry.authors,
        url=entry.url or None,
        language=language_code(feed.language),
    )
    return Found(entry.text, Sighting(name, entry.url, feed.outlet), told, warnings=warnings)


def parse(data: bytes) -> Feed | str:
    """Read a feed's bytes, or say why they are none. Pure; run in the sandbox."""
    import feedparser

    try:
        found = _parsed(data)
    except ValueError:  # a declaration whose name of an encoding is damaged stops feedparser: read as if there were none
        try:
            found = _parsed(_DECLARATION.sub(b"", data, count=1))
        except ValueError as error:
            return f"a feed that cannot be read: {error}"[:200]
    if not found.get("version") and not found.entries:
        return "no feed: neither RSS nor Atom"
    if not found.entries:
        return "a feed without entries"
    broken = found.get("bozo_exception") if found.get("bozo") else None
    harmless = getattr(feedparser, "CharacterEncodingOverride", ()), getattr(feedparser, "NonXMLContentType", ())
    told = "" if broken is None or isinstance(broken, harmless) else " ".join(str(broken).split())[:120]
    head = found.feed
    return Feed(_plain(head.get("title")), head.get("language") or "", tuple(map(_entry, found.entries)), told)


def _parsed(data: bytes) -> Any:
    import feedparser

    # as a stream: bytes alone would be taken for a file's name first
    return feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)


def _entry(entry: Any) -> Entry:
    bodies = [body.get("value") or "" for body in entry.get("content") or ()]
    body = max(bodies, key=len, default="")
    text, fault = "", ""
    try:
        text = fragment_text(body) or fragment_text(entry.get("summary") or "")
    except TooOdd as error:
        fault = str(error)
    return Entry(
        text,
        bool(body.strip()),
        _plain(entry.get("title")),
        _address(entry.get("link")),
        str(entry.get("published") or ""),
        tuple(dict.fromkeys(name for one in entry.get("authors") or () if (name := _plain(one.get("name"))))),
        fault,
    )


def _plain(value: Any) -> str:
    """Take the markup off a title or name."""
    try:
        return " ".join(fragment_text(value).split()) if isinstance(value, str) else ""
    except TooOdd:
        return ""


def _address(value: Any) -> str:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else ""


FORMAT = Format("feed", (".rss", ".atom", ".rdf", ".xml"), read, by=("feedparser",))
