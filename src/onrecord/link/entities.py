"""People, groups, institutions and states across articles: which chains of many articles are one entity.

Precision comes first: merging can be added by a verdict, but a false merge puts words into another's mouth. Full names that agree
are one; a name by surname alone joins a full one only where one person of the record bears it and holds the same office; names
made of generic words ("Ministry of Foreign Affairs") and unnamed speakers stay within their article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from onrecord.lang import words
from onrecord.link.alike import same_familiar, same_initials, same_known, same_mistaken, same_person, same_spelling, same_surname
from onrecord.link.groups import Group, Key, fold
from onrecord.link.holders import holders
from onrecord.link.roles import role_rows
from onrecord.link.slips import drop_slips
from onrecord.records import Article, Chain, Entity, Kind, make_id

_CLASSES = {Kind.GROUP: Kind.INSTITUTION, Kind.STATE: Kind.PLACE, Kind.OFFICE: Kind.PERSON}


def link_entities(chains: Iterable[tuple[Chain, Article]]) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """Gather the chains of many articles into entities, and say which entity each chain is.

    The order of the chains does not matter. Memory grows with entities and chain ids, not with texts.
    """
    groups: dict[Key, Group] = {}
    days: dict[str, str] = {}
    for chain, article in chains:
        key = _key(chain)
        if article.published:
            days[article.id] = article.published.earliest
        groups.setdefault(key, Group(key, chain.named)).add(chain, article)
    heads = _merged(groups, days)
    entities, homes = [], {}
    for key in sorted(groups):
        if key not in heads:
            entity = _entity(groups[key])
            entities.append(entity)
            homes.update(dict.fromkeys(groups[key].chains, entity.id))
    return tuple(sorted(entities, key=lambda entity: entity.id)), dict(sorted(homes.items()))


def stays_alone(chain: Chain) -> bool:
    """Say whether a chain is an entity of its own whatever else the record holds: it has neither a name nor an office."""
    return not chain.named and not chain.roles


def make_entity(chains: Iterable[tuple[Chain, Article]]) -> Entity:
    """Make one entity of chains that a person said are one, whatever their names."""
    given = list(chains)
    group = Group(_key(given[0][0]), True)
    for chain, article in given:
        group.add(chain, article)
    return _entity(group)


def _key(chain: Chain) -> Key:
    """Give the key that chains of one entity share: class and folded name, and the chain itself where names tell too little."""
    kind = str(_CLASSES.get(chain.kind, chain.kind))
    name = fold(chain.name)
    if not chain.named or not name:
        return kind, name, chain.id
    if chain.kind == Kind.PERSON and len(name.split()) < 2:
        return kind, name, chain.id
    if _CLASSES.get(chain.kind, chain.kind) == Kind.INSTITUTION and all(word in _generic() for word in name.split()):
        return kind, name, chain.id
    if kind == Kind.PLACE and len(name) < 3 and chain.name.isupper() and chain.name.isalpha():
        return kind, name, "capitals"  # "LA" is not "La.", nor the VA "Va."
    return kind, name


def _merged(groups: dict[Key, Group], days: Mapping[str, str]) -> dict[Key, Key]:
    """Merge groups that are one entity into the one with the fullest name; say where each that was merged went."""
    heads: dict[Key, Key] = {}
    for same in (same_person, same_familiar, same_spelling, same_initials, same_surname, same_known, same_mistaken):
        for small, large in same({key: group for key, group in groups.items() if key not in heads}):
            if small not in heads and large not in heads:
                groups[large].merge(groups[small])
                heads[small] = large
    drop_slips({key: group for key, group in groups.items() if key not in heads})
    for unnamed, holder in holders({key: group for key, group in groups.items() if key not in heads}, days):
        groups[holder].adopt(groups[unnamed])
        heads[unnamed] = holder
    return heads


def _entity(group: Group) -> Entity:
    name = min(group.names, key=lambda name: (-len(fold(name).split()), -group.names[name], name))
    kind = min(group.kinds, key=lambda kind: (-group.kinds[kind], kind))
    identity = (group.key[0], fold(name), *group.key[2:])
    names = tuple(sorted({*group.names, *group.aliases} - {name}))
    return Entity(make_id("e", *identity), kind, name, (name, *names), role_rows(group))


@cache
def _generic() -> frozenset[str]:
    return frozenset(words("names")["generic"]["words"])
