"""`onrecord demo`: the bundled sample, from articles to a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import exits


def demo(
    out: Annotated[Path, typer.Option("--output", "-o", help="The folder to write.", metavar="DIR")] = Path("demo"),
) -> int:
    """Build the bundled sample and show it.

    The sample is fiction. Writes its articles, its record and a dossier into a folder, and says what to type next.
    """
    from onrecord import api, sample
    from onrecord.cli.output import progress, talk
    from onrecord.cli.report import next_steps, tell, tell_quotations

    talk("The sample is fiction: one invented story, told by several invented outlets, with the dirt of real articles.")
    articles = out / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    for path in sorted(sample.path().iterdir()):
        (articles / path.name).write_bytes(path.read_bytes())
    with progress() as step:
        report = api.build([articles], out / "record", progress=step)
    record = api.open(out / "record")
    tell(report, out / "record", hints=False)
    tell_quotations(record.said())
    dossier = out / "dossier.html"
    record.dossier(dossier, title="On both banks of the river")
    talk(f"\nThe whole record to read and print: {dossier}")
    next_steps(record, out / "record")
    return exits.FINE
