"""`onrecord sql`: read-only questions to the record's index."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Format, OutputFormat, RecordDir


def sql(
    query: Annotated[
        str, typer.Argument(help="A SELECT; docs/verbs/sql.md lists the tables.", metavar="QUERY", show_default=False)
    ],
    record: RecordDir = DEFAULT_RECORD,
    seconds: Annotated[float, typer.Option("--timeout", min=0.1, help="Give up after so long.", metavar="SECONDS")] = 30.0,
    form: OutputFormat = None,
) -> None:
    """Ask the record's index in SQL.

    The index can be read and never changed.
    """
    from onrecord import api
    from onrecord.cli.output import chosen, talk, write_rows
    from onrecord.cli.tables import answer_table

    answer = api.open(record).sql(query, seconds=seconds)
    shape = chosen(form)
    if shape is Format.TABLE:
        answer_table(answer)
    else:
        write_rows((dict(zip(answer.columns, row, strict=True)) for row in answer.rows), answer.columns, shape)
    talk(f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}")
