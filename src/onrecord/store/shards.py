"""Shards: folders of Parquet files, written whole under a temporary name, then renamed, never changed after."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.store.faults import Damaged, Full

if TYPE_CHECKING:
    import pyarrow as pa

LABEL = "shard.json"
"""The file in every shard that names its tables, with the SHA-256 and the rows of each."""
UNFINISHED = ".tmp"
KINDS = ("found", "readings", "linked")
"""The folders of a record that hold shards."""
AT_ONCE = 512
"""Rows that are taken into memory at once where a table is gone through row by row."""
_KEPT = "; all that was finished before it is kept: make room and build again"
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_NO_ROOM_IN_SQLITE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}


def write(shard: Path, tables: Mapping[str, pa.Table | Iterable[pa.Table]]) -> None:
    """Write a shard whole, then rename it; one of that name that is there already is replaced.

    A table may come in pieces, of which there must be one at least, so that it need not be held whole.
    """
    unfinished = shard.with_name(shard.name + UNFINISHED)
    shutil.rmtree(unfinished, ignore_errors=True)
    with room(shard):
        try:
            unfinished.mkdir(parents=True)
            label = {name: _write_table(unfinished / f"{name}.parquet", table) for name, table in sorted(tables.items())}
            write_file(unfinished / LABEL, json.dumps({"tables": label}, indent=1).encode())
            _sync(unfinished)
            if shard.exists():
                shutil.rmtree(shard)
            os.rename(unfinished, shard)
            _sync(shard.parent)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise


def write_file(path: Path, data: bytes) -> None:
    """Write a small file whole and on the disk, then give it its name."""
    unfinished = path.with_name(path.name + UNFINISHED)
    with room(path):
        try:
            with unfinished.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, path)
            _sync(path.parent)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise


@contextmanager
def room(path: Path) -> Iterator[None]:
    """Turn a full disk, met by Python or by SQLite, into Full, which says what to do."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        raise Full(f"no room left to write {path}{_KEPT}") from error
    except sqlite3.OperationalError as error:
        code = getattr(error, "sqlite_errorcode", 0)
        if code not in _NO_ROOM_IN_SQLITE:
            raise
        raise Full(f"no room left to write the index in {path} ({error}){_KEPT}") from error


def names(folder: Path) -> list[str]:
    """List the whole shards of a folder in the order of their names."""
    if not folder.is_dir():
        return []
    return sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and not entry.name.endswith(UNFINISHED))


def remove(shard: Path) -> None:
    """Remove a shard; one killed half way through leaves only a temporary name, to be swept."""
    going = shard.with_name(shard.name + UNFINISHED)
    os.rename(shard, going)
    shutil.rmtree(going)


def sweep(folder: Path) -> None:
    """Remove what a killed build left half written."""
    for left in folder.glob(f"*{UNFINISHED}") if folder.is_dir() else ():
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()


def read(shard: Path, table: str, columns: Sequence[str] | None = None) -> pa.Table:
    """Read one table of a shard; raises Damaged, naming the file, where it is not as written.

    Of the columns asked for, those that an older version did not write are not given.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = shard / f"{table}.parquet"
    try:
        if columns is not None:
            held = pq.read_schema(path).names
            columns = [name for name in columns if name in held]
        return pq.read_table(path, columns=columns, page_checksum_verification=True)
    except (OSError, pa.ArrowException, ValueError) as error:
        raise Damaged(path, _one_line(error)) from error


def rows(shard: Path, table: str, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Read one table of a shard as dicts."""
    found: list[dict[str, Any]] = read(shard, table, columns).to_pylist()
    return found


def stream(
    shard: Path, table: str, columns: Sequence[str] | None = None, only: tuple[str, Collection[str]] | None = None
) -> Iterator[pa.RecordBatch]:
    """Read one table of a shard a few rows at a time; raises Damaged, naming the file, where it is not as written.

    With ``only``, a column and values, the rows whose column holds one of them.
    """
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    path = shard / f"{table}.parquet"
    wanted = None if only is None else pa.array(sorted(only[1]), pa.string())
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            for batch in file.iter_batches(AT_ONCE, columns=None if columns is None else list(columns)):
                yield batch if only is None else batch.filter(pc.is_in(batch.column(only[0]), value_set=wanted))
    except (OSError, pa.ArrowException, ValueError) as error:
        raise Damaged(path, _one_line(error)) from error


def label(shard: Path) -> dict[str, dict[str, Any]]:
    """Read a shard's label: for each table the SHA-256 of its file and its number of rows; raises Damaged."""
    path = shard / LABEL
    try:
        tables: dict[str, dict[str, Any]] = json.loads(path.read_bytes())["tables"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Damaged(path, _one_line(error)) from error
    return tables


def digest(path: Path) -> str:
    """Give the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def faults(shard: Path, expected: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield each file of a shard that is not the one that was written, with what is wrong; ``expected`` is its label's hash."""
    try:
        tables = label(shard)
        if expected and digest(shard / LABEL) != expected:
            yield LABEL, "is not the one in the manifest"
    except Damaged as fault:
        yield LABEL, f"cannot be read: {fault.reason}"
        return
    for name, written in tables.items():
        path = shard / f"{name}.parquet"
        if not path.is_file():
            yield path.name, "is missing"
        elif digest(path) != written["sha256"]:
            yield path.name, "its bytes are not those that were written"
    for extra in sorted({path.name for path in shard.iterdir()} - {f"{name}.parquet" for name in tables} - {LABEL}):
        yield extra, "was not written by a build"


def damaged(root: Path, labels: Mapping[str, str]) -> Iterator[tuple[str, Damaged]]:
    """Yield each shard of a record, as ``folder/name``, that is not as it was written; ``labels`` are the hashes expected."""
    for kind in KINDS:
        for name in sorted({*names(root / kind), *(one.split("/")[1] for one in labels if one.startswith(f"{kind}/"))}):
            at = f"{kind}/{name}"
            found = next(faults(root / at, labels.get(at)), None)
            if found:
                yield at, Damaged(root / at / found[0], found[1])


def put_aside(root: Path, shard: str) -> None:
    """Move a damaged shard out of the way, into the folder ``damaged``, where somebody may still save something of it."""
    if (root / shard).exists():
        aside = root / "damaged" / shard.replace("/", "-")
        shutil.rmtree(aside, ignore_errors=True)
        aside.parent.mkdir(exist_ok=True)
        os.rename(root / shard, aside)


def _write_table(path: Path, table: pa.Table | Iterable[pa.Table]) -> dict[str, Any]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pieces = iter([table] if isinstance(table, pa.Table) else table)
    first, written = next(pieces), 0
    with pq.ParquetWriter(path, first.schema, compression="zstd", write_page_checksum=True) as file:
        for piece in chain([first], pieces):
            file.write_table(piece)
            written += piece.num_rows
    with path.open("rb") as done:
        os.fsync(done.fileno())
    return {"sha256": digest(path), "rows": written}


def _sync(folder: Path) -> None:
    """Make renames in a folder last through a power cut, where the system lets a folder be opened."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
