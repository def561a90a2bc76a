"""Floors of linking on the seed articles; no pair the gold holds apart may ever be tied."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.common import exported

pytestmark = [pytest.mark.shared, pytest.mark.slow]


@pytest.fixture(scope="module")
def links(shared: Path) -> Any:
    with exported(shared / "seeds") as export:
        judge = [sys.executable, str(shared / "tools" / "score_seeds.py"), str(export), str(shared / "gold"), "--json"]
        return json.loads(subprocess.run(judge, check=True, capture_output=True, text=True).stdout)["links"]


def test_no_pair_that_must_stay_apart_is_tied(links: Any) -> None:
    assert links["hard_negatives"] >= 14
    assert links["wrong"] == 0


def test_floors(links: Any) -> None:
    assert links["found"] >= 14
    assert links["loose_found"] >= 6
    assert links["cross_found"] >= 5
