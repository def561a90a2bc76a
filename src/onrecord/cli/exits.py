"""Exit codes, and the error a verb raises to leave with one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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


class SeenEnough(Exception):
    """Whoever read our output went away, and the exit code was settled by then."""

    def __init__(self, code: int) -> None:
        """Hold the exit code."""
        super().__init__("seen enough")
        self.code = code


@contextmanager
def settled(code: int) -> Iterator[None]:
    """Leave with this code where the reader of what is written here goes away."""
    try:
        yield
    except BrokenPipeError as error:
        raise SeenEnough(code) from error
