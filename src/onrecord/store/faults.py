"""What can be wrong with a record; each says which file, and what to do."""

from __future__ import annotations


class RecordError(Exception):
    """A record cannot be used as asked; the message is meant for the user."""


class Missing(RecordError):
    """There is no record there, or no build of it was ever finished."""


class Busy(RecordError):
    """Another build holds the record."""


class Unfinished(RecordError):
    """A build was broken off, and has to be finished before what was asked can be done."""


class Unfit(RecordError):
    """A verdict cannot be given as asked: what it is on is not there, or what it says has no meaning."""


class Full(RecordError):
    """The disk is full; what was written before stands."""


class Damaged(RecordError):
    """A file of the record is not as it was written."""

    def __init__(self, path: object, reason: str) -> None:
        """Name the file and what is wrong with it."""
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = str(path), reason
