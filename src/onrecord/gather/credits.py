"""Whose text it is: the outlet that carried it and the agency that wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Block, Found


def credits_of(found: Found, blocks: Sequence[Block]) -> tuple[str | None, str | None]:  # noqa: ARG001
    """Give outlet and agency, each null where nothing says so."""
    return found.told.outlet, found.told.agency
