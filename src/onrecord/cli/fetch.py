"""`onrecord fetch`: save pages for a build to read; the only verb that reaches the network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import exits


def fetch(
    urls: Annotated[
        list[str], typer.Argument(help="Addresses of pages: http:// or https://.", metavar="URL", show_default=False)
    ],
    out: Annotated[Path, typer.Option("--output", "-o", help="The folder to save pages in.", metavar="DIR")],
) -> int:
    """Save pages for a build to read.

    The only verb that reaches the network: public addresses alone, as each site's robots.txt allows, one page after the other.
    """
    from onrecord import api
    from onrecord.cli.output import safe, talk

    refused = 0
    for each in api.fetch(urls, out):
        if each.path is None:
            refused += 1
            talk(f"not fetched {each.url}: {each.reason}")
        else:
            sys.stdout.write(safe(str(each.path)) + "\n")
    if refused < len(urls):
        talk(f"next: onrecord build {out}")
    return exits.SKIPPED if refused else exits.FINE
