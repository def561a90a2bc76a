"""Linking a whole record: statements with their frames in; copies, claims, links and framing out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from onrecord.link.agreeing import Nod
from onrecord.link.bare import complete
from onrecord.link.claims import Key, gather_claims, points_of
from onrecord.link.copies import Copied, Print, find_copies, same_words
from onrecord.link.lands import Lands
from onrecord.link.pointing import Pointer, make_points, place_names
from onrecord.link.points import Point
from onrecord.link.ties import tie
from onrecord.records import Article, Claim, Entity, Framing, Link, Relation, Statement

Hold = Callable[[Iterable[Point]], Sequence[Point]]
"""Puts points where they can be asked for by number, again and again: a list, or a place on disk."""


@dataclass(frozen=True, slots=True)
class Told:
    """What linking looks at: the record's articles and statements, the words of each statement, prints, and entities.

    ``homes`` gives the entity of each chain. Texts are not needed: prints and words are taken of them one by one. ``statements``
    are gone through more than once. Links in ``rejected`` are made as any other, but hold no claim together. ``nods`` are the
    acts of agreement among the statements.
    """

    articles: Mapping[str, Article]
    statements: Iterable[Statement]
    words: Mapping[str, str]
    prints: Iterable[Print]
    entities: Mapping[str, Entity]
    homes: Mapping[str, str]
    framing: Sequence[Framing] = ()
    rejected: Collection[str] = ()
    nods: Mapping[str, Nod] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found: statements with their copies and claims filled in, claims, links, framing, copied articles.

    ``statements`` can be gone through more than once.
    """

    statements: Iterable[Statement]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    framing: tuple[Framing, ...]
    copied: tuple[Copied, ...]


def place(statement: Statement) -> tuple[object, ...]:
    """Give what statements are put in order by."""
    return statement.article, statement.content, statement.id


def link_record(told: Told) -> Linked:
    """Link the statements of a record, held in memory; equal input in any order gives equal output."""
    return link_in_order(replace(told, statements=sorted(told.statements, key=place)), list)


def link_in_order(told: Told, hold: Hold) -> Linked:
    """Link statements that come in the order of ``place``, one by one; what is held of them is small, the points by ``hold``."""
    copied = find_copies(told.prints)
    copies = same_words(copied, told.statements, told.words)
    lands = Lands(place_names(told.statements, told.entities.values()))
    pointer = Pointer(told.entities, told.homes, lands)
    firsts = (s for s in told.statements if s.id == min((s.id, *copies.get(s.id, ()))))
    told_of = (make_points(pointer, tuple(group), told.articles) for _, group in groupby(firsts, lambda first: first.article))
    points = hold(point for group in told_of for point in complete(group))
    links = tie(points, lands, told.nods)
    known = points_of(points, links)
    held = [link for link in links if link.id not in told.rejected]
    claims = gather_claims(known, held)
    filled = _Filled(told.statements, claims.of, copies, _variants(known, held))
    return Linked(filled, claims.claims, tuple(links), tuple(told.framing), tuple(copied))


def _variants(known: Mapping[Key, Point], links: Iterable[Link]) -> dict[str, set[str]]:
    """Find the same utterance in other words: one speaker, one proposition, one known day, two articles."""
    found: dict[str, set[str]] = {}
    for link in links:
        a, b = known[link.a, link.a_spans], known[link.b, link.b_spans]
        one_day = a.dated and b.dated and a.said == b.said
        if link.relation is Relation.SAME and a.speaker and a.speaker == b.speaker and one_day and a.article != b.article:
            found.setdefault(link.a, set()).add(link.b)
            found.setdefault(link.b, set()).add(link.a)
    return found


@dataclass(frozen=True, slots=True)
class _Filled:
    """Statements with what was found of them filled in as they are gone through."""

    statements: Iterable[Statement]
    claim: Mapping[Key, str]
    copies: Mapping[str, tuple[str, ...]]
    variants: Mapping[str, set[str]]

    def __iter__(self) -> Iterator[Statement]:
        for statement in self.statements:
            id_ = statement.id
            parts = tuple(replace(part, claim=self.claim.get((id_, part.spans))) for part in statement.parts)
            others = sorted({*self.copies.get(id_, ()), *self.variants.get(id_, ())})
            yield replace(statement, parts=parts, copies=tuple(others))
