"""Lines that name other articles, between an article's paragraphs and after them."""

from __future__ import annotations

from onrecord.clean.furniture import is_related_heading, names_other
from onrecord.clean.paragraphs import Paragraph
from onrecord.clean.sheet import Sheet
from onrecord.clean.signs import is_capitals, is_quoted, is_titled, is_turn, open_ended, tells
from onrecord.lang.signatures import closing_names
from onrecord.records import Role

OTHER = 6  # words: a line of so many without a stop, alone between paragraphs of sentences, names another article
LONG = 25  # words: a longer line without a stop is a paragraph that breaks off
QUESTION = 15  # words of the longest headline that is a question
LABEL = 4  # words: a shorter line is no headline; in a scrape it is the page's


def mark_between(sheet: Sheet) -> None:
    """Mark the lines that name other articles: under a heading, by their first words, or alone without a stop."""
    body = [i for i, prose in enumerate(sheet.prose) if prose and sheet.is_open(i)]
    last = body[-1] if body else sheet.first
    stops = _stops(sheet)
    shouts = sum(map(is_capitals, sheet.paragraphs)) <= len(body)
    listing = listed = False
    signed = frozenset(closing_names([paragraph.text for paragraph in sheet.paragraphs]))
    for index, paragraph in enumerate(sheet.paragraphs):
        if index in signed and sheet.roles[index] is not Role.REPEAT:
            sheet.roles[index] = Role.BODY
        if is_related_heading(paragraph) and sheet.roles[index] in (None, Role.FURNITURE):
            sheet.roles[index], listing = Role.FURNITURE, True
            continue
        listing, listed = listing and not _resumes(sheet, index), _listed(sheet, index, before=listed)
        if index < sheet.first or not sheet.is_open(index) or (sheet.prose[index] and not listing) or listed:
            continue
        if listing or names_other(paragraph) or (shouts and is_capitals(paragraph)):
            sheet.roles[index] = Role.RELATED
        elif stops and not paragraph.stopped and not _continues(paragraph):
            sheet.roles[index] = _judge(sheet, paragraph, inside=index < last)


def _resumes(sheet: Sheet, index: int) -> bool:
    """Say whether running text ends a list of other articles; a short question or exclamation may be one of its headlines."""
    paragraph = sheet.paragraphs[index]
    return sheet.prose[index] and not (len(paragraph.words) <= QUESTION and paragraph.text.endswith(("?", "!")))


def _listed(sheet: Sheet, index: int, *, before: bool) -> bool:
    """Say whether a line stands in a list of the article's own: three or more lines without a stop after one with a colon."""
    if sheet.paragraphs[index].stopped:
        return False
    above = sheet.paragraphs[index - 1] if index else None
    opened = above is not None and above.text.endswith(":") and len(above.words) >= 4
    return before or (opened and not any(paragraph.stopped for paragraph in sheet.paragraphs[index : index + 3]))


def _stops(sheet: Sheet) -> bool:
    """Say whether the text's longer paragraphs end with stops, so that a line without one stands out."""
    stopped = [paragraph.stopped for paragraph, prose in zip(sheet.paragraphs, sheet.prose, strict=True) if prose]
    return len(stopped) >= 2 and sum(stopped) >= 0.7 * len(stopped)


def _continues(paragraph: Paragraph) -> bool:
    """Say whether a line without a stop is the article's all the same: a list's item, a turn, a part of a sentence."""
    broken = paragraph.text[0].islower() or len(paragraph.words) > LONG or open_ended(paragraph)
    return paragraph.item or broken or is_turn(paragraph) or is_quoted(paragraph)


def _judge(sheet: Sheet, paragraph: Paragraph, *, inside: bool) -> Role | None:
    """Judge a line without a stop: another article's headline, the page's own, or (inside the article) its heading."""
    count = len(paragraph.words)
    if count < LABEL:
        return Role.FURNITURE if sheet.scraped or not (inside or sheet.drawn) else None
    if sheet.drawn:
        return Role.RELATED if is_titled(paragraph) and tells(paragraph) else None
    if not inside or count >= OTHER or is_titled(paragraph) or tells(paragraph):
        return Role.RELATED
    return None
