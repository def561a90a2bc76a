"""`onrecord build`: read articles into a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import exits
from onrecord.cli.options import DEFAULT_RECORD


def build(
    paths: Annotated[
        list[Path], typer.Argument(help="Files and folders: texts, pages, tables, feeds, archives.", show_default=False)
    ],
    record: Annotated[
        Path, typer.Option("--output", "-o", help="The record to write or add to.", metavar="DIR")
    ] = DEFAULT_RECORD,
    workers: Annotated[
        int | None, typer.Option("-j", min=1, help="How many processes read; else as many as there are cores.", metavar="N")
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(help="Where the work is done: here or cores, or a plug-in; cores where there is enough.", metavar="NAME"),
    ] = None,
    profile: Annotated[
        str, typer.Option(help="full: the trained reader and the rules; fast: the rules alone.", metavar="full|fast")
    ] = "full",
    day: Annotated[
        str | None,
        typer.Option("--date", help="Day of publication of the articles that state none.", metavar="YYYY-MM-DD"),
    ] = None,
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            help="What a field of JSON records holds: text, title, date, outlet, url, authors, ...",
            metavar="FIELD=NAME",
        ),
    ] = None,
) -> int:
    """Read articles into a record.

    Again over the same articles changes nothing; over more articles, only what is new is read. A build that was broken off goes
    on where it stood.
    """
    from onrecord import api
    from onrecord.cli.output import progress
    from onrecord.cli.report import tell

    with progress() as step:
        report = api.build(
            paths,
            record,
            workers=workers or api.cores(),
            engine=engine,
            profile=profile,
            date=day,
            fields=_fields(mapped or []),
            progress=step,
        )
    tell(report, record)
    return exits.SKIPPED if report.skipped else exits.FINE


def _fields(mapped: list[str]) -> dict[str, str]:
    pairs = [each.partition("=") for each in mapped]
    for field, equals, name in pairs:
        if not (field and equals and name):
            raise exits.Stop(f"--map takes FIELD=NAME, e.g. --map story=text, not {field + equals + name!r}")
    return {field: name for field, _, name in pairs}
