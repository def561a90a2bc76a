"""Statements as rows of plain values: the export's shape, with the words and the article beside it where they are wanted."""

from __future__ import annotations

from typing import Any

from onrecord.records import Statement, When
from onrecord.show.said import Said
from onrecord.store.codec import pack

FIELDS = (
    "article", "source", "cue", "content", "manner", "act", "nested_in", "speaker", "speaker_name", "speaker_office",
    "said", "venue", "addressee", "parts", "copies", "by",
)  # fmt: skip
"""The fields of the export's ``statements.jsonl`` that a statement holds as they are."""


def statement_row(statement: Statement) -> dict[str, Any]:
    """Write a statement in the shape of the export's ``statements.jsonl``."""
    held = pack(statement)
    held["parts"] = [{name: value for name, value in part.items() if name != "frames"} for part in held["parts"]]
    return {"id": statement.id, **{name: held[name] for name in FIELDS}, "score": round(statement.score, 3)}


def said_row(said: Said) -> dict[str, Any]:
    """Write a statement in the export's shape, and after it the words themselves and where they were published."""
    return {
        **statement_row(said.statement),
        "published": when_row(said.published),
        "outlet": said.outlet,
        "title": said.title,
        "url": said.url,
        "sentence": said.sentence,
        "quote": said.quote,
    }


def when_row(when: When | None) -> dict[str, Any] | None:
    """Write a day or interval, null where it is not known."""
    return None if when is None else pack(when)
