"""Plain text files: the file is the article, or an export of a press database that holds several."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.gather.decode import decode
from onrecord.gather.files import read_bytes
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.press import articles, is_export
from onrecord.gather.sidecar import charset_of
from onrecord.records import Found, Sighting, Skipped


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:
    """Give the decoded file as one text, an export's articles each as one."""
    decoded = decode(read_bytes(source.path), charset_of(source.path))
    if isinstance(decoded, str):
        yield Skipped(source.name, decoded)
    elif not decoded.text.strip():
        yield Skipped(source.name, "empty")
    elif is_export(decoded.text):
        yield from articles(decoded.text, source.name, options, decoded.warnings)
    else:
        yield Found(decoded.text, Sighting(source.name), warnings=decoded.warnings)


FORMAT = Format("text", (".txt", ".text", ".md", ".markdown"), read)
