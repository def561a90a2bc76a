"""Review: what a machine found and nobody has judged, the least certain first, one at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.show import answers
from onrecord.show.disputes import Dispute, by_id, pairs
from onrecord.show.rows import said_row
from onrecord.show.web.pages.disputes import row
from onrecord.show.web.view import Asked, View
from onrecord.store import force, questions, standing
from onrecord.store.questions import SHOWN, Wanted, ties

RECENT = 12


def review(asked: Asked) -> View:
    """Show the first of what waits, with all that is needed to judge it, how far one is, and what was judged last."""
    what = "statements" if asked.filter("what") == "statements" else "links"
    held = force.read(asked.record.folder.ledger)
    on = {verdict.target for verdict in held.verdicts}
    ids = asked.once("doubtful " + what, _links if what == "links" else _statements)
    waiting = [id_ for id_ in ids if id_ not in on]
    skip = asked.number("skip", 0, max(0, len(waiting) - 1))
    shown = waiting[skip : skip + 1]
    db = asked.record.db
    recent = [one for one in standing.given(db, asked.record.folder.ledger) if one.verdict.verb != "undo"][-RECENT:]
    material = {
        "what": what,
        "pair": next(iter(_pairs(db, shown)), None) if what == "links" else None,
        "each": next(iter(by_id(db, shown).values()), None) if what == "statements" else None,
        "waiting": len(waiting),
        "done": sum(id_.startswith("l-" if what == "links" else "s-") for id_ in on),
        "skip": skip,
        "recent": list(reversed(recent)),
        "about": _about(asked, [one.verdict.target for one in recent]),
    }
    return View("Review", "review.html", material, _rows(asked, what, waiting))


def _links(db: sqlite3.Connection) -> list[str]:
    """List the disputes, the least certain first."""
    return [link.id for link in reversed(ties.links(db, ties.DISPUTES))]


def _statements(db: sqlite3.Connection) -> list[str]:
    query = "SELECT id FROM statements WHERE act IN (SELECT value FROM json_each(?)) ORDER BY score, id"
    return [id_ for (id_,) in db.execute(query, (questions._list(SHOWN),))]


def _pairs(db: sqlite3.Connection, ids: list[str]) -> list[Dispute]:
    return pairs(db, [link for id_ in ids for link in [ties.link(db, id_)] if link])


def _rows(asked: Asked, what: str, ids: list[str]) -> Iterator[dict[str, object]]:
    db = asked.record.db
    for id_ in ids:
        if what == "links":
            yield from (row(pair) for pair in _pairs(db, [id_]))
        else:
            yield from (said_row(each) for each in by_id(db, [id_]).values())


def _about(asked: Asked, targets: list[str]) -> dict[str, str]:
    """Say in a few words what verdicts were on."""
    wanted = Wanted(acts=(), ids=[id_ for id_ in targets if id_.startswith("s-")])
    said = answers.seen(asked.record.db, questions.statements(asked.record.db, wanted)) if wanted.ids else []
    told = {each.id: f"{each.speaker or 'no source'}: {each.quote}" for each in said}
    for pair in _pairs(asked.record.db, [id_ for id_ in targets if id_.startswith("l-")]):
        told[pair.id] = f"{pair.a.speaker or 'somebody unnamed'} {pair.words} {pair.b.speaker or 'somebody unnamed'}"
    people = questions.entities(asked.record.db, [id_ for id_ in targets if id_.startswith("e-")])
    return told | {id_: one.name for id_, one in people.items()}
