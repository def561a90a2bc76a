"""Whatever goes wrong is told in a line, with the right exit code, and never as a traceback."""

import os
import shutil
import subprocess
import sys

import pytest

from onrecord import __version__
from onrecord.cli import app, exits


@pytest.mark.parametrize(
    "arguments",
    [
        ["frob"],
        ["said", "--frob"],
        ["said", "--act", "shout"],
        ["show"],
        ["said", "-r", "/no/such/record"],
        ["build", "x", "--map", "text"],
        ["build", "x", "-j", "0"],
        ["text"],
    ],
)
def test_a_mistake_is_a_line_and_exit_2(onrecord, arguments):
    ran = onrecord(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("onrecord: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("option", ["--since", "--until"])
def test_a_day_that_is_none_is_named(onrecord, record, option):
    ran = onrecord("said", "-r", record, option, "last week")
    assert ran.code == 2
    assert "'last week' is no day: write it as YYYY-MM-DD" in ran.err


def test_the_unforeseen_is_told_with_where_to_report_it(onrecord, record, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("the sky\nfell")

    monkeypatch.setattr("onrecord.api.open", fail)
    ran = onrecord("said", "-r", record)
    assert ran.code == exits.BROKEN == 70
    assert "this should not have happened: RuntimeError: the sky" in ran.err
    assert "issue tracker" in ran.err
    assert "Traceback" not in ran.err
    monkeypatch.setenv("ONRECORD_DEBUG", "1")
    with pytest.raises(RuntimeError):
        onrecord("said", "-r", record)


def test_a_value_error_of_ours_is_not_the_user_s_mistake(onrecord, record, monkeypatch):
    def fail(*_, **__):
        raise ValueError("max() arg is an empty sequence")

    monkeypatch.setattr("onrecord.api.open", fail)
    ran = onrecord("said", "-r", record)
    assert ran.code == 70
    assert "this should not have happened: ValueError: max()" in ran.err


def test_an_interruption_is_no_failure_of_ours(onrecord, record, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.api.open", stop)
    assert onrecord("said", "-r", record).code == 130


def test_version_and_help(onrecord):
    assert onrecord("--version").out == f"onrecord {__version__}\n"
    whole = onrecord("--help").out
    assert onrecord().out == whole
    assert "..." not in whole.partition("Commands:")[2], "what a verb does is told whole"
    for verb in app.VERBS:
        name = verb.__name__.rstrip("_")
        assert f"  {name} " in whole
        ran = onrecord(name, "--help")
        assert ran.code == 0
        assert ran.out.startswith(f"Usage: onrecord {name}")


def test_help_and_import_load_nothing_heavy():
    script = (
        "import sys, onrecord, onrecord.cli.app\n"
        "onrecord.cli.app.run(['--help'])\n"
        "heavy = {'spacy', 'pyarrow', 'pandas', 'trafilatura', 'jinja2', 'numpy', 'sqlite3', 'starlette', 'uvicorn'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=os.environ, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_finding_is_one_though_nobody_reads_it(record, tmp_path, unbuffered):
    damaged = shutil.copytree(record, tmp_path / "r")
    shard = next(damaged.rglob("statements.parquet"))
    shard.write_bytes(shard.read_bytes()[::-1])
    onrecord = f"{sys.executable} -c 'from onrecord.cli import main; main()'"
    command = f"{onrecord} verify -r {damaged} | true; echo ${{PIPESTATUS[0]}}"
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, env=env)
    assert ran.stdout == "1\n", ran.stderr


def test_a_reader_who_has_seen_enough_is_no_error(record):
    command = f"{sys.executable} -c 'from onrecord.cli import main; main()' said -r {record} | true; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert ran.stdout == "0\n"
    assert "Traceback" not in ran.stderr
    assert "Exception" not in ran.stderr


def test_workers_run_no_code_of_the_current_folder(tmp_path):
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "multiprocessing.py").write_text("raise SystemExit(9)\n")
    (tmp_path / "script.py").write_text(
        "import multiprocessing, onrecord.cli, onrecord.cli.app as app\n"
        "def run(_):\n"
        "    worker = multiprocessing.get_context('spawn').Process(target=print, args=('worked',))\n"
        "    worker.start()\n"
        "    worker.join()\n"
        "    return worker.exitcode\n"
        "if __name__ == '__main__':\n"
        "    app.run = run\n"
        "    onrecord.cli.main([])\n"
    )
    command = [sys.executable, tmp_path / "script.py"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path / "here")
    assert (ran.returncode, ran.stdout) == (0, "worked\n"), ran.stderr
