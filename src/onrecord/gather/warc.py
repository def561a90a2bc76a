"""Web archives (WARC): every page and plain text that was fetched, with its address and when; read by FastWARC."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from onrecord.gather.decode import decode
from onrecord.gather.files import MOST, opened
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.html import page
from onrecord.records import Found, Sighting, Skipped

PAGES = ("text/html", "application/xhtml+xml")
TEXTS = ("text/plain",)
_MAGIC = {b"\x1f\x8b\x08": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"WARC/": "plain"}
_FIRST_LINES = rb"WARC/1\.\d\r\n[A-Za-z-]+:"
_STARTS = {
    "gzip": re.compile(rb"\x1f\x8b\x08[\x00-\x1f]"),
    "zstd": re.compile(rb"\x28\xb5\x2f\xfd"),
    "plain": re.compile(_FIRST_LINES),
}
_INSIDE = re.compile(_FIRST_LINES)
"""Where a record holds this, its length is wrong and it swallowed the next one."""
_CHUNK, _LITTLE, _LAP = 1 << 20, 1 << 13, 64
_BROKEN = (OSError, ValueError, OverflowError, zlib.error)


@dataclass(frozen=True, slots=True)
class _Block:
    """What one record holds: its kind, address, day and bytes."""

    kind: WarcRecordType
    content_type: str
    url: str
    fetched: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A page or text as it was fetched; ``other`` says what it is instead."""

    content_type: str = ""
    charset: str | None = None
    data: bytes = b""
    other: str = ""


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:  # noqa: ARG001
    """Give one text a page or plain text fetched, named ``path#record`` counting all records from 1.

    Records of other kinds are counted and told at the end; a damaged one is told, and the next whole one is looked for.
    """
    others: Counter[str] = Counter()
    with opened(source.path, but=(".gz", ".zst")) as file:
        for number, block in enumerate(_blocks(file), start=1):
            name = f"{source.name}#{number}"
            if isinstance(block, str):
                yield Skipped(name, f"damaged: {block}")
                continue
            fetched = _fetched(block)
            if isinstance(fetched, str):
                yield Skipped(name, f"damaged: {fetched}")
            elif fetched.other:
                others[fetched.other] += 1
            else:
                yield _article(fetched, Sighting(name, block.url, "", block.fetched))
    if others:
        told = ", ".join(f"{count} {what}" for what, count in sorted(others.items()))
        yield Skipped(source.name, f"{others.total()} records hold no page: {told}")


def _article(fetched: _Fetched, seen: Sighting) -> Found | Skipped:
    if fetched.content_type in TEXTS:
        decoded = decode(fetched.data, fetched.charset)
        if isinstance(decoded, str):
            return Skipped(seen.path, decoded)
        return Found(decoded.text, seen, warnings=decoded.warnings) if decoded.text.strip() else Skipped(seen.path, "empty")
    return page(fetched.data, seen, fetched.charset)


def _fetched(block: _Block) -> _Fetched | str:
    """Take what was fetched out of a record, or say what else it is; a string tells that it is damaged."""
    kind = block.content_type.partition(";")[0].strip().casefold()
    if block.kind in (WarcRecordType.resource, WarcRecordType.conversion):
        return (
            _Fetched(kind, None, block.data) if kind in PAGES + TEXTS else _Fetched(other=f"{block.kind} of {kind or 'no type'}")
        )
    if block.kind != WarcRecordType.response:
        return _Fetched(other=str(block.kind))
    if kind != "application/http":
        return _Fetched(other=f"response over {kind or 'no protocol named'}")
    return _answered(block.data)


def _answered(data: bytes) -> _Fetched | str:
    """Take the page out of a server's answer."""
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.set_bytes_content(data)
    record.is_http = True
    try:
        record.parse_http(auto_decode="all", strict_mode=False)
        status = record.http_headers.status_code if record.http_headers else None
        if status is None:
            return "a response without an answer's headers"
        kind = (record.http_content_type or "").casefold()
        if status != 200 or (kind and kind not in PAGES + TEXTS):
            return _Fetched(other=f"response {status}" + (f" of {kind}" if kind and status == 200 else ""))
        body = record.reader.read(MOST + 1)
    except _BROKEN as error:
        return str(error)
    if len(body) > MOST:
        return f"holds more than {MOST >> 20} MB, the most that is read of one page"
    return _Fetched(kind or PAGES[0], record.http_charset, body)


def _blocks(file: IO[bytes]) -> Iterator[_Block | str]:
    """Give each record's block, in the file's order, or say why it cannot be read and go on with the next whole one."""
    kind = _kind(file)
    at: int | None = 0
    while at is not None:
        file.seek(at)
        last, fault = at, "holds no record"
        try:
            for record in ArchiveIterator(file, parse_http=False):
                last, block = record.stream_pos, _block(record)
                if isinstance(block, str):
                    fault = block
                    break
                yield block
                fault = ""
                last += len(block.data) if kind == "plain" else 0
        except _BROKEN as error:
            fault = str(error)
        if not fault:
            return
        yield fault
        at = _next(file, last + 1, kind)


def _kind(file: IO[bytes]) -> str:
    head = file.read(5)
    return next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), "plain")


def _block(record: WarcRecord) -> _Block | str:
    """Read one record whole, or say what is wrong with it."""
    length = record.content_length
    if "WARC-Type" not in record.headers or "Content-Length" not in record.headers:
        return "a record without type or length"
    if length > MOST:
        return f"a record of {length} bytes, more than the {MOST >> 20} MB that are read of one"
    data = record.reader.read(length)
    if _INSIDE.search(data):
        return "its length is wrong: it reaches into the next record"
    if len(data) < length:
        return f"cut off: {len(data)} of {length} bytes are there"
    told: Any = record.headers.get
    address = (told("WARC-Target-URI") or "").strip("<>")
    return _Block(record.record_type, told("Content-Type") or "", address, told("WARC-Date") or "", data)


def _next(file: IO[bytes], after: int, kind: str) -> int | None:
    """Find where the next whole record begins."""
    held, at = b"", after
    file.seek(after)
    while chunk := file.read(_CHUNK):
        held += chunk
        for found in _STARTS[kind].finditer(held):
            if _begins(file, at + found.start(), kind):
                return at + found.start()
        at += max(0, len(held) - _LAP)
        held = held[-_LAP:]
        file.seek(at + len(held))
    return None


def _begins(file: IO[bytes], at: int, kind: str) -> bool:
    """Say whether a record begins at a place."""
    file.seek(at)
    try:
        if kind == "gzip" and zlib.decompressobj(31).decompress(file.read(_LITTLE), 5) != b"WARC/":
            return False
        file.seek(at)
        found = ArchiveIterator(file, parse_http=False, buffer_size=_LITTLE, max_header_len=_LITTLE)
        record = next(iter(found), None)
        return record is not None and record.stream_pos == at and "WARC-Type" in record.headers
    except _BROKEN:
        return False


FORMAT = Format("warc", (".warc", ".wet", ".wat"), read, by=("fastwarc", "trafilatura", "readability-lxml"))
