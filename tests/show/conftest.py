"""The sample record, built once a run."""

from pathlib import Path

import pytest

from onrecord import api, sample


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("desk") / "record"
    api.build([sample.path()], out)
    return out
