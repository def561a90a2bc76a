"""Fixtures for every test: the models, loaded once, and the folder of real articles where it is there."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).resolve().parents[2] / "shared"


# The same examples at every run: what passed here passes elsewhere. New ones are sought on purpose: HYPOTHESIS_PROFILE=seek.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("seek", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder with real articles and gold that stands beside the repository."""
    return SHARED


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if SHARED.is_dir():
        return
    skip = pytest.mark.skip(reason=f"needs the folder of real articles and gold at {SHARED}")
    for item in items:
        if "shared" in item.keywords:
            item.add_marker(skip)
