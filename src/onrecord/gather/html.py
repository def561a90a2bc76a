"""Pages: the article's text drawn from its markup."""

from __future__ import annotations

from collections.abc import Iterator

import trafilatura

from onrecord.gather.decode import decode
from onrecord.gather.formats import Format, Options, Source
from onrecord.records import Found, Sighting, Skipped


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:  # noqa: ARG001
    """Give the article of a page."""
    with open(source.path, "rb") as file:
        decoded = decode(file.read())
    if isinstance(decoded, str):
        yield Skipped(source.name, decoded)
        return
    text = trafilatura.extract(decoded.text, favor_precision=True, deduplicate=False, include_comments=False)
    if not text:
        yield Skipped(source.name, "no article found in the page")
        return
    yield Found(text, Sighting(source.name), warnings=decoded.warnings)


FORMAT = Format("html", (".html", ".htm", ".xhtml"), read)
