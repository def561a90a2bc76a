"""How the verdicts of a ledger stand: which hold, which do not and why not."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.records import Verdict
from onrecord.store import force
from onrecord.store.force import Force, articles_of, value_of


class Status(StrEnum):
    """How a verdict stands."""

    HOLDS = "holds"
    REPLACED = "replaced"
    UNDONE = "undone"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict as it stands in a record now; ``because`` is why it does not hold, empty where it does."""

    verdict: Verdict
    status: Status
    because: str = ""


def given(db: sqlite3.Connection, ledger: Path, target: str | None = None) -> list[Given]:
    """List the verdicts in the order they were given, all or those on one thing, each with how it stands."""
    whole = force.read(ledger)
    told = list(whole.known.values())
    undone = force.undone(told)
    mine = [verdict for verdict in told if target is None or _is_on(verdict, target, whole)]
    return [_stands(db, verdict, whole, undone) for verdict in mine]


def _is_on(verdict: Verdict, target: str, whole: Force) -> bool:
    """Say whether a verdict is on a thing, undoes one that is, or made it what it is."""
    if verdict.verb == "undo":
        return verdict.target in whole.known and _is_on(whole.known[verdict.target], target, whole)
    return verdict.target == target or value_of(verdict).get("id") == target or target in articles_of(verdict)


def _stands(db: sqlite3.Connection, verdict: Verdict, whole: Force, undone: dict[str, Verdict]) -> Given:
    if verdict.id in undone:
        return Given(verdict, Status.UNDONE, f"undone by {undone[verdict.id].by}: {undone[verdict.id].why}")
    if verdict.verb == "undo":
        missing = _nothing_undone(db, verdict, whole)
        return Given(verdict, Status.ORPHAN if missing else Status.HOLDS, missing)
    if verdict not in whole.verdicts:
        return Given(verdict, Status.REPLACED, "a later verdict on the same thing counts")
    why = _orphan(db, verdict, whole)
    return Given(verdict, Status.ORPHAN if why else Status.HOLDS, why or "")


def _nothing_undone(db: sqlite3.Connection, verdict: Verdict, whole: Force) -> str:
    """Say why an undoing has not brought back what it should have, nothing where it has."""
    about = whole.known.get(verdict.target)
    if about is None:
        return "the verdict it undoes is not in this ledger"
    if about.verb == "remove" and about.target not in whole.removed and not _is(db, "articles", about.target):
        return "the text is gone: the next build over its file brings it back"
    return ""


def _orphan(db: sqlite3.Connection, verdict: Verdict, whole: Force) -> str | None:
    """Say why a verdict has nothing to hold on to in this record, null where it has."""
    if verdict.verb == "remove":
        return None
    for article in articles_of(verdict):
        if article in whole.removed:
            return f"its article {article[:12]} was removed"
        if not _is(db, "articles", article):
            return f"the text it judged, {article[:12]}, is not in this record; another wording of it is another article"
    told = db.execute("SELECT why FROM _judged WHERE verdict = ?", (verdict.id,)).fetchone()
    if told:
        return str(told[0])
    if verdict.verb in ("merge", "split"):
        return _nobody(db, verdict)
    if force.is_on_link(verdict) and not _is(db, "links", verdict.target):
        return "no such link is made any more"
    return None


def _nobody(db: sqlite3.Connection, verdict: Verdict) -> str | None:
    """Say whom of those judged nobody in the record is any more."""
    query = "SELECT 1 FROM entities, json_each(names) WHERE entities.id = ? OR value = ? LIMIT 1"
    for one in value_of(verdict).get("people", []):
        if db.execute(query, (one.get("entity"), one.get("name"))).fetchone() is None:
            return f"nobody named {one.get('name')!r} is in this record"
    return None


def _is(db: sqlite3.Connection, table: str, id_: str) -> bool:
    return db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (id_,)).fetchone() is not None
