"""Pictures as SVG, drawn on the server: every mark a link with a text alternative, coloured by the page's style sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import pairwise

from onrecord.records import Act
from onrecord.show.days import spoken
from onrecord.show.lanes import Lane, first_day
from onrecord.show.passages import one_line
from onrecord.show.said import Said

COLUMNS = 40
WIDTH, LABEL, CELL, GAP, STEP, UNIT = 1060, 210, 18, 62, 11, 8
WIDEST, DAY = 44, 78
TALLEST = 7

SHAPES = {
    Act.ACCUSE: "charge",
    Act.THREATEN: "charge",
    Act.WARN: "charge",
    Act.DENY: "denial",
    Act.DOUBT: "denial",
    Act.CONCEDE: "concession",
}
"""Acts with a shape and colour of their own; the rest are plain."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of days in which something was said, both days included; ``x`` is the left edge in the picture."""

    first: date
    last: date
    x: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two statements (ids) that an arc joins, and what to say of it."""

    a: str
    b: str
    relation: str
    why: str


def lanes(rows: Sequence[Lane], ties: Sequence[Tie] = (), href: str = "/s/") -> str:
    """Draw a row a speaker, and a column wherever something was said, in order of time; empty with fewer than two columns.

    Time runs in order, not to scale: where nothing was said for longer than a month, the gap says how long.
    """
    days = sorted({day for row in rows for each in row.said if (day := first_day(each)) is not None})
    columns, gaps = _columns(days)
    if len(columns) < 2:
        return ""
    parts: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    y = 8
    for row in rows:
        stacks = _stacks(row.said, columns)
        height = max(18, STEP * min(TALLEST, max((len(held) for held in stacks.values()), default=1)) + 8)
        parts.append(f'<line class="rule" x1="0" x2="{columns[-1].x + CELL}" y1="{y + height}" y2="{y + height}"/>')
        parts.append(f'<a href="{escape(row.anchor)}"><text class="who" x="0" y="{y + height - 5}">{_short(row.name)}</text></a>')
        for index, held in stacks.items():
            parts += _stack(held, columns[index].x, y + height - 4, href, places)
        y += height
    parts += [_axis(column, y) for column in _labelled(columns)]
    parts += [f'<text class="gap" x="{x + GAP // 2}" y="{y + 27}">{words} on</text>' for x, words in gaps]
    arcs = [_arc(tie, places) for tie in ties if tie.a in places and tie.b in places]
    width, height = columns[-1].x + CELL + 70, y + 34
    label = f"Who spoke when: {len(rows)} speakers, {spoken_days(days)}. The table below holds the same."
    return (
        f'<svg class="lanes" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="group" '
        f'aria-label="{escape(label)}">{"".join(parts)}{"".join(arcs)}</svg>'
    )


def spoken_days(days: Sequence[date]) -> str:
    """Say from when to when."""
    return f"{days[0].isoformat()} to {days[-1].isoformat()}" if days else "no day known"


def _columns(days: Sequence[date]) -> tuple[list[Column], list[tuple[int, str]]]:
    """Gather days into at most COLUMNS columns: days, else weeks, months, quarters, years; and the long gaps between them."""
    for size in (1, 7, 31, 92, 366, 3660):
        groups = _groups(days, size)
        if len(groups) <= COLUMNS:
            break
    if not groups:
        return [], []
    waits = [_gap(before[-1], after[0]) for before, after in pairwise(groups)]
    room = WIDTH - LABEL - DAY - GAP * sum(map(bool, waits))
    cell = max(CELL, min(WIDEST, room // max(1, len(groups))))
    columns: list[Column] = []
    gaps: list[tuple[int, str]] = []
    x = LABEL
    for group, words in zip(groups, ["", *waits], strict=True):
        if words:
            gaps.append((x, words))
            x += GAP
        columns.append(Column(group[0], group[-1], x))
        x += cell
    return columns, gaps


def _groups(days: Sequence[date], size: int) -> list[list[date]]:
    groups: list[list[date]] = []
    for day in days:
        if groups and (day - groups[-1][0]).days < size:
            groups[-1].append(day)
        else:
            groups.append([day])
    return groups


def _gap(before: date, after: date) -> str:
    away = (after - before).days
    if away < 45:
        return ""
    months = round(away / 30.44)
    return f"{months} months" if months < 24 else f"{round(away / 365.25)} years"


def _stacks(said: Sequence[Said], columns: Sequence[Column]) -> dict[int, list[Said]]:
    stacks: dict[int, list[Said]] = {}
    for each in said:
        day = first_day(each)
        if day is not None:
            stacks.setdefault(next(i for i, column in enumerate(columns) if day <= column.last), []).append(each)
    return stacks


def _stack(held: Sequence[Said], x: int, floor: int, href: str, places: dict[str, tuple[int, int]]) -> list[str]:
    """Draw statements one above the other; above the tallest stack a number says how many more."""
    shown = held if len(held) <= TALLEST else held[: TALLEST - 1]
    parts = []
    for height, each in enumerate(shown):
        places[each.id] = (x + CELL // 2, floor - UNIT // 2 - height * STEP)
        parts.append(_mark(each, x + (CELL - UNIT) // 2, floor - UNIT - height * STEP, href))
    if len(shown) < len(held):
        parts.append(f'<text class="more" x="{x + CELL // 2}" y="{floor - len(shown) * STEP}">+{len(held) - len(shown)}</text>')
    return parts


def _mark(each: Said, x: int, y: int, href: str) -> str:
    shape = SHAPES.get(each.statement.act, "plain")
    words = one_line(each.quote)
    title = f"{each.speaker or 'No source'}, {spoken(each.day)}: {words[:117] + '…' if len(words) > 118 else words}"
    middle, end = x + UNIT // 2, y + UNIT
    figure = {
        "plain": f'<rect x="{x}" y="{y}" width="{UNIT}" height="{UNIT}"/>',
        "charge": f'<path d="M{middle} {y - 1}L{x + UNIT + 1} {end}H{x - 1}Z"/>',
        "denial": f'<path d="M{x} {y}L{x + UNIT} {end}M{x + UNIT} {y}L{x} {end}"/>',
        "concession": f'<circle cx="{middle}" cy="{y + UNIT // 2}" r="{UNIT // 2}"/>',
    }[shape]
    return (
        f'<a class="mark {shape}" href="{href}{each.id}" aria-label="{escape(title)}"><title>{escape(title)}</title>{figure}</a>'
    )


def _arc(tie: Tie, places: Mapping[str, tuple[int, int]]) -> str:
    (x1, y1), (x2, y2) = sorted((places[tie.a], places[tie.b]))
    bend = min(60, abs(x2 - x1) // 4 + 14)
    return (
        f'<a class="tie {escape(tie.relation)}" href="/compare?a={tie.a}&amp;b={tie.b}"><title>'
        f'{escape(tie.why)}</title><path d="M{x1} {y1}C{x1 + bend} {y1 - bend} {x2 - bend} {y2 - bend} {x2} {y2}"/></a>'
    )


def _labelled(columns: Sequence[Column]) -> list[Column]:
    """Pick the columns to label: as many as have room, those after a gap before others."""
    after_gaps = [columns[0], *(b for a, b in pairwise(columns) if b.x - a.x > GAP)]
    held: list[Column] = []
    for column in [*after_gaps, *columns]:
        if all(abs(column.x - other.x) >= DAY for other in held):
            held.append(column)
    return sorted(held, key=lambda column: column.x)


def _axis(column: Column, y: int) -> str:
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    words = f"{column.first.day} {months[column.first.month - 1]} {column.first.year}"
    return f'<text class="axis" x="{column.x + 2}" y="{y + 14}">{words}</text>'


def _short(name: str) -> str:
    line = one_line(name)
    return escape(line if len(line) <= 30 else line[:29] + "…")
