"""Pages: the article's text drawn from its markup."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from onrecord.gather.decode import decode
from onrecord.gather.files import read_bytes
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.page import draw
from onrecord.gather.sandbox import safely
from onrecord.records import Found, Sighting, Skipped

_DECLARED = re.compile(rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]+)", re.IGNORECASE)


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:  # noqa: ARG001
    """Give the article of a page."""
    yield page(read_bytes(source.path), source.name)


def page(data: bytes, name: str, url: str = "") -> Found | Skipped:
    """Draw the article from a page's bytes; other formats that hold pages (archives) call this too."""
    declared = _DECLARED.search(data, 0, 4096)
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    if isinstance(decoded, str):
        return Skipped(name, decoded)
    if not decoded.text.strip():
        return Skipped(name, "empty")
    drawn = safely(draw, decoded.text)
    if isinstance(drawn, str):
        return Skipped(name, drawn)
    told = drawn.told
    sighting = Sighting(name, url or told.url or "", told.outlet or "")
    kept = f"page: sha256 {hashlib.sha256(data).hexdigest()}"
    return Found(drawn.text, sighting, told, drawn.hints, (*decoded.warnings, *drawn.warnings, kept))


FORMAT = Format("html", (".html", ".htm", ".xhtml"), read)
