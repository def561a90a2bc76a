"""Everything that was found in one article."""

from __future__ import annotations

import sqlite3

from onrecord.records import Framing, Relation, Sighting, Statement, Time
from onrecord.store import questions
from onrecord.store.questions import statement_of


def statements(db: sqlite3.Connection, article: str) -> list[Statement]:
    """Give an article's statements, of whatever act, in text order."""
    query = 'SELECT * FROM statements WHERE article = :article ORDER BY start, "end", id'
    return [statement_of(row) for row in questions._rows(db, query, {"article": article})]


def times(db: sqlite3.Connection, article: str) -> list[Time]:
    """Give an article's time expressions, in text order."""
    query = 'SELECT article, start, "end", text, earliest, latest, grain, basis FROM times WHERE article = ? ORDER BY 2, 3'
    return [Time(*row) for row in db.execute(query, (article,))]


def sightings(db: sqlite3.Connection, article: str) -> list[Sighting]:
    """Give the places where an article was found, in their order."""
    query = "SELECT path, url, outlet, fetched FROM sightings WHERE article = ? ORDER BY 1, 2, 3, 4"
    return [Sighting(*row) for row in db.execute(query, (article,))]


def framing(db: sqlite3.Connection, article: str) -> list[Framing]:
    """Give what an article's own voice sets against or adds to statements in it, in text order."""
    query = 'SELECT article, start, "end", statement, relation FROM framing WHERE article = ? ORDER BY 2, 3, 4'
    return [Framing(id_, (start, end), of, Relation(how)) for id_, start, end, of, how in db.execute(query, (article,))]
