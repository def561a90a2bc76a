"""Finding the one statement a person means by the beginning of its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.exits import Stop
from onrecord.show.passages import one_line

if TYPE_CHECKING:
    from onrecord.api import Record
    from onrecord.show.said import Said

LISTED = 12


def pick(record: Record, name: str) -> Said:
    """Give the statement whose id begins so (``s-`` may be left out); stops with a list where several do, or none."""
    found = record.statements(name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Stop(f"no statement's id begins with {name!r}; `onrecord said` lists them")
    listed = [f"  {each.id}  {each.speaker or '-'}: {one_line(each.quote)[:60]}" for each in found[:LISTED]]
    more = [f"  and {len(found) - LISTED} more"] if len(found) > LISTED else []
    raise Stop("\n".join([f"{len(found)} statements' ids begin with {name!r}:", *listed, *more]))
