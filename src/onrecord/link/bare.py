"""Bare denials: "denied any interference" denies what its own article tells of the same doer, in whatever it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.link.deeds import HAND, Deed
from onrecord.link.denial import deniers, denies_deeds
from onrecord.link.points import Point
from onrecord.records import Act

REACH = 420
"""Characters before a denial of any hand in something within which what it is must be told."""


def complete(points: Sequence[Point]) -> list[Point]:
    """Tell what bare denials among one article's points are of: as the nearest before, else after, tells the deed.

    The points are those of one article, in the order of the text.
    """
    return [_completed(point, points[:at][::-1], points[at + 1 :]) for at, point in enumerate(points)]


def _completed(point: Point, before: Sequence[Point], after: Sequence[Point]) -> Point:
    if point.act is not Act.DENY or not denies_deeds(point) or all(deed.themes for deed in point.deeds):
        return point
    return replace(point, deeds=tuple(_filled(point, deed, before, after) for deed in point.deeds))


def _filled(point: Point, deed: Deed, before: Iterable[Point], after: Iterable[Point]) -> Deed:
    if deed.themes or (deed.kind != HAND and not deed.kinds):
        return deed
    for other in (*before, *after):
        for told in other.deeds if other.statement != point.statement else ():
            if told.themes and told.doer in _accused(point, deed) and _answers(point, deed, other, told):
                themes = told.themes | told.kinds if deed.kind == HAND else told.themes
                return replace(deed, themes=themes - {told.doer}, named=told.named)
    return deed


def _accused(point: Point, deed: Deed) -> frozenset[str]:
    """List of whom a bare denial is: of a hand in something, the one who denies it and the state spoken for."""
    own = {point.voice or "", point.state or ""} if deed.kind == HAND else deniers(point, deed)
    return frozenset(own) - {""}


def _answers(point: Point, deed: Deed, other: Point, told: Deed) -> bool:
    """Say whether what another tells is what a bare denial can mean: a deed of its kind, or any deed told just before."""
    if deed.kind != HAND:
        return bool(told.kinds & deed.denied)
    gap = point.spans[0][0] - other.spans[-1][1]
    return bool(told.kinds) and other.holds and 0 <= gap <= REACH
