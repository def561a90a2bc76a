"""Issues: what stands on either side of one question, drawn together from the links of a record.

An issue is every proposition that links of sameness and of dispute join, with at least one dispute among them. It asserts nothing
that its links do not: each carries its own why, and a link that a person rejected is no longer there.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.records import Act, Link, Relation, Spans, Statement, Strength, make_id
from onrecord.show.days import in_words
from onrecord.show.disputes import Dispute, by_id
from onrecord.show.joined import Joined
from onrecord.show.lanes import WIDTH, Lane, Tie, draw, mark
from onrecord.show.passages import one_line, words
from onrecord.show.rows import said_row
from onrecord.show.said import Said, by_day
from onrecord.store.questions import ties

_WORD = re.compile(r"\w+")
_ACCUSED_OF, _CLAUSES = re.compile(r"\w (?:of|for) \w"), ("that ", "there ")
Key = tuple[str, Spans]
"""A part of a statement: the statement and the spans."""

STANCES = ("asserts", "denies", "hedges")
SHAPES = {"asserts": "plain", "denies": "denial", "hedges": "hedge"}
"""The mark of each stance in the lanes."""

MOST_ARCS = 24
"""So many disputes of an issue have an arc in its picture, the firmest ones; all are listed under it."""


@dataclass(frozen=True, slots=True)
class Position:
    """A part of a statement that an issue is about; ``side`` is 0 or 1, null where the links do not fit into two sides."""

    said: Said
    spans: Spans
    proposition: str
    stance: str
    side: int | None

    @property
    def speaker(self) -> str:
        """Name who takes the position."""
        return one_line(self.said.speaker or "") or ("speaker left open" if self.said.source else "no source given")

    @property
    def told(self) -> str:
        """Give the proposition as a line of its own: a denial, or what is no sentence without "accused", says so first."""
        statement, words = self.said.statement, self.proposition
        negated = any(part.negated for part in statement.parts if part.spans == self.spans)
        if self.stance == "denies" and not negated:
            words = f"denied: {words}"
        elif statement.act is Act.ACCUSE and _ACCUSED_OF.search(words) and not self.said.quote.startswith(_CLAUSES):
            words = f"accused: {words}"
        return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Holder:
    """One speaker in an issue: their positions in order of day, and the names of those they clash with."""

    name: str
    entity: str | None
    positions: tuple[Position, ...]
    against: tuple[str, ...]

    @property
    def stances(self) -> tuple[str, ...]:
        """Give what they do, in the order of STANCES."""
        held = {one.stance for one in self.positions}
        return tuple(stance for stance in STANCES if stance in held)

    @property
    def sides(self) -> tuple[int | None, ...]:
        """Give the sides they were on, in order of day, each change once."""
        held: list[int | None] = []
        for one in self.positions:
            if not held or held[-1] != one.side:
                held.append(one.side)
        return tuple(held)


@dataclass(frozen=True, slots=True)
class Issue:
    """Positions on one question, in order of day, and the disputes between them, the firmest first.

    ``title`` is the proposition most often set against another, ``counter`` that of the other side, empty where none is.
    """

    id: str
    title: str
    counter: str
    positions: tuple[Position, ...]
    disputes: tuple[Dispute, ...]

    @property
    def statements(self) -> dict[str, Said]:
        """Give the statements by id, in order of day."""
        return {one.said.id: one.said for one in self.positions}

    @property
    def articles(self) -> int:
        """Count the articles the statements stand in."""
        return len({one.said.article.id for one in self.positions})

    @property
    def independent(self) -> int:
        """Count the articles, those once of which one repeats another's words."""
        home = {id_: said.article.id for id_, said in self.statements.items()}
        joined = Joined({one.said.article.id for one in self.positions})
        for said in self.statements.values():
            for copy in said.statement.copies:
                if copy in home:
                    joined.join(said.article.id, home[copy])
        return len(joined.groups())

    def side(self, number: int | None) -> list[Position]:
        """Give the positions of one side, in order of day."""
        return [one for one in self.positions if one.side == number]

    def voices(self, number: int | None) -> list[str]:
        """Name those who take a side, in order of day."""
        return list(dict.fromkeys(one.speaker for one in self.side(number)))

    def holders(self) -> list[Holder]:
        """Give everybody in it, those of the first side first, then by first day."""
        own: dict[str, list[Position]] = defaultdict(list)
        for one in self.positions:
            own[_who(one.said)].append(one)
        against: dict[str, dict[str, None]] = defaultdict(dict)
        for pair in self.disputes:
            for here, there in ((pair.a, pair.b), (pair.b, pair.a)):
                if there.speaker and there.speaker != here.speaker:
                    against[_who(here)][one_line(there.speaker)] = None
        found = [
            Holder(held[0].speaker, held[0].said.statement.speaker, tuple(held), tuple(sorted(against[who])))
            for who, held in own.items()
        ]
        return sorted(
            found, key=lambda one: (one.positions[-1].side or 0, not one.positions[0].said.speaker, by_day(one.positions[0].said))
        )


def issues(db: sqlite3.Connection) -> list[Issue]:
    """Draw the issues of a record together, those with the most and the firmest disputes first."""
    links = [link for link in ties.links(db, (Relation.SAME, *ties.DISPUTES)) if link.strength is not Strength.TENSION]
    joined: Joined[Key] = Joined(())
    for link in links:
        joined.join((link.a, link.a_spans), (link.b, link.b_spans))
    groups = joined.groups()
    home = {key: number for number, keys in enumerate(groups) for key in keys}
    held: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        held[home[link.a, link.a_spans]].append(link)
    disputed = {number: own for number, own in held.items() if any(link.relation in ties.DISPUTES for link in own)}
    said = by_id(db, {side for own in disputed.values() for link in own for side in (link.a, link.b)})
    named = dict(db.execute("SELECT id, issue FROM claims"))
    found = [issue for number, own in disputed.items() if (issue := _issue(groups[number], own, said, named))]
    return sorted(found, key=_weight)


def picture(issue: Issue, href: str = "/s/", width: int = WIDTH) -> str:
    """Draw who said what when, one side above the other, an arc for each dispute; ``href`` as ``lanes.draw`` wants it."""
    rows: list[Lane] = []
    side: int | None = None
    for holder in issue.holders():
        first = holder.positions[-1].side
        if issue.counter and (not rows or first != side):
            rows.append(Lane("", issue.counter if first else issue.title))
            side = first
        marks = {one.said.id: mark(one.said, SHAPES[one.stance]) for one in holder.positions}
        home = f"/who/{holder.entity}" if holder.entity and href.startswith("/") else f"{href}{holder.positions[0].said.id}"
        rows.append(Lane(home, holder.name, list(marks.values()), holder.entity or holder.name))
    arcs = [
        Tie(
            pair.a.id,
            pair.b.id,
            str(pair.link.relation),
            in_words(pair.link.why),
            pair_href(pair) if href.startswith("/") else f"#{pair.id}",
        )
        for pair in issue.disputes[:MOST_ARCS]
    ]
    return draw(rows, arcs, href, width)


def pair_href(pair: Dispute) -> str:
    """Give the address on the desk of two statements side by side."""
    return f"/compare?a={pair.a.id}&b={pair.b.id}"


def issue_row(issue: Issue) -> dict[str, Any]:
    """Write an issue as a row of plain values."""
    return {
        "id": issue.id,
        "proposition": issue.title,
        "counter": issue.counter,
        "statements": len(issue.statements),
        "articles": issue.articles,
        "independent": issue.independent,
        "speakers": [one.name for one in issue.holders()],
        "disputes": [pair.id for pair in issue.disputes],
    }


def position_row(one: Position) -> dict[str, Any]:
    """Write a position as a row of plain values."""
    spans = [list(span) for span in one.spans]
    return {"stance": one.stance, "side": one.side, "proposition": one.proposition, "spans": spans, **said_row(one.said)}


def stance_of(statement: Statement, spans: Spans) -> str:
    """Say whether a statement asserts, denies or hedges what stands at these spans, from its own words alone."""
    part = next((part for part in statement.parts if part.spans == spans), None)
    if statement.act in (Act.DENY, Act.DOUBT) or (part and part.negated):
        return "denies"
    return "hedges" if part and part.hedged else "asserts"


def _issue(keys: Sequence[Key], links: Sequence[Link], said: Mapping[str, Said], named: Mapping[str, str]) -> Issue | None:
    pairs = [
        Dispute(link, said[link.a], said[link.b])
        for link in links
        if link.relation in ties.DISPUTES and link.a in said and link.b in said
    ]
    sides = _sides(links)
    deniers = {(link.a, link.a_spans) for link in links if link.relation is Relation.DENIES}
    positions = [
        Position(said[id_], spans, proposition_of(said[id_], spans), stance, sides.get((id_, spans)))
        for id_, spans in keys
        if id_ in said
        for stance in ["denies" if (id_, spans) in deniers else stance_of(said[id_].statement, spans)]
    ]
    positions.sort(key=lambda one: (by_day(one.said), one.spans))
    if not pairs:
        return None
    if sum(one.stance == "denies" for one in positions if one.side == 0) > sum(
        one.stance == "denies" for one in positions if one.side == 1
    ):
        positions = [_turned(one) for one in positions]
    title = _spokesman([one for one in positions if one.side != 1], positions)
    counter = _spokesman([one for one in positions if one.side == 1], positions)
    claims = sorted({named[part.claim or ""] for one in positions for part in one.said.statement.parts if part.claim in named})
    return Issue(claims[0] if claims else make_id("i", *keys[0]), title, counter, tuple(positions), tuple(pairs))


def proposition_of(said: Said, spans: Spans) -> str:
    """Give a part's proposition, readable alone; the words themselves where it has none."""
    told = next((part.proposition for part in said.statement.parts if part.spans == spans and part.proposition), "")
    return one_line(told or words(said.article.text, spans))


def _spokesman(positions: Sequence[Position], every: Sequence[Position]) -> str:
    """Pick the proposition that stands for a side: the one that shares most of its words with the rest of the issue."""
    bags = {one: frozenset(_WORD.findall(one.proposition.casefold())) for one in every}

    def shared(one: Position) -> float:
        return sum(len(bags[one] & bag) / max(1, len(bags[one] | bag)) for bag in bags.values())

    best = min(
        positions,
        key=lambda one: (one.said.speaker is None, -round(shared(one), 6), abs(len(one.proposition) - 60), by_day(one.said)),
        default=None,
    )
    if best is None:
        return ""
    return best.told


def _sides(links: Sequence[Link]) -> dict[Key, int]:
    """Put each part on one of two sides so that every dispute crosses; empty where that cannot be done."""
    beside: dict[Key, list[tuple[Key, int]]] = defaultdict(list)
    for link in links:
        a, b, other = (link.a, link.a_spans), (link.b, link.b_spans), int(link.relation is not Relation.SAME)
        beside[a].append((b, other))
        beside[b].append((a, other))
    start = min(beside)
    side, waiting = {start: 0}, [start]
    while waiting:
        here = waiting.pop()
        for there, other in beside[here]:
            if there not in side:
                side[there] = side[here] ^ other
                waiting.append(there)
            elif side[there] != side[here] ^ other:
                return {}
    return side


def _turned(one: Position) -> Position:
    return Position(one.said, one.spans, one.proposition, one.stance, None if one.side is None else 1 - one.side)


def _weight(issue: Issue) -> tuple[int, int, int, str]:
    named = sum(1 for pair in issue.disputes if pair.a.speaker and pair.b.speaker and pair.a.speaker != pair.b.speaker)
    strict = sum(1 for pair in issue.disputes if pair.link.strength is Strength.STRICT)
    return -named, -strict, -len(issue.positions), issue.id


def _who(said: Said) -> str:
    return said.statement.speaker or one_line(said.speaker or "") or ("?" + said.id if said.source else "")
