"""Linking a whole record: statements with their frames in; copies, claims, links and framing out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.link.claims import gather_claims
from onrecord.link.copies import Copied, Print, find_copies, same_words
from onrecord.link.lands import Lands
from onrecord.link.points import Point, Pointer, make_points, place_names
from onrecord.link.ties import tie
from onrecord.records import Article, Claim, Entity, Framing, Link, Relation, Statement


@dataclass(frozen=True, slots=True)
class Told:
    """What linking looks at: the record's articles and statements, the words of each statement, prints, and entities.

    ``homes`` gives the entity of each chain. Texts are not needed: prints and words are taken of them one by one.
    """

    articles: Mapping[str, Article]
    statements: Sequence[Statement]
    words: Mapping[str, str]
    prints: Sequence[Print]
    entities: Mapping[str, Entity]
    homes: Mapping[str, str]
    framing: Sequence[Framing] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found: statements with their copies and claims filled in, claims, links, framing, copied articles."""

    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    framing: tuple[Framing, ...]
    copied: tuple[Copied, ...]


def link_record(told: Told) -> Linked:
    """Link the statements of a record; equal input in any order gives equal output."""
    statements = sorted(told.statements, key=lambda s: (s.article, s.content, s.id))
    copied = find_copies(told.prints)
    copies = same_words(copied, statements, told.words)
    firsts = [s for s in statements if s.id == min((s.id, *copies.get(s.id, ())))]
    lands = Lands(place_names(statements, told.entities.values()))
    points = make_points(Pointer(told.entities, told.homes, lands), firsts, told.articles)
    links = tie(points, lands)
    claims = gather_claims(points, links)
    variants = _variants(points, links)
    filled = tuple(_fill(s, claims.of, copies, variants) for s in statements)
    return Linked(filled, claims.claims, tuple(links), tuple(told.framing), tuple(copied))


def _variants(points: Sequence[Point], links: Sequence[Link]) -> dict[str, set[str]]:
    """Find the same utterance in other words: one speaker, one proposition, one known day, two articles."""
    known = {(point.statement, point.spans): point for point in points}
    found: dict[str, set[str]] = {}
    for link in links:
        a, b = known[link.a, link.a_spans], known[link.b, link.b_spans]
        one_day = a.dated and b.dated and a.said == b.said
        if link.relation is Relation.SAME and a.speaker and a.speaker == b.speaker and one_day and a.article != b.article:
            found.setdefault(link.a, set()).add(link.b)
            found.setdefault(link.b, set()).add(link.a)
    return found


def _fill(
    statement: Statement,
    claim: Mapping[tuple[str, tuple[tuple[int, int], ...]], str],
    copies: Mapping[str, tuple[str, ...]],
    variants: Mapping[str, set[str]],
) -> Statement:
    parts = tuple(replace(part, claim=claim.get((statement.id, part.spans))) for part in statement.parts)
    others = sorted({*copies.get(statement.id, ()), *variants.get(statement.id, ())})
    return replace(statement, parts=parts, copies=tuple(others))
