import json
from pathlib import Path

import pytest

from onrecord import api
from onrecord.show.versions import ADDED, CHANGED, WITHDRAWN
from tests.show.test_disputes import Rules

URL = "https://gazette.example/camps"
FIRST = (
    "Daniel Otiro said that there are no rebel camps in Kenya. "
    "“We have closed the road to Lodwar for a week,” Amos Kibet said. "
    "Ruth Achieng said that the bridge is unsafe."
)
THEN = (
    "Daniel Otiro said that there are no rebel camps in Kenya. "
    "“We have closed the road to Lodwar for two weeks,” Amos Kibet said. "
    "Moses Lubanga said that the harbour was sold."
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("versions")
    rows = [
        {"url": URL, "text": THEN + "\n", "date": "2021-03-05", "title": "Camps"},
        {"url": URL, "text": FIRST + "\n", "date": "2021-03-04", "title": "Camps"},
        {"url": "https://gazette.example/other", "text": "Paul Stone said that the dam has burst.\n", "date": "2021-03-04"},
    ]
    (folder / "pages.jsonl").write_text("\n".join(json.dumps(row) for row in rows) + "\n", "utf-8")
    api.build(folder / "pages.jsonl", folder / "r", models=Rules())
    return folder / "r"


def test_what_was_added_changed_and_withdrawn(record: Path) -> None:
    with api.open(record) as opened:
        said = {each.speaker: each for each in opened.said()}
        (version,) = opened.versions(said["Ruth Achieng"].article.id)
        assert (version.before, version.after) == (said["Ruth Achieng"].article.id, said["Moses Lubanga"].article.id)
        told = {
            (one.how, one.before.speaker if one.before else None, one.after.speaker if one.after else None)
            for one in version.changes
        }
        assert told == {
            (CHANGED, "Amos Kibet", "Amos Kibet"),
            (WITHDRAWN, "Ruth Achieng", None),
            (ADDED, None, "Moses Lubanga"),
        }


def test_a_page_met_once_has_no_versions(record: Path) -> None:
    with api.open(record) as opened:
        (other,) = opened.said(speaker="Stone")
        assert opened.versions(other.article.id[:12]) == []


def test_an_id_of_no_article_is_a_mistake(record: Path) -> None:
    with api.open(record) as opened, pytest.raises(api.Mistake):
        opened.versions("zz")
