"""Roles as bars over time: from when to when a person was seen in each office, by the record's own evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from onrecord.records import EntityRole
from onrecord.show.days import spoken_day
from onrecord.show.offices import spoken_role

WIDTH, LABEL, ROW, TOP = 900, 260, 22, 8
_LEAST = 6
"""How wide a bar is at least: seen on one day only is seen all the same."""
_LONGEST, _MOST = 40, 12
"""Characters of a role's name, and rows: the table beside it holds all."""


def tenures(roles: Sequence[EntityRole]) -> str:
    """Draw a bar for each role with a day, first seen to last seen, to scale; empty where fewer than two have one.

    A bar leads to the article that proves the role first.
    """
    dated = [role for role in roles if role.earliest and role.latest and role.evidence][:_MOST]
    if len(dated) < 2:
        return ""
    first = min(_days(role.earliest) for role in dated)
    last = max(_days(role.latest) for role in dated)
    bars = [_bar(number, role, first, max(1, last - first)) for number, role in enumerate(dated)]
    height = TOP + ROW * len(dated) + ROW
    ends = "".join(
        f'<text class="axis" x="{x}" y="{height - 6}" text-anchor="{anchor}">'
        f"{spoken_day(date.fromordinal(day).isoformat())}</text>"
        for x, day, anchor in ((LABEL, first, "start"), (WIDTH, last, "end"))
    )
    words = f"{len(dated)} roles, from first seen to last seen; the table below holds the same"
    return (
        f'<svg class="lanes" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="group" aria-label="{words}">'
        f"{''.join(bars)}{ends}</svg>"
    )


def _bar(number: int, role: EntityRole, first: int, span: int) -> str:
    name, y, room = spoken_role(role), TOP + ROW * number, WIDTH - LABEL
    start = LABEL + round((room - _LEAST) * (_days(role.earliest) - first) / span)
    width = max(_LEAST, round(room * (_days(role.latest) - _days(role.earliest)) / span))
    words = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return (
        f'<line class="rule" x1="{LABEL}" x2="{WIDTH}" y1="{y + 11}" y2="{y + 11}"/>'
        f'<text x="0" y="{y + 15}">{escape(words)}</text>'
        f'<a href="/a/{role.evidence[0].article}">'
        f"<title>{escape(name)}, {spoken_day(role.earliest)} to {spoken_day(role.latest)}</title>"
        f'<rect class="tenure" x="{start}" y="{y + 5}" width="{min(width, WIDTH - start)}" height="12"/></a>'
    )


def _days(day: str | None) -> int:
    return date.fromisoformat(day or "").toordinal()
