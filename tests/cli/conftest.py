"""A small record of invented articles, and the command line run in this process."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.cli.app import run
from tests.fakes import Plain, quick

ARTICLES = {
    "a.txt": "Bridge open\n\n“The bridge is open, dear friends,” said Ada Ternin.\n\n"
    "Nobody crossed it. “We were not told,” said Boro Kesk.",
    # what a terminal would obey, and what a spreadsheet would take for a formula
    "b.txt": "Ferry late\n\n“The ferry is late,” said Ada Ternin.\n\n"
    "A \x1b[31mred\x1b[0m sign hung there. “=1+1 is \x1b[31mtwo\x1b[0m,” said Ciro Vantál.",
    "c.jsonl": '{"text": "“Rain is on its way,” said Ada Ternin.", "date": "2024-11-15", "source": "The Olm Courier", '
    '"title": "Rain", "url": "https://courier.example/rain"}\n{"titel": "no text"}\n',
}


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str


Onrecord = Callable[..., Ran]


@pytest.fixture
def onrecord(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Onrecord:
    """Run a command as in a shell, with models that need no model."""
    monkeypatch.setattr("onrecord.api.Installed", Plain)
    monkeypatch.setattr("onrecord.api.installed", lambda _profile="full": Plain())
    monkeypatch.setenv("COLUMNS", "110")

    def command(*arguments: object) -> Ran:
        capfd.readouterr()
        code = run([str(each) for each in arguments])
        return Ran(code, *capfd.readouterr())

    return command


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the articles."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.fixture(scope="session")
def record(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a record of the articles, to be read only."""
    out = tmp_path_factory.mktemp("record") / "record"
    before = os.getcwd()
    os.chdir(articles)
    try:
        quick([Path(name) for name in ARTICLES], out)
    finally:
        os.chdir(before)
    return out
