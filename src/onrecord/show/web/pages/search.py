"""One box over everything that was said, with facets that narrow it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from onrecord.records import NOT_SAID, Act, Kind, Manner
from onrecord.show import answers
from onrecord.show.issues import Issue, issues
from onrecord.show.near import other_words
from onrecord.show.rows import said_row
from onrecord.show.web.pages.issues import one
from onrecord.show.web.soon import nearest_of
from onrecord.show.web.view import Asked, View
from onrecord.store.questions import SHOWN, Wanted, paging

MOST = 50
SHOWN_FACETS = 12
NEAR = 10
"""Statements shown that mean something like the words typed and hold them not."""


def search(asked: Asked) -> View:
    """Find statements by words and facets; every filter stands in the URL."""
    db, wanted = asked.record.db, wanted_of(asked)
    hits = asked.once("all", lambda db: paging.hits(db, Wanted())) if wanted == Wanted() else paging.hits(db, wanted)
    total = len(hits.numbers)
    start = asked.number("from", 0, max(0, total - 1))
    found = answers.seen(db, paging.page(db, hits.numbers[start : start + MOST]))
    issue = asked.filter("issue")
    nearest = nearest_of(asked) if wanted.about and start + MOST >= total else None
    material = {
        "wanted": wanted,
        "found": found,
        "total": total,
        "start": start,
        "most": MOST,
        "facets": {name: counts[:SHOWN_FACETS] for name, counts in hits.facets.items()},
        "more": {name: max(0, len(counts) - SHOWN_FACETS) for name, counts in hits.facets.items()},
        "near": other_words(db, nearest, wanted, hits.numbers, NEAR) if nearest else [],
        "issue": one(asked, issue) if issue else None,
        "on": [] if issue else on_issues(asked, hits.numbers),
        "acts": [act for act in Act if act not in NOT_SAID],
    }
    return View(
        f"Search: {wanted.about}" if wanted.about else "Search", "search.html", material, (said_row(each) for each in found)
    )


def on_issues(asked: Asked, numbers: Sequence[int]) -> list[tuple[Issue, int]]:
    """Count the statements found on each issue, those with most first."""
    found = set(numbers)
    counted = [(issue, len(found & own)) for issue, own in asked.once("numbers", _numbers)]
    return sorted([each for each in counted if each[1]], key=lambda each: (-each[1], each[0].id))[:SHOWN_FACETS]


def _numbers(db: sqlite3.Connection) -> list[tuple[Issue, frozenset[int]]]:
    found = issues(db)
    ids = sorted({id_ for issue in found for id_ in issue.statements})
    number = dict(db.execute("SELECT id, n FROM statements WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)))
    return [(issue, frozenset(number[id_] for id_ in issue.statements)) for issue in found]


def wanted_of(asked: Asked) -> Wanted:
    """Read the filters of the URL; one that names nothing known counts as not set."""
    act, manner, kind, year = (asked.filter(name) for name in ("act", "manner", "kind", "year"))
    since, until = asked.filter("since"), asked.filter("until")
    if year and year.isdecimal() and len(year) == 4:
        since, until = since or f"{year}-01-01", until or f"{year}-12-31"
    issue = asked.filter("issue")
    return Wanted(
        speaker=asked.filter("speaker"),
        about=asked.filter("q"),
        since=since,
        until=until,
        office=asked.filter("role"),
        outlet=asked.filter("outlet"),
        kind=Kind(kind) if kind in set(Kind) else None,
        acts=(Act(act),) if act in set(Act) else SHOWN,
        manners=(Manner(manner),) if manner in set(Manner) else (),
        ids=tuple(one(asked, issue).statements) if issue else None,
    )
