"""The command line: one thin file a verb, loaded only when it is called for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run onrecord with the given arguments, or those of the process, and leave with its exit code."""
    # the processes that read for us start as `python -c`, which would run a random.py that lies beside the articles
    os.environ.setdefault("PYTHONSAFEPATH", "1")
    try:
        from onrecord.cli.app import run

        code = run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:
        # while loading, or while telling of another one
        code = 130
    sys.exit(code)
