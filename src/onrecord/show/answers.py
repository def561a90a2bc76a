"""Answers to a reader's questions: statements beside their articles, and who speaks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.records import Kind, Statement
from onrecord.show.results import Results
from onrecord.show.rows import said_row
from onrecord.show.said import Said, see
from onrecord.store import questions
from onrecord.store.questions import SHOWN, Wanted, Who


def said(db: sqlite3.Connection, wanted: Wanted) -> Results[Said]:
    """Answer who said what; notes tell of more people than one meant, and of statements that no day can find."""
    found = seen(db, questions.statements(db, wanted))
    return Results(found, said_row, [*_several(wanted, found), *_undated(db, wanted)])


def seen(db: sqlite3.Connection, statements: Iterable[Statement]) -> list[Said]:
    """Set statements beside their articles."""
    held = list(statements)
    named = {statement.article for statement in held}
    articles, blocks = questions.articles(db, named), questions.blocks(db, named)
    return [see(statement, articles[statement.article], blocks.get(statement.article, ())) for statement in held]


def who(db: sqlite3.Connection, speaker: str | None = None, kind: Kind | None = None) -> Results[Who]:
    """Answer who speaks, those who speak most first."""
    return Results(questions.who(db, speaker, kind), questions.plain)


def beginning(db: sqlite3.Connection, prefix: str) -> Results[Said]:
    """Give the statements, of whatever act, whose id begins so; the ``s-`` may be left out."""
    whole = prefix if prefix.startswith("s-") else f"s-{prefix}"
    return Results(seen(db, questions.statements(db, Wanted(acts=(), prefix=whole))), said_row)


def _several(wanted: Wanted, found: list[Said]) -> list[str]:
    names = sorted({each.speaker for each in found if each.speaker})
    if wanted.speaker is None or len(names) < 2:
        return []
    return [f"{len(names)} speakers are meant by {wanted.speaker!r}: {', '.join(names)}"]


def _undated(db: sqlite3.Connection, wanted: Wanted) -> list[str]:
    if wanted.since is None and wanted.until is None:
        return []
    count = questions.undated(db, wanted.acts or SHOWN)
    return [f"{count} statement{'s have' if count != 1 else ' has'} no day and cannot be asked for by one"] if count else []
