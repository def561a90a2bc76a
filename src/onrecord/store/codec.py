"""Records as Arrow tables and back, their schema read off the dataclass fields."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

Convert = Callable[[Any], Any]
_PLAIN: dict[Any, Callable[[], pa.DataType]] = {
    str: pa.string,
    int: pa.int64,
    float: pa.float64,
    bool: pa.bool_,
    bytes: pa.binary,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Codec:
    """How one Python type stands in Arrow: its type there, and how a value goes in and comes out (None: as it is)."""

    arrow: pa.DataType
    pack: Convert | None = None
    unpack: Convert | None = None
    nullable: bool = False


def schema_of(record: Any, without: Sequence[str] = ()) -> pa.Schema:
    """Read a table's schema off a record's fields; ``id`` comes first where the record works it out itself."""
    fields = [pa.field(name, codec.arrow, codec.nullable) for name, codec in _fields(record) if name not in without]
    return pa.schema([pa.field("id", pa.string(), nullable=False), *fields] if _names_itself(record) else fields)


def to_table(record: Any, rows: Iterable[Any], without: Sequence[str] = ()) -> pa.Table:
    """Write records as a table; the fields in ``without`` are left out."""
    kept = list(rows)
    schema = schema_of(record, without)
    columns: dict[str, list[Any]] = {"id": [row.id for row in kept]} if _names_itself(record) else {}
    for name, codec in _fields(record):
        if name not in without:
            columns[name] = _packed([getattr(row, name) for row in kept], codec)
    return pa.table([pa.array(columns[field.name], field.type) for field in schema], schema=schema)


def from_rows(record: Any, rows: Iterable[dict[str, Any]]) -> list[Any]:
    """Make records of a table's rows.

    Keys that are no field of the record are passed over, and fields that a row lacks take their default, so that what an older
    version wrote can be read.
    """
    fields = _fields(record)
    return [record(**{name: _unpacked(row[name], codec) for name, codec in fields if name in row}) for row in rows]


def pack(record: Any) -> dict[str, Any]:
    """Write one record as plain dicts, lists, strings and numbers."""
    kind: Any = type(record)
    return {name: _packed_one(getattr(record, name), codec) for name, codec in _fields(kind)}


def _packed(values: list[Any], codec: Codec) -> list[Any]:
    if codec.pack is None:
        return values
    return [None if value is None else codec.pack(value) for value in values]


def _packed_one(value: Any, codec: Codec) -> Any:
    return value if value is None or codec.pack is None else codec.pack(value)


def _unpacked(value: Any, codec: Codec) -> Any:
    return value if value is None or codec.unpack is None else codec.unpack(value)


def _names_itself(record: Any) -> bool:
    return isinstance(getattr(record, "id", None), property)


@lru_cache(maxsize=64)
def _fields(record: Any) -> tuple[tuple[str, Codec], ...]:
    hints = get_type_hints(record)
    return tuple((field.name, _codec(hints[field.name])) for field in dataclasses.fields(record))


def _codec(hint: Any) -> Codec:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
        return dataclasses.replace(_codec(inner), nullable=True)
    if origin is tuple:
        return _tuple_codec(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Codec(pa.string(), str, hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record_codec(hint)
    return Codec(_PLAIN[hint]())


def _tuple_codec(args: tuple[Any, ...]) -> Codec:
    if args[-1] is Ellipsis:
        inner = _codec(args[0])
        put, take = inner.pack, inner.unpack
        return Codec(
            pa.list_(pa.field("item", inner.arrow, inner.nullable)),
            list if put is None else lambda values: [put(value) for value in values],
            tuple if take is None else lambda values: tuple([take(value) for value in values]),
        )
    if set(args) == {int}:
        return Codec(pa.list_(pa.field("item", pa.int64(), nullable=False), len(args)), list, tuple)
    inners = [_codec(arg) for arg in args]
    struct = pa.struct([pa.field(f"_{i}", inner.arrow, inner.nullable) for i, inner in enumerate(inners)])
    return Codec(
        struct,
        lambda values: {f"_{i}": _packed_one(value, inner) for i, (value, inner) in enumerate(zip(values, inners, strict=True))},
        lambda row: tuple(_unpacked(row[f"_{i}"], inner) for i, inner in enumerate(inners)),
    )


def _record_codec(record: Any) -> Codec:
    fields = _fields(record)
    return Codec(
        pa.struct([pa.field(name, codec.arrow, codec.nullable) for name, codec in fields]),
        pack,
        lambda row: record(**{name: _unpacked(row[name], codec) for name, codec in fields if name in row}),
    )
