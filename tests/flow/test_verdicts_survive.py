"""Fifty verdicts, drawn by a seed, on the bundled sample: what becomes of them when the record is built anew in other ways."""

import random
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from onrecord import api, sample
from onrecord.records import Act
from onrecord.store.faults import Unfit
from tests.fakes import export

pytestmark = pytest.mark.slow
MORE = "Weir closed\n\n“The weir at Molsund stays closed,” Hanno Brask, the warden, said. He denied that it had failed.\n"


def ask(record: Path, query: str) -> list[tuple]:
    with api.open(record):
        pass
    with closing(sqlite3.connect(record / "index.sqlite")) as db:
        return db.execute(query).fetchall()


def draw(record: Path, rng: random.Random) -> api.Judged | None:
    """Give one verdict of a kind and on a thing that the seed draws."""
    verb = rng.choice(["accept", "reject", "reject", "speaker", "act", "flags", "words", "add", "merge", "split", "link", "undo"])
    statement, article, start, end = rng.choice(ask(record, 'SELECT id, article, start, "end" FROM statements ORDER BY id'))
    with api.open(record) as opened:

        def judge(verb: str, target: str, **asked: object) -> api.Judged:
            return opened.judge(verb, target, by=f"Reader {rng.randrange(3)}", why=f"drawn {rng.randrange(10**6)}", **asked)

        if verb in ("accept", "reject"):
            return judge(verb, statement)
        if verb == "speaker":
            names = [name for (name,) in ask(record, "SELECT id FROM entities WHERE kind = 'person' ORDER BY id")]
            return judge("correct", statement, speaker=rng.choice([*names, "Hanno Brask", "-"]))
        if verb == "act":
            return judge("correct", statement, act=rng.choice(list(Act)))
        if verb == "flags":
            return judge("correct", statement, negated=rng.random() < 0.5, hedged=rng.random() < 0.5, part=1)
        if verb == "words":
            ((first, last), *_) = opened.statements(statement)[0].statement.content
            return judge("correct", statement, content=[(first, max(first + 3, last - rng.randrange(1, 9)))])
        if verb == "add":
            at = rng.randrange(start, end)
            return judge("add", article, content=[(at, at + 20)], cue=[(max(0, at - 9), max(1, at - 2))])
        if verb == "merge":
            two = rng.sample([id_ for (id_,) in ask(record, "SELECT id FROM entities ORDER BY id")], 2)
            return judge("merge", two[0], others=two[1:])
        if verb == "split":
            query = "SELECT id, json_extract(names, '$[1]') FROM entities WHERE json_array_length(names) > 1 ORDER BY id"
            id_, name = rng.choice(ask(record, query))
            return judge("split", id_, names=[name])
        if verb == "link":
            return judge(rng.choice(["accept", "reject"]), rng.choice(ask(record, "SELECT id FROM links ORDER BY id"))[0])
        held = [each.verdict.id for each in opened.verdicts() if each.status == "holds" and each.verdict.verb != "undo"]
        return judge("undo", rng.choice(held)) if held else None


def stand(record: Path) -> Counter:
    """Hold every verdict against what the record shows, and count how they stand."""
    shown = dict(ask(record, "SELECT id, speaker_name FROM statements"))
    links = dict(ask(record, "SELECT id, status FROM links"))
    with api.open(record) as opened:
        given = opened.verdicts()
        assert not opened.verify().faults
    last = {each.verdict.target: each.verdict for each in given if each.status == "holds"}
    for each in given:
        verdict = each.verdict
        if each.status == "orphan":
            assert each.because
        elif each.status == "holds" and last[verdict.target] is verdict:
            if verdict.verb in ("reject", "accept") and verdict.target.startswith("s-"):
                assert (verdict.target in shown) == (verdict.verb == "accept")
            if verdict.verb in ("reject", "accept") and verdict.target.startswith("l-"):
                assert links[verdict.target] == f"{verdict.verb}ed"
            if verdict.verb == "add":
                assert verdict.target in shown
    return Counter(str(each.status) for each in given)


def test_fifty_verdicts_outlive_rebuilds_more_articles_and_another_reader(tmp_path: Path, capsys) -> None:
    record, rng = tmp_path / "r", random.Random(20260401)
    api.build(sample.path(), record, profile="fast")
    before = export(record)
    given = 0
    while given < 50:
        try:
            given += draw(record, rng) is not None
        except Unfit:
            continue
    found = {"judged": stand(record)}
    after = export(record)
    assert after != before
    (record / "index.sqlite").unlink()
    assert export(record) == after
    api.build(sample.path(), record, profile="fast")
    assert export(record) == after
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "weir.txt").write_text(MORE, "utf-8")
    api.build(tmp_path / "more", record, profile="fast")
    found["more articles"] = stand(record)
    api.build([], record, profile="full")
    found["the other reader"] = stand(record)
    api.build([], record, profile="fast")
    assert stand(record) == found["more articles"] == found["judged"]
    with capsys.disabled():
        print(*(f"{name}: {dict(count)}" for name, count in found.items()), sep="\n")

    with api.open(record) as opened:
        for each in reversed(opened.verdicts()):
            if each.verdict.verb != "undo" and each.status != "undone":
                opened.judge("undo", each.verdict.id, by="Reader 0", why="all back")
    api.build(tmp_path / "more", tmp_path / "plain", profile="fast")
    api.build(sample.path(), tmp_path / "plain", profile="fast")
    assert export(record) == export(tmp_path / "plain")
