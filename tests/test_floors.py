"""Accuracy floors: what was reached on PolNeAR dev and on the seeds is not lost again. Raise a floor as its figure rises."""

import hashlib
import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from benchmarks.polnear import judge, load_tagger, predictions, tag_split
from onrecord import api
from onrecord.backends.spacy import SpacyParser

DEV_SHA = "6256a86364d1ff034725fae253342d7374ed8a45bbd9646e161173a315aa4643"
"""The data the floors hold for: the SHA-256 of the names and bytes of all files of the split."""


@dataclass(frozen=True)
class Floors:
    """Shares of one; F1 and precision with content and source both overlapping, recall of contents."""

    overlap: float
    precision: float
    exact: float
    source: float
    direct: float
    mixed: float
    indirect: float


FLOORS = {
    "rules": Floors(overlap=0.65, precision=0.76, exact=0.58, source=0.92, direct=0.89, mixed=0.70, indirect=0.51),
    "joint": Floors(overlap=0.76, precision=0.77, exact=0.69, source=0.945, direct=0.96, mixed=0.89, indirect=0.72),
}


def digest(folder: Path) -> str:
    seen = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        seen.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return seen.hexdigest()


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("reader", FLOORS)
def test_floors_of_attributions(shared: Path, tmp_path: Path, parser: SpacyParser, reader: str) -> None:
    if digest(shared / "data" / "polnear" / "dev") != DEV_SHA:
        pytest.skip("the floors hold for other data than lies in the shared folder")
    articles = list(tag_split(shared, "dev", parser, load_tagger(reader)))
    assert not [article.name for article in articles if article.raised]
    (tmp_path / "predictions.jsonl").write_text(predictions(articles), encoding="utf-8")
    scores = judge(shared).score_file(str(shared / "data" / "polnear"), "dev", str(tmp_path / "predictions.jsonl"))
    recall = {kind: one["r"] for kind, one in scores["recall_by_type"].items()}
    reached = Floors(
        overlap=scores["attribution"]["overlap"]["f1"],
        precision=scores["attribution"]["overlap"]["p"],
        exact=scores["content"]["exact"]["f1"],
        source=scores["source_of_matched"]["overlap"],
        **recall,
    )
    assert scores["docs"] == 84
    below = {name: (value, floor) for name, floor in asdict(FLOORS[reader]).items() if (value := asdict(reached)[name]) < floor}
    assert not below


@pytest.mark.shared
@pytest.mark.slow
def test_floors_of_the_seeds(shared: Path, tmp_path: Path) -> None:
    api.build([shared / "seeds"], tmp_path / "record")
    with api.open(tmp_path / "record") as record:
        record.export("jsonl", tmp_path / "export")
    judge = [sys.executable, str(shared / "tools" / "score_seeds.py"), str(tmp_path / "export"), str(shared / "gold"), "--json"]
    scores = json.loads(subprocess.run(judge, capture_output=True, check=True, text=True).stdout)
    cleaning, statements = scores["cleaning"], scores["statements"]
    assert (cleaning["body_f1"] >= 0.99, cleaning["leaked"], cleaning["titles"], cleaning["days"]) == (True, 0, 3, 3)
    assert statements["recall"] >= 0.91
    assert statements["precision"] >= 0.95
    assert statements["speaker"] >= 0.94
    assert statements["traps_sprung"] == 0
