"""Lanes: who spoke when, as one small square a statement, stacked where several fall together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.records import Act
from onrecord.show.said import Said

COLUMNS = 72
LABELS = 6
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

TONES = {
    Act.ACCUSE: "charge",
    Act.THREATEN: "charge",
    Act.WARN: "charge",
    Act.DENY: "denial",
    Act.DOUBT: "denial",
    Act.CONCEDE: "concession",
}
"""Acts that get a tone of their own; the rest are plain."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One speaker's statements, to be laid along time."""

    anchor: str
    name: str
    said: Sequence[Said]


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement in a lane: which column, how high in its stack (from 0), and its tone."""

    column: int
    height: int
    tone: str
    said: Said


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """A lane with its marks; ``high`` is the tallest stack, ``undated`` counts the statements that have no place in it."""

    anchor: str
    name: str
    marks: tuple[Mark, ...]
    high: int
    undated: int


@dataclass(frozen=True, slots=True)
class Picture:
    """All lanes over one axis of ``columns`` columns; ``labels`` are (column, words)."""

    lanes: tuple[DrawnLane, ...]
    columns: int
    labels: tuple[tuple[int, str], ...]
    days_a_column: int


def draw_lanes(lanes: Sequence[Lane]) -> Picture | None:
    """Lay lanes over a common axis; null where fewer than two different days are known, for then there is nothing to see."""
    days = [first_day(each) for lane in lanes for each in lane.said]
    known = sorted({day for day in days if day is not None})
    if len(known) < 2:
        return None
    start, stop = known[0], known[-1]
    step = max(1, -(-((stop - start).days + 1) // COLUMNS))
    columns = (stop - start).days // step + 1
    return Picture(tuple(_draw(lane, start, step) for lane in lanes), columns, _labels(start, stop, step), step)


def first_day(said: Said) -> date | None:
    """Give the day a statement stands at: the first it may have been said, else published."""
    try:
        return date.fromisoformat(said.day.earliest) if said.day else None
    except ValueError:
        return None


def _draw(lane: Lane, start: date, step: int) -> DrawnLane:
    stacks: dict[int, int] = {}
    marks: list[Mark] = []
    for each in lane.said:
        day = first_day(each)
        if day is not None:
            column = (day - start).days // step
            marks.append(Mark(column, stacks.get(column, 0), TONES.get(each.statement.act, "plain"), each))
            stacks[column] = stacks.get(column, 0) + 1
    return DrawnLane(lane.anchor, lane.name, tuple(marks), max(stacks.values(), default=1), len(lane.said) - len(marks))


def _labels(start: date, stop: date, step: int) -> tuple[tuple[int, str], ...]:
    """Label month beginnings, as many months apart as leaves at most LABELS of them; days where no month begins."""
    firsts = _month_starts(start, stop)
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600):
        held = [day for day in firsts if (day.year * 12 + day.month - 1) % months == 0]
        if len(held) <= LABELS:
            break
    if len(held) < 2:
        return (0, _short_day(start)), ((stop - start).days // step, _short_day(stop))
    return tuple(((day - start).days // step, _short_month(day)) for day in held)


def _month_starts(start: date, stop: date) -> list[date]:
    day, found = start.replace(day=1), []
    while day <= stop:
        if day >= start:
            found.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    return found


def _short_month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _short_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
