"""An answer is a list, and turns into rows, Arrow and pandas."""

from onrecord import api
from onrecord.show.results import Results
from onrecord.show.rows import said_row
from tests.fakes import quick, write_articles
from tests.show.made import said


def test_it_is_a_read_only_list():
    ada, boro = said("the bridge was open"), said("and that is all")
    results = Results([ada, boro], said_row, ["a note"])
    assert (len(results), results[0], list(results), ada in results) == (2, ada, [ada, boro], True)
    assert list(results[1:]) == [boro]
    assert results[1:].notes == results.notes == ("a note",)
    assert "2 results" in repr(results)
    assert not Results([], said_row)


def test_rows_arrow_and_pandas_hold_the_same(tmp_path):
    quick(write_articles(tmp_path / "in", range(4)), tmp_path / "record")
    with api.open(tmp_path / "record") as record:
        results = record.said()
        assert len(results) > 2
        assert results.arrow().to_pylist() == results.rows()
        assert list(results.df()["quote"]) == [each.quote for each in results]
        assert record.who().arrow().to_pylist() == record.who().rows()
        assert record.said(speaker="nobody at all").arrow().num_rows == 0
