"""Citations: where a statement stands, to the character, and a link that opens its page at the words."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from onrecord.records import Span
from onrecord.show.days import iso, spoken
from onrecord.show.passages import one_line
from onrecord.show.said import Said

_WORD = re.compile(r"\S+")
_INNER = re.compile(r"\w(?:.*\w)?", re.DOTALL)
SHORT = 8
"""Up to so many words a text fragment names the whole quotation; beyond, its first and last words."""
EDGE = 5


def cite(said: Said) -> str:
    """Write a citation: speaker, the article's sentence, outlet, title, day, offsets, and a link where there is a URL."""
    lines = [f"{speaker_line(said)}, as reported: {one_line(said.sentence)}", f"{place_line(said)}."]
    if said.url:
        lines.append(link(said))
    lines.append(f"{offsets_line(said)}; statement {said.id}.")
    return "\n".join(lines)


def speaker_line(said: Said) -> str:
    """Name who is said to have spoken, with the office where one is known."""
    name = said.speaker or (f"[speaker left open: {one_line(said.source)}]" if said.source else "[no source named]")
    return f"{name} ({one_line(said.office)})" if said.office else name


def place_line(said: Said) -> str:
    """Name outlet, title and day of publication with its evidence."""
    title = f"“{one_line(said.title)}”" if said.title else "untitled"
    day = f"{spoken(said.published)} ({said.published.basis})" if said.published else "publication day not known"
    return ", ".join([said.outlet or "outlet not known", title, day])


def offsets_line(said: Said) -> str:
    """Give article and characters, as Unicode code points, half-open, into the text with that SHA-256."""
    spans = ", ".join(f"{start}–{end}" for start, end in said.statement.content) or "none"
    return f"Article sha256:{said.article.id}, characters {spans}"


def link(said: Said) -> str:
    """Give the article's URL with a text fragment that opens the page at the words; empty without a URL or words.

    A text fragment's words are matched by the browser against the page, first match wins; so enough words are given, or the
    word before, that the first match in the article's text is this one. See https://wicg.github.io/scroll-to-text-fragment/.
    """
    if not said.url:
        return ""
    fragment = text_fragment(said.article.text, said.statement.content[0]) if said.statement.content else ""
    if not fragment:
        return said.url
    joint = ":~:text=" if "#" in said.url else "#:~:text="
    return f"{said.url}{joint}{fragment}"


def text_fragment(text: str, span: Span) -> str:
    """Write the value of a ``text=`` directive for a span, ``[prefix-,]start[,end]``; empty where it holds no word."""
    held = _INNER.search(text, *_first_line(text, span))
    if held is None:
        return ""
    start, end = held.span()
    found = [start + m.end() for m in _WORD.finditer(text[start:end])]
    count = next((n for n in range(EDGE, len(found)) if text.find(text[start : found[n - 1]]) == start), len(found))
    if len(found) <= SHORT or count > len(found) - EDGE:
        before = _before(text, start) if text.find(text[start:end]) != start else ""
        return (f"{_encode(before)}-," if before else "") + _encode(text[start:end])
    last = text[start:end].split()[-EDGE:]
    return f"{_encode(_inner(text[start : found[count - 1]]))},{_encode(_inner(' '.join(last)))}"


def _first_line(text: str, span: Span) -> Span:
    """Keep to the first paragraph: a quotation over several is opened at its beginning."""
    start, end = span
    start += len(text[start:end]) - len(text[start:end].lstrip())
    stop = text.find("\n", start, end)
    return start, end if stop < 0 else stop


def _before(text: str, start: int) -> str:
    """Give up to three words of the same line up to a place, marks included, to tell it from an earlier one like it."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    found = [m.start() for m in _WORD.finditer(line)][-3:]
    return line[found[0] :].rstrip() if found else ""


def _inner(text: str) -> str:
    held = _INNER.search(text)
    return held.group() if held else ""


def _encode(text: str) -> str:
    """Percent-encode for a text directive, where ``-`` is syntax beside ``,`` and ``&``."""
    return quote(one_line(text).encode("utf-8", "replace"), safe="").replace("-", "%2D")


def citation_row(said: Said) -> dict[str, Any]:
    """Write a citation as a row of plain values."""
    return {
        "id": said.id,
        "speaker": said.speaker,
        "office": said.office,
        "sentence": said.sentence,
        "quote": said.quote,
        "outlet": said.outlet,
        "title": said.title,
        "published": iso(said.published) or None,
        "url": said.url,
        "link": link(said) or None,
        "article": said.article.id,
        "content": [list(span) for span in said.statement.content],
        "citation": cite(said),
    }
