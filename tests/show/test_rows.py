"""A statement has one shape, whether it comes from the export, from ``said`` or from ``text -``."""

import json

from onrecord import api
from onrecord.show.rows import said_row, statement_row
from tests.fakes import Plain, export, quick, write_articles


def test_said_and_export_have_one_shape(tmp_path):
    quick(write_articles(tmp_path / "in", range(3)), tmp_path / "record")
    exported = [json.loads(line) for line in export(tmp_path / "record")["statements.jsonl"].decode().splitlines()]
    with api.open(tmp_path / "record") as record:
        said = {each.id: each for each in record.said()}
    assert exported
    for row in exported:
        assert json.loads(json.dumps(statement_row(said[row["id"]].statement))) == row
        assert list(said_row(said[row["id"]]))[: len(row)] == list(row)


def test_a_text_alone_gives_the_same_shape(tmp_path):
    rows = api.extract("“It is shut,” said Ada Ternin.", models=Plain()).rows()
    quick(write_articles(tmp_path / "in", range(1)), tmp_path / "record")
    exported = json.loads(export(tmp_path / "record")["statements.jsonl"].decode().splitlines()[0])
    assert [list(row) for row in rows] == [list(exported)]
