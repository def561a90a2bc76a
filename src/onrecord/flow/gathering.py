"""Gathering: what inputs give, as shards; a file already gathered with the same bytes and options is not loaded again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from onrecord.flow.checkpoints import reached
from onrecord.gather.inputs import Input, Options, discover, load, readers
from onrecord.gather.sidecar import SIDECAR
from onrecord.records import Found, Sighting, Skipped, Told, When
from onrecord.store import shards
from onrecord.store.catalogue import Catalogue
from onrecord.store.force import Force
from onrecord.store.layout import Folder
from onrecord.store.purging import reason
from onrecord.store.rows import Done, Gathered, Kept, PassedOver, gathered
from onrecord.store.tables import to_table

ROWS, CHARACTERS = 512, 8_000_000
"""A shard of what inputs gave is written when it holds so many rows or characters."""


@dataclass
class Gatherer:
    """Gathers files into shards. ``readers`` names the code that gathers, so that a change of it gathers anew.

    What a verdict in force removed is not taken in again; a text that no longer has to go is, when its file is met again.
    """

    folder: Folder
    catalogue: Catalogue
    options: Options
    readers: str
    force: Force = field(default_factory=Force)
    files: int = 0
    _rows: list[Gathered | PassedOver] = field(default_factory=list)
    _done: list[Done] = field(default_factory=list)
    _pages: dict[str, bytes] = field(default_factory=dict)
    _held: int = 0

    def gather(self, paths: Iterable[str | os.PathLike[str]]) -> Iterator[int]:
        """Gather all files under the paths, yielding how many files are done so far."""
        for item in discover(paths):
            self.files += 1
            if isinstance(item, Skipped):
                self._skip(item)
            else:
                self._file(item)
            yield self.files
        self._write()

    def _skip(self, skipped: Skipped) -> None:
        gathering = _name("skipped", skipped.input, skipped.reason)
        if not self.catalogue.is_gathered(skipped.input, gathering):
            if not self.catalogue.held(gathering):
                self._add(PassedOver(gathering, 0, skipped.input, skipped.reason))
            self._done.append(Done(skipped.input, gathering, 1))

    def _file(self, source: Input) -> None:
        gathering = self._gathering(source)
        if self.catalogue.is_gathered(source.name, gathering):
            return
        broken_off = self.catalogue.held(gathering) > 0
        count = 0
        for ordinal, item in enumerate(load(source, self.options)):
            count = ordinal + 1
            if not (broken_off and self.catalogue.holds(gathering, ordinal)):
                self._take(gathering, ordinal, item)
        self._done.append(Done(source.name, gathering, count))

    def _take(self, gathering: str, ordinal: int, item: Found | Skipped) -> None:
        """Add what an input gave, save a text that a verdict removed: of that only where it was met."""
        row = _row(gathering, ordinal, item)
        if isinstance(row, Gathered) and row.article in self.force.removed:
            row = PassedOver(gathering, ordinal, row.sighting.path, reason(row.article))
        else:
            self._keep(item)
        self._add(row)

    def _gathering(self, source: Input) -> str:
        """Name a gathering of a file by all it rests on: its name, bytes, sidecar, the options and the code."""
        options = [list(self.options.fields), self.options.date]
        code = [self.readers, *readers(source.format), *self.force.restored]
        return _name(source.name, source.format, _digest(source.path), _digest(source.path + SIDECAR), options, code)

    def _keep(self, item: Found | Skipped) -> None:
        """Hold the bytes of the page a text was drawn from, to be written with it."""
        if isinstance(item, Found) and item.page and item.data:
            self._held += 0 if item.page.sha256 in self._pages else len(item.data)
            self._pages[item.page.sha256] = item.data

    def _add(self, row: Gathered | PassedOver) -> None:
        self._rows.append(row)
        self._held += len(row.text) if isinstance(row, Gathered) else 0
        if len(self._rows) >= ROWS or self._held >= CHARACTERS:
            self._write()

    def _write(self) -> None:
        """Write what is held as the next shard."""
        if not self._rows and not self._done:
            return
        tables = {
            "found": to_table(Gathered, [row for row in self._rows if isinstance(row, Gathered)]),
            "skipped": to_table(PassedOver, [row for row in self._rows if isinstance(row, PassedOver)]),
            "done": to_table(Done, self._done),
            "pages": to_table(Kept, [Kept(*page) for page in sorted(self._pages.items())]),
        }
        name = f"{self._next():08d}"
        reached("gathered")
        shards.write(self.folder.found / name, tables)
        reached("found written")
        self.catalogue.take_found(f"found/{name}")
        self._rows, self._done, self._pages, self._held = [], [], {}, 0

    def _next(self) -> int:
        """Number the shards in the order they were written: of two gatherings of one file the later counts."""
        here = shards.names(self.folder.found)
        return int(here[-1].split(".")[0]) + 1 if here else 1


def _row(gathering: str, ordinal: int, item: Found | Skipped) -> Gathered | PassedOver:
    if isinstance(item, Skipped):
        return PassedOver(gathering, ordinal, _storable(item.input), _storable(item.reason))
    try:
        item.text.encode()
    except UnicodeEncodeError:
        return PassedOver(gathering, ordinal, _storable(item.sighting.path), "holds half a surrogate pair, which no text can")
    told, sighting = _storable(item.told), _storable(item.sighting)
    return gathered(gathering, ordinal, replace(item, told=told, sighting=sighting, warnings=_storable(item.warnings)))


def _storable(value: Any) -> Any:
    """Write half a surrogate pair, which UTF-8 cannot hold, as an escape, in words, tuples and records of words."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, tuple):
        return tuple(_storable(item) for item in value)
    if isinstance(value, Sighting | Told | When):
        return type(value)(*(_storable(getattr(value, each.name)) for each in fields(value)))
    return value


def _digest(path: str) -> str:
    """Hash a file's bytes; empty where it is not there or cannot be read, which loading it will tell."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _name(*parts: Any) -> str:
    told = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:20]
