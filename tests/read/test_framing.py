import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.flow.reading import Backends, read
from onrecord.read.attributions import RulesTagger
from onrecord.records import Found, Reading, Sighting, Told

SAID = "Foreign minister Daniel Otiro said that the border is calm. "


@pytest.fixture(scope="module")
def backends() -> Backends:
    return Backends(SpacyParser(), RulesTagger())


def reading(text: str, backends: Backends) -> Reading:
    return read(Found(text + "\n", Sighting("a.txt"), Told(language="en")), backends)


@pytest.mark.parametrize(
    "own",
    [
        "Otiro’s words were contradicted an hour later when shells fell on the market.",
        "The attack on the market belied Otiro’s words.",
    ],
)
def test_an_event_set_against_words_is_the_articles_framing(own: str, backends: Backends) -> None:
    found = reading(SAID + own, backends)
    (framing,) = found.framing
    assert found.article.text[slice(*framing.span)].strip() == own
    assert framing.statement == found.statements[0].id


@pytest.mark.parametrize(
    "own",
    [
        "General Moses Lubanga contradicted Otiro’s words.",
        "The market was attacked an hour later.",
        "Nobody’s words were contradicted.",
    ],
)
def test_a_person_who_contradicts_is_no_framing(own: str, backends: Backends) -> None:
    assert reading(SAID + own, backends).framing == ()


def test_words_nobody_said_before_are_not_framed(backends: Backends) -> None:
    assert reading("Otiro’s words were contradicted when shells fell on the market. " + SAID, backends).framing == ()
