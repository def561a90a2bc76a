"""Linking: the readings of a whole record in; entities, copies, claims and links across articles out.

What linking looks at is put aside on disk article by article, so that memory hardly grows with the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain

from onrecord.flow.people import judged_people
from onrecord.link.agreeing import Nod, nod
from onrecord.link.copies import Print, fingerprint, spoken
from onrecord.link.entities import link_entities, stays_alone
from onrecord.link.record import Linked as Found
from onrecord.link.record import Told, link_in_order, place
from onrecord.records import READ_ROLES, Article, Chain, Entity, Statement, Verdict
from onrecord.store import linked
from onrecord.store.live import Live
from onrecord.store.readings import Read
from onrecord.store.shape import Linked
from onrecord.store.shelf import Line, Shelf, Shelves

PARTS = ("blocks", "chains", "statements")


def link(live: Live, state: str) -> None:
    """Link all readings that count and write the result whole, named by the state of the record it was linked from."""
    with closing(Shelves()) as shelves:
        aside = _Aside(shelves)
        prints = [aside.take(read) for read in live.readings(PARTS)]
        entities, homes = _entities(shelves, aside)
        if live.force.people:
            entities, homes = _judged(shelves, aside, (entities, homes), live.force.people)
        rejected = frozenset(id_ for id_, verdict in live.force.links.items() if verdict.verb == "reject")
        statements = _Statements(aside.statements)
        told = Told(aside.articles, statements, aside.words, prints, entities, homes, rejected=rejected, nods=aside.nods)
        found = link_in_order(told, lambda points: Line(shelves, points))
        linked.write(live.folder.linked / state, _settled(found, entities, homes))


class _Aside:
    """What linking needs of each reading, by article; texts are left behind, all but their prints and what was said."""

    def __init__(self, shelves: Shelves) -> None:
        self.articles: Shelf[Article] = Shelf(shelves)
        self.chains: Shelf[tuple[Chain, ...]] = Shelf(shelves)
        self.statements: Shelf[tuple[Statement, ...]] = Shelf(shelves)
        self.words: Shelf[str] = Shelf(shelves)
        self.nods: dict[str, Nod] = {}

    def take(self, read: Read) -> Print:
        """Put one reading aside and give the print of its text."""
        article, text = read.article, read.article.text
        self.articles.put([(article.id, replace(article, text=""))])
        self.chains.put([(article.id, read.chains)])
        self.statements.put([(article.id, tuple(sorted(read.statements, key=place)))])
        self.words.put({one.id: spoken(text, one.content) for one in read.statements}.items())
        nods = ((one.id, nod(text, one)) for one in read.statements)
        self.nods.update((id_, told) for id_, told in nods if told)
        return fingerprint(article, [block for block in read.blocks if block.role in READ_ROLES])

    def chains_in_order(self) -> Iterator[tuple[Chain, Article]]:
        """Yield all chains, each with its article, whatever order the articles were read in."""
        for article, chains in zip(self.articles.in_order(), self.chains.in_order(), strict=True):
            yield from ((each, article) for each in chains)


@dataclass(frozen=True, slots=True)
class _Statements:
    """All statements in order, read from disk each time they are gone through."""

    of_article: Shelf[tuple[Statement, ...]]

    def __iter__(self) -> Iterator[Statement]:
        return chain.from_iterable(self.of_article.in_order())


def _entities(shelves: Shelves, aside: _Aside) -> tuple[Shelf[Entity], Shelf[str]]:
    """Say which entities there are and which each chain is.

    Those who stay alone are linked article by article; only the others are held in memory together.
    """
    entities: Shelf[Entity] = Shelf(shelves)
    homes: Shelf[str] = Shelf(shelves)

    def keep(chains: Iterable[tuple[Chain, Article]]) -> None:
        found, home = link_entities(chains)
        entities.put((entity.id, entity) for entity in found)
        homes.put(home.items())

    for article, chains in zip(aside.articles.in_order(), aside.chains.in_order(), strict=True):
        keep((each, article) for each in chains if stays_alone(each))
    keep((each, article) for each, article in aside.chains_in_order() if not stays_alone(each))
    return entities, homes


def _judged(
    shelves: Shelves, aside: _Aside, found: tuple[Shelf[Entity], Shelf[str]], verdicts: Sequence[Verdict]
) -> tuple[Shelf[Entity], Shelf[str]]:
    """Apply what people said of who is one and who is not; for that all entities are held in memory."""
    people = tuple(found[0].in_order()), dict(found[1])
    entities, homes = judged_people(
        *people, lambda wanted: [pair for pair in aside.chains_in_order() if pair[0].id in wanted], verdicts
    )
    return Shelf(shelves, ((entity.id, entity) for entity in entities)), Shelf(shelves, homes.items())


def _settled(found: Found, entities: Shelf[Entity], homes: Shelf[str]) -> Linked:
    """Keep of what was linked what is not in the readings."""
    stated: dict[tuple[str, int], str] = {}
    copies: dict[str, tuple[str, ...]] = {}
    for statement in found.statements:
        claims = [(number, part.claim) for number, part in enumerate(statement.parts) if part.claim]
        if claims or statement.copies:
            id_ = statement.id
            stated.update({(id_, number): claim for number, claim in claims})
            copies.update({id_: statement.copies} if statement.copies else {})
    return Linked(entities, homes, found.claims, found.links, stated, copies)
