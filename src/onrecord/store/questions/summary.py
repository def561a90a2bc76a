"""The record as a whole: counts, outlets, gaps, readers and scores."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from onrecord.store.questions import SHOWN

_ACTS = ", ".join(f"'{act}'" for act in SHOWN)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a record holds. Statements are those that are shown; days are the first and last of publication, null without any."""

    articles: int
    statements: int
    undated_statements: int
    speakers: int
    outlets: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Gaps:
    """What a record does not know; ``unread`` is (language, articles), ``skipped`` (input, reason)."""

    undated: int
    open_speakers: int
    sourceless: int
    unread: tuple[tuple[str, int], ...]
    skipped: tuple[tuple[str, str], ...]
    errors: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list; days and outlet are null where they are not known."""

    id: str
    title: str | None
    outlet: str | None
    path: str | None
    published: str | None
    basis: str | None
    language: str | None
    statements: int
    sightings: int


def counts(db: sqlite3.Connection) -> Counts:
    """Count what the record holds."""
    row = db.execute(
        f"""SELECT (SELECT count(*) FROM articles), count(*),
          coalesce(sum(s.said_earliest IS NULL AND a.published_earliest IS NULL), 0), count(DISTINCT s.speaker),
          (SELECT count(DISTINCT outlet) FROM articles), (SELECT min(published_earliest) FROM articles),
          (SELECT max(published_latest) FROM articles)
        FROM statements s JOIN articles a ON a.id = s.article WHERE s.act IN ({_ACTS})"""
    ).fetchone()
    return Counts(*row)


def gaps(db: sqlite3.Connection) -> Gaps:
    """Say what the record does not know."""
    (undated,) = db.execute("SELECT count(*) FROM articles WHERE published_earliest IS NULL").fetchone()
    open_, sourceless = db.execute(
        f"SELECT coalesce(sum(source <> '[]'), 0), coalesce(sum(source = '[]'), 0) FROM statements "
        f"WHERE speaker_name IS NULL AND act IN ({_ACTS})"
    ).fetchone()
    unread = db.execute(
        "SELECT coalesce(language, 'unknown'), count(*) FROM articles WHERE language IS NOT 'en' GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    skipped = db.execute("SELECT input, reason FROM skipped ORDER BY 1, 2")
    errors = db.execute("SELECT article, reason FROM errors ORDER BY 1")
    return Gaps(undated, open_, sourceless, tuple(unread), tuple(skipped), tuple(errors))


def outlets(db: sqlite3.Connection) -> list[tuple[str | None, int, int]]:
    """List outlets with their articles and statements, those with most articles first."""
    return db.execute(
        f"""SELECT a.outlet, count(DISTINCT a.id), count(s.id) FROM articles a
          LEFT JOIN statements s ON s.article = a.id AND s.act IN ({_ACTS}) GROUP BY 1 ORDER BY 2 DESC, 1"""
    ).fetchall()


def articles(db: sqlite3.Connection, outlet: str | None = None, *, undated: bool = False) -> list[ArticleLine]:
    """List articles by day, the undated last."""
    rows = db.execute(
        f"""SELECT a.id, a.title, a.outlet, a.path, a.published_earliest, a.published_basis, a.language,
          (SELECT count(*) FROM statements s WHERE s.article = a.id AND s.act IN ({_ACTS})),
          (SELECT count(*) FROM sightings g WHERE g.article = a.id)
        FROM articles a WHERE (:outlet IS NULL OR a.outlet = :outlet) AND (NOT :undated OR a.published_earliest IS NULL)
        ORDER BY a.published_earliest IS NULL, a.published_earliest, a.path, a.id""",
        {"outlet": outlet, "undated": undated},
    )
    return [ArticleLine(*row) for row in rows]


def row(one: ArticleLine) -> Mapping[str, Any]:
    """Write an article of a list as a row of plain values."""
    return asdict(one)


def readers(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """Say which rule or model found how many statements."""
    return db.execute("SELECT by, count(*) FROM statements GROUP BY 1 ORDER BY 2 DESC, 1").fetchall()


def scores(db: sqlite3.Connection) -> list[tuple[float, int]]:
    """Count statements by tenth of their score, highest first."""
    return db.execute(
        f"""SELECT min(9, CAST(score * 10 AS INTEGER)) / 10.0, count(*) FROM statements
          WHERE act IN ({_ACTS}) GROUP BY 1 ORDER BY 1 DESC"""
    ).fetchall()
