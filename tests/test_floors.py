"""Accuracy floors: what was reached on PolNeAR dev may not be lost again. Raise a floor when the figure has risen."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.polnear import judge, predictions, tag_split
from onrecord.backends.spacy import SpacyParser
from onrecord.read.attributions import RulesTagger

DEV_SHA = "6256a86364d1ff034725fae253342d7374ed8a45bbd9646e161173a315aa4643"
"""The data the floors hold for: the SHA-256 of the names and bytes of all files of the split."""
OVERLAP_F1 = 0.65
CONTENT_EXACT_F1 = 0.58
RECALL = {"direct": 0.89, "mixed": 0.70, "indirect": 0.51}
PRECISION = 0.76


def digest(folder: Path) -> str:
    seen = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        seen.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return seen.hexdigest()


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    if digest(shared / "data" / "polnear" / "dev") != DEV_SHA:
        pytest.skip("the floors hold for other data than lies in the shared folder")
    articles = list(tag_split(shared, "dev", SpacyParser(), RulesTagger()))
    assert not [article.name for article in articles if article.raised]
    file = tmp_path_factory.mktemp("floors") / "predictions.jsonl"
    file.write_text(predictions(articles), encoding="utf-8")
    return judge(shared).score_file(str(shared / "data" / "polnear"), "dev", str(file))


@pytest.mark.shared
@pytest.mark.slow
def test_floors_of_attributions_by_rules(scores: Any) -> None:
    assert scores["docs"] == 84
    assert scores["attribution"]["overlap"]["f1"] >= OVERLAP_F1
    assert scores["attribution"]["overlap"]["p"] >= PRECISION
    assert scores["content"]["exact"]["f1"] >= CONTENT_EXACT_F1
    for kind, floor in RECALL.items():
        assert scores["recall_by_type"][kind]["r"] >= floor, kind
