"""Articles that repeat each other are one family, however many they are."""

from pathlib import Path

from onrecord.show.families import families
from onrecord.store.record import open_record


def test_articles_that_share_a_quotation_are_one_family(record: Path) -> None:
    with open_record(record) as held:
        found = families(held.db)
        rows = held.db.execute("SELECT article FROM statements WHERE copies != '[]'").fetchall()
    listed = [one.id for family in found for one in family.articles]
    assert {article for (article,) in rows} == set(listed)
    assert len(listed) == len(set(listed))
    assert all(len(family.articles) > 1 and family.statements for family in found)
