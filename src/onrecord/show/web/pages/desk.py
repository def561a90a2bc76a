"""The first page: what the record holds, where accounts clash, who spoke when, and what it does not know."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from onrecord.show import answers
from onrecord.show.issues import issues, picture
from onrecord.show.speaking import spoke_when
from onrecord.show.web.view import Asked, View
from onrecord.store import force, questions
from onrecord.store.questions import SHOWN, paging, summary, ties

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
        "picture": asked.once("lanes", lambda db: spoke_when(db, [(one.id or "", one.name, f"/who/{one.id}") for one in voices])),
        "issues": [(issue, picture(issue)) for issue in found[:ISSUES]],
        "total": len(found),
        "latest": answers.seen(asked.record.db, asked.once("latest", lambda db: paging.latest(db, LATEST))),
        "gaps": asked.once("gaps", summary.gaps),
        "waiting": asked.once("waiting", lambda db: waiting(db, asked.record.folder.ledger)),
        "new": new_since(asked.record.db, asked.seen),
    }
    return View("The desk", "desk.html", material, (questions.plain(one) for one in voices))


def waiting(db: sqlite3.Connection, ledger: Path) -> int:
    """Count the clashes that nobody has judged."""
    judged = {verdict.target for verdict in force.read(ledger).verdicts}
    return sum(link.id not in judged for link in ties.links(db, ties.DISPUTES))


def new_since(db: sqlite3.Connection, seen: int | None) -> tuple[int, int]:
    """Count the articles, and the statements in them, that came or changed after the article numbered ``seen``."""
    if seen is None:
        return 0, 0
    query = """SELECT count(DISTINCT a.id), count(s.id) FROM articles a LEFT JOIN statements s ON s.article = a.id
      AND s.act IN (SELECT value FROM json_each(?)) WHERE a.n > ?"""
    articles, statements = db.execute(query, (json.dumps([str(act) for act in SHOWN]), seen)).fetchone()
    return int(articles), int(statements)


def newest(db: sqlite3.Connection) -> int:
    """Give the number of the article that came last; an index that is made anew counts from 1 again."""
    (number,) = db.execute("SELECT coalesce(max(n), 0) FROM articles").fetchone()
    return int(number)
