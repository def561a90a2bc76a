"""Whose "I" it is outside quotation marks: the author's, or in an interview set as turns the one whose turn it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from onrecord.lang import words
from onrecord.read.bounds import first_names
from onrecord.read.office_words import is_head, is_title
from onrecord.read.page import Page
from onrecord.read.rules.transcripts import played
from onrecord.records import READ_ROLES, Kind, Role

_BRACKETS = re.compile(r"\s*[(\[][^)\]\n]*[)\]]$")
_SMALL = frozenset({"to", "in", "of", "at", "for", "the", "and"})
"""Words that no author's name holds, but what a byline is broken into may: "In July Of"."""
_DESKS = frozenset({"staff", "desk", "news", "editors", "editorial", "board", "team", "bureau", "reporters", "wire", "service"})
"""Words of a byline that names nobody: "Korvan News Staff"."""
_MANY = 12  # turns that make an interview of people the text names nowhere else
_LONGEST = 60  # characters of a line that labels a turn
_POST = 300  # characters of a post, at most
_SIGNED = re.compile(r"[—–] ?([^\W\d_][^\n()@]{1,49}?) ?\(@\w{1,20}\)(?=\s*(?:$|\n|[A-Z][a-z]{2,8}\.? \d|\d))")
"""Who signs the post before it in the same paragraph: "— Ada Bresk (@adabresk) May 4"."""


class FirstPersons:
    """One article's authors and turns."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.article.text

    def name_at(self, place: int) -> str | None:
        """Name the first person at a place outside quotes, or nothing where it is open."""
        if self._quoted(place):
            return None
        signed = _SIGNED.search(self.text, place, min(self._line_end(place), place + _POST))
        if signed:
            return signed[1] if _is_name(signed[1]) else None
        if self.turns:
            before = [name for start, name in self.turns if start < place]
            return before[-1] if before else None
        return self.authors[0] if len(self.authors) == 1 else None

    def _line_end(self, place: int) -> int:
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end

    def _quoted(self, place: int) -> bool:
        """Tell whether a place stands inside quotation marks, counted from its paragraph's start."""
        before = self.text[self.text.rfind("\n", 0, place) + 1 : place]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """List the authors told, else those in byline blocks: "By Jane Doe and John Roe"."""
        told = self.page.article.authors
        lines = told or [self.text[b.start : b.end].split("\n")[0] for b in self.page.blocks if b.role == Role.BYLINE]
        names = [_untitled(name) for line in lines for name in _split(line)]
        return _apart(dict.fromkeys(name for name in names if _is_name(name)))

    @cached_property
    def turns(self) -> list[tuple[int, str | None]]:
        """List an interview's turns: paragraphs that are only a label met again and again, with the person it names.

        Two labels make an interview, where one of them names somebody known or there are many turns.
        """
        lines = [(start, label) for start, line in self._lines() if (label := _label(line))]
        often = {label for label, count in Counter(label for _, label in lines).items() if count > 2}
        inline = [(start, heard[2] or heard[1]) for start, line in self._lines() if (heard := played().match(line))]
        people = {name.casefold(): c.name for c in self.page.chains if c.kind == Kind.PERSON and c.named for name in c.names}
        people |= {name.casefold(): name for name in self.authors}
        turns = [
            (start, people.get(name.casefold()) or _named(name))
            for start, label in sorted([*(pair for pair in lines if pair[1] in often), *inline])
            for name in [_bare(label)]
        ]
        known = any(label.casefold() in people for label in often)
        return turns if len(often) > 1 and (known or len(turns) >= _MANY) else []

    def _lines(self) -> list[tuple[int, str]]:
        """List the lines of the text that is read, each with its place."""
        found = []
        for block in (block for block in self.page.blocks if block.role in READ_ROLES):
            start = block.start
            for line in self.text[block.start : block.end].split("\n"):
                found.append((start, line.strip()))
                start += len(line) + 1
        return found


def _label(line: str) -> str | None:
    """Give the label a line is, where it is short enough: "Ada Bresk", and that name too of "archived recording (Ada Bresk)"."""
    label = _BRACKETS.sub("", line).rstrip(":")
    if not (1 <= len(label.split()) <= 4 and label[-1].isalpha() and len(line) < _LONGEST):
        return None
    played = any(word.lower() in words("offices")["kinds"]["turns"] for word in label.split())
    return line[len(label) :].strip(" ()[]:") or label if played else label


def _bare(label: str) -> str:
    """Leave titles and offices before a name out."""
    words_ = label.split()
    while len(words_) > 2 and (is_head(words_[0]) or is_title(words_[0])):
        words_ = words_[1:]
    return " ".join(words_)


def _named(label: str) -> str | None:
    """Give the name a label not met elsewhere is, unless it tells a recording or a part."""
    words_ = label.split()
    if any(word.lower() in words("offices")["kinds"]["turns"] for word in words_) or not all(w[0].isalpha() for w in words_):
        return None
    return label.title() if label.islower() or label.isupper() else label


def _untitled(name: str) -> str:
    """Leave out the titles before a full name: "Sen. Odo Bresk"."""
    parts = name.split()
    while len(parts) > 2 and (is_title(parts[0]) or (is_head(parts[0]) and parts[0].casefold() not in first_names())):
        parts = parts[1:]
    return " ".join(parts)


def _split(line: str) -> list[str]:
    line = line.removeprefix("By ").removeprefix("by ").removeprefix("BY ")
    return line.replace(" and ", ",").replace(";", ",").replace(" & ", ",").split(",")


def _is_name(name: str) -> bool:
    parts = name.split()
    small = not (_SMALL | _DESKS).isdisjoint(name.lower().split())
    return 2 <= len(parts) <= 4 and all(part[0].isupper() for part in parts) and not small


def _apart(names: Iterable[str]) -> tuple[str, ...]:
    """Keep of one author's names, "Ada Bresk" and "Ada F. Bresk", the longest."""
    kept: dict[tuple[str, str], str] = {}
    for name in names:
        parts = name.casefold().split()
        ends = (parts[0], parts[-1])
        kept[ends] = max(kept.get(ends, ""), name, key=len)
    return tuple(kept.values())
