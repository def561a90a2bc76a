"""Pages: the article's text drawn from its markup."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.gather.decode import decode
from onrecord.gather.files import read_bytes
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.page import draw
from onrecord.gather.sandbox import safely
from onrecord.gather.sidecar import charset_of
from onrecord.records import Found, Origin, Sighting, Skipped

_DECLARED = re.compile(rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]+)", re.IGNORECASE)


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:  # noqa: ARG001
    """Give the article of a page."""
    yield page(read_bytes(source.path), Sighting(source.name), charset_of(source.path))


def page(data: bytes, seen: Sighting, declared: str | None = None) -> Found | Skipped:
    """Draw the article from a page's bytes; other formats that hold pages (archives) call this too.

    ``seen`` tells where the page was found, and what is known of that; ``declared`` is the encoding told by who sent it.
    """
    named = _DECLARED.search(data, 0, 4096)
    decoded = decode(data, declared or (named[1].decode("ascii") if named else None))
    if isinstance(decoded, str):
        return Skipped(seen.path, decoded)
    if not decoded.text.strip():
        return Skipped(seen.path, "empty")
    drawn = safely(draw, decoded.text)
    if isinstance(drawn, str):
        return Skipped(seen.path, drawn)
    told = drawn.told
    seen = replace(seen, url=seen.url or told.url or "", outlet=seen.outlet or told.outlet or "")
    told = replace(told, url=told.url or seen.url or None)
    origin = Origin(hashlib.sha256(data).hexdigest(), drawn.runs)
    return Found(drawn.text, seen, told, drawn.hints, (*decoded.warnings, *drawn.warnings), origin, data, drawn.entries)


FORMAT = Format("html", (".html", ".htm", ".xhtml"), read, by=("trafilatura", "readability-lxml"))
