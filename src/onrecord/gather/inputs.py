"""Finding the files to read, and reading one by its format."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import PurePosixPath

from onrecord.gather.decode import unstorable
from onrecord.gather.files import bare_suffix
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.live import LIVE, find_entries
from onrecord.gather.oddities import oddities
from onrecord.gather.sidecar import SIDECAR, with_sidecar
from onrecord.records import GIVEN, Found, Skipped, When

GROUP = "onrecord.inputs"
LONGEST = 1_000_000
"""Characters of the longest article; a longer text is a book or a mistake."""

__all__ = ["Input", "Options", "discover", "formats", "load"]


@dataclass(frozen=True, slots=True)
class Input:
    """One file to be read, in a worker process perhaps: its path, its name in the record, and its format's name."""

    path: str
    name: str
    format: str


@lru_cache(maxsize=1)
def formats() -> dict[str, Format]:
    """Load every input format, built in or plugged in, by name."""
    found = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    return {entry.name: entry.load() for entry in found}


@lru_cache(maxsize=64)
def readers(form: str) -> tuple[tuple[str, str], ...]:
    """Name the packages that a format reads with, each with its version, empty where it is not installed."""
    known = formats().get(form)
    return tuple((name, _version(name)) for name in (known.by if known else ()))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


@lru_cache(maxsize=1)
def _by_suffix() -> dict[str, str]:
    return {suffix: name for name, form in formats().items() for suffix in form.suffixes}


def discover(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Input | Skipped]:
    """List the files under the given files and folders, each folder in the order of its names.

    Hidden files and folders, sidecars and folders that are records are passed over. A path's name in the record is the path as
    given, joined with forward slashes; bytes that are no characters and control characters are written as escapes.
    """
    for path in paths:
        given = os.fspath(path)
        yield from _walk(given, PurePosixPath(given.replace(os.sep, "/")).as_posix())


def _walk(root: str, name: str) -> Iterator[Input | Skipped]:
    """Walk what a path holds, depth first. A folder that is met again, by a link, is not entered again."""
    entered: set[tuple[int, int]] = set()
    stack = [(root, name)]
    while stack:
        path, name = stack.pop()
        try:
            found = os.stat(path)
            if not stat.S_ISDIR(found.st_mode):
                yield _file(path, name, found.st_mode, explicit=path == root)
                continue
            folder = (found.st_dev, found.st_ino)
            if folder in entered:
                yield Skipped(_shown(name), "a link to a folder that is walked already")
                continue
            entered.add(folder)
            if is_record(path):
                continue
            children = [child for child in os.listdir(path) if not child.startswith(".") and not child.endswith(SIDECAR)]
        except (OSError, ValueError) as error:
            yield Skipped(_shown(name), _why(error))
            continue
        for child in sorted(children, reverse=True):
            joined = child if name == "." else f"{name.rstrip('/')}/{child}"
            stack.append((os.path.join(path, child), joined))


def is_record(path: str | os.PathLike[str]) -> bool:
    """Say whether a folder is a record, finished or just being built: what a build wrote is nothing to read."""
    if all(os.path.isfile(os.path.join(path, name)) for name in ("lock", "ledger.jsonl", "index.sqlite")):
        return True
    try:
        with open(os.path.join(path, "manifest.json"), "rb") as file:
            told = json.load(file)
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(told, dict) and {"format", "linked"} <= told.keys()


def _file(path: str, name: str, mode: int, *, explicit: bool) -> Input | Skipped:
    if not stat.S_ISREG(mode):
        return Skipped(_shown(name), "neither a file nor a folder")
    suffix = bare_suffix(name)
    known = _by_suffix().get(suffix)
    if known is None and (suffix == "" or explicit):
        known = _sniff(path)
    if known is None:
        return Skipped(_shown(name), f"no input format reads {suffix or 'this kind of file'}")
    return Input(path, _shown(name), known)


def _sniff(path: str) -> str | None:
    """Tell the format of a file without a telling name by how it begins."""
    with open(path, "rb") as file:
        head = file.read(512).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith(b"<") and re.search(rb"<(?:rss|feed|rdf:rdf)[\s>]", head):
        return "feed"
    if head.startswith(b"{"):
        return "jsonl"
    return "json" if head.startswith(b"[{") else "text"


def _shown(name: str) -> str:
    """Write a file's name so that it fits one line of valid text."""
    valid = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in valid)


def _why(error: Exception) -> str:
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def load(source: Input, options: Options = Options()) -> Iterator[Found | Skipped]:  # noqa: B008 (frozen)
    """Read one file by its format; every part that gives no article is told with its reason. Never raises on what a file says.

    A format that fails all the same, a plug-in perhaps, costs its file and not the build.
    """
    form = formats().get(source.format)
    if form is None:
        yield Skipped(source.name, f"no input format named {source.format!r}")
        return
    try:
        given = with_sidecar(form.read(Source(source.path, source.name), options), source.path, source.name)
        for item in given:
            yield _checked(item, options) if isinstance(item, Found) else item
    except OSError as error:
        yield Skipped(source.name, _why(error))
    except MemoryError:
        yield Skipped(source.name, "needs more memory than there is")
    except Exception as error:  # noqa: BLE001 (whatever a format raises is told, and the build goes on)
        what = " ".join(f"{type(error).__name__}: {error}".split())
        yield Skipped(source.name, f"could not be read: the format {source.format} failed: {what[:200]}")


def _checked(found: Found, options: Options) -> Found | Skipped:
    reason = unstorable(found.text)
    if len(found.text) > LONGEST:
        reason = f"{len(found.text)} characters, more than the {LONGEST} that are read of one article"
    if reason:
        return Skipped(found.sighting.path, reason)
    odd = [odd for odd in oddities(found.text) if not (found.entries and odd.startswith(LIVE))]
    found = replace(found, warnings=(*found.warnings, *odd), entries=found.entries or find_entries(found.text))
    if options.date and found.told.published is None:
        return replace(found, told=replace(found.told, published=When(options.date, options.date, "day", GIVEN)))
    return found
