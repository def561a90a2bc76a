import json
from pathlib import Path

from onrecord import api
from tests.fakes import quick, text_of, write_articles


def test_equal_records_have_no_difference(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", range(4))
    quick(news, tmp_path / "a", batch=1)
    quick(news, tmp_path / "b", batch=3)
    assert list(api.diff(tmp_path / "a", tmp_path / "b")) == []


def test_what_came_went_and_changed_is_told(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", range(4))
    quick(news, tmp_path / "old")
    (news / "0003.txt").write_text(text_of(8), "utf-8")
    (news / "0001.txt.meta.json").write_text(json.dumps({"date": "2021-05-03", "source": "The Lantern"}), "utf-8")
    quick(news, tmp_path / "new")
    found = list(api.diff(tmp_path / "old", tmp_path / "new"))
    of = {(one.what, one.table): one for one in found}
    assert Path(of["came", "articles"].name).name in ("Bridge 8 closed", "0003.txt")
    gone = [one.name for one in found if (one.what, one.table) == ("went", "statements")]
    assert any("day 3" in words for words in gone)
    changed = of["changed", "articles"]
    assert {"outlet", "published_earliest", "published_basis"} <= set(changed.fields)
    assert [one.what for one in api.diff(tmp_path / "new", tmp_path / "old")].count("came") == [one.what for one in found].count(
        "went"
    )
