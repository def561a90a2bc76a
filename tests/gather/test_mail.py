import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.blocks import mark
from onrecord.gather.formats import Options, Source
from onrecord.gather.mail import parse, quoted, read
from onrecord.records import READ_ROLES, Found, Role, Skipped

LEAD = "The northern bridge will be closed for two winters, the minister of roads said on Monday."
HEAD = "From: Ada Moor <ada@herald.example>\nSubject: Bridge to =?utf-8?q?close_=E2=80=93_soon?=\n"
HEAD += "Date: Mon, 3 May 2021 10:32:00 +0000\n"
PLAIN = HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + LEAD + "\n"
LIST = HEAD + "List-Id: Roads of Kenya <roads.lists.example>\nArchived-At: <https://lists.example/7>\n\n" + LEAD + "\n"
BOTH = (
    HEAD
    + 'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>Markup.</p>\n'
    + f"--b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nZo=EB. {LEAD}\n--b--\n"
)
MARKUP = (
    HEAD + f"Content-Type: text/html; charset=utf-8\n\n<html><body><p>{LEAD}</p><p>Nobody will be cut off.</p></body></html>\n"
)
FROM = "From ada@herald.example Mon May  3 10:32:00 2021\n"


def items(path, data):
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read(Source(str(path), path.name), Options()))


def test_a_message_is_an_article_with_what_its_head_tells(tmp_path):
    (found,) = items(tmp_path / "a.eml", PLAIN)
    assert (found.text, found.sighting.path) == (LEAD, "a.eml")
    assert (found.told.title, found.told.outlet, found.told.authors) == ("Bridge to close – soon", "Ada Moor", ())
    assert (found.told.published.earliest, found.told.published.basis) == ("2021-05-03", "metadata:date")


def test_a_mailing_list_is_the_outlet_and_the_sender_the_author(tmp_path):
    (found,) = items(tmp_path / "a.eml", LIST)
    assert (found.told.outlet, found.told.authors, found.told.url) == ("Roads of Kenya", ("Ada Moor",), "https://lists.example/7")


def test_plain_text_goes_before_markup_and_markup_is_taken_off(tmp_path):
    (found,) = items(tmp_path / "a.eml", BOTH)
    assert found.text == f"Zoë. {LEAD}"
    (found,) = items(tmp_path / "a.eml", MARKUP)
    assert found.text == f"{LEAD}\n\nNobody will be cut off."


@pytest.mark.parametrize("packed", [False, True])
def test_a_box_is_cut_at_its_messages(tmp_path, packed):
    body = f"{LEAD}\n\n>From here on all was said.\nFrom here to there.\n"
    box = "".join(f"{FROM}Subject: {n}\n\n{body}\n" for n in range(3)).encode()
    found = items(tmp_path / ("a.mbox.gz" if packed else "a.mbox"), gzip.compress(box) if packed else box)
    assert [item.told.title for item in found] == ["0", "1", "2"]
    assert [item.sighting.path.rpartition("#")[2] for item in found] == ["1", "2", "3"]
    assert found[0].text == f"{LEAD}\n\nFrom here on all was said.\nFrom here to there."


def test_a_damaged_message_costs_no_other(tmp_path):
    bad = "no head at all\n\n", "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n", "Subject: x\n\n\n"
    for one in (
        *bad,
        "Content-Type: multipart/mixed\n\n",
        "Content-Type: text/plain; charset=nonsense\n\n\x00\x00\x01\x02\x03\x04\n",
    ):
        found = items(tmp_path / "a.mbox", f"{FROM}{PLAIN}\n{FROM}{one}\n{FROM}{PLAIN}")
        assert [item.text for item in found if isinstance(item, Found)] == [LEAD, LEAD]
        assert [item.input for item in found if isinstance(item, Skipped)] == ["a.mbox#2"]


def roles(text):
    found = Found(text, sighting=None, hints=tuple(quoted(text)))
    return {text[block.start : block.end]: block.role for block in mark(found)}


def test_quoted_messages_and_signatures_are_marked_and_not_read():
    above = "On Sun, 2 May 2021, Jon Stone <jon@herald.example>\nwrote:\n> Is the bridge open?\n> It was closed, he said.\n"
    signed = "-- \nAda Moor\nThe minister said: call me.\n"
    reply = f"{LEAD}\n\n{above}No, it is not open, and it will not be so soon.\n{signed}"
    marked = roles(reply)
    assert [text for text, role in marked.items() if role in READ_ROLES] == [
        LEAD,
        "No, it is not open, and it will not be so soon.",
    ]
    assert marked["> Is the bridge open?"] is Role.REPEAT


def test_a_message_below_another_is_marked_and_one_sent_on_alone_is_read():
    below = "-----Original Message-----\nFrom: Jon Stone\n\nThe bridge is open, the minister said on Sunday night."
    assert [text for text, role in roles(f"{LEAD}\n\n{below}").items() if role in READ_ROLES] == [LEAD]
    assert any("is open" in text and role in READ_ROLES for text, role in roles(below).items())


def test_wrapped_lines_of_a_quoted_message_are_not_joined_with_the_answer():
    text = (
        "> The northern bridge, which the farmers use to\n> bring their cattle to the market, will be closed\n"
        "> for two winters.\nThat is what the minister of roads has said to\nus in a long letter, and nobody at all\n"
        "has read it.\n"
    )
    marked = roles(text)
    assert list(marked.values()) == [Role.REPEAT, Role.BODY]


@given(
    st.binary(max_size=400) | st.lists(st.sampled_from([*BOTH.splitlines(True), FROM, "\n"])).map(lambda s: "".join(s).encode())
)
def test_any_bytes_end_in_a_message_or_a_reason(data):
    assert parse(data)


@given(st.text(st.sampled_from("> -\nOnwrote:a\r"), max_size=200))
def test_what_is_marked_lies_in_the_text(text):
    assert all(0 <= start <= end <= len(text) for start, end, _ in quoted(text))
