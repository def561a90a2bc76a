import io
import sys

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.formats import Options, Source
from onrecord.gather.pdf import draw, read
from onrecord.records import Found


def pdf(*pages):
    """Write a PDF by hand: a page a text, a line a line."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for text in pages:
        lines = b" ".join(b"(" + line.encode("latin-1") + b") Tj 0 -14 Td" for line in text.split("\n"))
        drawn = b"BT /F1 12 Tf 72 720 Td " + lines + b" ET"
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (len(objects) + 2)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + (b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out)))
    )


WHOLE = pdf("The bridge is closed,\nsaid Ada Ternin.", "Farmers doubt it.")


def one(path, data):
    path.write_bytes(data)
    (item,) = read(Source(str(path), "a.pdf"), Options())
    return item


def test_the_pages_are_the_text(tmp_path):
    found = one(tmp_path / "a", WHOLE)
    assert found.text == "The bridge is closed,\nsaid Ada Ternin.\n\nFarmers doubt it."
    assert found.warnings[0].startswith("pdf: ")


def test_pages_without_text_are_told(tmp_path):
    assert one(tmp_path / "a", pdf("")).reason == "no text in it: scanned pages are not read"


def test_a_locked_file_is_told(tmp_path):
    writer = pypdf.PdfWriter(io.BytesIO(WHOLE))
    writer.encrypt("word", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    assert one(tmp_path / "a", data.getvalue()).reason.startswith("locked")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"no pdf", b"%PDF-1.4\n" + b"<<" * 100_000, WHOLE[:200]])
def test_what_is_no_pdf_is_told(tmp_path, data):
    assert one(tmp_path / "a", data).reason


def test_without_the_extra_its_name_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert draw(b"") == "needs an extra that is not installed: pip install 'onrecord[pdf]'"


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=9))
def test_any_damage_ends_in_a_text_or_a_reason(tmp_path_factory, at, bad):
    whole = bytearray(WHOLE)
    whole[at % len(whole) : at % len(whole) + len(bad)] = bad
    item = one(tmp_path_factory.mktemp("pdf") / "a", bytes(whole))
    assert item.text if isinstance(item, Found) else item.reason
