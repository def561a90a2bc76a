"""Exit codes, and the error a verb raises to leave with one clear line."""

from __future__ import annotations

FINE = 0
FINDING = 1
USAGE = 2
SKIPPED = 3
BROKEN = 70
INTERRUPTED = 130


class Stop(Exception):
    """Leave with one line on stderr and an exit code."""

    def __init__(self, message: str, code: int = USAGE) -> None:
        """Hold the line to print; the code is USAGE where nothing else is said."""
        super().__init__(message)
        self.code = code
