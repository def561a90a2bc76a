"""Records as plain dicts and back, field by field, as their types say."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

Convert = Callable[[Any], Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Codec:
    """How a value of one Python type goes into plain dicts, lists, strings and numbers, and comes out (None: as it is)."""

    pack: Convert | None = None
    unpack: Convert | None = None


def from_rows(record: Any, rows: Iterable[dict[str, Any]]) -> list[Any]:
    """Make records of a table's rows.

    Keys that are no field of the record are passed over, and fields that a row lacks take their default, so that what an older
    version wrote can be read.
    """
    fields = fields_of(record)
    return [record(**{name: _unpacked(row[name], codec) for name, codec in fields if name in row}) for row in rows]


def pack(record: Any) -> dict[str, Any]:
    """Write one record as plain dicts, lists, strings and numbers."""
    kind: Any = type(record)
    return {name: _packed_one(getattr(record, name), codec) for name, codec in fields_of(kind)}


def _packed_one(value: Any, codec: Codec) -> Any:
    return value if value is None or codec.pack is None else codec.pack(value)


def _unpacked(value: Any, codec: Codec) -> Any:
    return value if value is None or codec.unpack is None else codec.unpack(value)


@lru_cache(maxsize=64)
def fields_of(record: Any) -> tuple[tuple[str, Codec], ...]:
    """Give the codec of each of a record's fields, by name."""
    hints = get_type_hints(record)
    return tuple((field.name, _codec(hints[field.name])) for field in dataclasses.fields(record))


def inner_of(hint: Any) -> tuple[Any, bool]:
    """Give the type that a hint names, and whether None may stand for it."""
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
        return inner, True
    return hint, False


def _codec(hint: Any) -> Codec:
    inner, _ = inner_of(hint)
    if get_origin(inner) is tuple:
        return _tuple_codec(get_args(inner))
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return Codec(str, inner)
    if dataclasses.is_dataclass(inner) and isinstance(inner, type):
        return _record_codec(inner)
    return Codec()


def _tuple_codec(args: tuple[Any, ...]) -> Codec:
    if args[-1] is Ellipsis:
        inner = _codec(args[0])
        put, take = inner.pack, inner.unpack
        return Codec(
            list if put is None else lambda values: [put(value) for value in values],
            tuple if take is None else lambda values: tuple([take(value) for value in values]),
        )
    if set(args) == {int}:
        return Codec(list, tuple)
    inners = [_codec(arg) for arg in args]
    return Codec(
        lambda values: {f"_{i}": _packed_one(value, inner) for i, (value, inner) in enumerate(zip(values, inners, strict=True))},
        lambda row: tuple(_unpacked(row[f"_{i}"], inner) for i, inner in enumerate(inners)),
    )


def _record_codec(record: Any) -> Codec:
    fields = fields_of(record)
    return Codec(pack, lambda row: record(**{name: _unpacked(row[name], codec) for name, codec in fields if name in row}))
