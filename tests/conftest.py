"""Fixtures for every test: the models, loaded once, and the folder of real articles where it is there."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


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
