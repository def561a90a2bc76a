"""Reading files, plain or compressed, within limits that are told when they are met."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, Any

MOST = 64 << 20
"""Bytes of one text or page, unpacked; a longer one is no article."""
MOST_JSON = 512 << 20
"""Bytes of one JSON file, unpacked, which is held in memory as a whole; JSON lines may be of any length."""
LINE = 32 << 20
"""Bytes of one JSON line."""


class _Zstd(io.RawIOBase):
    """A file packed with Zstandard, as Python's own files."""

    def __init__(self, path: str) -> None:
        from fastwarc.stream_io import ZstdReader

        self._reader = ZstdReader(path)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._reader.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _open_zstd(path: str) -> IO[bytes]:
    return io.BufferedReader(_Zstd(path))


_OPENERS: dict[str, Callable[[str], Any]] = {".gz": gzip.open, ".xz": lzma.open, ".bz2": bz2.open, ".zst": _open_zstd}
_BROKEN = (EOFError, lzma.LZMAError, zlib.error, gzip.BadGzipFile)


class Unreadable(OSError):
    """A file that cannot be read to its end, with the reason as its message."""


def bare_suffix(name: str) -> str:
    """Give a name's suffix in lower case, that of a packed file (``.jsonl.xz``) without its packing."""
    path = PurePosixPath(name.lower())
    return PurePosixPath(path.stem).suffix if path.suffix in _OPENERS else path.suffix


def read_bytes(path: str, most: int = MOST) -> bytes:
    """Read a whole file, unpacked. Raises Unreadable where it holds more than ``most`` bytes or its packing is damaged."""
    with opened(path) as file:
        try:
            data = file.read(most + 1)
        except _BROKEN as error:
            raise Unreadable(f"packed data are damaged or end early: {error}") from error
    if len(data) > most:
        raise Unreadable(f"holds more than {most >> 20} MB, the most that is read of one file")
    return data


def read_lines(path: str, most: int = LINE) -> Iterator[bytes | None]:
    """Read a file line by line, unpacked; None stands for a line of more than ``most`` bytes, which is passed over.

    Raises Unreadable where the packing is damaged, after the lines before the damage.
    """
    with opened(path) as file:
        while True:
            try:
                line = file.readline(most + 1)
                if not line:
                    return
                whole = len(line) <= most
                while not whole and line and not line.endswith(b"\n"):
                    line = file.readline(most + 1)
            except _BROKEN as error:
                raise Unreadable(f"packed data are damaged or end early: {error}") from error
            yield line if whole else None


def opened(path: str, but: tuple[str, ...] = ()) -> IO[bytes]:
    """Open a file, unpacked by its suffix; those in ``but`` are left packed."""
    suffix = PurePosixPath(path).suffix.lower()
    opener = _OPENERS.get(suffix) if suffix not in but else None
    file: IO[bytes] = opener(path) if opener else open(path, "rb")  # noqa: SIM115 (the caller closes it)
    return file
