"""`onrecord export`: the record as files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, RecordDir


def export(
    form: Annotated[str, typer.Argument(help="The format: jsonl, or a plug-in's.", metavar="FORMAT", show_default=False)],
    out: Annotated[Path, typer.Option("--output", "-o", help="The folder to write, one file a table.", metavar="DIR")],
    record: RecordDir = DEFAULT_RECORD,
) -> None:
    """Write the record as files.

    One file a table; equal records give equal bytes.
    """
    from onrecord import api
    from onrecord.cli.output import talk

    for name, count in api.open(record).export(form, out).items():
        talk(f"{out / name}: {count} row{'' if count == 1 else 's'}")
