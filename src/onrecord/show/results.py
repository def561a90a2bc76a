"""Answers as a list of typed records that also turns into rows, Arrow and pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Results(Sequence[T], Generic[T]):
    """An answer: a read-only list of records; ``note`` says what a reader of it should know, e.g. what could not be compared."""

    def __init__(self, items: Iterable[T], row: Callable[[T], dict[str, Any]], notes: Sequence[str] = ()) -> None:
        """Hold the records and the function that writes one as a row of plain values."""
        self._items, self._row, self.notes = tuple(items), row, tuple(notes)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Results[T]: ...
    def __getitem__(self, index: int | slice) -> T | Results[T]:
        """Give one record, or a part of the answer."""
        return Results(self._items[index], self._row, self.notes) if isinstance(index, slice) else self._items[index]

    def __len__(self) -> int:
        """Count the records."""
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        """Go through the records in order."""
        return iter(self._items)

    def __repr__(self) -> str:
        """Show how many there are and the first few."""
        more = ", ..." if len(self) > 3 else ""
        return f"<{len(self)} results: {', '.join(repr(item) for item in self._items[:3])}{more}>"

    def rows(self) -> list[dict[str, Any]]:
        """Write the answer as rows of plain values, as ``--format jsonl`` prints them."""
        return [self._row(item) for item in self._items]

    def arrow(self) -> Any:
        """Give the rows as a pyarrow Table."""
        import pyarrow as pa

        return pa.Table.from_pylist(self.rows())

    def df(self) -> Any:
        """Give the rows as a pandas DataFrame; needs pandas (``pip install onrecord[frames]``)."""
        import pandas as pd

        return pd.DataFrame(self.rows())
