"""People, groups, institutions and states across articles."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.records import Article, Chain, Entity, make_id


def link_entities(chains: Iterable[tuple[Chain, Article]]) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """Gather the chains of many articles into entities, and say which entity each chain is."""
    entities: dict[str, Entity] = {}
    homes: dict[str, str] = {}
    for chain, _ in chains:
        key = chain.name.casefold() if chain.named else chain.id
        entity = make_id("e", chain.kind, key)
        entities.setdefault(entity, Entity(entity, chain.kind, chain.name, (chain.name,)))
        homes[chain.id] = entity
    return tuple(entities[key] for key in sorted(entities)), homes
