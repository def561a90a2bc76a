"""Tables of articles (CSV, TSV), as media databases export them: one article a row, fields named by the first row."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.gather.decode import unstorable
from onrecord.gather.fields import found_in, holds_text
from onrecord.gather.files import LINE
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.lines import LONE, encoded_lines
from onrecord.records import Found, Skipped

DELIMITERS = (",", "\t", ";", "|")
_FIRST = 200  # lines looked at to tell how a table is written
_EVEN = 0.9  # of the first lines have as many tabs as the header: then rows are lines, and quotation marks mere characters
_TOO_LONG = "\ud800\n"
_UNQUOTED = (False, False, False)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a table is written: what parts its fields, whether quotation marks may hold one together, and their names."""

    delimiter: str
    quoted: bool
    names: tuple[str, ...]

    def cut(self, lines: Iterator[str]) -> list[str]:
        """Cut one row off the lines; raises csv.Error where there is none, StopIteration at the end."""
        quoting = csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE
        row = next(csv.reader(lines, delimiter=self.delimiter, quoting=quoting, strict=True))  # type: ignore[arg-type]
        return row if self.quoted else [_bare(field) for field in row]


def _bare(field: str) -> str:
    """Take the quotation marks off a field that is wholly in them."""
    inner = field[1:-1].replace('""', "")
    return field[1:-1].replace('""', '"') if len(field) > 1 and field[0] == field[-1] == '"' and '"' not in inner else field


class _Lines:
    """The lines of a file, numbered from 1, of which some may be put back to be read again."""

    def __init__(self, path: str) -> None:
        self.encoding, self._coming = encoded_lines(path)
        self._back: deque[str] = deque()
        self.taken: list[str] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else self._decoded(next(self._coming))
        self.taken.append(line)
        self.number += 1
        return line

    def _decoded(self, line: bytes | None) -> str:
        return _TOO_LONG if line is None else line.decode(self.encoding or "utf-8-sig", LONE)  # its row is told

    def begin(self) -> int:
        """Begin a row: forget the lines of the one before, and give the number of its first line."""
        self.taken = []
        return self.number + 1

    def put_back(self, lines: list[str]) -> None:
        """Let lines be read again."""
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:
    """Give one text a row, named ``path#line`` by the line it begins on, counting from 1.

    What is no row (a quotation mark that is not closed, too few fields) is told with the lines it spoils.
    """
    csv.field_size_limit(LINE)
    lines = _Lines(source.path)
    shape = _shape(lines, options)
    if isinstance(shape, str):
        yield Skipped(source.name, shape)
        return
    spoilt: tuple[int, str] | None = None
    for number, row in _rows(lines, shape):
        if isinstance(row, str):
            spoilt = spoilt or (number, row)
            continue
        if spoilt:
            yield _damaged(source.name, *spoilt, number - 1)
            spoilt = None
        yield _article(dict(zip(shape.names, row, strict=True)), f"{source.name}#{number}", options, lines.encoding)
    if spoilt:
        yield _damaged(source.name, *spoilt, lines.number)


def _damaged(name: str, first: int, reason: str, last: int) -> Skipped:
    return Skipped(f"{name}#{first}", f"damaged: {reason}" + (f"; lines {first} to {last} are not read" if last > first else ""))


def _article(record: dict[str, str], name: str, options: Options, encoding: str | None) -> Found | Skipped:
    found = found_in(record, name, options)
    if isinstance(found, Found) and encoding:
        return replace(found, warnings=(*found.warnings, f"encoding: {encoding} (most lines are not UTF-8)"))
    return found


def _rows(lines: _Lines, shape: _Shape) -> Iterator[tuple[int, list[str] | str]]:
    """Cut the lines into rows of as many fields as there are names; of what is none, its first line is given with the reason.

    The lines after that one are read again, so that an open quotation mark costs no row but its own. What then follows may be
    the inside of a text: only what is quoted as good rows before it were is taken for a row.
    """
    usual: set[tuple[bool, ...]] = set()
    sound = True
    while True:
        number = lines.begin()
        try:
            row = shape.cut(lines)
            fault = _fault(row, shape, lines.taken)
        except StopIteration:
            return
        except csv.Error as error:
            row, fault = [], str(error)
        if not row and not fault:
            continue
        here = _quoting(lines.taken)
        if not fault and not sound and usual and here not in (usual - {_UNQUOTED} or usual):
            fault = "inside a row that is damaged"
        if fault:
            lines.put_back(lines.taken[1:])
        else:
            usual.add(here)
        sound = not fault
        yield number, fault or row


def _quoting(taken: list[str]) -> tuple[bool, ...]:
    row = "".join(taken).strip()
    return row.startswith('"'), row.endswith('"'), '"' in row


def _fault(row: list[str], shape: _Shape, taken: list[str]) -> str:
    if any(unstorable(line) for line in taken):
        return "holds bytes that are not in the file's encoding, or a line too long to be read"
    if row and len(row) != len(shape.names):
        return f"{len(row)} fields, where the first row names {len(shape.names)}"
    return ""


def _shape(lines: _Lines, options: Options) -> _Shape | str:
    """Tell how a table is written by its first row: cut so that it names a text, or else the most fields; that row is read."""
    lines.begin()
    first = [line for line, _ in zip(lines, range(_FIRST), strict=False)]
    lines.put_back(lines.taken)
    shapes = [shape for delimiter in DELIMITERS if (shape := _named(first, delimiter))]
    if not shapes:
        return "empty"
    best = max(shapes, key=lambda shape: (holds_text(shape.names, options), len(shape.names)))
    if not holds_text(best.names, options):
        return f"no text field among: {', '.join(best.names[:8])} (name it with --map FIELD=text)"
    even = sum(line.count("\t") == len(best.names) - 1 for line in first)
    if best.delimiter == "\t" and even >= _EVEN * len(first):
        best = replace(best, quoted=False)
    best.cut(lines)
    return best


def _named(first: list[str], delimiter: str) -> _Shape | None:
    shape = _Shape(delimiter, True, ())
    try:
        names = tuple(name.strip() for name in shape.cut(iter(first)))
    except (StopIteration, csv.Error):
        return None
    return replace(shape, names=names) if any(names) else None


FORMAT = Format("csv", (".csv", ".tsv", ".tab"), read)
