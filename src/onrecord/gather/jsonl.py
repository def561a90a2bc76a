"""JSON lines: one record a line, one article a record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.gather.decode import decode
from onrecord.gather.fields import found_in
from onrecord.gather.files import LINE, MOST_JSON, Unreadable, read_bytes, read_lines
from onrecord.gather.formats import Format, Options, Source
from onrecord.records import Found, Skipped

_SAMPLE = 1 << 20  # bytes looked at to tell the file's encoding
_ODD = 0.2  # of the lines beyond ASCII are no UTF-8: then the file is in another encoding, else those lines are damaged


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:
    """Give one text a line, named ``path#line`` counting from 1; a line that cannot be read is told and the next one is read."""
    encoding = _encoding(source.path)
    lines: Iterable[bytes | None] = read_lines(source.path)
    if encoding and encoding.startswith("utf-16"):
        # a line end is two bytes there: decode first
        lines = (line.encode("utf-8") for line in read_bytes(source.path, MOST_JSON).decode(encoding, "replace").split("\n"))
        encoding = None
    for number, line in enumerate(lines, start=1):
        name = f"{source.name}#{number}"
        if line is None:
            yield Skipped(name, f"a line of more than {LINE >> 20} MB, the most that is read of one record")
        elif line.strip():
            yield _read_line(line, name, options, encoding)


def _encoding(path: str) -> str | None:
    """Tell the encoding of a file that is not in UTF-8: in UTF-16, or with many lines that UTF-8 cannot read."""
    sample = bytearray()
    try:
        for line in read_lines(path, _SAMPLE):
            sample += line or b""
            if len(sample) > _SAMPLE:
                break
    except Unreadable:  # told where the lines are read
        pass
    decoded = decode(bytes(sample))
    if isinstance(decoded, str) or decoded.encoding == "utf-8":
        return None
    if decoded.encoding.startswith("utf-16"):
        return decoded.encoding
    odd = [_is_utf8(line) for line in sample.split(b"\n") if not line.isascii()]
    return decoded.encoding if odd.count(False) > _ODD * len(odd) and odd.count(False) > 1 else None


def _is_utf8(line: bytearray) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _read_line(line: bytes, name: str, options: Options, encoding: str | None) -> Found | Skipped:
    try:
        text = line.decode(encoding or "utf-8-sig")
        found = found_in(json.loads(text), name, options)
    except UnicodeDecodeError as error:
        return Skipped(name, f"damaged: no {encoding or 'UTF-8'} at byte {error.start} of the line")
    except (ValueError, RecursionError) as error:
        return Skipped(name, f"not JSON: {error}")
    if isinstance(found, Found) and encoding:
        return replace(found, warnings=(*found.warnings, f"encoding: {encoding} (most lines are not UTF-8)"))
    return found


FORMAT = Format("jsonl", (".jsonl", ".ndjson", ".jl"), read)
