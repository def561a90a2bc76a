"""What a correction says: the fields of a statement that a person sets, in a form that fits any reading of the article."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from onrecord.flow import targets
from onrecord.link.entities import link_entities
from onrecord.records import Act, Article, Chain, Kind, make_id
from onrecord.store import linked
from onrecord.store.codec import pack
from onrecord.store.faults import Unfit
from onrecord.store.layout import Folder, Manifest
from onrecord.store.readings import read_shard

NOBODY = ("", "-", "nobody")
"""What stands for a speaker that stays open."""
_STATES = (Kind.STATE, Kind.PLACE)


def fields(folder: Folder, manifest: Manifest, db: sqlite3.Connection, article: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Write down the speaker, act and flags that a person gives; raises Unfit for what has no meaning."""
    value: dict[str, Any] = {"set": {}}
    if asked.get("act") is not None:
        value["set"]["act"] = _act(asked["act"])
    if asked.get("speaker") is not None:
        found = _speaker(folder, manifest, db, article, str(asked["speaker"]).strip(), asked.get("kind"))
        value["set"].update(found.pop("set"))
        value.update(found)
    return value


def flags(db: sqlite3.Connection, statement: str, asked: Mapping[str, Any]) -> dict[str, dict[str, bool]]:
    """Write down whether a part is negated or hedged; ``part`` counts from 1 and may be left out where there is one."""
    given = {name: bool(asked[name]) for name in ("negated", "hedged") if asked.get(name) is not None}
    if not given:
        return {}
    row = db.execute("SELECT parts FROM statements WHERE id = ?", (statement,)).fetchone()
    count = len(json.loads(row[0])) if row else 0
    number = asked.get("part") or (1 if count == 1 else 0)
    if not 1 <= number <= count:
        raise Unfit(f"the statement has {count} parts: say which is meant, from 1")
    return {str(number - 1): given}


def _act(told: str) -> str:
    try:
        return Act(told).value
    except ValueError:
        raise Unfit(f"{told!r} is no act; there are: {', '.join(Act)}") from None


def _speaker(
    folder: Folder, manifest: Manifest, db: sqlite3.Connection, article: str, name: str, kind: str | None
) -> dict[str, Any]:
    """Say who speaks: a chain of the article, there already or brought in, and the entity it stands for."""
    if name.casefold() in NOBODY:
        return {"set": dict.fromkeys(("speaker", "speaker_name", "speaker_office"), None) | {"why_speaker": []}}
    known = targets.people(db, name)
    here = _chains_here(folder, manifest, db, article, {each.id for each in known})
    if len(here) == 1:
        ((id_, chain),) = here.items()
        (who,) = (each for each in known if each.id == id_)
    else:
        told = (known[0].kind, known[0].name) if len(known) == 1 else (Kind(kind or Kind.PERSON).value, " ".join(name.split()))
        chain = Chain(make_id("c", article, "verdict", *told), article, Kind(told[0]), told[1], (told[1],), True)
        ((made,), _) = link_entities([(chain, Article(article, ""))])
        if known and made.id not in {each.id for each in known}:
            raise Unfit(targets.several(name, known) if len(known) > 1 else _elsewhere(known[0]))
        who = targets.Person(made.id, made.kind.value, made.name)
    spoken = f"Government of {who.name}" if Kind(who.kind) in _STATES else who.name
    return {
        "set": {"speaker": chain.id, "speaker_name": spoken, "speaker_office": None, "why_speaker": []},
        "chains": [pack(chain)],
        "homes": {chain.id: {"entity": who.id, "kind": who.kind, "name": who.name}},
    }


def _elsewhere(who: targets.Person) -> str:
    return f"{who.name!r} ({who.id}) is known by that name in an article of its own only: give a full name"


def _chains_here(
    folder: Folder, manifest: Manifest, db: sqlite3.Connection, article: str, entities: set[str]
) -> dict[str, Chain]:
    """Find the article's own chains of some entities, for each the first by id."""
    homes = linked.homes_of(folder.linked / manifest.linked, entities)
    row = db.execute("SELECT shard, key FROM _shown WHERE article = ?", (article,)).fetchone()
    if row is None or not homes:
        return {}
    reads = [read for read in read_shard(folder.root / row[0], ("chains",), {article}) if read.key == row[1]]
    chains = sorted((chain for read in reads for chain in read.chains if chain.id in homes), key=lambda chain: chain.id)
    return {homes[chain.id]: chain for chain in reversed(chains)}
