import gzip
import io
import random

import pytest
from fastwarc.stream_io import ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.formats import Options, Source
from onrecord.gather.warc import read
from onrecord.records import Found, Skipped

LEAD = "The minister of roads said on Monday that the northern bridge – number {0} – would be closed for at least two winters."
MORE = "Farmers doubt it, and have begun to repair the old ferry with their own hands, as they did after the great flood."
HTML = "<html><head><title>Bridge {0}</title></head><body><article><h1>Bridge {0} to close</h1><p>" + LEAD + "</p><p>" + MORE
TYPED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=%s\r\n%s\r\n"


def record(kind, body, url="https://herald.example/a", content_type="application/http; msgtype=response", length=None):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{random.Random(body).getrandbits(64)}>\r\n"
        f"WARC-Date: 2021-05-03T10:00:00Z\r\nWARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body) if length is None else length}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def page(number, charset="utf-8", headers=b""):
    body = HTML.format(number).encode(charset)
    return record("response", TYPED % (charset.encode(), headers) + body, f"https://herald.example/{number}")


def zstd(data):
    out = io.BytesIO()
    writer = ZstdWriter(out)
    writer.write(data)
    writer.flush()
    writer.finish()
    writer.close()
    return out.getvalue()


PACKED = {"a.warc": bytes, "a.warc.gz": gzip.compress}


def items(path, data):
    path.write_bytes(data)
    return list(read(Source(str(path), path.name), Options()))


def numbers(found):
    return [int(item.text.split("– number ")[1].split()[0]) for item in found if isinstance(item, Found)]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst"])
def test_pages_come_with_their_address_and_day(tmp_path, name):
    info = record("warcinfo", b"software: x", content_type="application/warc-fields")
    asked = record("request", b"GET / HTTP/1.1\r\n\r\n")
    gone = record("response", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>gone</html>")
    picture = record("response", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG")
    text = record("response", b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nThe bridge is closed.")
    pack = {"a.warc": bytes, "a.warc.gz": gzip.compress, "a.warc.zst": zstd}[name]
    found = items(tmp_path / name, b"".join(map(pack, [info, asked, page(1), gone, picture, text, page(2, "cp1252")])))
    one, plain, two, others = found
    assert LEAD.format(1) in one.text
    assert LEAD.format(2) in two.text
    assert (one.sighting.path, one.sighting.url, one.sighting.fetched) == (
        f"{name}#3",
        "https://herald.example/1",
        "2021-05-03T10:00:00Z",
    )
    assert one.told.url == "https://herald.example/1"
    assert (plain.text, plain.sighting.path) == ("The bridge is closed.", f"{name}#6")
    assert (others.input, others.reason) == (
        name,
        "4 records hold no page: 1 request, 1 response 200 of image/png, 1 response 404, 1 warcinfo",
    )


def test_packed_and_chunked_answers_are_unpacked(tmp_path):
    body = gzip.compress(HTML.format(7).encode())
    chunked = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    headers = b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    assert numbers(items(tmp_path / "a.warc", record("response", TYPED % (b"utf-8", headers) + chunked))) == [7]


def test_text_extracts_and_resources_are_read(tmp_path):
    wet = record("conversion", b"The bridge is closed.", content_type="text/plain")
    saved = record("resource", HTML.format(3).encode(), content_type="text/html")
    text, saved_page = items(tmp_path / "a.wet", wet + saved)
    assert text.text == "The bridge is closed."
    assert LEAD.format(3) in saved_page.text


def spoilt(good, how):
    at = good.index(b"Content-Length") - 40
    return {
        "header": good[:5] + b"\xff\xff\xff" + good[8:],
        "no type": good.replace(b"WARC-Type", b"WARC-Typo"),
        "too long": good.replace(b"Content-Length: ", b"Content-Length: 9"),
        "far too long": good.replace(b"Content-Length: ", b"Content-Length: 999999999"),
        "too short": good.replace(b"Content-Length: 4", b"Content-Length: "),
        "cut": good[: len(good) // 2],
        "cut in its head": good[:at],
        "nulls": b"\0" * len(good),
        "no answer": record("response", b"nothing of the kind"),
        "not gzip": record("response", TYPED % (b"utf-8", b"Content-Encoding: gzip\r\n") + b"nothing of the kind"),
    }[how]


HOW = ("header", "no type", "too long", "far too long", "too short", "cut", "cut in its head", "nulls", "no answer", "not gzip")


@pytest.mark.parametrize("name", PACKED)
@pytest.mark.parametrize("how", HOW)
def test_a_damaged_record_is_named_and_the_rest_is_read(tmp_path, name, how):
    pack = PACKED[name]
    found = items(tmp_path / name, pack(page(1)) + pack(spoilt(page(2), how)) + pack(page(3)) + pack(page(4)))
    assert [number for number in numbers(found) if number != 2] == [1, 3, 4]
    assert any(isinstance(item, Skipped) and item.input == f"{name}#2" and item.reason for item in found) or numbers(found) == [
        1,
        2,
        3,
        4,
    ]


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_damaged_packing_costs_its_record(tmp_path, pack):
    bad = bytearray(pack(page(2)))
    bad[20:60] = bytes(40)
    name = "a.warc.gz" if pack is gzip.compress else "a.warc.zst"
    found = items(tmp_path / name, pack(page(1)) + bytes(bad) + pack(page(3)))
    assert numbers(found) == [1, 3]
    assert [item.input for item in found if isinstance(item, Skipped)] == [f"{name}#2"]
    found = items(tmp_path / name, (pack(page(1)) + pack(page(2)))[:-40])
    assert numbers(found) == [1]
    assert isinstance(found[-1], Skipped)


def test_a_bomb_in_an_answer_is_refused(tmp_path):
    bomb = gzip.compress(bytes(80 << 20))
    (skipped,) = items(tmp_path / "a.warc", record("response", TYPED % (b"utf-8", b"Content-Encoding: gzip\r\n") + bomb))
    assert "more than 64 MB" in skipped.reason


def test_what_is_no_archive_is_told(tmp_path):
    for data in (b"garbage" * 100, b"\x1f\x8b\x08" * 50, b"WARC/1.0\r\n" * 1000):
        (skipped,) = items(tmp_path / "a.warc", data)
        assert skipped.reason.startswith("damaged")


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=9))
def test_any_damage_ends_in_pages_or_reasons(tmp_path_factory, at, bad):
    asked = record("request", b"GET / HTTP/1.1\r\n\r\n")
    whole = bytearray(asked * 4)
    whole[at % len(whole) : at % len(whole) + len(bad)] = bad
    for data in (bytes(whole), gzip.compress(bytes(whole)), bad):
        for item in items(tmp_path_factory.mktemp("warc") / "a.warc", data):
            assert isinstance(item, Found | Skipped)


@pytest.mark.parametrize("members", ["one a record", "one in all", "several a member", "record over two members"])
def test_records_packed_into_members_in_any_way_are_read(tmp_path, members):
    whole = [record("warcinfo", b"software: x", content_type="application/warc-fields"), *map(page, range(1, 8))]
    data = b"".join(whole)
    cut = len(data) // 2
    packed = {
        "one a record": b"".join(map(gzip.compress, whole)),
        "one in all": gzip.compress(data),
        "several a member": gzip.compress(b"".join(whole[:3])) + gzip.compress(b"".join(whole[3:7])) + gzip.compress(whole[7]),
        "record over two members": gzip.compress(data[:cut]) + gzip.compress(data[cut:]),
    }[members]
    found = items(tmp_path / "a.warc.gz", packed)
    assert numbers(found) == list(range(1, 8))
    assert [item.sighting.path for item in found[:2]] == ["a.warc.gz#2", "a.warc.gz#3"]
    assert [item.reason for item in found if isinstance(item, Skipped)] == ["1 records hold no page: 1 warcinfo"]


def test_damage_in_a_member_of_several_records_costs_no_other_member(tmp_path):
    good, bad = gzip.compress(page(1) + page(2)), bytearray(gzip.compress(page(3) + page(4)))
    bad[len(bad) // 2 : len(bad) // 2 + 30] = bytes(30)
    found = items(tmp_path / "a.warc.gz", good + bytes(bad) + gzip.compress(page(5) + page(6)))
    assert {1, 2, 5, 6} <= set(numbers(found))
    assert any(isinstance(item, Skipped) and "damaged" in item.reason for item in found)
