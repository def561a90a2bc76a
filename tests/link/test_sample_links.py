"""The bundled story's claims: what must clash, and what must never be tied (tests/sample_facts.json)."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.flow.reading import Backends, read
from onrecord.gather.inputs import Input, Options, discover, load
from onrecord.link.record import Linked
from onrecord.read.attributions import RulesTagger
from onrecord.records import Found, Reading, Relation
from tests.link.minimal_pairs import link_readings

FACTS = json.loads(Path(__file__).parents[1].joinpath("sample_facts.json").read_text("utf-8"))
AGAINST = {Relation.DENIES, Relation.CONTRADICTS, Relation.CONCEDES, Relation.SHIFTS}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    backends = Backends(SpacyParser(), RulesTagger())
    inputs = [one for one in discover([str(files("onrecord.sample").joinpath("articles"))]) if isinstance(one, Input)]
    found = {one.article: one for each in inputs for one in load(each, Options()) if isinstance(one, Found)}
    return [read(found[key], backends) for key in sorted(found)]


@pytest.fixture(scope="module")
def linked(readings: list[Reading]) -> Linked:
    return link_readings(readings)


def statements(place: dict[str, Any], readings: list[Reading]) -> set[str]:
    """Find the statements whose content holds the words of a fact."""
    found = set()
    for reading in readings:
        for statement in reading.statements:
            if place["content_text"] in " ".join(reading.article.text[start:end] for start, end in statement.content):
                found.add(statement.id)
    return found


@pytest.mark.parametrize("fact", FACTS["must_not_link"], ids=lambda fact: fact["why"][:40])
def test_what_must_not_be_linked_is_not(fact: dict[str, Any], linked: Linked, readings: list[Reading]) -> None:
    left, right = (statements(fact[side], readings) for side in ("a", "b"))
    tied = [link for link in linked.links if (link.a in left and link.b in right) or (link.b in left and link.a in right)]
    assert not [link for link in tied if link.strength != "tension"]


def test_the_camps_in_oramesh_are_disputed(linked: Linked) -> None:
    found = [link for link in linked.links if link.relation in AGAINST and link.why.count("Oramesh") >= 2]
    assert len(found) >= 3
    assert all("no camp" in link.why for link in found)


def test_the_agency_text_is_one_source(linked: Linked) -> None:
    assert len(linked.copied) == 1
    assert sum(bool(statement.copies) for statement in linked.statements) >= 10


def test_every_link_ties_spans_of_its_statements(linked: Linked) -> None:
    contents = {statement.id: statement.content for statement in linked.statements}
    for link in linked.links:
        for statement, spans in ((link.a, link.a_spans), (link.b, link.b_spans)):
            assert all(any(a <= start and end <= b for a, b in contents[statement]) for start, end in spans), link.why
