"""Records as Arrow tables, their schema read off the dataclass fields; `codec` makes records of a table's rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

import pyarrow as pa

from onrecord.store.codec import Codec, fields_of, inner_of

_PLAIN: dict[Any, Callable[[], pa.DataType]] = {
    str: pa.string,
    int: pa.int64,
    float: pa.float64,
    bool: pa.bool_,
    bytes: pa.binary,
}


def schema_of(record: Any, without: Sequence[str] = ()) -> pa.Schema:
    """Read a table's schema off a record's fields; ``id`` comes first where the record works it out itself."""
    fields = [field for field in _arrow_fields(record) if field.name not in without]
    return pa.schema([pa.field("id", pa.string(), nullable=False), *fields] if _names_itself(record) else fields)


def to_table(record: Any, rows: Iterable[Any], without: Sequence[str] = ()) -> pa.Table:
    """Write records as a table; the fields in ``without`` are left out."""
    kept = list(rows)
    schema = schema_of(record, without)
    columns: dict[str, list[Any]] = {"id": [row.id for row in kept]} if _names_itself(record) else {}
    for name, codec in fields_of(record):
        if name not in without:
            columns[name] = _packed([getattr(row, name) for row in kept], codec)
    return pa.table([pa.array(columns[field.name], field.type) for field in schema], schema=schema)


def _packed(values: list[Any], codec: Codec) -> list[Any]:
    if codec.pack is None:
        return values
    return [None if value is None else codec.pack(value) for value in values]


def _names_itself(record: Any) -> bool:
    return isinstance(getattr(record, "id", None), property)


@lru_cache(maxsize=64)
def _arrow_fields(record: Any) -> tuple[pa.Field, ...]:
    hints = get_type_hints(record)
    return tuple(_arrow_field(field.name, hints[field.name]) for field in dataclasses.fields(record))


def _arrow_field(name: str, hint: Any) -> pa.Field:
    inner, nullable = inner_of(hint)
    return pa.field(name, _arrow(inner), nullable)


def _arrow(hint: Any) -> pa.DataType:
    if get_origin(hint) is tuple:
        return _arrow_tuple(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return pa.string()
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return pa.struct(_arrow_fields(hint))
    return _PLAIN[hint]()


def _arrow_tuple(args: tuple[Any, ...]) -> pa.DataType:
    if args[-1] is Ellipsis:
        return pa.list_(_arrow_field("item", args[0]))
    if set(args) == {int}:
        return pa.list_(pa.field("item", pa.int64(), nullable=False), len(args))
    return pa.struct([_arrow_field(f"_{i}", arg) for i, arg in enumerate(args)])
