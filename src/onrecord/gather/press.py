"""Exports of press databases as text (Nexis, Factiva): several articles in one file, each with its head and foot.

The text of an article is what stands between them, unchanged; the head tells title, outlet, day and byline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.gather.dates import find_days
from onrecord.gather.decode import decode
from onrecord.gather.fields import found_in
from onrecord.gather.files import read_bytes
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.sidecar import charset_of
from onrecord.records import Found, Skipped

_NUMBERED = re.compile(r"^[ \t]*(\d{1,5}) of (\d{1,5}) DOCUMENTS?[ \t]*\r?$", re.MULTILINE)
_ENDED = re.compile(r"^[ \t]*End of Document[ \t]*\r?$", re.MULTILINE)
_FILED = re.compile(r"^[ \t]*Document [A-Z][A-Z0-9]{3,11}(?:19|20)\d{6}[a-z0-9]{5,12}[ \t]*\r?$", re.MULTILINE)
_LENGTH = re.compile(r"^[ \t]*(?:length:[ \t]*|WC[ \t]+)?[\d,.]{1,9} words[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_LABEL = re.compile(
    r"^(byline|section|length|dateline|headline|highlight|body|series|source|correction(?:-date)?|graphic|load-date|language|url|notes"
    r"|publication-type|journal-code|subject|distribution|document-type|acc-no|type|classification|country|state|city|company|person"
    r"|organization|industry|geographic|ticker):(?: (.*))?$|^body$",
    re.IGNORECASE,
)
_FOOT = frozenset(
    {"graphic", "load-date", "language", "url", "publication-type", "journal-code", "document-type", "acc-no", "subject"}
    | {"correction-date", "classification", "distribution"}
)
_END = re.compile(r"(?:Classification|End of Document)$|Copyright (?:©|\(c\)|\d{4})")
_HEAD = frozenset({"byline", "section", "length", "dateline", "headline", "highlight", "body", "series", "source"})
_FIELD = re.compile(r"^(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CO|IN|NS|RE|IPC|IPD|PUB|RF|AN)(?: (.*))?$")
_RIGHTS = re.compile(r"(?:copyright|©|\(c\)|all rights reserved)(?:\W|$)", re.IGNORECASE)
_LINE = re.compile(r"[^\n]*(?:\n|$)")
_CLOCK = re.compile(r"\d{1,2}:\d\d\b")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a document: where it begins and ends, its words, and whether it is flush left and an empty line above it."""

    start: int
    end: int
    words: str
    flush: bool
    apart: bool


def is_export(text: str) -> bool:
    """Say whether a text is an export: it holds the marks that part documents, and one that tells how long one is."""
    return bool((_NUMBERED.search(text) or _ENDED.search(text) or _FILED.search(text)) and _LENGTH.search(text))


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:
    """Give one text a document, named ``path#document`` counting from 1."""
    decoded = decode(read_bytes(source.path), charset_of(source.path))
    if isinstance(decoded, str):
        yield Skipped(source.name, decoded)
    elif not is_export(decoded.text):
        yield Skipped(source.name, "no export of Nexis or Factiva: nothing parts its documents or tells their length")
    else:
        yield from articles(decoded.text, source.name, options, decoded.warnings)


def articles(text: str, name: str, options: Options, warnings: tuple[str, ...] = ()) -> Iterator[Found | Skipped]:
    """Cut an export into its articles; a document without head or text is told, and so is what stands outside documents."""
    documents, outside, promised = _documents(text)
    for number, document in enumerate(documents, start=1):
        record = _factiva(document) if _FILED.search(document) else _nexis(document)
        if isinstance(record, str):
            yield Skipped(f"{name}#{number}", record)
            continue
        found = found_in(record, f"{name}#{number}", Options(date=options.date))
        yield _warned(found, warnings) if isinstance(found, Found) else found
    if promised > len(documents):
        yield Skipped(name, f"the export speaks of {promised} documents, {len(documents)} are here")
    if outside:
        yield Skipped(name, f"what stands outside its documents is not read: {outside[:60]!r} ...")


def _warned(found: Found, warnings: tuple[str, ...]) -> Found:
    return replace(found, warnings=(*found.warnings, *warnings))


def _documents(text: str) -> tuple[list[str], str, int]:
    """Cut a text at its marks; give the documents, the words outside them, and how many the export says there are."""
    begins = list(_NUMBERED.finditer(text))
    if begins:
        edges = [match.start() for match in begins] + [len(text)]
        pieces = [text[begins[i].end() : edges[i + 1]] for i in range(len(begins))]
        return pieces, " ".join(text[: edges[0]].split()), max(int(match[2]) for match in begins)
    documents, at = [], 0
    for match in (_FILED if _FILED.search(text) else _ENDED).finditer(text):
        documents.append(text[at : match.end()])
        at = match.end()
    return documents, " ".join(text[at:].split()), 0


def _rows(document: str) -> list[_Row]:
    rows, apart = [], True
    for match in _LINE.finditer(document):
        words = " ".join(match.group().split())
        if words:
            rows.append(_Row(match.start(), match.end(), words, not match.group()[:1].isspace(), apart))
        apart = not words
    return rows


def _nexis(document: str) -> dict[str, str] | str:
    """Read a document of Nexis: lines with outlet, day and title, labelled ones up to the text, labelled ones below it."""
    rows = _rows(document)
    labels = {at: label for at, row in enumerate(rows) if (label := _label(row))}
    length = next((at for at, (name, value) in labels.items() if name == "length" and value), None)
    if length is None:
        return "a document that does not tell its length: it cannot be told where its text begins"
    first = min(labels)
    body = _after_head(rows, labels, length)
    last = next((at for at in range(body, len(rows)) if _is_foot(rows[at], labels.get(at))), len(rows))
    if body >= last:
        return "a document without text"
    told = {name: value for at, (name, value) in labels.items() if at < body or at >= last}
    head = [row for row in rows[:first] if not _RIGHTS.match(row.words)]
    day = next((at for at, row in enumerate(head) if _day(row.words)), len(head))
    above = [row.words for row in head[:day]]
    below = [row for row in head[day + 1 :] if "edition" not in row.words.casefold()]
    title = " ".join(above[:-1]) or " ".join(row.words for row in below if row.flush) or " ".join(row.words for row in below[-1:])
    return {
        "text": document[rows[body].start : rows[last - 1].end].strip("\r\n").rstrip(),
        "title": told.get("headline") or title,
        "date": head[day].words if day < len(head) else "",
        "outlet": above[-1] if above and day < len(head) else "",
        "authors": _unlabelled(told.get("byline", "")),
        "language": told.get("language", "").partition(";")[0],
    }


def _label(row: _Row) -> tuple[str, str] | None:
    match = _LABEL.match(row.words)
    return ((match[1] or "body").casefold(), match[2] or "") if match else None


def _after_head(rows: list[_Row], labels: dict[int, tuple[str, str]], length: int) -> int:
    """Find the first line of the text: below the length, the other labels of the head, and the lines that go on with one."""
    at, name = length + 1, "length"
    while at < len(rows):
        if at in labels and labels[at][0] in _HEAD:
            name = labels[at][0]
        elif name in ("length", "body") or rows[at].apart:
            return at
        at += 1
    return at


def _is_foot(row: _Row, label: tuple[str, str] | None) -> bool:
    return (label is not None and label[0] in _FOOT) or bool(_END.match(row.words))


def _factiva(document: str) -> dict[str, str] | str:
    """Read a document of Factiva: with fields named by two letters, or lines in the same order without names."""
    rows = _rows(document)[:-1]
    names = {match[1] for row in rows if (match := _FIELD.match(row.words))}
    if {"HD", "WC"} <= names and names & {"LP", "TD"}:
        return _named(document, rows)
    length = next((at for at, row in enumerate(rows) if _LENGTH.match(row.words)), None)
    if length is None:
        return "a document that does not tell its length: it cannot be told where its text begins"
    byline = rows[length - 1].words if length > 1 and rows[length - 1].words[:3].casefold() == "by " else ""
    title = rows[length - (2 if byline else 1)].words if length else ""
    rest = rows[length + 1 :]
    day = next((at for at, row in enumerate(rest[:3]) if _day(row.words)), None)
    rights = next((at for at, row in enumerate(rest[:12]) if _RIGHTS.match(row.words)), None)
    if rights is None or rights + 1 >= len(rest):
        return "a document without rights or text in its place"
    told = [row.words for row in rest[day + 1 : rights] if not _CLOCK.match(row.words)] if day is not None else []
    text = document[rest[rights + 1].start : rest[-1].end].strip("\r\n").rstrip()
    return {
        "text": text,
        "title": title,
        "date": rest[day].words if day is not None else "",
        "outlet": told[0] if told else "",
        "authors": _unlabelled(byline),
        "language": told[-1] if told else "",
    }


def _named(document: str, rows: list[_Row]) -> dict[str, str] | str:
    fields: dict[str, list[str]] = {}
    name = ""
    for row in rows:
        match = _FIELD.match(row.words)
        new = match if match and match[1] not in fields else None
        if new:
            name = new[1]
            fields[name] = [new[2] or ""]
        elif name:
            fields[name].append(row.words if name not in ("LP", "TD") else document[row.start : row.end].rstrip())
    values = {key: ("\n\n" if key in ("LP", "TD") else " ").join(filter(None, lines)) for key, lines in fields.items()}
    return {
        "text": "\n\n".join(filter(None, (values.get("LP"), values.get("TD")))),
        "title": values.get("HD", ""),
        "date": values.get("PD", ""),
        "outlet": values.get("SN", ""),
        "authors": _unlabelled(values.get("BY", "")),
        "language": values.get("LA", ""),
    }


def _unlabelled(byline: str) -> str:
    return re.sub(r"^by\s+", "", byline, flags=re.IGNORECASE)


def _day(words: str) -> bool:
    return len(words) < 80 and any(printed.year for printed in find_days(words))


FORMAT = Format("press", (".nexis", ".factiva"), read)
