import tomllib
from pathlib import Path

import pytest

from onrecord.flow.models import Installed
from onrecord.flow.reading import Backends
from onrecord.link.beside import SIDING
from onrecord.records import Link, Reading
from tests.link.minimal_pairs import link_readings, read_sentence

CASES = tomllib.loads(Path(__file__).with_name("siding_pairs.toml").read_text("utf-8"))["case"]
DAY = "2021-03-04"


@pytest.fixture(scope="module")
def backends() -> Backends:
    return Installed().load()


def sided(reading: Reading) -> list[Link]:
    return [link for link in link_readings([reading]).links if link.relation in SIDING]


def told(reading: Reading, spans: tuple[tuple[int, int], ...]) -> str:
    return reading.article.text[spans[0][0] : spans[-1][1]]


@pytest.mark.parametrize("case", CASES, ids=[f"{number}-{case['differs']}" for number, case in enumerate(CASES)])
def test_only_what_is_marked_or_told_in_full_supports_or_adds(case: dict[str, object], backends: Backends) -> None:
    reading = read_sentence(DAY, str(case["text"]), backends)
    found = sided(reading)
    right = case["right"]
    assert isinstance(right, list)
    assert len(found) == len(right)
    for link, line in zip(found, right, strict=True):
        relation, _, sides = str(line).partition(" ")
        a, _, b = sides.partition(" > ")
        assert link.relation == relation
        assert told(reading, link.a_spans).lstrip("“").startswith(a)
        assert told(reading, link.b_spans).lstrip("“").startswith(b)


def test_there_are_cases_of_every_kind_and_enough_that_must_not_be() -> None:
    assert len(CASES) >= 24
    assert {case["differs"] for case in CASES} >= {"number", "actor", "territory", "negation", "hedge", "speaker"}
    assert sum(not case["right"] for case in CASES) >= 15


def test_the_link_says_what_it_rests_on(backends: Backends) -> None:
    agreed, reason = (sided(read_sentence(DAY, str(CASES[number]["text"]), backends))[0] for number in (0, 13))
    assert "the first agrees with what the other said (“agreed”)" in agreed.why
    assert "Mira Holm" in agreed.why
    assert "Odo Bresk" in agreed.why
    assert "told as its reason (“that is why”)" in reason.why
    assert (agreed.by, reason.by) == ("agreement/1", "reason/1")


def test_it_makes_no_claim_and_leaves_every_other_link(backends: Backends) -> None:
    confirmed = read_sentence(DAY, str(CASES[9]["text"]), backends)
    linked = link_readings([confirmed])
    assert sorted(link.relation.value for link in linked.links) == ["same", "supports"]
    assert [len(claim.statements) for claim in linked.claims] == [2]
    agreed = link_readings([read_sentence(DAY, str(CASES[0]["text"]), backends)])
    assert not agreed.claims
