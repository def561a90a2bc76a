"""PDFs that hold text, read by pypdf, an extra: the file is the article."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from onrecord.gather.files import read_bytes
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.sandbox import safely
from onrecord.records import Found, Sighting, Skipped

MISSING = "needs an extra that is not installed: pip install 'onrecord[pdf]'"
LAID_OUT = "pdf: the order of the words is the page's layout as pypdf reads it; columns and notes may stand inside one another"


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:  # noqa: ARG001
    """Give the text of the pages, an empty line between two."""
    drawn = safely(draw, read_bytes(source.path))
    if isinstance(drawn, str):
        yield Skipped(source.name, drawn)
    else:
        yield Found(drawn[0], Sighting(source.name), warnings=(LAID_OUT,))


def draw(data: bytes) -> tuple[str] | str:
    """Draw the text from a PDF's bytes, or say why there is none. Run in the sandbox."""
    try:
        import pypdf
    except ImportError:
        return MISSING
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pdf = pypdf.PdfReader(io.BytesIO(data))
        if pdf.is_encrypted and not pdf.decrypt(""):
            return "locked with a password"
        pages = [(page.extract_text() or "").strip() for page in pdf.pages]
    except pypdf.errors.DependencyError:
        return "locked in a way that pypdf alone cannot open"
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        return f"no PDF, or a damaged one: {' '.join(str(error).split())[:120]}"
    text = "\n\n".join(page for page in pages if page).encode("utf-8", "replace").decode()
    return (text,) if text else "no text in it: scanned pages are not read"


FORMAT = Format("pdf", (".pdf",), read, by=("pypdf",))
