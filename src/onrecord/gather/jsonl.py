"""JSON lines: one record a line, one article a record."""

from __future__ import annotations

import json
from collections.abc import Iterator

from onrecord.gather.fields import found_in
from onrecord.gather.formats import Format, Options, Source
from onrecord.records import Found, Skipped


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:
    """Give one text a line, named ``path#line`` counting from 1; a line that cannot be read is told and the next one is read."""
    with open(source.path, "rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _read_line(line, f"{source.name}#{number}", options)


def _read_line(line: bytes, name: str, options: Options) -> Found | Skipped:
    try:
        return found_in(json.loads(line), name, options)
    except (ValueError, RecursionError) as error:
        return Skipped(name, f"not JSON: {error}")


FORMAT = Format("jsonl", (".jsonl", ".ndjson", ".jl"), read)
