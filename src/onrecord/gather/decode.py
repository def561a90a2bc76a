"""Bytes to text, without newline translation."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x1f\x8b": "gzip",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
    b"SQLite format": "a database",
}
_CONTROL = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b\x1a\b")))
_LONE = re.compile("[\ud800-\udfff]")
_EVERY_BYTE = bytes(range(0x100))
_FEW = 3  # control characters in a text that is one all the same
_HEAD = 4096  # bytes looked at for binary matter
_DETECT = 200_000  # bytes shown to the detector
FOREIGN = 0.15
"""Share of bytes beyond ASCII below which a text is in the Latin alphabet: Windows-1252 is surer than the detector."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read with; ``warnings`` tell what a reader of the record should know of it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded | str:
    """Decode a file's bytes, or say why they are no text.

    Tried in turn: a byte order mark, UTF-8, UTF-16 without a mark by where its NULs stand, the encoding the file declares, a
    detector. Line ends stay as they are; a byte order mark is not part of the text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _settle(data[len(mark) :], encoding, "byte order mark")
    head = data[:_HEAD]
    kind = next((kind for magic, kind in _BINARY.items() if data.startswith(magic)), None)
    if kind:
        return f"binary, not text: {kind}"
    if len(head) - len(head.translate(None, _CONTROL)) > max(_FEW, len(head) // 100):
        wide = _wide(head)
        return _settle(data, wide, "where its NULs stand") if wide else "binary, not text"
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and _known(declared):
        return _settle(data, declared, "declared")
    return _detected(data)


def unstorable(text: str) -> str | None:
    """Say why a text cannot be kept, or None: a lone surrogate is no character, so that no valid file could hold it."""
    lone = _LONE.search(text)
    return f"holds a lone surrogate (U+{ord(lone.group()):04X}) at character {lone.start()}" if lone else None


def _wide(head: bytes) -> str | None:
    even, odd, half = head[0::2].count(0), head[1::2].count(0), max(1, len(head) // 2)
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.1 else None


def _known(encoding: str) -> bool:
    """Say whether a page may name this encoding: Python also calls things so that are none, e.g. hex, or that can fail."""
    try:
        if "escape" in codecs.lookup(encoding).name:
            return False
        _EVERY_BYTE.decode(encoding, "replace")
    except (LookupError, ValueError):
        return False
    return True


def _settle(data: bytes, encoding: str, how: str) -> Decoded:
    """Decode with an encoding that is settled; what it cannot read becomes U+FFFD and is told."""
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - (data.decode(encoding, "ignore").count("\ufffd") if "\ufffd" in text else 0)
    told = () if encoding == "utf-8" else (f"encoding: {encoding} ({how})",)
    return Decoded(text, encoding, (*told, f"encoding: {lost} characters could not be read") if lost else told)


_UNUSED = frozenset(b"\x81\x8d\x8f\x90\x9d")
"""Bytes that mean nothing in Windows-1252."""


def _detected(data: bytes) -> Decoded:
    sample = data[:_DETECT]
    beyond = sum(byte > 0x7F for byte in sample)
    if beyond < FOREIGN * len(sample) and not any(byte in _UNUSED for byte in sample):
        return _settle(data, "cp1252", "taken for it: nearly all of it is ASCII")
    best = from_bytes(sample).best()
    encoding = best.encoding if best is not None else "cp1252"
    return _settle(data, encoding, "detected")
