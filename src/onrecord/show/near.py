"""What was said in other words: the statements nearest in meaning to a text. Nearness asserts nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.show.answers import seen
from onrecord.show.results import Results
from onrecord.show.rows import said_row
from onrecord.show.said import Said
from onrecord.store.questions import Wanted, paging

if TYPE_CHECKING:
    from onrecord.store.nearest import Near, Nearest

LEAST = 0.5
"""Likeness from which a statement is shown where somebody asks what is like a text; below it, lists turn to noise."""
BESIDE = 0.6
"""The same where nobody asked, beside another statement: a whole statement's words say more than a few typed ones."""

_OWN = 40
"""Statements of its own article that may be likelier than any elsewhere."""


@dataclass(frozen=True, slots=True)
class Like:
    """A statement and how like it is to what was asked: the cosine of their vectors."""

    said: Said
    likeness: float


def said_like(db: sqlite3.Connection, nearest: Nearest, text: str, wanted: Wanted) -> Results[Said]:
    """Answer what was said that is like a text in meaning, the likest first, among the statements wanted."""
    found = _seen(db, _among(db, nearest.like(text, LEAST), wanted))
    return Results([one.said for one in found], said_row, [f"the likest first, down to a likeness of {LEAST}"])


def other_words(db: sqlite3.Connection, nearest: Nearest, wanted: Wanted, without: Collection[int], most: int) -> list[Like]:
    """Give what is like the words asked for, under the same other conditions, and is not found by them (by number)."""
    known = set(without)
    near = (one for one in nearest.like(wanted.about or "", LEAST) if one.number not in known)
    return _seen(db, list(islice(_among(db, near, replace(wanted, about=None)), most)))


def elsewhere(db: sqlite3.Connection, nearest: Nearest, each: Said, without: Collection[str], most: int) -> list[Like]:
    """Give the statements of other articles that are likest to one, those left out (by id) that are told beside it anyway."""
    from onrecord.store.nearest import meaning  # loads numpy, which asking for anything else does without

    text = meaning(each.quote, [part.proposition for part in each.statement.parts])
    # the article's own statements are the likest as a rule: so many more are looked at
    near = _seen(db, nearest.like(text, BESIDE)[: most + len(without) + _OWN])
    other = (one for one in near if one.said.article.id != each.article.id and one.said.id not in without)
    return list(islice(other, most))


def _among(db: sqlite3.Connection, near: Iterable[Near], wanted: Wanted) -> list[Near]:
    """Keep those that meet the conditions, in their order."""
    if wanted == Wanted():
        return list(near)
    held = set(paging.hits(db, wanted).numbers)
    return [one for one in near if one.number in held]


def _seen(db: sqlite3.Connection, near: Sequence[Near]) -> list[Like]:
    found = seen(db, paging.page(db, [one.number for one in near]))
    return [Like(said, one.likeness) for said, one in zip(found, near, strict=True)]
