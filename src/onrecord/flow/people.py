"""Verdicts on who is one and who is not: what they say, and the entities as they say it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from onrecord.flow import targets
from onrecord.link.lands import fold
from onrecord.link.people import Chains, Join, Part, People, Somebody
from onrecord.records import Entity, Verdict
from onrecord.store import linked
from onrecord.store.faults import Unfit
from onrecord.store.force import value_of
from onrecord.store.record import Record

REMEMBERED = 3
"""How many of an entity's chains a verdict keeps to find it by."""


def judged_people(
    entities: Sequence[Entity],
    homes: Mapping[str, str],
    chains: Callable[[Collection[str]], Chains],
    verdicts: Sequence[Verdict],
) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """Apply merges and splits in the order they were given."""
    people = People(entities, homes, chains)
    for verdict in verdicts:
        value = value_of(verdict)
        who = tuple(_somebody(each) for each in value["people"])
        if verdict.verb == "merge":
            people.join(Join(who))
        else:
            people.part(Part(who[0], tuple(value.get("names", ())), tuple(value.get("articles", ()))))
    return tuple(sorted(people.entities.values(), key=lambda entity: entity.id)), dict(sorted(people.homes.items()))


def merged(record: Record, names: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """Say which entities are one: the target, whose name they go by, and what the verdict says; raises Unfit."""
    found = {one.id: one for one in (targets.one_person(record.db, name) for name in names)}
    if len(found) < 2:
        raise Unfit("a merge joins two or more people or bodies: name each")
    return next(iter(found)), {"people": [_told(record, one) for one in found.values()]}


def parted(record: Record, name: str, names: Sequence[str], articles: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """Say which names or articles of an entity are somebody else's; raises Unfit where nothing or all would go."""
    if bool(names) == bool(articles):
        raise Unfit("a split says what goes to the other one: names, or articles")
    one = targets.one_person(record.db, name)
    borne = _names(record.db, one.id)
    strange = [each for each in names if fold(each) not in borne]
    if strange:
        raise Unfit(f"{one.name} has no name {strange[0]!r}; there are: {', '.join(sorted(borne.values()))}")
    which = {"names": sorted(borne[fold(each)] for each in names)} if names else {"articles": sorted(articles)}
    return one.id, {"people": [_told(record, one)], **which}


def _names(db: sqlite3.Connection, entity: str) -> dict[str, str]:
    rows = db.execute("SELECT value FROM entities, json_each(names) WHERE entities.id = ?", (entity,))
    return {fold(name): name for (name,) in rows}


def _told(record: Record, one: targets.Person) -> dict[str, Any]:
    chains = sorted(linked.homes_of(record.folder.linked / record.manifest.linked, {one.id}))
    return {"entity": one.id, "kind": one.kind, "name": one.name, "chains": chains[:REMEMBERED]}


def _somebody(told: Mapping[str, Any]) -> Somebody:
    return Somebody(told["entity"], told["kind"], told["name"], tuple(told.get("chains", ())))
