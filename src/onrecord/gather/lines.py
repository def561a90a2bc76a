"""Files of one record a line, in whatever encoding they are."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from onrecord.gather.decode import decode
from onrecord.gather.files import MOST_JSON, Unreadable, read_bytes, read_lines

LONE = "onrecord.lone"
"""How to decode so that half a surrogate pair, which no valid text holds, stands for what cannot be read."""
_WIDE = ("utf-16", "utf-32")
"""Encodings in which a line end is more than one byte."""
_SAMPLE = 1 << 20  # bytes looked at to tell the file's encoding
_ODD = 0.2  # of the lines beyond ASCII are no UTF-8: then the file is in another encoding, else those lines are damaged


def _lone(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\ud800", error.end


codecs.register_error(LONE, _lone)


def encoded_lines(path: str) -> tuple[str | None, Iterator[bytes | None]]:
    """Give a file's lines with their ends, and the encoding they are in, None for UTF-8.

    A line too long to be read is None. UTF-16 and UTF-32 are given as UTF-8, a line that cannot be read in full as no valid one.
    """
    encoding = _encoding(path)
    if encoding and encoding.startswith(_WIDE):
        return None, _cut(read_bytes(path, MOST_JSON).decode(encoding, LONE).removeprefix("\ufeff"))
    return encoding, read_lines(path)


def _cut(text: str) -> Iterator[bytes]:
    *whole, last = text.split("\n")
    yield from (f"{line}\n".encode("utf-8", "surrogatepass") for line in whole)
    if last:
        yield last.encode("utf-8", "surrogatepass")


def _encoding(path: str) -> str | None:
    """Tell the encoding of a file that is not in UTF-8: in UTF-16 or UTF-32, or with many lines that UTF-8 cannot read."""
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
    name = codecs.lookup(decoded.encoding).name
    if name.startswith(_WIDE):
        return name
    odd = [_is_utf8(line) for line in sample.split(b"\n") if not line.isascii()]
    return decoded.encoding if odd.count(False) > _ODD * len(odd) and odd.count(False) > 1 else None


def _is_utf8(line: bytearray) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
