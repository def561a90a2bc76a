"""Articles that repeat each other: one source however often it was printed."""

from __future__ import annotations

import sqlite3
from collections import Counter
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
    rows = db.execute(query).fetchall()
    joined = Joined[str]()
    for _, one, other in rows:
        joined.join(one, other)
    groups = joined.groups()
    home = {article: number for number, group in enumerate(groups) for article in group}
    shared = Counter(home[one] for _, one in {(id_, one) for id_, one, _ in rows})
    listed = {one.id: one for one in summary.articles(db)}
    found = [Family(tuple(listed[id_] for id_ in group if id_ in listed), shared[number]) for number, group in enumerate(groups)]
    return sorted(found, key=lambda one: (-len(one.articles), -one.statements, one.articles[0].id))
