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
    if not found and (now := successor(record, name)):
        return now
    if not found:
        raise Stop(f"no statement's id begins with {name!r}; `onrecord said` lists them")
    listed = [f"  {each.id}  {each.speaker or '-'}: {one_line(each.quote)[:60]}" for each in found[:LISTED]]
    more = [f"  and {len(found) - LISTED} more"] if len(found) > LISTED else []
    raise Stop("\n".join([f"{len(found)} statements' ids begin with {name!r}:", *listed, *more]))


def successor(record: Record, name: str) -> Said | None:
    """Give the statement that stands for one whose words were corrected since, and say so; None where no verdict leads to one.

    A correction of the words gives a statement another id; one cited before leads on through the ledger.
    """
    from onrecord.cli.output import talk
    from onrecord.store.force import value_of
    from onrecord.store.standing import Status

    given = [each.verdict for each in record.verdicts() if each.status is Status.HOLDS and each.verdict.verb == "correct"]
    led = {one.target: (str(value_of(one)["id"]), one.by) for one in given if value_of(one).get("id", one.target) != one.target}
    old = [id_ for id_ in led if id_.startswith(name if name.startswith("s-") else f"s-{name}")]
    if len(old) != 1:
        return None
    now, by = led.pop(old[0])
    while now in led:
        now, by = led.pop(now)
    found = record.statements(now)
    if len(found) != 1:
        return None
    talk(f"{old[0]} was corrected by {by}: it is now {now}")
    return found[0]
