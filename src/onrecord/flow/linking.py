"""Linking: the readings of a whole record in; entities, copies, claims and links across articles out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from onrecord.flow.people import judged_people
from onrecord.link.copies import Print, fingerprint, spoken
from onrecord.link.entities import link_entities
from onrecord.link.record import Told, link_record
from onrecord.records import READ_ROLES, Article, Chain, Statement
from onrecord.store import linked
from onrecord.store.codec import from_rows, pack
from onrecord.store.live import Live
from onrecord.store.readings import Read
from onrecord.store.shape import Linked


def link(live: Live, state: str) -> None:
    """Link all readings that count and write the result whole, named by the state of the record it was linked from."""
    with closing(sqlite3.connect("")) as spill:  # a database of its own on disk, gone when closed: chains need not fit in memory
        entities, homes = link_entities(_in_order(spill, live.readings(("chains",))))
        if live.force.people:
            entities, homes = judged_people(entities, homes, lambda wanted: _some(spill, wanted), live.force.people)
    told = _told(live.readings(("blocks", "statements")))
    by_id = {entity.id: entity for entity in entities}
    found = link_record(Told(told.articles, told.statements, told.words, told.prints, by_id, homes))
    stated = {
        (statement.id, number): part.claim
        for statement in found.statements
        for number, part in enumerate(statement.parts)
        if part.claim
    }
    copies = {statement.id: statement.copies for statement in found.statements if statement.copies}
    linked.write(live.folder.linked / state, Linked(by_id, homes, found.claims, found.links, stated, copies))


def _told(read: Iterable[Read]) -> Told:
    """Take from each reading what linking looks at; texts are left behind, all but their prints and what was said."""
    articles: dict[str, Article] = {}
    statements: list[Statement] = []
    words: dict[str, str] = {}
    prints: list[Print] = []
    for one in read:
        text = one.article.text
        articles[one.article.id] = replace(one.article, text="")
        statements.extend(one.statements)
        words.update((statement.id, spoken(text, statement.content)) for statement in one.statements)
        prints.append(fingerprint(one.article, [block for block in one.blocks if block.role in READ_ROLES]))
    return Told(articles, statements, words, prints, {}, {})


def _in_order(spill: sqlite3.Connection, read: Iterable[Read]) -> Iterator[tuple[Chain, Article]]:
    """Yield chains by article, whatever order the articles were read in."""
    spill.execute("CREATE TABLE chains (article TEXT PRIMARY KEY, about TEXT, chains TEXT) WITHOUT ROWID")
    rows = ((one.article.id, json.dumps(pack(one.article)), json.dumps([pack(c) for c in one.chains])) for one in read)
    spill.executemany("INSERT INTO chains VALUES (?,?,?)", rows)
    yield from _spilt(spill)


def _some(spill: sqlite3.Connection, wanted: Collection[str]) -> list[tuple[Chain, Article]]:
    """Give some chains with their articles."""
    return [pair for pair in _spilt(spill) if pair[0].id in wanted]


def _spilt(spill: sqlite3.Connection) -> Iterator[tuple[Chain, Article]]:
    for about, chains in spill.execute("SELECT about, chains FROM chains ORDER BY article"):
        (article,) = from_rows(Article, [json.loads(about)])
        for chain in from_rows(Chain, json.loads(chains)):
            yield chain, article
