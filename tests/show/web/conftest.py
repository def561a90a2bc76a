"""The sample record served, once a run."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from onrecord.cli.open import judge_in
from onrecord.show.web.app import create


@pytest.fixture(scope="session")
def client(record: Path) -> Iterator[TestClient]:
    with TestClient(create(record), base_url="http://127.0.0.1") as held:
        yield held


@pytest.fixture(scope="session")
def served(record: Path) -> Iterator[str]:
    with serving(record) as address:
        yield address


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """Serve a record as `onrecord open` does."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        server = uvicorn.Server(uvicorn.Config(create(record, judge=judge_in(record)), log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)
