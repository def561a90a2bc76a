"""The documentation says what the code does: every verb, flag and table has its line, and no line is about nothing."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import typer

from onrecord import sample
from onrecord.cli.app import VERBS, app
from onrecord.show.web.pages.method import MEASURED
from onrecord.store import database

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
COMMANDS = typer.main.get_command(app).commands
NAMES = [verb.__name__.rstrip("_") for verb in VERBS]


def page(name):
    return (DOCS / "verbs" / f"{name}.md").read_text("utf-8")


def flags(command):
    return {opt for param in command.params if param.param_type_name == "option" for opt in (*param.opts, *param.secondary_opts)}


def test_every_verb_has_a_page_and_every_page_a_verb():
    assert set(COMMANDS) == set(NAMES) == {path.stem for path in (DOCS / "verbs").glob("*.md")}
    index = (DOCS / "index.md").read_text("utf-8")
    assert set(re.findall(r"^\| \[(\w+)\]\(verbs/\1\.md\)", index, re.M)) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_lists_the_flags_there_are(name):
    listed = set(re.findall(r"`(--?[a-z][a-z-]*)`", "\n".join(re.findall(r"^\| `-.*$", page(name), re.M))))
    assert listed == flags(COMMANDS[name]) - {"--help", "-h"}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_begins_with_what_help_says(name):
    first = COMMANDS[name].help.splitlines()[0]
    assert page(name).startswith(f"# onrecord {name}\n\n{first}\n\n```\nonrecord {name}")


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_shown_can_be_typed(path):
    for verb, rest in re.findall(r"^(?:\$ )?onrecord (\w+)(.*)$", path.read_text("utf-8"), re.M):
        assert verb in NAMES
        assert set(re.findall(r"(?<![\w-])(--[a-z-]+)", rest.partition("&&")[0].partition("#")[0])) <= flags(COMMANDS[verb])


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *sorted(DOCS.rglob("*.md"))], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path):
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_the_tables_of_sql_are_the_tables_there_are(tmp_path):
    with closing(database.open_for_writing(tmp_path / "index.sqlite")) as db:
        db.row_factory = sqlite3.Row
        tables = [
            row["name"]
            for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")
        ]
        inner = re.compile(r".+_text_(data|idx|docsize|config|content)$")
        there = {
            name: [row["name"] for row in db.execute(f'PRAGMA table_info("{name}")')]
            for name in tables
            if not inner.fullmatch(name)
        }
    told = {
        name: re.findall(r"`(\w+)`", columns) for name, columns in re.findall(r"^\| `(\w+)` \|.*\| (.*) \|$", page("sql"), re.M)
    }
    assert told == there


def test_the_readmes_python_runs(tmp_path, monkeypatch, capsys):
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    (tmp_path / "articles").mkdir()
    for name in ("07-new-minister.html", "13-both-banks.html"):
        shutil.copy(sample.path() / name, tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), names)
    out = capsys.readouterr().out
    assert "2025-06-03 | Lisenne Evening Mail" in out
    assert len(names["table"]) > 0
    assert "Ada Ternin" in out


def test_the_method_page_tells_the_figures_of_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(figure in readme for _, _, figure in MEASURED)
