"""Verbs that only ask start fast: they load nothing that reads, counted in modules rather than by the clock."""

import subprocess
import sys
from pathlib import Path

import pytest

READING = {
    "spacy",
    "thinc",
    "onnxruntime",
    "tokenizers",
    "numpy",
    "pyarrow",
    "trafilatura",
    "fastwarc",
    "feedparser",
    "py3langid",
}
SHOWING = {"jinja2", "starlette", "uvicorn", "pandas", "rich"}
"""Rich is for terminals: a pipe gets JSON lines."""


def loaded(code: str) -> set[str]:
    """Run a program of its own and name the packages, and the rooms of onrecord, that it loaded."""
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    names = told.stderr.splitlines()[-1].split()
    return {name.split(".")[0] for name in names} | {
        ".".join(name.split(".")[:2]) for name in names if name.startswith("onrecord.")
    }


def verb(*arguments: str) -> str:
    return f"from onrecord.cli.app import run; run({list(arguments)!r})"


@pytest.mark.parametrize("code", ["import onrecord", "import onrecord.api", verb("--help"), verb("said", "--help")])
def test_nothing_that_reads_or_shows_is_loaded_before_it_is_needed(code: str) -> None:
    assert not loaded(code) & (READING | SHOWING | {"onrecord.read", "onrecord.link", "onrecord.clean"})


def test_help_loads_no_api_and_no_words() -> None:
    assert not loaded(verb("--help")) & {"onrecord.api", "onrecord.store", "onrecord.lang", "onrecord.flow"}


@pytest.mark.parametrize(
    "asked", [("said", "--about", "bridge"), ("who",), ("disputes",), ("claims",), ("show", "s-"), ("cite", "s-")]
)
def test_asking_a_record_loads_nothing_that_reads(record: Path, asked: tuple[str, ...]) -> None:
    verb_, *rest = asked
    found = loaded(verb(verb_, "-r", str(record), *rest))
    assert not found & (READING | SHOWING - {"rich"} | {"onrecord.read", "onrecord.link", "onrecord.clean"})


def test_a_text_is_read_without_a_record(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Ada Ternin said the bridge was closed.", "utf-8")
    code = f"import sys; sys.stdin = open({str(article)!r}); {verb('text', '-', '--profile', 'fast')}"
    assert not loaded(code) & {"pyarrow", "onnxruntime", "tokenizers", "jinja2", "starlette", "rich", "trafilatura"}
