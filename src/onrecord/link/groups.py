"""Chains of many articles gathered under one key: their names, kinds, offices and days."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from onrecord.records import Article, Chain, Kind, RoleSeen

Key = tuple[str, ...]


@dataclass(slots=True)
class Role:
    """One office of one entity: how it is spelled, the days it was seen, one place an article where it stands."""

    spelled: Counter[str] = field(default_factory=Counter)
    earliest: str | None = None
    latest: str | None = None
    evidence: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class Group:
    """All chains that share a key: their ids, spellings, kinds and roles, and the articles that name them or call them so."""

    key: Key
    named: bool
    names: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    roles: dict[tuple[str, str | None], Role] = field(default_factory=dict)
    chains: list[str] = field(default_factory=list)
    days: list[tuple[str, str]] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    genders: Counter[str] = field(default_factory=Counter)

    def add(self, chain: Chain, article: Article) -> None:
        """Take in one chain."""
        self.chains.append(chain.id)
        self.articles.add(article.id)
        self.names[chain.name] += 1
        self.aliases.update(set(chain.names) - {chain.name})
        self.kinds[chain.kind] += 1
        self.genders.update([chain.gender] if chain.gender else [])
        if article.published and not chain.named:
            self.days.append((article.published.earliest, article.published.latest))
        for role in chain.roles:
            self.see(role, article)

    def see(self, role: RoleSeen, article: Article) -> None:
        """Note one sighting of an office; the first place in an article is its evidence."""
        seen = self.roles.setdefault((fold(role.office), role.of), Role())
        seen.spelled[role.office] += 1
        seen.evidence[article.id] = min(role.span, seen.evidence.get(article.id, role.span))
        if article.published:
            seen.earliest = min(seen.earliest or article.published.earliest, article.published.earliest)
            seen.latest = max(seen.latest or article.published.latest, article.published.latest)

    def merge(self, other: Group) -> None:
        """Take in another group whole."""
        self.chains += other.chains
        self.names += other.names
        self.aliases += other.aliases
        self.kinds += other.kinds
        self.genders += other.genders
        self.days += other.days
        self.articles |= other.articles
        for (office, of), theirs in other.roles.items():
            self.take(office, of, theirs)

    def adopt(self, other: Group) -> None:
        """Take in somebody called by an office alone: what they held is theirs, the words for it are no name."""
        self.chains += other.chains
        for (office, of), theirs in other.roles.items():
            self.take(office, of, theirs)

    def take(self, office: str, of: str | None, theirs: Role) -> None:
        """Take in all sightings of one office."""
        mine = self.roles.setdefault((office, of), Role())
        mine.spelled += theirs.spelled
        mine.earliest = min(filter(None, (mine.earliest, theirs.earliest)), default=None)
        mine.latest = max(filter(None, (mine.latest, theirs.latest)), default=None)
        for article, span in theirs.evidence.items():
            mine.evidence[article] = min(span, mine.evidence.get(article, span))


def fold(name: str) -> str:
    """Fold a name for comparison: no accents, case, punctuation or opening article."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("'", ""))
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.casefold().split()).removeprefix("the ")
