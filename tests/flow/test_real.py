"""One build with the real models, end to end."""

from pathlib import Path

from onrecord import api
from tests.fakes import export, rows

ARTICLE = """Ferry minister rules out a second crossing

By Lena Marsh

“We will not build a second crossing,” Transport Minister Oda Brenn told reporters on Tuesday. She said that the harbour at Pell
could not take larger ships.

According to the port authority, traffic fell by a fifth last year. Councillor Tam Irvel denied that the council
had known of the plan.
"""


def test_a_real_article_from_text_to_export(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "ferry.txt").write_text(ARTICLE, "utf-8", newline="")
    (tmp_path / "news" / "ferry.txt.meta.json").write_text('{"date": "2023-03-09"}', "utf-8")
    report = api.build(tmp_path / "news", tmp_path / "r")
    assert (report.articles, report.read, report.undated) == (1, 1, 0)
    said = {ARTICLE[slice(*row["content"][0])]: row for row in rows(tmp_path / "r", "statements")}
    first = next(row for words, row in said.items() if "second crossing" in words)
    assert first["speaker_name"] == "Oda Brenn"
    assert first["manner"] == "direct"
    assert any(row["act"] == "deny" for row in said.values())
    with api.open(tmp_path / "r") as record:
        assert not record.verify().faults
    before = export(tmp_path / "r")
    again = api.build(tmp_path / "news", tmp_path / "r")
    assert again.read == 0
    assert export(tmp_path / "r") == before
