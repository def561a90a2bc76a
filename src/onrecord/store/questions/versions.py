"""Texts that were met at one address: versions of one page."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text met at an address: when it was fetched, else published, as far as is known, and its article."""

    fetched: str
    published: str
    article: str


def of(db: sqlite3.Connection, article: str) -> list[tuple[str, list[Text]]]:
    """List the addresses an article was found at where other texts were met too, with all of those in order of time."""
    own = "SELECT DISTINCT url FROM sightings WHERE article = ? AND url != '' ORDER BY url"
    query = """SELECT s.article, MIN(s.fetched), COALESCE(MIN(a.published_latest), '') FROM sightings s
      JOIN articles a ON a.id = s.article WHERE s.url = ? GROUP BY s.article"""
    found = []
    for (url,) in db.execute(own, (article,)).fetchall():
        texts = sorted(Text(fetched or "", published, id_) for id_, fetched, published in db.execute(query, (url,)))
        if len(texts) > 1:
            found.append((url, texts))
    return found


def article(db: sqlite3.Connection, prefix: str) -> list[str]:
    """List the articles whose id begins so, at most a handful."""
    query = "SELECT id FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT 12"
    return [id_ for (id_,) in db.execute(query, (prefix, prefix + "g"))]
