"""The working sheet of the cleaner: an article's paragraphs and the roles found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from onrecord.clean.furniture import is_furniture, last_mark
from onrecord.clean.openings import is_byline, is_date_line, is_entry
from onrecord.clean.paragraphs import Paragraph, cut_paragraphs, fold
from onrecord.clean.region import ABOVE, GAP, main_region
from onrecord.clean.signs import is_prose, is_transcript, label_lines
from onrecord.records import Found, Role, Told

REACH = 60  # lines above a region in which its title is looked for
CLOSE = 8  # lines from a title to the running text below it
ENTRIES = 5  # lines that begin an entry make a live blog
STEM = 5  # letters by which words are compared
SAME = 0.8  # of a title's longer words stand in the region
LIKE = 0.4  # of the longer words of a paragraph that opens the article do


@dataclass
class Sheet:
    """Paragraphs, their roles (null while open) and which are the article's running text (``prose``)."""

    paragraphs: list[Paragraph]
    told: Told
    roles: list[Role | None] = field(default_factory=list)
    prose: list[bool] = field(default_factory=list)
    labels: set[int] = field(default_factory=set)
    """Speakers' labels on lines of their own."""
    drawn: bool = False
    """Whether the input found the article itself, by its markup: then a line that stands out is rather the article's."""
    scraped: bool = False
    """Whether the text is the scrape of a whole page: most of its lines are no running text."""

    @cached_property
    def first(self) -> int:
        """Find the first paragraph of running text; the number of paragraphs where there is none."""
        return self.prose.index(True) if any(self.prose) else len(self.paragraphs)

    @cached_property
    def transcript(self) -> bool:
        """Say whether the text is a transcript."""
        return is_transcript(self.paragraphs) or 6 * len(self.labels) >= len(self.paragraphs)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """List the longer words of the running text."""
        return frozenset(
            word for paragraph, prose in zip(self.paragraphs, self.prose, strict=True) if prose for word in longer(paragraph)
        )

    def shares(self, paragraph: Paragraph) -> float:
        """Give the share of a line's longer words that the running text uses too."""
        words = longer(paragraph)
        return sum(word in self.vocabulary for word in words) / len(words) if words else 0.0

    def is_open(self, index: int) -> bool:
        """Say whether a paragraph has no role yet."""
        return self.roles[index] is None


def longer(paragraph: Paragraph) -> list[str]:
    """List a paragraph's words of four letters and more."""
    return [word for word in paragraph.words if len(word) > 3]


def lay_out(found: Found) -> Sheet:
    """Cut a text into paragraphs, mark furniture and find the stretch of running text."""
    paragraphs = cut_paragraphs(found.text)
    sheet = Sheet(paragraphs, found.told, [_hinted(paragraph, found) for paragraph in paragraphs])
    furniture = [is_furniture(paragraph) for paragraph in paragraphs]
    open_ = [role in (None, Role.BODY) and not chrome for role, chrome in zip(sheet.roles, furniture, strict=True)]
    sheet.prose = [free and is_prose(paragraph) for free, paragraph in zip(open_, paragraphs, strict=True)]
    sheet.labels = label_lines(paragraphs, sheet.prose)
    if 6 * len(sheet.labels) >= len(paragraphs):
        sheet.prose = [
            free and (prose or i in sheet.labels) for i, (free, prose) in enumerate(zip(open_, sheet.prose, strict=True))
        ]
    sheet.scraped = 2 * sum(sheet.prose) < len(paragraphs) and len(paragraphs) > 4 * ABOVE
    # an input that gives hints, if only an empty one, has found the article already
    sheet.drawn = bool(found.hints)
    whole = sheet.drawn or not any(sheet.prose) or len(paragraphs) <= 4 * ABOVE
    start, end = (0, len(paragraphs)) if whole else main_region(paragraphs, sheet.prose)
    sheet.scraped = sheet.scraped and not whole
    if sheet.scraped:
        start = _opening(sheet, start, end)
    last = last_mark(paragraphs, sheet.prose, start)
    if any(sheet.prose[end:]) or sheet.scraped:
        last = min(end + GAP, last)
    for index in range(len(paragraphs)):
        sheet.prose[index] = sheet.prose[index] and start <= index < end
        if sheet.is_open(index) and (furniture[index] or not start - ABOVE <= index < last):
            sheet.roles[index] = Role.FURNITURE
    entries = [index for index, paragraph in enumerate(paragraphs) if sheet.is_open(index) and is_entry(paragraph)]
    for index in entries if len(entries) >= ENTRIES else ():
        sheet.roles[index] = Role.DATELINE
    return sheet


def _opening(sheet: Sheet, start: int, end: int) -> int:
    """Move a region's start up to where the article opens, if a list, a table or a box had cut its first paragraphs off.

    It opens below the first of the lines above that stands close above running text and is the title (it prints the told one, or
    shares nearly all its words with the region), or a byline or date line above running text of the region's words.
    """
    told = set(fold(sheet.told.title or ""))
    stems = {word[:STEM] for paragraph in sheet.paragraphs[start:end] for word in longer(paragraph)}
    for index in range(max(0, start - REACH), start):
        line = sheet.paragraphs[index]
        below = next((i for i in range(index + 1, min(index + CLOSE, start)) if sheet.prose[i]), None)
        if below is None or sheet.prose[index] or line.stopped:
            continue
        if (told and told == set(line.words)) or _akin(line, stems, SAME):
            return below
        if below <= index + 3 and _akin(sheet.paragraphs[below], stems, LIKE) and (is_byline(line) or is_date_line(line)):
            return below
    return start


def _akin(paragraph: Paragraph, stems: set[str], share: float) -> bool:
    words = longer(paragraph)
    return len(words) >= 3 and sum(word[:STEM] in stems for word in words) >= share * len(words)


def _hinted(paragraph: Paragraph, found: Found) -> Role | None:
    """Take the role that the input itself is sure of, where it covers most of the paragraph."""
    for start, end, role in found.hints:
        if 2 * (min(end, paragraph.end) - max(start, paragraph.start)) > paragraph.end - paragraph.start:
            return role
    return None
