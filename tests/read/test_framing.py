import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.flow.reading import Backends, read
from onrecord.read.attributions import RulesTagger
from onrecord.records import Found, Reading, Relation, Sighting, Told

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


LEAD = "The Defence Council said that Kenyan camps are feeding the war in Uganda. "
QUOTED = (
    "“We know of the camps that lie along the border between Kenya and Uganda, and they feed the war,” spokesman Amos Kibet said."
)


def test_a_paraphrase_that_says_whose_land_it_is_goes_beyond_the_quotation(backends: Backends) -> None:
    found = reading(LEAD + QUOTED, backends)
    (framing,) = found.framing
    assert (found.article.text[slice(*framing.span)], framing.relation) == ("Kenyan", Relation.ELABORATES)
    quotation = next(statement for statement in found.statements if statement.id == framing.statement)
    assert quotation.speaker_name == "Amos Kibet"


@pytest.mark.parametrize(
    "quoted",
    [
        "“We know of the Kenyan camps along the border with Uganda, and they feed the war,” spokesman Amos Kibet said.",
        "“We know of the camps, and they feed the war in Uganda,” spokesman Amos Kibet said.",
        "“There is famine along the border between Kenya and Uganda,” spokesman Amos Kibet said.",
    ],
)
def test_a_quotation_that_bears_it_out_or_speaks_of_something_else_flags_nothing(quoted: str, backends: Backends) -> None:
    assert not reading(LEAD + quoted, backends).framing


def test_a_doubt_left_out_of_the_paraphrase_is_marked(backends: Backends) -> None:
    text = (
        "Daniel Otiro said that rebels shelled the market in Lodwar. “Rebels may have shelled the market in Lodwar,” Otiro said."
    )
    found = reading(text, backends)
    (framing,) = found.framing
    assert found.article.text[slice(*framing.span)] == "rebels shelled the market in Lodwar"
