"""Word documents (``.docx``), read by python-docx, an extra: the file is the article."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from onrecord.gather.files import MOST, read_bytes
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.sandbox import safely
from onrecord.records import Found, Sighting, Skipped

MISSING = "needs an extra that is not installed: pip install 'onrecord[docx]'"
_PARTS = 10_000  # files packed into one document


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:  # noqa: ARG001
    """Give the document's paragraphs and cells as one text."""
    drawn = safely(draw, read_bytes(source.path))
    yield Skipped(source.name, drawn) if isinstance(drawn, str) else Found(drawn[0], Sighting(source.name))


def draw(data: bytes) -> tuple[str] | str:
    """Draw the text from a document's bytes, or say why there is none. Run in the sandbox."""
    try:
        import docx
        import docx.opc.exceptions
    except ImportError:
        return MISSING
    fault = _unpacked(data)
    if fault:
        return fault
    try:
        document = docx.Document(io.BytesIO(data))
    except (docx.opc.exceptions.OpcError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        return f"no Word document, or a damaged one: {' '.join(str(error).split())[:120]}"
    text = "\n\n".join(line for line in _lines(document) if line)
    return (text,) if text else "empty"


def _unpacked(data: bytes) -> str | None:
    """Say why a document should not be unpacked, by what it says it holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        return f"no Word document, or a damaged one: {error}"
    size = sum(part.file_size for part in parts)
    if size > MOST:
        return f"unpacks to {size >> 20} MB, more than the {MOST >> 20} MB that are read of one file"
    return f"holds {len(parts)} parts, more than the {_PARTS} that are read" if len(parts) > _PARTS else None


def _lines(part: Any) -> Iterator[str]:
    """List a document's or cell's paragraphs in order, a table's cell by cell; a cell that spans several is given once."""
    for inner in part.iter_inner_content():
        if hasattr(inner, "rows"):
            seen: set[Any] = set()
            for cell in (cell for row in inner.rows for cell in row.cells if cell._tc not in seen):
                seen.add(cell._tc)
                yield from _lines(cell)
        else:
            yield inner.text.strip()


FORMAT = Format("docx", (".docx",), read, by=("python-docx",))
