"""Linking: the readings of a whole record in, entities across articles out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from onrecord.link.entities import link_entities
from onrecord.records import Article, Chain
from onrecord.store import linked
from onrecord.store.catalogue import Catalogue
from onrecord.store.codec import from_rows, pack
from onrecord.store.index import readings
from onrecord.store.layout import Folder
from onrecord.store.readings import Read


def link(folder: Folder, catalogue: Catalogue, state: str) -> None:
    """Link all readings that count and write the result whole, named by the state of the record it was linked from."""
    with closing(sqlite3.connect("")) as spill:  # a database of its own on disk, gone when closed: chains need not fit in memory
        entities, homes = link_entities(_in_order(spill, readings(folder, catalogue, ("chains",))))
    linked.write(folder.linked / state, entities, homes)


def _in_order(spill: sqlite3.Connection, read: Iterable[Read]) -> Iterator[tuple[Chain, Article]]:
    """Yield chains by article, whatever order the articles were read in."""
    spill.execute("CREATE TABLE chains (article TEXT PRIMARY KEY, about TEXT, chains TEXT) WITHOUT ROWID")
    rows = ((one.article.id, json.dumps(pack(one.article)), json.dumps([pack(c) for c in one.chains])) for one in read)
    spill.executemany("INSERT INTO chains VALUES (?,?,?)", rows)
    for about, chains in spill.execute("SELECT about, chains FROM chains ORDER BY article"):
        (article,) = from_rows(Article, [json.loads(about)])
        for chain in from_rows(Chain, json.loads(chains)):
            yield chain, article
