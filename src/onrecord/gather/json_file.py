"""JSON files: one record, or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from onrecord.gather.decode import decode
from onrecord.gather.fields import found_in
from onrecord.gather.formats import Format, Options, Source
from onrecord.records import Found, Skipped


def read(source: Source, options: Options) -> Iterator[Found | Skipped]:
    """Give the file's record, or each record of its list, named ``path#index`` counting from 0."""
    with open(source.path, "rb") as file:
        decoded = decode(file.read())
    if isinstance(decoded, str):
        yield Skipped(source.name, decoded)
        return
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        yield Skipped(source.name, f"not JSON: {error}")
        return
    if not isinstance(value, list):
        yield found_in(value, source.name, options)
        return
    for index, record in enumerate(value):
        yield found_in(record, f"{source.name}#{index}", options)


FORMAT = Format("json", (".json",), read)
