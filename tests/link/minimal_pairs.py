"""Reads the pairs of ``minimal_pairs.toml`` and links each through the whole chain: text in, relations out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.flow.reading import Backends, read
from onrecord.link.agreeing import nod
from onrecord.link.copies import fingerprint, spoken
from onrecord.link.entities import link_entities
from onrecord.link.record import Linked, Told, link_record
from onrecord.records import READ_ROLES, Found, Reading, Sighting, When
from onrecord.records import Told as Metadata

TABLE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class MinimalPair:
    """What differs between two sentences, each with the day of its article, and which relations are right."""

    differs: str
    left: tuple[str, str]
    right: tuple[str, str]
    relations: frozenset[str]


def minimal_pairs() -> Iterator[MinimalPair]:
    for family in tomllib.loads(TABLE.read_text("utf-8"))["family"]:
        for differs, day, said, relations in family["others"]:
            yield MinimalPair(differs, (family["day"], family["said"]), (day, said), frozenset(relations.split("/")))


def read_sentence(day: str, said: str, backends: Backends) -> Reading:
    told = Metadata(language="en", published=When(day, day, "day", "given"))
    return read(Found(said + "\n", Sighting(f"{day}.txt"), told), backends)


def link_readings(readings: list[Reading]) -> Linked:
    articles = {reading.article.id: reading.article for reading in readings}
    entities, homes = link_entities((c, r.article) for r in sorted(readings, key=lambda r: r.article.id) for c in r.chains)
    statements = [statement for reading in readings for statement in reading.statements]
    words = {s.id: spoken(articles[s.article].text, s.content) for s in statements}
    prints = [fingerprint(r.article, [b for b in r.blocks if b.role in READ_ROLES]) for r in readings]
    nods = {s.id: told for s in statements if (told := nod(articles[s.article].text, s))}
    return link_record(Told(articles, statements, words, prints, {e.id: e for e in entities}, homes, nods=nods))


def relations(readings: list[Reading]) -> set[str]:
    """List the relations between statements of two articles, tension left out; ``none`` where there are none."""
    linked = link_readings(readings)
    home = {statement.id: statement.article for statement in linked.statements}
    across = (link for link in linked.links if link.strength != "tension" and home[link.a] != home[link.b])
    return {link.relation.value for link in across} or {"none"}
