"""Links: seconds of linking against seconds of reading, at growing sizes; past the data there is, made by substituted names."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from benchmarks.common import articles
from onrecord.flow.models import Installed
from onrecord.flow.reading import read
from onrecord.gather.fields import found_in
from onrecord.gather.inputs import Options
from onrecord.link.copies import fingerprint, spoken
from onrecord.link.entities import link_entities
from onrecord.link.record import Linked, Told, link_record
from onrecord.records import READ_ROLES, Found, Frame, Reading, Statement, Term


def main(largest: int = 1000) -> None:
    """Read so many articles once, then link a third of them, all, and all twice (the second time under other names)."""
    backends = Installed().load()
    start = time.monotonic()
    found = [found_in(row, f"sample#{number}", Options()) for number, row in enumerate(articles(largest))]
    readings = list({one.article: read(one, backends) for one in found if isinstance(one, Found)}.values())
    reading = time.monotonic() - start
    print(f"read {len(readings)} articles in {reading:.0f} s")
    third = readings[: len(readings) // 3]
    for name, part in ((f"{len(third)}", third), (f"{len(readings)}", readings), (f"{len(readings)} twice", doubled(readings))):
        start = time.monotonic()
        linked = link(part)
        seconds = time.monotonic() - start
        share = seconds / (reading * len(part) / len(readings))
        each = 1000 * seconds / len(linked.statements)
        counts = f"{len(linked.statements)} statements, {len(linked.links)} links"
        print(f"link {name}: {seconds:.1f} s, {share:.1%} of reading, {each:.2f} ms a statement, {counts}")


def link(readings: Sequence[Reading]) -> Linked:
    """Link readings in memory, names and all."""
    in_order = sorted(readings, key=lambda reading: reading.article.id)
    entities, homes = link_entities((chain, reading.article) for reading in in_order for chain in reading.chains)
    words = {s.id: spoken(reading.article.text, s.content) for reading in readings for s in reading.statements}
    prints = [fingerprint(reading.article, [b for b in reading.blocks if b.role in READ_ROLES]) for reading in readings]
    statements = [statement for reading in readings for statement in reading.statements]
    told = {reading.article.id: reading.article for reading in readings}
    return link_record(Told(told, statements, words, prints, {entity.id: entity for entity in entities}, homes))


def doubled(readings: Sequence[Reading]) -> list[Reading]:
    """Add each article again with other people, places and words of the text, as if it were of another country."""
    return [*readings, *(_other(reading) for reading in readings)]


def _other(reading: Reading) -> Reading:
    article = replace(reading.article, id=f"{reading.article.id}x", text=reading.article.text.replace(" ", "x "))
    chains = tuple(
        replace(c, id=f"{c.id}x", article=article.id, name=f"{c.name}x", names=(f"{c.name}x",)) for c in reading.chains
    )
    return Reading(article, reading.blocks, (), chains, tuple(_said(s, article.id) for s in reading.statements))


def _said(statement: Statement, article: str) -> Statement:
    parts = tuple(replace(part, frames=tuple(_frame(frame) for frame in part.frames)) for part in statement.parts)
    speaker = statement.speaker and f"{statement.speaker}x"
    return replace(statement, article=article, speaker=speaker, speaker_name=f"{statement.speaker_name}x", parts=parts)


def _frame(frame: Frame) -> Frame:
    return replace(frame, terms=tuple(_term(term) for term in frame.terms))


def _term(term: Term) -> Term:
    changed: dict[str, Any] = {"chain": term.chain and f"{term.chain}x"}
    if term.kind in ("name", "land") and not term.word.startswith("@"):
        changed["word"] = f"{term.word}x"
    return replace(term, **changed)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
