"""JSON lines: one record a line, one article a record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from onrecord.gather.fields import found_in
from onrecord.gather.files import LINE
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.lines import encoded_lines
from onrecord.records import Found, Skipped


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:
    """Give one text a line, named ``path#line`` counting from 1; a line that cannot be read is told and the next one is read."""
    encoding, lines = encoded_lines(source.path)
    for number, line in enumerate(lines, start=1):
        name = f"{source.name}#{number}"
        if line is None:
            yield Skipped(name, f"a line of more than {LINE >> 20} MB, the most that is read of one record")
        elif line.strip():
            yield _read_line(line, name, options, encoding)


def _read_line(line: bytes, name: str, options: Options, encoding: str | None) -> Found | Skipped:
    try:
        text = line.decode(encoding or "utf-8-sig")
        found = found_in(json.loads(text), name, options)
    except UnicodeDecodeError as error:
        return Skipped(name, f"damaged: no {encoding or 'UTF-8'} at byte {error.start} of the line")
    except (ValueError, RecursionError) as error:
        return Skipped(name, f"not JSON: {error}")
    if isinstance(found, Found) and encoding:
        return replace(found, warnings=(*found.warnings, f"encoding: {encoding} (most lines are not UTF-8)"))
    return found


FORMAT = Format("jsonl", (".jsonl", ".ndjson", ".jl"), read)
