import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.decode import Decoded, decode, unstorable

TEXT = "Zoë said: “Naïve? Perhaps.” – and left the café in Štip.\r\nThe end.\r"


def read(data, declared=None):
    decoded = decode(data, declared)
    assert isinstance(decoded, Decoded), decoded
    return decoded


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data):
    decoded = decode(data)
    assert isinstance(decoded, Decoded | str)
    if isinstance(decoded, Decoded):
        decoded.text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=100).filter(lambda text: not text.startswith("\ufeff")))
def test_utf8_comes_back_unchanged(text):
    assert read(text.encode("utf-8")).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_marks_and_nuls_tell_the_encoding(encoding):
    assert read((TEXT * 20).encode(encoding)).text == TEXT * 20


def test_line_ends_are_kept():
    assert read(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


def test_a_declared_encoding_is_used_and_told():
    decoded = read(TEXT.encode("cp1252"), "windows-1252")
    assert decoded.text == TEXT
    assert decoded.warnings == ("encoding: windows-1252 (declared)",)


def test_an_encoding_nobody_declared_is_detected():
    decoded = read((TEXT * 5).encode("cp1252"))
    assert decoded.text == TEXT * 5
    assert "cp1252" in decoded.warnings[0]
    russian = "Министр заявил в понедельник, что северный мост будет закрыт на две зимы. " * 9
    assert read(russian.encode("cp1251")).text == russian


def test_a_wrong_declaration_is_passed_over():
    assert read(TEXT.encode("utf-8"), "no-such-thing").text == TEXT
    assert read(TEXT.encode("utf-8"), "latin-1").text == TEXT


def test_what_cannot_be_read_is_told():
    decoded = read("Zoë".encode("utf-16-le") + b"\x00\xd8" + "Zoë left the house".encode("utf-16-le"))
    assert "\ufffd" in decoded.text
    assert any("could not be read" in warning for warning in decoded.warnings)


def test_binary_is_refused_and_few_nuls_survive():
    assert decode(bytes(range(256)) * 20) == "binary, not text"
    assert decode(b"%PDF-1.7 and so on") == "binary, not text: a PDF"
    assert read(b"A" * 500 + b"\0" + b"B" * 500).text.count("\0") == 1


def test_lone_surrogates_cannot_be_stored():
    assert "U+D800" in (unstorable("ab\ud800c") or "")
    assert unstorable("ab\U0001f600c") is None


@pytest.mark.parametrize("no_text", ["hex", "idna", "undefined", "punycode", "unicode_escape", "rot13", "zlib", "nosuch"])
def test_what_a_page_declares_that_is_no_encoding_is_not_believed(no_text):
    data = TEXT.encode("cp1252") + rb" \u0041"
    assert read(data, no_text) == read(data)
