"""What an input format is, and the options every format may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.records import Found, Skipped


@dataclass(frozen=True, slots=True)
class Options:
    """What the user said about all inputs of a build.

    ``fields`` maps a field of a JSON record to what it holds, as (field, name) pairs from ``--map field=name``. ``date`` is the
    publication day, as an ISO day, of every text that carries none of its own (``--date``).
    """

    fields: tuple[tuple[str, str], ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: where it is, and the name it has in the record (as the user gave it, with forward slashes)."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Format:
    """A way to read files, found by suffix. Plug-ins register one under the entry-point group ``onrecord.inputs``.

    ``read`` yields what a file holds, in the file's order, and never raises on what the file says: a part that gives no article
    is yielded as Skipped. It may raise OSError, which the caller turns into one. ``by`` names the packages it reads with, so that
    files are read again when one of them is installed or changed.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source, Options], Iterator[Found | Skipped]]
    by: tuple[str, ...] = ()
