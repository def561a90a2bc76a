"""A page of the desk as data: what its template needs, and the same as a table for programs."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlencode

from onrecord.store import force
from onrecord.store.database import signature
from onrecord.store.record import Record

T = TypeVar("T")


class NotThere(Exception):
    """What a page is asked for is not in the record; the message says what."""


@dataclass(frozen=True, slots=True)
class View:
    """One page: a title, a template with its material, and the rows that ``.json`` and ``.csv`` give, made only when they are."""

    title: str
    template: str
    material: Mapping[str, Any]
    rows: Iterable[Mapping[str, Any]] = ()


_HELD: dict[tuple[str, str], Any] = {}
MOST_HELD = 64


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: the record as it is now, the parts of the path, and the filters of the URL (each with its last value).

    ``token`` is what a form must carry, empty where the desk only reads; ``by`` the name of whoever judges, once known;
    ``seen`` the number of the last article that was there at the visit before.
    """

    record: Record
    path: str
    parts: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    token: str = ""
    by: str = ""
    seen: int | None = None

    def filter(self, name: str) -> str | None:
        """Give a filter's value, null where it is not set or blank."""
        return self.filters.get(name, "").strip() or None

    @property
    def narrowed(self) -> bool:
        """Say whether any filter is set; one that is blank is not."""
        return any(self.filter(name) for name in self.filters if name != "from")

    @property
    def behind(self) -> int:
        """Count the verdicts given or undone since the record was linked, of those that change what is linked."""
        folder, linked = self.record.folder, set(self.record.manifest.verdicts)
        return len(set(force.read(folder.ledger).effects) ^ linked) if linked or folder.ledger.exists() else 0

    def number(self, name: str, default: int, most: int) -> int:
        """Give a filter as a number between 0 and ``most``; what is no number counts as not set."""
        given = self.filter(name) or ""
        return min(int(given), most) if given.isascii() and given.isdecimal() and len(given) < 10 else default

    @property
    def state(self) -> str:
        """Name the state of the record: what was worked out for another is worth nothing."""
        return signature(self.record.db)

    def once(self, name: str, work: Callable[[sqlite3.Connection], T]) -> T:
        """Work out something about the whole record, once for each state of it; later requests are given the same."""
        key = (f"{self.record.folder.root}:{name}", self.state)
        if key not in _HELD:
            for old in [held for held in _HELD if held[0] == key[0]] + list(_HELD)[: len(_HELD) - MOST_HELD + 1]:
                _HELD.pop(old, None)
            _HELD[key] = work(self.record.db)
        held: T = _HELD[key]
        return held

    def link(self, **changes: str | int | None) -> str:
        """Give this page's URL with some filters changed; null takes one away."""
        held = {name: value for name, value in self.filters.items() if value and name not in changes}
        held |= {name: str(value) for name, value in changes.items() if value is not None}
        return f"{self.path}?{urlencode(held)}" if held else self.path


Page = Callable[[Asked], View]


def as_json(view: View) -> str:
    """Write a view's rows as a JSON list, one row a line."""
    lines = (json.dumps(row, ensure_ascii=False) for row in view.rows)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def as_csv(view: View) -> str:
    """Write a view's rows as CSV (RFC 4180); nested values as JSON. A cell that a spreadsheet would run is made text."""
    out = io.StringIO()
    rows = list(view.rows)
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([[_cell(row.get(name)) for name in names] for row in rows])
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + value
    return value
