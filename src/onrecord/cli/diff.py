"""`onrecord diff`: what came, went and changed between two records."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import exits
from onrecord.cli.options import Format, OutputFormat

ONE = {"articles": "article", "statements": "statement", "entities": "entity"}
"""What one row of each table is called."""


def diff(
    old: Annotated[Path, typer.Argument(help="The record as it was.", metavar="OLD", show_default=False)],
    new: Annotated[Path, typer.Argument(help="The record as it is.", metavar="NEW", show_default=False)],
    form: OutputFormat = None,
) -> int:
    """Say what came, went and changed from one record to another.

    Compares articles, statements and people and bodies by their ids; exit code 1 where anything differs.
    """
    from onrecord import api
    from onrecord.cli.output import chosen, safe, talk, write_rows
    from onrecord.show.passages import one_line

    found: Counter[str] = Counter()
    shape = chosen(form)
    rows = []
    with exits.settled(exits.FINDING):
        for each in api.diff(old, new):
            found[each.what] += 1
            if shape is Format.TABLE:
                fields = f" ({', '.join(each.fields)})" if each.fields else ""
                sys.stdout.write(
                    safe(f"{each.what:<7} {ONE[each.table]:<9} {each.id[:16]}  {one_line(each.name or '')}{fields}") + "\n"
                )
            elif shape is Format.JSONL:
                sys.stdout.write(json.dumps(asdict(each), ensure_ascii=False) + "\n")
            else:
                rows.append({**asdict(each), "fields": " ".join(each.fields)})
        if rows:
            write_rows(rows, ("what", "table", "id", "name", "fields"), shape)
    talk(", ".join(f"{found[what]} {what}" for what in ("came", "went", "changed")) if found else "no difference")
    return exits.FINDING if found else exits.FINE
