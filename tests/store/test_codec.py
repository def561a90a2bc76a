"""Records survive the tables: what goes into Arrow comes out equal, whatever it is."""

from dataclasses import fields

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import records
from onrecord.records import (
    Act,
    Article,
    Block,
    Chain,
    Entity,
    Kind,
    Manner,
    Mention,
    Origin,
    Part,
    Role,
    Sighting,
    Statement,
    Told,
    When,
)
from onrecord.store.codec import from_rows
from onrecord.store.rows import Gathered
from onrecord.store.tables import schema_of, to_table

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
for kind in (str,):
    st.register_type_strategy(kind, WORDS)
st.register_type_strategy(int, st.integers(0, 2**40))
st.register_type_strategy(float, st.floats(allow_nan=False))

STORED = [Article, Block, Chain, Entity, Mention, Statement, records.Time, Gathered, When, Part, Told, Sighting]


@pytest.mark.parametrize("record", STORED, ids=lambda record: record.__name__)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_records_survive_the_tables(record: type, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.builds(record), max_size=4))
    table = to_table(record, rows)
    assert from_rows(record, table.to_pylist()) == rows


def test_enums_and_nested_records_come_back_as_themselves(tmp_path) -> None:
    when = When("2020-01-01", "2020-01-31", "month", "metadata:date", ((3, 9),))
    part = Part(((1, 2), (5, 7)), "p", ("e-1",), negated=True)
    statement = Statement("a", (), ((1, 2),), ((3, 4),), Manner.MIXED, Act.DENY, said=when, parts=(part,), score=0.5)
    pq.write_table(to_table(Statement, [statement]), tmp_path / "s.parquet")
    table = pq.read_table(tmp_path / "s.parquet")
    (back,) = from_rows(Statement, table.to_pylist())
    assert back == statement
    assert back.id == statement.id == table.column("id")[0].as_py()
    assert isinstance(back.act, Act)
    found = Gathered("g", 0, "a", "text", Sighting("p"), Told(), ((0, 3, Role.FURNITURE),), (), Origin("f" * 64, ((0, 3, 7),)))
    (back,) = from_rows(Gathered, to_table(Gathered, [found]).to_pylist())
    assert back == found
    assert isinstance(back.hints[0][2], Role)


def test_the_schema_is_read_off_the_fields() -> None:
    schema = schema_of(Mention)
    assert schema.names == [field.name for field in fields(Mention)]
    assert schema.field("start").type == pa.int64()
    assert schema.field("chain").nullable
    assert not schema.field("article").nullable
    assert schema_of(Statement).names[0] == "id"
    assert "text" not in schema_of(Article, without=("text",)).names
    assert to_table(Mention, []).schema == schema


def test_what_an_older_version_wrote_can_be_read() -> None:
    statement = Statement("a", (), ((1, 2),), ((3, 4),), Manner.DIRECT, parts=(Part(((3, 4),), "p", hedged=True),))
    (row,) = to_table(Statement, [statement]).to_pylist()
    for name in ("venue", "why_speaker"):
        del row[name]
    del row["parts"][0]["about"]
    assert from_rows(Statement, [{**row, "unheard_of": 1}]) == [statement]


def test_kinds_are_words_in_the_tables() -> None:
    assert to_table(Mention, [Mention("a", 0, 1, Kind.PERSON, "name")]).column("kind").to_pylist() == ["person"]
