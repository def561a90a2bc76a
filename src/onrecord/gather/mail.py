"""Mail: saved messages (``.eml``) and boxes of them (``.mbox``), one article a message; read by Python's own parser."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

from onrecord.gather.decode import decode
from onrecord.gather.fields import found_in
from onrecord.gather.files import MOST, read_bytes, read_lines
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.fragment import TooOdd, fragment_text
from onrecord.gather.sandbox import safely
from onrecord.records import Found, Role, Skipped

_ENVELOPE = re.compile(rb"From \S+.*\d{4}")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*>.*(?:\n[ \t]*>.*)*", re.MULTILINE)
_WROTE = re.compile(r"^On\b[^\n]{5,200}(?:\n[^\n]{0,100})?\b(?:wrote|writes):[ \t]*\r?$", re.MULTILINE)
_FORWARDED = re.compile(
    r"^[ \t]*(?:-{3,}|_{5,})[ \t]*(?:Original|Forwarded) Message[ \t]*-*[ \t]*\r?$", re.MULTILINE | re.IGNORECASE
)
_SIGNATURE = re.compile(r"^-- ?\r?\n", re.MULTILINE)
_LIST = re.compile(r'\s*"?([^"<]*?)"?\s*<([^<>\s]+)>')


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it tells itself; ``warnings`` are those of its decoding."""

    text: str
    subject: str
    date: str
    sender: str
    mailing: str
    url: str
    warnings: tuple[str, ...] = ()


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:
    """Give one text a message: a box's named ``path#message`` counting from 1, a single one by its file."""
    if _is_box(source.path):
        for number, data in enumerate(_messages(source.path), start=1):
            name = f"{source.name}#{number}"
            long = f"a message of more than {MOST >> 20} MB, the most that is read of one"
            yield _article(data, name, options) if data is not None else Skipped(name, long)
    else:
        yield _article(read_bytes(source.path), source.name, options)


def _is_box(path: str) -> bool:
    first = next(iter(read_lines(path)), None)
    return first is not None and _ENVELOPE.match(first) is not None


def _messages(path: str) -> Iterator[bytes | None]:
    """Cut a box at the lines that begin its messages, below an empty line; None stands for a message too long."""
    held: list[bytes] | None = []
    size, empty, begun = 0, True, False
    for line in read_lines(path):
        if empty and line is not None and _ENVELOPE.match(line):
            if begun:
                yield _joined(held)
            held, size, begun = [], 0, True
        elif held is not None and line is not None and size + len(line) <= MOST:
            held.append(line)
            size += len(line)
        else:
            held = None
        empty = line is not None and not line.strip()
    yield _joined(held)


def _joined(held: list[bytes] | None) -> bytes | None:
    return None if held is None else _ESCAPED.sub(rb"\1", b"".join(held))


def _article(data: bytes, name: str, options: Options) -> Found | Skipped:
    message = safely(parse, data)
    if isinstance(message, str):
        return Skipped(name, message)
    record = {
        "text": message.text,
        "title": message.subject,
        "date": message.date,
        "outlet": message.mailing or message.sender,
        "authors": message.sender if message.mailing else "",
        "url": message.url,
    }
    found = found_in(record, name, Options(date=options.date))
    if isinstance(found, Skipped):
        return found
    return replace(found, hints=tuple(quoted(found.text)), warnings=(*found.warnings, *message.warnings))


def parse(data: bytes) -> Message | str:
    """Read a message's bytes, or say why there is no text. Pure; run in the sandbox."""
    mail = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
    if not mail.keys():
        return "no mail: no line of a head"
    part = _body(mail)
    if part is None:
        return "a message without text"
    raw = part.get_payload(decode=True)
    decoded = decode(raw if isinstance(raw, bytes) else b"", part.get_content_charset())
    if isinstance(decoded, str):
        return decoded
    text = decoded.text
    if part.get_content_type() == "text/html":
        try:
            text = fragment_text(text)
        except TooOdd as error:
            return str(error)
    if not text.strip():
        return "empty"
    name, address = parseaddr(_told(mail, "From"))
    url = _told(mail, "Archived-At").strip("<> ")
    return Message(
        text.strip("\r\n"),
        _told(mail, "Subject"),
        _told(mail, "Date"),
        name or address,
        _mailing(_told(mail, "List-Id")),
        url if url.startswith(("http://", "https://")) else "",
        decoded.warnings,
    )


def _body(mail: EmailMessage) -> Any | None:
    """Find the part that is the message: plain text before markup, no attachment."""
    parts = [part for part in mail.walk() if not part.is_multipart() and part.get_content_disposition() != "attachment"]
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and part.get_payload(decode=True):
                return part
    return None


def _told(mail: EmailMessage, name: str) -> str:
    """Give a line of the head in words; one that cannot be read tells nothing."""
    try:
        return " ".join(str(mail.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError, KeyError, LookupError):  # what the parser raises on odd heads
        return ""


def _mailing(told: str) -> str:
    match = _LIST.match(told)
    return (match[1] or match[2]) if match else told


def quoted(text: str) -> Iterator[tuple[int, int, Role]]:
    """Mark what of a message is not its writer's words: quoted messages, the line above one, the signature."""
    yield 0, 0, Role.BODY  # the rest is the message, and no scrape of a page
    # a message that is nothing but another one sent on is that one
    ends = [at.start() for pattern in (_SIGNATURE, _FORWARDED) if (at := pattern.search(text)) and text[: at.start()].strip()]
    end = min(ends, default=len(text))
    for pattern, role in ((_QUOTED, Role.REPEAT), (_WROTE, Role.FURNITURE)):
        for match in pattern.finditer(text, 0, end):
            yield *match.span(), role
    if end < len(text):
        signed = _SIGNATURE.match(text, end) is not None
        yield end, len(text), Role.FURNITURE if signed else Role.REPEAT


FORMAT = Format("mail", (".mbox", ".mbx", ".eml"), read)
