from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from onrecord.flow import linking
from onrecord.link.entities import link_entities
from onrecord.records import (
    Article,
    Block,
    Chain,
    Frame,
    Kind,
    Manner,
    Part,
    Reading,
    Role,
    RoleSeen,
    Statement,
    Term,
    When,
    text_id,
)
from onrecord.store import linked, shelf
from onrecord.store.force import Force
from onrecord.store.layout import Folder
from onrecord.store.readings import Read
from onrecord.store.shape import Linked
from onrecord.store.shelf import Shelves
from tests.link.minimal_pairs import link_readings

WORDS = " ".join(f"word{number}" for number in range(120))


@dataclass
class Given:
    """Stands in for the readings of a record, in an order of its own."""

    folder: Folder
    held: list[Reading]
    force: Force = field(default_factory=Force)

    def readings(self, parts):
        return (Read("key", r.article, **{name: getattr(r, name) for name in parts}) for r in self.held)


def reading(number: int) -> Reading:
    """Make a reading in which somebody says what others say too, beside a passage that every third article repeats."""
    said = f"there are {number % 2 + 3} camps in Oramesh"
    name = f"Ada Ternin{number % 2}"
    before, after = (WORDS, WORDS[::-1]) if number % 3 == 0 else ("", "")
    text = f"{number} {before} {said}, said {name}. {after}"
    article = Article(text_id(text), text, published=When(f"2021-03-{number + 10}", f"2021-03-{number + 10}", "day", "given"))
    office = (RoleSeen("Prime Minister", "Oramesh", (0, 1)),)
    chains = (
        Chain(f"c-{number}-a", article.id, Kind.PERSON, name, (name,), True, () if number % 2 else office),
        Chain(f"c-{number}-b", article.id, Kind.GROUP, "officials", ("officials",), False),
        Chain(f"c-{number}-c", article.id, Kind.PERSON, "Prime Minister", ("Prime Minister",), False, office),
    )
    terms = (Term("agent", "camp", "be", "noun"), Term("in", "Oramesh", "camp", "land"))
    frame = Frame("be", terms, ("camp", "rebel", "valley"))
    start = text.index(said)
    span = (start, start + len(said))
    part = Part((span,), said, frames=(frame,))
    statement = Statement(article.id, ((0, 3),), ((4, 8),), (span,), Manner.INDIRECT, speaker=chains[0].id, speaker_name=name)
    blocks = (Block(article.id, 0, len(text), Role.BODY),)
    return Reading(article, blocks, chains=chains, statements=(replace(statement, parts=(part,)),))


def linked_on_disk(where: Path, readings: list[Reading]) -> Linked:
    (where / "linked").mkdir(parents=True)
    linking.link(Given(Folder(where), readings), "state")
    with closing(Shelves()) as shelves:
        found = linked.read(where / "linked" / "state", shelves)
        return replace(found, entities=dict(found.entities), homes=dict(found.homes))


def test_linking_from_disk_finds_what_linking_in_memory_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "HELD", 3)
    readings = [reading(number) for number in range(12)]
    on_disk, in_memory = linked_on_disk(tmp_path / "a", readings), link_readings(readings)
    assert on_disk.links == in_memory.links
    assert on_disk.claims == in_memory.claims
    assert on_disk.copies == {s.id: s.copies for s in in_memory.statements if s.copies}
    assert all((on_disk.links, on_disk.claims, on_disk.copies))
    entities, homes = link_entities((chain, one.article) for one in readings for chain in one.chains)
    assert (on_disk.entities, on_disk.homes) == ({entity.id: entity for entity in entities}, homes)
    assert homes["c-5-c"] == homes["c-4-a"]


def test_the_order_of_readings_does_not_count(tmp_path: Path) -> None:
    readings = [reading(number) for number in range(12)]
    assert linked_on_disk(tmp_path / "a", readings) == linked_on_disk(tmp_path / "b", readings[::-1])
