"""Every statement is compared, the likest come first, and what is no statement does not come."""

import json
import sqlite3

import pytest

from onrecord.backends.plain import PlainEncoder
from onrecord.store import nearest
from onrecord.store.nearest import Nearest, meaning

ROWS = [
    (1, "s-1", "say", "the bridge is closed", []),
    (2, "s-2", "say", "he said it", [{"proposition": "The bridge is closed to lorries"}]),
    (3, "s-3", "perceive", "the bridge is closed", []),
    (4, "s-4", "deny", "bread costs more", []),
]


@pytest.fixture
def db():
    held = sqlite3.connect(":memory:")
    held.execute("CREATE TABLE statements (n INTEGER PRIMARY KEY, id TEXT, act TEXT, quote TEXT, parts TEXT)")
    held.executemany("INSERT INTO statements VALUES (?, ?, ?, ?, ?)", [(*row[:4], json.dumps(row[4])) for row in ROWS])
    return held


def test_the_likest_come_first_and_what_is_no_statement_not(db):
    found = Nearest(db, PlainEncoder()).like("The bridge is closed", 0.5)
    assert [one.number for one in found] == [1, 2]
    assert found[0].likeness == 1.0
    assert 0.5 <= found[1].likeness < 1.0


def test_all_are_compared_however_many_at_once(db, monkeypatch):
    whole = Nearest(db, PlainEncoder()).like("The bridge is closed", 0.0)
    monkeypatch.setattr(nearest, "_AT_ONCE", 1)
    assert Nearest(db, PlainEncoder()).like("The bridge is closed", 0.0) == whole
    assert len(whole) == 3


def test_nothing_is_like_a_text_without_a_word_or_in_an_empty_record(db):
    assert Nearest(db, PlainEncoder()).like("?!", 0.1) == []
    db.execute("DELETE FROM statements")
    assert Nearest(db, PlainEncoder()).like("The bridge is closed", 0.1) == []


def test_a_statement_means_its_propositions_else_its_words():
    assert meaning("he said it", ["The bridge is closed", "Ada left"]) == "The bridge is closed Ada left"
    assert meaning("the bridge is closed", []) == "the bridge is closed"
