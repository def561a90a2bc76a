import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.flow.reading import Backends
from onrecord.read.attributions import RulesTagger
from onrecord.records import Link, Relation, Strength
from tests.link.minimal_pairs import link_readings, read_sentence

DENIED = ("2019-05-20", "Turkey’s foreign ministry denied that Turkey interfered in the 2018 election in Cyprus.")
TOLD = ("2019-05-02", "Cyprus’s intelligence chief, Petra Holm, said that Turkey meddled in the 2018 election.")


@pytest.fixture(scope="module")
def backends() -> Backends:
    return Backends(SpacyParser(), RulesTagger())


def across(backends: Backends, *said: tuple[str, str]) -> list[Link]:
    linked = link_readings([read_sentence(day, text, backends) for day, text in said])
    home = {statement.id: statement.article for statement in linked.statements}
    return [link for link in linked.links if home[link.a] != home[link.b]]


def test_a_deed_is_denied_in_other_words_and_the_reasons_are_told(backends: Backends) -> None:
    (link,) = across(backends, DENIED, TOLD)
    assert (link.relation, link.by, link.strength) == (Relation.DENIES, "deed/1", Strength.STRICT)
    assert "time" in link.gates
    for words in ("denied", "Petra Holm said", "not interfere against meddle", "18 days apart"):
        assert words in link.why


def test_who_denies_later_may_mean_what_lies_years_back(backends: Backends) -> None:
    asked = ("2019-05-20", "Turkey’s foreign ministry denied interfering in the election.")
    told = ("2021-02-01", TOLD[1])
    (link,) = across(backends, asked, told)
    assert (link.relation, link.strength) == (Relation.DENIES, Strength.LOOSE)
    again = ("2021-02-01", TOLD[1].replace("2018", "2020"))
    assert not across(backends, asked, again), "nobody denies what comes only later"
    long_ago = ("2019-05-02", TOLD[1].replace("2018", "1998"))
    assert not across(backends, asked, long_ago)


def test_a_bare_denial_is_of_what_its_article_tells(backends: Backends) -> None:
    text = "Judge Ruth Stavrou said that Turkey meddled in the {} in Cyprus. Turkey’s foreign ministry denied any interference."
    (link,) = across(backends, ("2019-05-20", text.format("2018 election")), ("2019-03-01", TOLD[1]))[:1]
    assert link.relation is Relation.DENIES
    other = across(backends, ("2019-05-20", text.format("civil war")), ("2019-03-01", TOLD[1]))
    assert Relation.DENIES not in {link.relation for link in other}


def test_a_denied_accusation_is_that_of_whom_it_names(backends: Backends) -> None:
    denied = ("2020-05-07", "Senator Joseph Brandt denied Tara Lowell’s accusation.")
    told = ("2020-05-15", "Tara Lowell alleged that Joseph Brandt attacked her in the Senate.")
    (link,) = across(backends, denied, told)
    assert (link.relation, link.by, link.strength) == (Relation.DENIES, "account/1", Strength.LOOSE)
    of_another = ("2020-05-15", "Tara Lowell alleged that Peter Holm attacked her in the Senate.")
    assert not across(backends, denied, of_another)


def test_a_state_denies_what_is_told_of_its_government_and_officers(backends: Backends) -> None:
    denied = ("2019-06-17", "Russia’s foreign ministry denied that Russia hacked the parliament’s email.")
    told = ("2019-06-10", "Prosecutor Ada Brandt said that Russian intelligence officers hacked the parliament’s email.")
    (link,) = across(backends, denied, told)
    assert link.relation is Relation.DENIES
    others = ("2019-06-10", "Prosecutor Ada Brandt said that Chinese intelligence officers hacked the parliament’s email.")
    assert not across(backends, denied, others)


def test_a_deed_done_again_and_again_is_of_one_time(backends: Backends) -> None:
    denied = ("2019-06-17", "Iran’s military chief, Reza Tavakoli, denied that Tehran was involved in the ship attacks.")
    assert across(backends, denied, ("2019-06-14", "The US minister Howard Milne blamed Iran for the attacks on two ships."))
    assert not across(backends, denied, ("2017-06-14", "The US minister Howard Milne blamed Iran for the attacks on two ships."))


def test_what_a_denier_says_himself_is_not_denied(backends: Backends) -> None:
    text = "Minister Lars Holm rejected the idea that Denmark is poor: “Denmark is a market economy.”"
    told = ("2016-02-17", "“Denmark is a market economy,” the economist Ada Brandt said.")
    assert Relation.DENIES not in {link.relation for link in across(backends, ("2016-02-20", text), told)}


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("Daniel Otiro's campaign ordered secret polls", True),
        ("Daniel Otiro's campaign dismissed two advisers after word of the secret polls spread", False),
    ],
)
def test_what_is_denied_is_put_forward_and_not_only_spoken_of(backends: Backends, told: str, denied: bool) -> None:
    text = f"Mayor Daniel Otiro denied the existence of the secret polls. The Lodwar Gazette reported that {told}."
    links = link_readings([read_sentence("2021-03-04", text, backends)]).links
    assert bool(links) is denied


@pytest.mark.parametrize(("what", "denied"), [("the journalist", True), ("an illegal plot", False)])
def test_a_deed_done_to_another_is_another_deed(backends: Backends, what: str, denied: bool) -> None:
    text = (
        "General Moses Lubanga denied that he had pursued the journalist. Senator Ruth Achieng accused Moses Lubanga of pursuing "
    )
    assert bool(link_readings([read_sentence("2021-03-04", f"{text}{what}.", backends)]).links) is denied


def test_what_is_only_looked_into_is_not_told(backends: Backends) -> None:
    told = "Judge Ruth Stavrou said that Otto Halden gave a copy of the memos to Mark Weber, who leads an inquiry into whether "
    assert not across(backends, DENIED, ("2019-05-02", f"{told}Turkey meddled in the 2018 election in Cyprus."))
    ordered = "Judge Ruth Stavrou said that Turkey ordered its officers to meddle in the 2018 election in Cyprus."
    (link,) = across(backends, DENIED, ("2019-05-02", ordered))
    assert link.relation is Relation.DENIES


def test_what_somebody_only_wants_to_know_is_not_denied(backends: Backends) -> None:
    denied = "Mayor Daniel Otiro rejected reports that the police were investigating the president. Senator Ruth Achieng said "
    told = link_readings([read_sentence("2021-03-04", f"{denied}the police were investigating the president.", backends)])
    asked = f"{denied}she wants to know how the police could investigate the president."
    (nested,) = link_readings([read_sentence("2021-03-04", asked, backends)]).links
    assert [link.by for link in told.links] != [nested.by] == ["denial/nested"]
    assert "others are said to claim (published 2021-03-04): the police" in nested.why
