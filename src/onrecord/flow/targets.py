"""What a verdict is on: the record, statement, link, person or article that a person names, and the words that were judged."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from onrecord.link.lands import fold
from onrecord.records import Spans
from onrecord.store.faults import Unfit
from onrecord.store.force import Force

TABLES = {"s": "statements", "l": "links", "e": "entities"}
WHAT = {"s": "statement", "l": "link", "e": "person or body", "v": "verdict"}
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Place:
    """The words of a statement: its article and spans."""

    article: str
    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Person:
    """A person or body of the record."""

    id: str
    kind: str
    name: str


def resolve(db: sqlite3.Connection, force: Force, name: str, kinds: str) -> str:
    """Give the id that a person means: whole or its beginning, of one of these kinds (s, l, e, v).

    What a verdict took out of the record is still known by the ledger. Raises Unfit where none is meant, or several.
    """
    told = name.strip()
    prefix = told if told[1:2] == "-" else f"{kinds[0]}-{told}"
    kind = prefix[0]
    if kind not in kinds or set(prefix[2:]) - _HEX or not prefix[2:]:
        raise Unfit(f"{name!r} is not the id of a {' or '.join(WHAT[each] for each in kinds)}")
    found = {id_ for id_ in (*force.known, *(one.target for one in force.known.values())) if id_.startswith(prefix)}
    if kind in TABLES:
        rows = db.execute(f"SELECT id FROM {TABLES[kind]} WHERE id >= ? AND id < ?", (prefix, prefix + "g"))
        found |= {id_ for (id_,) in rows}
    return _one(found, f"{WHAT[kind]}'s id that begins with {name!r}")


def article(db: sqlite3.Connection, force: Force, name: str) -> str:
    """Give the id of the article that a person means: its id or the beginning, its path or its URL; raises Unfit."""
    rows = db.execute("SELECT article FROM sightings WHERE path = ? OR url = ?", (name, name)).fetchall()
    found = {id_ for (id_,) in rows}
    if not found and len(name) >= 6 and not set(name) - _HEX:
        found = {id_ for (id_,) in db.execute("SELECT id FROM articles WHERE id >= ? AND id < ?", (name, name + "g"))}
        found |= {one.target for one in force.known.values() if one.verb == "remove" and one.target.startswith(name)}
    return _one(found, f"article with the id, path or URL {name!r}")


def people(db: sqlite3.Connection, name: str) -> list[Person]:
    """List whom a person may mean, by id or by a name they bear: those whose fullest name it is, else all that bear it."""
    if name.startswith("e-"):
        id_ = resolve(db, Force(), name, "e")
        return [Person(*row) for row in db.execute("SELECT id, kind, name FROM entities WHERE id = ?", (id_,))]
    wanted = fold(name)
    longest = max(wanted.split(), key=len, default="")
    rows = db.execute("SELECT id, kind, name, names FROM entities ORDER BY id").fetchall()
    # names without accents are ruled out by a glance: to fold all of a large record's takes longer than the rest of a verdict
    near = [row for row in rows if longest in row[3].casefold() or not row[3].isascii()]
    found = [Person(*row[:3]) for row in near if wanted in (fold(each) for each in json.loads(row[3]))]
    return [each for each in found if fold(each.name) == wanted] or found


def one_person(db: sqlite3.Connection, name: str) -> Person:
    """Give the one whom a person means; raises Unfit where there is none, or several."""
    found = people(db, name)
    if len(found) != 1:
        raise Unfit(several(name, found) if found else f"nobody named {name!r} is in this record")
    return found[0]


def several(name: str, found: list[Person]) -> str:
    """Say that a name is borne by several."""
    listed = ", ".join(f"{each.id} ({each.kind} {each.name})" for each in found[:12])
    return f"{len(found)} bear the name {name!r}; say which by id: {listed}"


def place(db: sqlite3.Connection, statement: str) -> Place | None:
    """Give the words of a statement, null where it is not in the record now."""
    row = db.execute("SELECT article, source, cue, content FROM statements WHERE id = ?", (statement,)).fetchone()
    return Place(row[0], *(spans(json.loads(told)) for told in row[1:])) if row else None


def anchor(db: sqlite3.Connection, at: Place) -> dict[str, Any]:
    """Write down the words a verdict judges: where they stand, and the hash of the stretch of text from first to last."""
    every = [*at.source, *at.cue, *at.content]
    start, end = min(first for first, _ in every), max(last for _, last in every)
    words = text_of(db, at.article)[start:end]
    hashed = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    held = {name: [list(span) for span in getattr(at, name)] for name in ("source", "cue", "content")}
    return {"article": at.article, **held, "sha256": hashed}


def text_of(db: sqlite3.Connection, id_: str) -> str:
    """Give an article's text; raises Unfit where it is not in the record."""
    row = db.execute("SELECT text FROM articles WHERE id = ?", (id_,)).fetchone()
    if row is None:
        raise Unfit(f"no article {id_} is in this record")
    return str(row[0])


def spans(told: Any) -> Spans:
    """Read spans off lists."""
    return tuple((int(start), int(end)) for start, end in told)


def _one(found: set[str], what: str) -> str:
    if len(found) != 1:
        listed = f": {', '.join(sorted(found)[:12])}" if found else ""
        raise Unfit(f"{len(found) or 'no'} {what}{listed}" if found else f"no {what} is in this record")
    return found.pop()
