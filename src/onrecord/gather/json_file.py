"""JSON files: one record, or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.gather.decode import decode
from onrecord.gather.fields import found_in
from onrecord.gather.files import MOST_JSON, read_bytes
from onrecord.gather.formats import Format, Options, Source
from onrecord.gather.jsonl import read as read_lines
from onrecord.records import Found, Skipped

_WRAPS = ("articles", "items", "results", "documents", "docs", "stories", "entries", "records", "news", "data")


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:
    """Give the file's record, or each record of its list, named ``path#index`` counting from 0."""
    decoded = decode(read_bytes(source.path, MOST_JSON))
    if isinstance(decoded, str):
        yield Skipped(source.name, decoded)
        return
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        if decoded.text.lstrip().startswith("{") and "\n" in decoded.text:
            yield from read_lines(source, options)  # records one a line, as many exports name them
        else:
            yield Skipped(source.name, f"not JSON: {error}")
        return
    value = _listed(value)
    if not isinstance(value, list):
        yield found_in(value, source.name, options)
        return
    for index, record in enumerate(value):
        yield found_in(record, f"{source.name}#{index}", options)


def _listed(value: Any) -> Any:
    """Take the list of records out of an answer that wraps it (``{"articles": [...]}``)."""
    if isinstance(value, dict):
        for key in _WRAPS:
            if isinstance(value.get(key), list) and value[key] and isinstance(value[key][0], dict):
                return value[key]
    return value


FORMAT = Format("json", (".json",), read)
