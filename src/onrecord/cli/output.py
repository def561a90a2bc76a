"""Results to stdout as a table, JSON lines or CSV; talk and progress to stderr."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.cli.options import Format
from onrecord.show.passages import CONTENT, CUE, SOURCE, Piece

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    from onrecord.show.results import Results

T = TypeVar("T")
Row = Mapping[str, Any]
STYLES = {CONTENT: "bold", CUE: "italic yellow", SOURCE: "cyan"}
BRACKETS = {CONTENT: ("[", "]"), CUE: ("<", ">"), SOURCE: ("{", "}"), "": ("", "")}
LEGEND = "marked: [words attributed], {source}, <cue>"

# what a terminal would obey rather than print: control characters and marks that turn the direction of text
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def chosen(asked: Format | None) -> Format:
    """Give the format asked for; else a table on a terminal and JSON lines in a pipe."""
    return asked or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)


def safe(text: str) -> str:
    """Replace what a terminal would obey rather than print by U+FFFD."""
    return _UNSAFE.sub("\ufffd", text)


def console(stderr: bool = False) -> Console:
    """Open a terminal for rich output; a pipe is 100 columns wide unless COLUMNS says otherwise, and has no colour."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else 100
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def talk(message: str = "") -> None:
    """Say something to the person at the terminal, not to the program that reads our results."""
    sys.stderr.write(safe(message) + "\n")


def write_rows(rows: Iterable[Row], columns: Sequence[str], form: Format) -> None:
    """Write rows as JSON lines, or as CSV with the given columns (lists and objects as JSON in their cell)."""
    if form is Format.JSONL:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])


def write_found(found: Results[T], table: Callable[[Results[T]], None], columns: Sequence[str], asked: Format | None) -> None:
    """Write results as asked, else as ``chosen`` has it: by ``table``, or their rows with these columns."""
    form = chosen(asked)
    if form is Format.TABLE:
        table(found)
    else:
        write_rows(found.rows(), columns, form)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def marked(pieces: Iterable[Piece], colour: bool) -> Text:
    """Set pieces of an article as one line: in colour, or with brackets where there is none."""
    from rich.text import Text

    line = Text()
    for piece in pieces:
        words = safe(re.sub(r"\s+", " ", piece.text))
        opening, closing = ("", "") if colour else BRACKETS[piece.mark]
        line.append(f"{opening}{words}{closing}", STYLES.get(piece.mark, "") if colour else "")
    return line


def has_colour(out: Console) -> bool:
    """Say whether marks can be told by colour."""
    return out.is_terminal and not out.no_color and out.color_system is not None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; it folds its words at ``most`` columns of the terminal, and ``wide`` takes what is left."""

    name: str
    most: int | None = None
    wide: bool = False
    number: bool = False


def plain_table(columns: Sequence[Column], rows: Iterable[Sequence[RenderableType]]) -> Any:
    """Lay out a table without frames whose columns fold rather than cut."""
    from rich import box
    from rich.table import Table

    wide = any(column.wide for column in columns)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=wide)
    for column in columns:
        table.add_column(
            column.name,
            justify="right" if column.number else "left",
            overflow="fold",
            max_width=column.most,
            ratio=1 if column.wide else None,
            min_width=20 if column.wide else None,
        )
    for row in rows:
        table.add_row(*row)
    return table


STAGES = {"gather": "gathering", "read": "reading", "link": "linking", "index": "indexing", "verify": "verifying"}


@contextmanager
def progress() -> Iterator[Callable[[str, int, int | None], None]]:
    """Show how far long work is, stage by stage, on stderr; silent where stderr is no terminal, and gone when it is done.

    Yields a function that is told the stage, how many are done, and how many there are where that is known.
    """
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description:<9}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console(stderr=True), transient=True) as shown:
        bar = shown.add_task("starting", total=None)
        at = ""

        def step(stage: str, done: int, total: int | None) -> None:
            nonlocal at
            if stage != at:
                shown.reset(bar, description=STAGES.get(stage, stage), total=total)
                at = stage
            shown.update(bar, completed=done, total=total)

        yield step
