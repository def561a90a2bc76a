"""People, groups, institutions and states across articles: which chains of many articles are one entity.

Precision comes first: merging can be added by a verdict, but a false merge puts words into another's mouth. Full names that agree
are one; a name by surname alone joins a full one only where one person of the record bears it and holds the same office; names
made of generic words ("Ministry of Foreign Affairs") and unnamed speakers stay within their article.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from onrecord.lang import words
from onrecord.records import Article, Chain, Entity, EntityRole, Evidence, Kind, RoleSeen, make_id

Key = tuple[str, ...]

_CLASSES = {Kind.GROUP: Kind.INSTITUTION, Kind.STATE: Kind.PLACE, Kind.OFFICE: Kind.PERSON}


@dataclass(slots=True)
class _Role:
    """One office of one entity: how it is spelled, the days it was seen, one place an article where it stands."""

    spelled: Counter[str] = field(default_factory=Counter)
    earliest: str | None = None
    latest: str | None = None
    evidence: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Group:
    """All chains that share a key: their ids, spellings, kinds and roles."""

    key: Key
    named: bool
    names: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    roles: dict[tuple[str, str | None], _Role] = field(default_factory=dict)
    chains: list[str] = field(default_factory=list)

    def add(self, chain: Chain, article: Article) -> None:
        """Take in one chain."""
        self.chains.append(chain.id)
        self.names[chain.name] += 1
        self.aliases.update(set(chain.names) - {chain.name})
        self.kinds[chain.kind] += 1
        for role in chain.roles:
            self.see(role, article)

    def see(self, role: RoleSeen, article: Article) -> None:
        """Note one sighting of an office; the first place in an article is its evidence."""
        seen = self.roles.setdefault((_fold(role.office), role.of), _Role())
        seen.spelled[role.office] += 1
        seen.evidence[article.id] = min(role.span, seen.evidence.get(article.id, role.span))
        if article.published:
            seen.earliest = min(seen.earliest or article.published.earliest, article.published.earliest)
            seen.latest = max(seen.latest or article.published.latest, article.published.latest)

    def merge(self, other: _Group) -> None:
        """Take in another group whole."""
        self.chains += other.chains
        self.names += other.names
        self.aliases += other.aliases
        self.kinds += other.kinds
        for (office, of), theirs in other.roles.items():
            self.take(office, of, theirs)

    def take(self, office: str, of: str | None, theirs: _Role) -> None:
        """Take in all sightings of one office."""
        mine = self.roles.setdefault((office, of), _Role())
        mine.spelled += theirs.spelled
        mine.earliest = min(filter(None, (mine.earliest, theirs.earliest)), default=None)
        mine.latest = max(filter(None, (mine.latest, theirs.latest)), default=None)
        for article, span in theirs.evidence.items():
            mine.evidence[article] = min(span, mine.evidence.get(article, span))


def link_entities(chains: Iterable[tuple[Chain, Article]]) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """Gather the chains of many articles into entities, and say which entity each chain is.

    The order of the chains does not matter. Memory grows with entities and chain ids, not with texts.
    """
    groups: dict[Key, _Group] = {}
    for chain, article in chains:
        key = _key(chain)
        groups.setdefault(key, _Group(key, chain.named)).add(chain, article)
    heads = _merged(groups)
    entities, homes = [], {}
    for key in sorted(groups):
        if key not in heads:
            entity = _entity(groups[key])
            entities.append(entity)
            homes.update(dict.fromkeys(groups[key].chains, entity.id))
    return tuple(sorted(entities, key=lambda entity: entity.id)), dict(sorted(homes.items()))


def _key(chain: Chain) -> Key:
    """Give the key that chains of one entity share: class and folded name, and the chain itself where names tell too little."""
    kind = str(_CLASSES.get(chain.kind, chain.kind))
    name = _fold(chain.name)
    if not chain.named or not name:
        return kind, name, chain.id
    if chain.kind == Kind.PERSON and len(name.split()) < 2:
        return kind, name, chain.id
    if _CLASSES.get(chain.kind, chain.kind) == Kind.INSTITUTION and all(word in _generic() for word in name.split()):
        return kind, name, chain.id
    return kind, name


def _merged(groups: dict[Key, _Group]) -> dict[Key, Key]:
    """Merge groups that are one entity into the one with the fullest name; say where each that was merged went."""
    heads: dict[Key, Key] = {}
    for same in (_same_person, _same_initials, _same_surname):
        for small, large in same({key: group for key, group in groups.items() if key not in heads}):
            groups[large].merge(groups[small])
            heads[small] = large
    return heads


def _same_person(groups: dict[Key, _Group]) -> list[tuple[Key, Key]]:
    """Pair full names with the one fuller form of the same name: "John Kirby" with "John F. Kirby"."""
    by_surname: dict[str, list[Key]] = {}
    for key in groups:
        if key[0] == Kind.PERSON and len(key) == 2:
            by_surname.setdefault(key[1].split()[-1], []).append(key)
    pairs = []
    for keys in by_surname.values():
        for key in sorted(keys):
            fuller = [other for other in keys if other != key and _shortens(key[1].split(), other[1].split())]
            top = [other for other in fuller if not any(_shortens(other[1].split(), o[1].split()) for o in fuller if o != other)]
            if len(top) == 1:
                pairs.append((key, top[0]))
    return pairs


def _shortens(short: list[str], full: list[str]) -> bool:
    """Tell whether a name is another with middle names left out or cut to initials; first and last names agree."""
    if len(short) > len(full) or short == full or short[-1] != full[-1] or short[0] != full[0]:
        return False
    middle, rest = short[1:-1], full[1:-1]
    if not middle:
        return True
    return len(middle) == len(rest) and all(a == b or (len(a) == 1 and b[0] == a) for a, b in zip(middle, rest, strict=True))


def _same_initials(groups: dict[Key, _Group]) -> list[tuple[Key, Key]]:
    """Pair initials with the only long name in the record that some article gives them for."""
    stands: dict[str, set[Key]] = {}
    for key, group in groups.items():
        if key[0] == Kind.INSTITUTION and len(key) == 2:
            for alias in group.aliases:
                if alias.isupper() and 1 < len(alias) < 9 and " " in group.key[1]:
                    stands.setdefault(_fold(alias), set()).add(key)
    pairs: list[tuple[Key, Key]] = []
    for short, long in sorted(stands.items()):
        small: Key = (str(Kind.INSTITUTION), short)
        if len(long) == 1 and small in groups and small not in long:
            pairs += [(small, large) for large in long]
    return pairs


def _same_surname(groups: dict[Key, _Group]) -> list[tuple[Key, Key]]:
    """Pair a person named by surname alone with the only bearer in the record, if both are seen in the same office."""
    bearers: dict[str, list[Key]] = {}
    for key in groups:
        if key[0] == Kind.PERSON and len(key) == 2:
            bearers.setdefault(key[1].split()[-1], []).append(key)
    pairs: list[tuple[Key, Key]] = []
    for key in sorted(groups):
        if key[0] == Kind.PERSON and len(key) == 3 and groups[key].named:
            full = bearers.get(key[1], [])
            if len(full) == 1 and _share_office(groups[key], groups[full[0]]):
                pairs.append((key, full[0]))
    return pairs


def _share_office(one: _Group, other: _Group) -> bool:
    """Tell whether two are seen in one office: the same last word, and nothing known that says of another state or body."""
    return any(
        office.split()[-1:] == theirs.split()[-1:] and (of is None or whose is None or of == whose)
        for office, of in one.roles
        for theirs, whose in other.roles
    )


def _entity(group: _Group) -> Entity:
    name = min(group.names, key=lambda name: (-len(_fold(name).split()), -group.names[name], name))
    kind = min(group.kinds, key=lambda kind: (-group.kinds[kind], kind))
    identity = (group.key[0], _fold(name), *group.key[2:])
    names = tuple(sorted({*group.names, *group.aliases} - {name}))
    return Entity(make_id("e", *identity), kind, name, (name, *names), _roles(group))


def _with_states(roles: dict[tuple[str, str | None], _Role]) -> dict[tuple[str, str | None], _Role]:
    """Count an office named without its state or body to the one of the same words that has one, if there is just one."""
    whole = _Group((), True)
    for office, of in sorted(roles, key=lambda key: (key[0], key[1] or "")):
        states = sorted(state for words_, state in roles if words_ == office and state)
        whole.take(office, states[0] if of is None and len(states) == 1 else of, roles[office, of])
    return whole.roles


def _roles(group: _Group) -> tuple[EntityRole, ...]:
    rows = []
    for (_, of), role in _with_states(group.roles).items():
        office = min(role.spelled, key=lambda words_: (-role.spelled[words_], words_))
        evidence = tuple(Evidence(article, span) for article, span in sorted(role.evidence.items()))
        rows.append(EntityRole(office, of, role.earliest, role.latest, evidence))
    return tuple(sorted(rows, key=lambda row: (row.earliest or "9999", row.office, row.of or "")))


def _fold(name: str) -> str:
    """Fold a name for comparison: no accents, case, punctuation or opening article."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("'", ""))
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.casefold().split()).removeprefix("the ")


@cache
def _generic() -> frozenset[str]:
    return frozenset(words("names")["generic"]["words"])
