"""``onrecord open``: the desk, served on this machine alone."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import exits
from onrecord.cli.options import RECORD


def open_(
    record: RECORD,
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = 8321,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser at it.")] = True,
) -> int:
    """Look at a record in the browser: a desk served on 127.0.0.1, for this machine alone."""
    raise exits.Stop("", 0)
