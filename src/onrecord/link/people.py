"""Who is one and who is not, where a person judged it: entities joined and parted after the machine has found them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.link.entities import make_entity
from onrecord.link.lands import fold
from onrecord.records import Article, Chain, Entity, make_id

Chains = Sequence[tuple[Chain, Article]]


@dataclass(frozen=True, slots=True)
class Somebody:
    """An entity as a verdict names it: its id then, its kind and name, and some of its chains, so that it is found again."""

    entity: str
    kind: str
    name: str
    chains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """Several that are one: they go by the first one's name."""

    people: tuple[Somebody, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One that is two: the second has these names, or speaks in these articles."""

    person: Somebody
    names: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class People:
    """The entities of a record while verdicts are applied; ``chains`` gives the chains of some entities, with their articles."""

    def __init__(self, entities: Sequence[Entity], homes: Mapping[str, str], chains: Callable[[Collection[str]], Chains]) -> None:
        """Take what the machine found."""
        self.entities = {entity.id: entity for entity in entities}
        self.homes = dict(homes)
        self._chains = chains

    def join(self, told: Join) -> None:
        """Make several one; whoever is not in the record is passed over."""
        found = list(dict.fromkeys(id_ for each in told.people if (id_ := self.find(each))))
        if len(found) < 2:
            return
        first = self.entities[found[0]]
        made = make_entity(self._of(found))
        names = tuple(dict.fromkeys((first.name, *(name for id_ in found for name in self.entities[id_].names))))
        for id_ in found:
            del self.entities[id_]
        self.entities[first.id] = replace(made, id=first.id, kind=first.kind, name=first.name, names=names)
        self.homes.update({chain: first.id for chain, home in self.homes.items() if home in found})

    def part(self, told: Part) -> None:
        """Make one two; nothing is done where either would be left without a mention."""
        id_ = self.find(told.person)
        if id_ is None:
            return
        whole, names = self._of([id_]), {fold(name) for name in told.names}
        away = [pair for pair in whole if fold(pair[0].name) in names or pair[1].id in told.articles]
        gone = {chain.id for chain, _ in away}
        left = [pair for pair in whole if pair[0].id not in gone]
        if not away or not left:
            return
        other = make_id("e", "part", id_, sorted(names), sorted(told.articles))
        self.entities[id_] = replace(make_entity(left), id=id_)
        self.entities[other] = replace(make_entity(away), id=other)
        self.homes.update(dict.fromkeys(gone, other))

    def find(self, somebody: Somebody) -> str | None:
        """Find an entity again: by its id, by a chain of it, or by its name where one alone bears it."""
        if somebody.entity in self.entities:
            return somebody.entity
        for chain in somebody.chains:
            if chain in self.homes:
                return self.homes[chain]
        wanted = fold(somebody.name)
        named = [each.id for each in self.entities.values() if each.kind == somebody.kind and wanted in map(fold, each.names)]
        return named[0] if len(named) == 1 else None

    def _of(self, ids: Collection[str]) -> Chains:
        """Give the chains that are these entities now."""
        wanted = {chain for chain, home in self.homes.items() if home in ids}
        return sorted((pair for pair in self._chains(wanted) if pair[0].id in wanted), key=lambda pair: pair[0].id)
