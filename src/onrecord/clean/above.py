"""What stands above an article's running text: title, standfirst, byline, date line, labels."""

from __future__ import annotations

from onrecord.clean.furniture import is_agency_caption
from onrecord.clean.openings import is_byline, is_date_line
from onrecord.clean.paragraphs import Paragraph, fold
from onrecord.clean.sheet import Sheet
from onrecord.clean.signs import names_event
from onrecord.clean.titles import printed_title, reads_as_title
from onrecord.records import Role

FEW = 6  # lines above the running text: with more, the page's own lines are among them
AKIN = 0.4  # of a standfirst's longer words stand in the running text


def mark_above(sheet: Sheet) -> None:
    """Mark the lines above the first paragraph of running text, and the credits just below it or at the end."""
    title = sheet.roles.index(Role.TITLE) if Role.TITLE in sheet.roles else None
    if title is None and sheet.told.title:
        title = printed_title(sheet.told.title, sheet.paragraphs, sheet.first + 3)
    for index in range(sheet.first):
        if sheet.is_open(index) and index != title:
            sheet.roles[index] = _credit(sheet, index)
    if title is None and not sheet.told.title:
        title = _first_title(sheet)
    if title is not None:
        sheet.roles[title] = Role.TITLE
    for index in range(sheet.first):
        if sheet.is_open(index):
            sheet.roles[index] = _beside(sheet, index, title)
    _mark_credits_below(sheet)


def _credit(sheet: Sheet, index: int) -> Role | None:
    paragraph = sheet.paragraphs[index]
    authors = set(fold(" and ".join(("by", *sheet.told.authors)))) if sheet.told.authors else set()
    if is_date_line(paragraph):
        return Role.DATELINE
    if is_byline(paragraph) or authors.issuperset(paragraph.words or ("",)):
        return Role.BYLINE
    return Role.FURNITURE if is_agency_caption(paragraph) else None


def _first_title(sheet: Sheet) -> int | None:
    """Choose the title among the lines above the running text.

    It is the first line that reads as a title, labels aside; among the many lines above a scraped page's text, the one
    whose words the text uses most.
    """
    open_ = [i for i in range(sheet.first) if sheet.is_open(i) and reads_as_title(sheet.paragraphs[i])]
    if not open_:
        return None
    if sheet.scraped or len(open_) > FEW:
        return _most_akin(sheet, open_)
    events = [i for i in open_ if names_event(sheet.paragraphs[i])]
    if events and sheet.transcript:
        return events[0]
    label = len(sheet.paragraphs[open_[0]].words) <= 3 and _akin(sheet, open_[0]) < AKIN
    longer = [i for i in open_[1:3] if len(sheet.paragraphs[i].words) >= 5]
    return longer[0] if label and longer else open_[0]


def _most_akin(sheet: Sheet, lines: list[int]) -> int | None:
    """Choose the line that shares most with the running text, the later of two that share as much; none that shares little."""
    best = max(
        (i for i in lines if len(sheet.paragraphs[i].words) >= 4), default=None, key=lambda i: (round(_akin(sheet, i), 1), i)
    )
    return best if best is not None and _akin(sheet, best) >= AKIN else None


def _akin(sheet: Sheet, index: int) -> float:
    return sheet.shares(sheet.paragraphs[index])


def _beside(sheet: Sheet, index: int, title: int | None) -> Role | None:
    """Give a line beside the title its role: the page's above it; below it the standfirst, where it speaks of the same."""
    paragraph = sheet.paragraphs[index]
    if title is not None and index < title:
        return Role.FURNITURE
    if _is_standfirst(sheet, paragraph):
        return Role.STANDFIRST
    if sheet.drawn or (paragraph.item and not sheet.scraped):
        return None
    return Role.FURNITURE


def _is_standfirst(sheet: Sheet, paragraph: Paragraph) -> bool:
    return len(paragraph.words) >= 4 and not paragraph.item and sheet.shares(paragraph) >= AKIN


def _mark_credits_below(sheet: Sheet) -> None:
    """Mark bylines and date lines that stand below the standfirst, at the article's end, or anywhere with "By"."""
    count = len(sheet.paragraphs)
    for index in range(sheet.first, count):
        paragraph = sheet.paragraphs[index]
        if sheet.is_open(index) and len(paragraph.words) <= 12 and not paragraph.stopped:
            near = index <= sheet.first + 2 or index >= count - 3 or paragraph.words[:1] == ("by",)
            sheet.roles[index] = _credit(sheet, index) if near else None
