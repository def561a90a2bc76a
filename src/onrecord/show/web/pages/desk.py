"""The first page: what the record holds, where accounts clash, who spoke when, and what it does not know."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from onrecord.records import When
from onrecord.show import answers
from onrecord.show.days import spoken
from onrecord.show.issues import issues, picture
from onrecord.show.lanes import SHAPES, Lane, Mark, day_of, draw
from onrecord.show.passages import one_line
from onrecord.show.web.view import Asked, View
from onrecord.store import questions
from onrecord.store.questions import Who, paging, summary

LANES = 10
LATEST = 8
ISSUES = 3


def desk(asked: Asked) -> View:
    """Show the whole record at a glance."""
    voices = [one for one in asked.once("who", questions.who) if one.id and one.kind][:LANES]
    found = asked.once("issues", issues)
    material = {
        "counts": asked.once("counts", summary.counts),
        "voices": voices,
        "picture": asked.once("lanes", lambda db: spoke_when(db, voices)),
        "issues": [(issue, picture(issue)) for issue in found[:ISSUES]],
        "total": len(found),
        "latest": answers.seen(asked.record.db, asked.once("latest", lambda db: paging.latest(db, LATEST))),
        "gaps": asked.once("gaps", summary.gaps),
    }
    return View("The desk", "desk.html", material, [questions.plain(one) for one in voices])


def spoke_when(db: sqlite3.Connection, voices: Sequence[Who]) -> str:
    """Draw when those who speak most spoke."""
    held: dict[str, list[Mark]] = defaultdict(list)
    names = {one.id or "": one.name for one in voices}
    for point in paging.points(db, list(names)):
        when = spoken(When(point.earliest, point.latest, "day", ""))
        words = one_line(point.opening)
        title = f"{names[point.speaker]}, {when}: {words if len(words) < 90 else words[:89] + '…'}"
        held[point.speaker].append(Mark(point.id, day_of(point.earliest), SHAPES.get(point.act, "plain"), title))
    return draw([Lane(f"/who/{id_}", name, held[id_], id_) for id_, name in names.items()])
