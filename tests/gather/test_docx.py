import io
import sys
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.docx import draw, read
from onrecord.gather.formats import Options, Source
from onrecord.records import Found


@pytest.fixture(scope="module")
def document():
    made = docx.Document()
    made.add_heading("Bridge to close", 1)
    made.add_paragraph("“The bridge is closed,” said Ada Ternin.")
    table = made.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Works"
    table.cell(1, 0).text, table.cell(1, 1).text = "one", "two"
    made.add_paragraph("")
    made.add_paragraph("Farmers doubt it.")
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def one(path, data):
    path.write_bytes(data)
    (item,) = read(Source(str(path), "a.docx"), Options())
    return item


def test_paragraphs_and_cells_are_the_text(tmp_path, document):
    found = one(tmp_path / "a", document)
    assert found.text == "Bridge to close\n\n“The bridge is closed,” said Ada Ternin.\n\nWorks\n\none\n\ntwo\n\nFarmers doubt it."


def test_a_bomb_is_refused_unopened(tmp_path, document):
    data = io.BytesIO(document)
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/media/image.xml", bytes(100 << 20))
    assert len(data.getvalue()) < 1 << 20
    assert one(tmp_path / "a", data.getvalue()).reason == "unpacks to 100 MB, more than the 64 MB that are read of one file"


def test_a_bomb_that_lies_about_its_size_is_no_danger(tmp_path, document):
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part) if part.filename != "word/document.xml" else bytes(200 << 20))
    lying = data.getvalue().replace((200 << 20).to_bytes(4, "little"), (2000).to_bytes(4, "little"))
    assert one(tmp_path / "a", lying).reason


def test_entities_within_entities_do_not_grow(tmp_path, document):
    names = "".join(f'<!ENTITY a{n} "{(f"&a{n - 1};" if n else "ha") * 10}">' for n in range(10))
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(data, "w") as new:
        for part in old.infolist():
            body = old.read(part).decode("utf-8", "replace")
            if part.filename == "word/document.xml":
                body = body.replace("?>", f"?><!DOCTYPE x [{names}]>", 1).replace("Farmers", "&a9;")
            new.writestr(part.filename, body)
    item = one(tmp_path / "a", data.getvalue())
    assert not isinstance(item, Found) or len(item.text) < 1000


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"no zip", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_document_is_told(tmp_path, data):
    assert one(tmp_path / "a", data).reason.startswith("no Word document")


def test_a_zip_of_something_else_is_told(tmp_path):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("a.txt", "x")
    assert one(tmp_path / "a", data.getvalue()).reason.startswith("no Word document")


def test_without_the_extra_its_name_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    assert draw(b"") == "needs an extra that is not installed: pip install 'onrecord[docx]'"


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=9))
def test_any_damage_ends_in_a_text_or_a_reason(tmp_path_factory, document, at, bad):
    whole = bytearray(document)
    whole[at % len(whole) : at % len(whole) + len(bad)] = bad
    item = one(tmp_path_factory.mktemp("docx") / "a", bytes(whole))
    assert item.text if isinstance(item, Found) else item.reason
