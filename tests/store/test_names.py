"""Names are found by the words a person types, through tables that triggers keep in step."""

import json
import sqlite3
from pathlib import Path

import pytest

from onrecord.store import questions
from onrecord.store.database import open_for_writing
from onrecord.store.questions import Wanted, values_of


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    held = open_for_writing(tmp_path / "index.sqlite")
    for id_, name, names in (("e-1", "Ana Irrimé", ["Ana Irrimé", "A. Irrimé"]), ("e-2", "Straße GmbH", ["Straße GmbH"])):
        held.execute("INSERT INTO entities VALUES (?, 'person', ?, ?, '[]')", (id_, name, json.dumps(names)))
    parts = json.dumps([{"spans": [], "proposition": "", "about": ["e-1"], "negated": False, "hedged": False, "claim": None}])
    for id_, speaker, name in (("s-1", "e-1", "Ana Irrimé"), ("s-2", None, "a market trader")):
        held.execute(
            "INSERT INTO statements (id, speaker, speaker_name, parts, article) VALUES (?, ?, ?, ?, 'a')",
            (id_, speaker, name, parts if id_ == "s-2" else "[]"),
        )
    return held


def meant(db: sqlite3.Connection, typed: str) -> tuple[list[str], list[str]]:
    values = values_of(db, Wanted(speaker=typed))
    return json.loads(values["entities"]), json.loads(values["names"])


@pytest.mark.parametrize("typed", ["irrime", "IRRIMÉ", "ana irr", "Irr. Ana", "e-1"])
def test_a_name_is_found_by_beginnings_of_its_words(db: sqlite3.Connection, typed: str) -> None:
    assert meant(db, typed) == (["e-1"], [])


@pytest.mark.parametrize("typed", ["rrime", "ana trader", "!!", '"', "\0", "AND", "e-9"])
def test_what_names_nobody_finds_nobody(db: sqlite3.Connection, typed: str) -> None:
    assert meant(db, typed) == ([], [])


def test_whoever_is_only_described_is_found_too(db: sqlite3.Connection) -> None:
    assert meant(db, "market") == ([], ["a market trader"])
    assert meant(db, "straße") == (["e-2"], [])


def test_what_went_is_found_no_more(db: sqlite3.Connection) -> None:
    assert db.execute("SELECT count(*) FROM _about").fetchone() == (1,)
    db.execute("DELETE FROM statements")
    db.execute("DELETE FROM entities WHERE id = 'e-1'")
    assert db.execute("SELECT count(*) FROM _about").fetchone() == (0,)
    assert meant(db, "irrime") == ([], [])
    assert questions.matching("market", []) == []
