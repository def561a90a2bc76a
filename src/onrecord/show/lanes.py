"""The lanes: who spoke when, a row a speaker, drawn as SVG on the server; the page's style sheet gives the colours.

Every mark is a link with a text alternative. Where there are too many to tell apart, a bar stands for those of a stretch of days.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby, pairwise
from urllib.parse import urlencode

from onrecord.records import Act
from onrecord.show.days import UNDATED, interval, spoken
from onrecord.show.passages import one_line
from onrecord.show.said import Said

COLUMNS = 40
MOST_MARKS, MOST_BARS = 140, 120
WIDTH, LABEL, CELL, GAP, STEP, UNIT = 1040, 210, 18, 62, 11, 8
WIDEST, DAY = 84, 78
TALLEST, HIGHEST = 7, 34

SHAPES: Mapping[str, str] = {
    Act.ACCUSE: "charge",
    Act.THREATEN: "charge",
    Act.WARN: "charge",
    Act.DENY: "denial",
    Act.DOUBT: "denial",
    Act.CONCEDE: "concession",
}
"""Acts with a shape and colour of their own; the rest are plain."""

SIZES: Mapping[int, Callable[[date], object]] = {
    1: lambda day: day,
    7: lambda day: day.isocalendar()[:2],
    31: lambda day: (day.year, day.month),
    92: lambda day: (day.year, (day.month - 1) // 3),
    366: lambda day: day.year,
    3653: lambda day: day.year // 10,
}
"""What a column may hold, by its most days: a day, else a week, month, quarter, year or decade of the calendar."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement in the picture: its id, its first possible day, its shape, and what to say of it."""

    id: str
    day: date | None
    shape: str
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One speaker's statements; one without marks and anchor is a heading. ``who`` is what a search knows the speaker by."""

    anchor: str
    name: str
    marks: Sequence[Mark] = ()
    who: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two statements (ids) that an arc joins, what to say of it, and where it leads."""

    a: str
    b: str
    relation: str
    why: str
    href: str


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of days in which something was said, both days included; ``x`` is the left edge in the picture.

    The last column is that of statements without a day, its own days null, where there are any.
    """

    first: date | None
    last: date | None
    x: int
    name: str


@dataclass(frozen=True, slots=True)
class _Axis:
    columns: Sequence[Column]
    gaps: Sequence[tuple[int, str]]
    cell: int

    @property
    def right(self) -> int:
        return self.columns[-1].x + max(CELL, self.cell - 8)


def mark(each: Said, shape: str | None = None) -> Mark:
    """Make a statement's mark; its shape is that of its act where none is given."""
    words = each.told
    title = f"{each.speaker or 'No source'}, {spoken(each.day)}: {words if len(words) <= 90 else words[:89] + '…'}"
    return Mark(each.id, first_day(each), shape or SHAPES.get(each.statement.act, "plain"), title)


def first_day(said: Said) -> date | None:
    """Give the day a statement stands at: the first it may have been said, else published."""
    return day_of(said.day.earliest if said.day else None)


def day_of(iso: str | None) -> date | None:
    """Read an ISO day; null where it is none."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def draw(rows: Sequence[Lane], ties: Sequence[Tie] = (), href: str = "/s/", width: int = WIDTH) -> str:
    """Draw a row a speaker, and a column wherever something was said, in order of time; empty with fewer than two columns.

    Time runs in order, not to scale: where nothing was said for longer than a month, the gap says how long. What has no day
    stands in a column of its own at the end. ``href`` is what a statement's address begins with. Beyond MOST_MARKS marks a row
    has bars, as high as there are statements, each to a search.
    """
    marks = [mark for row in rows for mark in row.marks]
    bars = len(marks) > MOST_MARKS
    speakers = sum(bool(row.marks) for row in rows)
    axis = _axis_of([mark.day for mark in marks], max(8, MOST_BARS // max(1, speakers)) if bars else COLUMNS, width)
    if len(axis.columns) < 2:
        return ""
    parts: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    y = 8
    most = max(len(held) for row in rows for held in _stacks(row.marks, axis.columns).values())
    for row in rows:
        stacks = _stacks(row.marks, axis.columns)
        tallest = max((len(held) for held in stacks.values()), default=1)
        height = HIGHEST + 8 if bars else max(18, STEP * min(TALLEST, tallest) + 8)
        if not row.marks and not row.anchor:
            y += 26
            parts.append(f'<text class="group" x="0" y="{y - 7}">{_short(row.name, 60)}</text>')
            continue
        parts.append(f'<path class="rule" d="M0 {y + height}H{axis.right}"/>')
        parts.append(f'<a href="{escape(row.anchor)}"><text class="who" x="0" y="{y + height - 5}">{_short(row.name)}</text></a>')
        for index, held in stacks.items():
            column = axis.columns[index]
            parts += (
                [_bar(row, held, column, (y + height, axis.cell - 8, most))]
                if bars
                else _stack(held, column.x, y + height - 4, href, places)
            )
        y += height
    return _svg(parts, [tie for tie in ties if tie.a in places and tie.b in places], places, axis, y)


def _svg(parts: list[str], ties: Sequence[Tie], places: Mapping[str, tuple[int, int]], axis: _Axis, y: int) -> str:
    parts += [f'<text class="axis" x="{column.x + 2}" y="{y + 14}">{column.name}</text>' for column in _labelled(axis.columns)]
    parts += [f'<text class="gap" x="{x + GAP // 2}" y="{y + 27}">{words} on</text>' for x, words in axis.gaps]
    # under the marks and names, so that neither is crossed out
    arcs = [_arc(tie, places) for tie in ties]
    days = [day for column in axis.columns for day in (column.first, column.last) if day]
    told = f", {interval(days[0], days[0])} to {interval(days[-1], days[-1])}" if days else ""
    label = f"Who spoke when{told}; the same is in the table or list"
    wide = max(axis.right, axis.columns[-1].x + DAY)
    return (
        f'<svg class="lanes" viewBox="0 0 {wide} {y + 34}" width="{wide}" height="{y + 34}" role="group" '
        f'aria-label="{escape(label)}">{"".join(arcs)}{"".join(parts)}</svg>'
    )


def _axis_of(given: Sequence[date | None], most: int, width: int) -> _Axis:
    """Gather days into at most so many columns that fit the width: days, else weeks, months, ...; and the long gaps between."""
    days = sorted({day for day in given if day is not None})
    undated = [None] if None in given else []
    room = width - LABEL - DAY - (GAP if undated else 0)
    size, groups, waits = 1, [[day] for day in days], [""]
    for size, unit in SIZES.items():
        groups = [list(held) for _, held in groupby(days, unit)]
        waits = [_gap(before[-1], after[0], size) for before, after in pairwise(groups)]
        if len(groups) <= most and CELL * len(groups) + GAP * sum(map(bool, waits)) <= room:
            break
    cell = max(CELL, min(WIDEST, (room - GAP * sum(map(bool, waits))) // max(1, len(groups))))
    columns, gaps, x = [], [], LABEL
    for group, words in zip(groups, ["", *waits], strict=False):
        if words:
            gaps.append((x, words))
            x += GAP
        columns.append(Column(group[0], group[-1], x, _name(group[0], size)))
        x += cell
    columns += [Column(None, None, max(x, columns[-1].x + DAY) if columns else x, "undated") for _ in undated]
    return _Axis(columns, gaps, cell)


def _name(day: date, size: int) -> str:
    """Name a column by the day, month, year or decade it begins with."""
    if size > 366:
        return f"{day.year // 10 * 10}s"
    if size > 92:
        return str(day.year)
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return month if size > 7 else f"{day.day} {month}"


def _gap(before: date, after: date, size: int) -> str:
    """Say how long nothing was said; not what is shorter than a column itself or a month and a half."""
    away = (after - before).days
    if away < max(45, size):
        return ""
    months = round(away / 30.44)
    return f"{months} months" if months < 24 else f"{round(away / 365.25)} years"


def _stacks(marks: Iterable[Mark], columns: Sequence[Column]) -> dict[int, list[Mark]]:
    ends = [column.last for column in columns if column.last]
    stacks: dict[int, list[Mark]] = {}
    for each in marks:
        # what has no day stands behind all that has one
        stacks.setdefault(bisect_left(ends, each.day) if each.day else len(ends), []).append(each)
    return stacks


def _bar(row: Lane, held: Sequence[Mark], column: Column, room: tuple[int, int, int]) -> str:
    """Draw the statements of one stretch as one bar, those with a shape of their own at its foot.

    ``room`` is the bar's foot, its width, and how many statements the highest bar stands for.
    """
    floor, width, most = room
    count = Counter(each.shape for each in held)
    told = [f"{count[shape]} {word}" for shape, word in WORDS.items() if count[shape]]
    days = {"since": column.first.isoformat(), "until": column.last.isoformat()} if column.first and column.last else {}
    when = interval(column.first, column.last) if column.first and column.last else UNDATED
    title = f"{row.name}, {when}: {', '.join(told)}"
    query = urlencode({"speaker": row.who, **days})
    pieces, y = [], float(floor)
    for shape in reversed(WORDS):
        if count[shape]:
            height = max(1.5, round(HIGHEST * count[shape] / most, 1))
            y = round(y - height, 1)
            pieces.append(f'<rect class="{shape}" x="{column.x}" y="{y}" width="{width}" height="{height}"/>')
    return f'<a class="bar" href="/search?{escape(query)}"><title>{escape(title)}</title>{"".join(pieces)}</a>'


WORDS = {"plain": "said", "concession": "conceded", "denial": "denied or doubted", "charge": "accused, threatened or warned"}
"""What a bar's pieces are called, from its top to its foot."""


def _stack(held: Sequence[Mark], x: int, floor: int, href: str, places: dict[str, tuple[int, int]]) -> list[str]:
    """Draw statements one above the other; above the tallest stack a number says how many more."""
    shown = held if len(held) <= TALLEST else held[: TALLEST - 1]
    parts = []
    for height, each in enumerate(shown):
        places[each.id] = (x + CELL // 2, floor - UNIT // 2 - height * STEP)
        parts.append(_figure(each, x + (CELL - UNIT) // 2, floor - UNIT - height * STEP, href))
    if len(shown) < len(held):
        parts.append(f'<text class="more" x="{x + CELL // 2}" y="{floor - len(shown) * STEP}">+{len(held) - len(shown)}</text>')
    return parts


def _figure(each: Mark, x: int, y: int, href: str) -> str:
    middle, end = x + UNIT // 2, y + UNIT
    figure = {
        "charge": f"M{middle} {y - 1}L{x + UNIT + 1} {end}H{x - 1}Z",
        "denial": f"M{x} {y}L{x + UNIT} {end}M{x + UNIT} {y}L{x} {end}",
        "concession": f"M{x} {y + UNIT // 2}a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
        "hedge": f"M{x + 1} {y + 1}h6v6h-6z",
    }.get(each.shape, f"M{x} {y}h8v8h-8z")
    return f'<a class="mark {each.shape}" href="{href}{each.id}"><title>{escape(each.title)}</title><path d="{figure}"/></a>'


def _arc(tie: Tie, places: Mapping[str, tuple[int, int]]) -> str:
    (x1, y1), (x2, y2) = sorted((places[tie.a], places[tie.b]))
    bend = min(60, abs(x2 - x1) // 4 + 14)
    return (
        f'<a class="tie {escape(tie.relation)}" href="{escape(tie.href)}"><title>{escape(tie.why)}</title>'
        f'<path d="M{x1} {y1}C{x1 + bend} {y1 - bend} {x2 - bend} {y2 - bend} {x2} {y2}"/></a>'
    )


def _labelled(columns: Sequence[Column]) -> list[Column]:
    """Pick the columns to label: as many as have room, those after a gap before others."""
    after_gaps = [columns[0], *(b for a, b in pairwise(columns) if b.x - a.x > GAP)]
    held: list[Column] = []
    for column in [*after_gaps, *columns]:
        if all(abs(column.x - other.x) >= DAY for other in held):
            held.append(column)
    return sorted(held, key=lambda column: column.x)


def _short(name: str, most: int = 30) -> str:
    line = one_line(name)
    return escape(line if len(line) <= most else line[: most - 1] + "…")
