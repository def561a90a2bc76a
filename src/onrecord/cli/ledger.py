"""`onrecord ledger`: what people judged, and how it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.options import DEFAULT_RECORD, Format, OutputFormat, RecordDir

if TYPE_CHECKING:
    from onrecord.api import Given

COLUMNS = ("status", "because", "id", "verb", "target", "value", "anchor", "by", "why", "at")


def ledger(
    name: Annotated[str | None, typer.Argument(help="The id of what was judged; all without it.", metavar="[ID]")] = None,
    replayed: Annotated[
        Path | None, typer.Option("--replay", help="Give the verdicts of another record's ledger on this one.", metavar="FILE")
    ] = None,
    record: RecordDir = DEFAULT_RECORD,
    form: OutputFormat = None,
) -> None:
    """List what people judged, and how it stands.

    A verdict holds, is undone, was replaced by a later one, or is an orphan: what it judged is not there, and why. As JSON lines
    the list is a ledger that --replay takes.
    """
    from onrecord import api
    from onrecord.cli.output import Column, chosen, console, plain_table, safe, talk, write_rows

    with api.open(record) as opened:
        found = opened.replay(replayed) if replayed else opened.verdicts(name)
    shape = chosen(form)
    if shape is not Format.TABLE:
        write_rows([_row(each) for each in found], COLUMNS, shape)
    else:
        columns = (Column("when", 20), Column("by", 16), Column("verdict", 9), Column("on", 24), Column("stands", wide=True))
        console().print(plain_table(columns, [tuple(map(safe, _cells(each))) for each in found]))
    orphans = sum(each.status == "orphan" for each in found)
    talk(f"{len(found)} verdict{'' if len(found) == 1 else 's'}" + (f", {orphans} of them orphans" if orphans else ""))


def _row(given: Given) -> dict[str, Any]:
    verdict = given.verdict
    fields = {name: getattr(verdict, name) for name in ("id", "verb", "target", "value", "anchor", "by", "why", "at")}
    return {"status": str(given.status), "because": given.because or None, **fields}


def _cells(given: Given) -> tuple[str, ...]:
    verdict = given.verdict
    stands = given.because if given.because else f"{given.status}: {verdict.why}"
    return verdict.at, verdict.by, verdict.verb, verdict.target, stands
