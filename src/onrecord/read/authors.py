"""Whose "I" it is outside quotation marks: the author's, or in an interview set as turns the one whose turn it is."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from onrecord.read.page import Page
from onrecord.records import Kind, Role


class FirstPersons:
    """One article's authors and turns."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.article.text

    def name_at(self, place: int) -> str | None:
        """Name the first person at a place outside quotes, or nothing where it is open."""
        if self._quoted(place):
            return None
        if self.turns:
            before = [name for start, name in self.turns if start < place]
            return before[-1] if before else None
        return self.authors[0] if len(self.authors) == 1 else None

    def _quoted(self, place: int) -> bool:
        """Tell whether a place stands inside quotation marks, counted from its paragraph's start."""
        before = self.text[self.text.rfind("\n", 0, place) + 1 : place]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """List the authors told, else those in byline blocks: "By Jane Doe and John Roe"."""
        told = self.page.article.authors
        lines = told or [self.text[b.start : b.end].split("\n")[0] for b in self.page.blocks if b.role == Role.BYLINE]
        names = [name.strip() for line in lines for name in _split(line)]
        return tuple(dict.fromkeys(name for name in names if told or _is_name(name)))

    @cached_property
    def turns(self) -> list[tuple[int, str | None]]:
        """List an interview's turns: paragraphs that are only a name, with the person named; at least three make turns."""
        lines, start = [], 0
        for line in self.text.split("\n"):
            if 2 <= len(line.split()) <= 4 and line.strip()[-1].isalpha():
                lines.append((start, line.strip()))
            start += len(line) + 1
        often = {line for line, count in Counter(line for _, line in lines).items() if count > 1}
        people = {name.casefold(): c.name for c in self.page.chains if c.kind == Kind.PERSON and c.named for name in c.names}
        turns = [(start, people.get(line.casefold())) for start, line in lines if line in often or line.casefold() in people]
        return turns if len(turns) > 2 and any(name for _, name in turns) else []


def _split(line: str) -> list[str]:
    line = line.removeprefix("By ").removeprefix("by ").removeprefix("BY ")
    return line.replace(" and ", ",").replace(";", ",").replace(" & ", ",").split(",")


def _is_name(name: str) -> bool:
    parts = name.split()
    return 2 <= len(parts) <= 4 and all(part[0].isupper() for part in parts)
