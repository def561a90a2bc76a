"""The dossier as a Word document, through python-docx (an extra); equal material gives equal bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from onrecord.show.citing import link, place_line, speaker_line
from onrecord.show.days import in_words
from onrecord.show.dossier import Voice, dated
from onrecord.show.issues import Issue
from onrecord.show.passages import CONTENT, CUE, SOURCE, Piece, one_line
from onrecord.show.said import Said

EPOCH = datetime(2000, 1, 1)
"""The day that stands in the document's properties, so that no wall clock does."""
LIMITS = (
    "A machine found each statement and set statements against each other, and it makes mistakes: before you quote, open the "
    "article at the characters given. Characters count Unicode code points from 0, the end not included, in the text named by "
    "its SHA-256."
)
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
# what XML cannot hold: control characters, surrogates and the two that are no characters
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def word(held: Mapping[str, Any]) -> bytes:
    """Write what ``dossier.compose`` gives as a .docx file; raises ImportError where python-docx is not installed."""
    from docx import Document

    page = Document()
    page.core_properties.author = f"onrecord {held['material'].version}"
    page.core_properties.title = _sound(held["title"])
    page.core_properties.created = page.core_properties.modified = EPOCH
    page.add_heading(_sound(held["title"]), 0)
    for sentence in held["summary"]:
        page.add_paragraph(_sound(sentence))
    number = held["number"]
    if held["issues"]:
        page.add_heading("Where accounts clash", 1)
        for issue, _ in held["issues"]:
            _issue(page, issue, number, held["most_pairs"])
    _timeline(page, held["timeline"], number)
    for title, name in _PARTS:
        if held[name]:
            page.add_heading(title, 1)
            for voice in held[name]:
                _voice(page, voice, number)
    _unknown(page, held, number)
    _method(page, held)
    page.add_heading("Notes", 1)
    for each in held["notes"]:
        spans = ", ".join(f"{start}–{end}" for start, end in each.statement.content)
        stands = f"Text sha256 {each.article.id}, characters {spans}. {link(each)} {each.id}"
        where = f"{speaker_line(each)} in {place_line(each)}. {stands}"
        _line(page, [(f"{number[each.id]}  ", "b"), (where, "")])
    return _steady(page)


_PARTS = (("People", "people"), ("Governments, institutions and groups", "others"), ("Described, not named", "unnamed"))


def _issue(page: Any, issue: Issue, number: Mapping[str, int], most: int) -> None:
    page.add_heading(_sound(issue.title), 2)
    if issue.counter:
        _line(page, [("against ", "i"), (issue.counter, "")])
    rows = [(holder.name, ", ".join(holder.stances), _days(holder.positions)) for holder in issue.holders()]
    _table(page, ("Speaker", "Does", "Days"), rows)
    told = f"{len(issue.statements)} statements in {issue.articles} articles, {issue.independent} of which repeat no other."
    page.add_paragraph(told)
    for pair in issue.disputes[:most]:
        table = page.add_table(rows=1, cols=3)
        left, middle, right = table.rows[0].cells
        for cell, side, each in ((left, "a", pair.a), (right, "b", pair.b)):
            _runs(cell.paragraphs[0], [(one_line(each.speaker or "No source given"), "b"), (f" {dated(each)}", "i")])
            _runs(cell.add_paragraph(), [*_marked(pair.marked(side)), (str(number[each.id]), "^")])
        _runs(middle.paragraphs[0], [(pair.words, "i")])
        _line(page, [(f"{in_words(pair.link.why)}. {str(pair.link.strength).capitalize()}; {pair.link.by}.", "i")])


def _days(positions: Sequence[Any]) -> str:
    days = [one.said for one in positions if one.said.day]
    return " – ".join(dict.fromkeys(dated(said) for said in (days[0], days[-1]))) if days else "undated"


def _timeline(page: Any, timeline: Sequence[Said], number: Mapping[str, int]) -> None:
    if timeline:
        page.add_heading("Timeline", 1)
        rows = [(dated(each), each.speaker or "no source given", f"{each.told} [{number[each.id]}]") for each in timeline]
        _table(page, ("Day", "Who", "What"), rows)


def _voice(page: Any, voice: Voice, number: Mapping[str, int]) -> None:
    page.add_heading(_sound(voice.name), 2)
    if voice.offices:
        _line(page, [("; ".join(voice.offices[:4]), "i")])
    for each in voice.said:
        _line(
            page,
            [
                (f"{', '.join(filter(None, [dated(each), each.deed]))}: ", "b"),
                *_marked(each.marked_sentence()),
                (str(number[each.id]), "^"),
            ],
        )


def _unknown(page: Any, held: Mapping[str, Any], number: Mapping[str, int]) -> None:
    page.add_heading("What is not known", 1)
    told = [f"No day of publication: {one_line(article.title or 'untitled')}" for article in held["undated"]]
    told += [f"Speaker left open: {each.told} [{number[each.id]}]" for each in held["open_speakers"]]
    told += [f"No source given: {each.told} [{number[each.id]}]" for each in held["sourceless"]]
    told += [f"Language not read ({article.language}): {one_line(article.title or 'untitled')}" for article in held["unread"]]
    told += [f"Skipped: {one.input}: {one.reason}" for one in held["material"].skipped]
    for line in told or ["Nothing is listed."]:
        page.add_paragraph(_sound(line), style="List Bullet")


def _method(page: Any, held: Mapping[str, Any]) -> None:
    material = held["material"]
    page.add_heading("Method", 1)
    page.add_paragraph(f"Made by onrecord {material.version}; attributions read by {material.reader or 'rules'}. {LIMITS}")
    for name, value in material.made.items():
        _line(page, [(f"{name}: ", "b"), (value, "")])


def _table(page: Any, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    told = [tuple(heads), *rows]
    table = page.add_table(rows=len(told), cols=len(heads), style="Table Grid")
    for row, cells in zip(table.rows, told, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = _sound(words)


def _marked(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    return [(piece.text, {CONTENT: "u", SOURCE: "b", CUE: "i"}.get(piece.mark, "")) for piece in pieces]


def _line(page: Any, runs: Iterable[tuple[str, str]]) -> None:
    _runs(page.add_paragraph(), runs)


def _runs(paragraph: Any, runs: Iterable[tuple[str, str]]) -> None:
    for words, how in runs:
        run = paragraph.add_run(_sound(words))
        run.bold, run.italic, run.underline = how == "b", how == "i", how == "u"
        run.font.superscript = how == "^"


def _sound(words: str) -> str:
    """Put U+FFFD for what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)


def _steady(page: Any) -> bytes:
    """Pack the document anew with no time of packing in it."""
    packed, out = io.BytesIO(), io.BytesIO()
    page.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIP_DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
