"""Articles that repeat each other: one source however often it was printed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from onrecord.show.joined import Joined
from onrecord.store.questions import summary


@dataclass(frozen=True, slots=True)
class Family:
    """Articles joined by statements that are copies of each other, and how many statements of theirs have a copy among them."""

    articles: tuple[summary.ArticleLine, ...]
    statements: int


def families(db: sqlite3.Connection) -> list[Family]:
    """Join the articles of which one repeats another's words, the largest families first."""
    query = """SELECT DISTINCT s.id, s.article, other.article FROM statements s, json_each(s.copies) copy
      JOIN statements other ON other.id = copy.value WHERE s.copies != '[]' AND s.article < other.article"""
    joined, shared = Joined[str](), []
    for id_, one, other in db.execute(query):
        joined.join(one, other)
        shared.append((id_, one))
    listed = {one.id: one for one in summary.articles(db)}
    found = []
    for group in joined.groups():
        own = {id_ for id_, article in shared if article in group}
        found.append(Family(tuple(listed[id_] for id_ in group if id_ in listed), len(own)))
    return sorted(found, key=lambda one: (-len(one.articles), -one.statements, one.articles[0].id))
