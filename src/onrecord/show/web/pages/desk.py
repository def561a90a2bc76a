"""The first page: what the record holds, who spoke when, and what it does not know."""

from __future__ import annotations

from onrecord.show import answers
from onrecord.show.lanes import Lane
from onrecord.show.pictures import Tie, lanes
from onrecord.show.web.pages.disputes import pairs
from onrecord.show.web.view import Asked, View
from onrecord.store import questions
from onrecord.store.questions import Wanted, paging, summary, ties

LANES = 10
LATEST = 12
CLASHES = 3
ARCS = 12


def desk(asked: Asked) -> View:
    """Show the whole record at a glance."""
    db = asked.record.db
    counts = summary.counts(db)
    voices = [one for one in questions.who(db) if one.id and one.kind][:LANES]
    clashes = ties.links(db, ties.DISPUTES)
    rows = [Lane(f"/who/{one.id}", one.name, answers.said(db, Wanted(speaker=one.id))) for one in voices]
    first = max(0, paging.total(db, Wanted()) - counts.undated_statements - LATEST)
    latest = answers.seen(db, paging.page(db, Wanted(), first, LATEST))
    material = {
        "counts": counts,
        "voices": voices,
        "picture": lanes(rows, [Tie(link.a, link.b, str(link.relation), link.why) for link in clashes[:ARCS]]),
        "clashes": pairs(asked, clashes[:CLASHES]),
        "disputes": len(clashes),
        "latest": [each for each in reversed(latest) if each.day],
        "gaps": summary.gaps(db),
    }
    return View("The desk", "desk.html", material, [questions.plain(one) for one in voices])
