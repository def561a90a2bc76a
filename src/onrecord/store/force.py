"""What of the ledger is in force: neither undone nor put in the place of by a later verdict on the same thing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from onrecord.records import Verdict, make_id
from onrecord.store import ledger

SIDES = ("accept", "reject")


@dataclass(frozen=True)
class Force:
    """The verdicts in force, in the order they were given; ``known`` are all by id, ``size`` the bytes of ledger read."""

    verdicts: tuple[Verdict, ...] = ()
    known: Mapping[str, Verdict] = field(default_factory=dict)
    size: int = 0

    @cached_property
    def of_article(self) -> dict[str, tuple[Verdict, ...]]:
        """Give the verdicts on each article's statements."""
        found: dict[str, list[Verdict]] = {}
        for verdict in self.verdicts:
            if is_on_statement(verdict):
                for article in articles_of(verdict):
                    found.setdefault(article, []).append(verdict)
        return {article: tuple(mine) for article, mine in found.items()}

    @cached_property
    def links(self) -> dict[str, Verdict]:
        """Give the verdict on each link that was judged."""
        return {verdict.target: verdict for verdict in self.verdicts if is_on_link(verdict)}

    @cached_property
    def removed(self) -> frozenset[str]:
        """Name the articles that must go."""
        return frozenset(verdict.target for verdict in self.verdicts if verdict.verb == "remove")

    @cached_property
    def restored(self) -> tuple[str, ...]:
        """Name the articles that had to go once, and no longer have to."""
        once = {verdict.target for verdict in self.known.values() if verdict.verb == "remove"}
        return tuple(sorted(once - self.removed))

    @cached_property
    def people(self) -> tuple[Verdict, ...]:
        """Give the verdicts on who is one and who is not."""
        return tuple(verdict for verdict in self.verdicts if verdict.verb in ("merge", "split"))

    @cached_property
    def effects(self) -> tuple[str, ...]:
        """Name what the verdicts change of what is linked: equal whoever gave them, when and why."""
        return tuple(effect(verdict) for verdict in self.verdicts if verdict.verb != "accept")

    def of(self, ids: Iterable[str]) -> Force:
        """Give the force of these verdicts alone."""
        return Force(tuple(self.known[id_] for id_ in ids if id_ in self.known), self.known, self.size)

    def only(self, effects: Iterable[str]) -> Force:
        """Give the force of these effects alone, as it was when the record was linked."""
        by_effect = {effect(verdict): verdict for verdict in self.known.values()}
        return Force(tuple(by_effect[each] for each in effects if each in by_effect), self.known, self.size)


def read(path: Path) -> Force:
    """Read what of a ledger is in force."""
    told, size = ledger.read_whole(path)
    known = {verdict.id: verdict for verdict in told}
    return Force(_latest(standing(list(known.values()))), known, size)


def read_struck(path: Path) -> Force:
    """Read what of a ledger is in force, after striking from it the words of the articles that were removed."""
    whole = read(path)
    struck = [article for article in sorted(whole.removed) if ledger.strike(path, article)]
    return read(path) if struck else whole


def standing(told: Sequence[Verdict]) -> list[Verdict]:
    """Leave out what was undone, and the undoings."""
    gone = undone(told)
    return [verdict for verdict in told if verdict.verb != "undo" and verdict.id not in gone]


def undone(told: Sequence[Verdict]) -> dict[str, Verdict]:
    """Say which verdicts were undone, each by which; an undoing may itself be undone."""
    by: dict[str, Verdict] = {}
    for verdict in reversed(told):
        if verdict.verb == "undo" and verdict.id not in by:
            by.setdefault(verdict.target, verdict)
    return by


def _latest(standing: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Of acceptances and rejections of one thing the last counts."""
    last = {verdict.target: verdict for verdict in standing if verdict.verb in SIDES}
    return tuple(verdict for verdict in standing if verdict.verb not in SIDES or last[verdict.target] is verdict)


def effect(verdict: Verdict) -> str:
    """Name what a verdict does, whoever gave it, when and why."""
    return make_id("w", verdict.verb, verdict.target, verdict.value, verdict.anchor)


def is_on_statement(verdict: Verdict) -> bool:
    """Say whether a verdict is on a statement."""
    return verdict.verb in ("correct", "add") or (verdict.verb in SIDES and verdict.target.startswith("s-"))


def is_on_link(verdict: Verdict) -> bool:
    """Say whether a verdict is on a link."""
    return verdict.verb in SIDES and verdict.target.startswith("l-")


def value_of(verdict: Verdict) -> dict[str, Any]:
    """Read what a verdict says should be."""
    return _object(verdict.value) or {}


def anchors_of(verdict: Verdict) -> list[dict[str, Any]]:
    """Read the words a verdict judged: for each statement its article, source, cue and content, and the hash of its sentence."""
    try:
        told = json.loads(verdict.anchor or "[]")
    except ValueError:
        return []
    return [each for each in told if isinstance(each, dict)] if isinstance(told, list) else []


def articles_of(verdict: Verdict) -> list[str]:
    """Name the articles a verdict is about."""
    if verdict.verb == "remove":
        return [verdict.target]
    return sorted({str(anchor["article"]) for anchor in anchors_of(verdict) if anchor.get("article")})


def _object(told: str) -> dict[str, Any] | None:
    try:
        value = json.loads(told or "{}")
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
