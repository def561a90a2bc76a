"""Clashes and the same claim inside one article: what must make none, beside what does."""

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.flow.reading import Backends
from onrecord.read.attributions import RulesTagger
from tests.link.minimal_pairs import link_readings, read_sentence


@pytest.fixture(scope="module")
def backends() -> Backends:
    return Backends(SpacyParser(), RulesTagger())


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "The union said that 46 prisoners were held in Lodwar.",
            "General Moses Lubanga said that 90 prisoners were held in Lodwar.",
            {"contradicts"},
        ),
        (
            "The union said that 46 prisoners were held in Lodwar.",
            "General Moses Lubanga said that nine prisoners are still held in Lodwar.",
            set(),
        ),
        (
            "“The wall protects Lodwar,” Senator Ruth Achieng said.",
            "“The wall does not protect Lodwar,” General Moses Lubanga said.",
            {"contradicts"},
        ),
        (
            "“They know the wall protects Lodwar,” Senator Ruth Achieng said.",
            "“The wall does not protect Lodwar,” General Moses Lubanga said.",
            set(),
        ),
        (
            "“The wall raises the rent in Lodwar,” Senator Ruth Achieng said.",
            "“The wall raises the rent in Lodwar by 29 percent,” Senator Ruth Achieng said.",
            set(),
        ),
        (
            "“The wall protects the old market in Lodwar from robbers,” Senator Ruth Achieng said. " + "The rain fell. " * 40,
            "“This wall protects the old market in Lodwar from gangs of robbers,” Senator Ruth Achieng said.",
            {"same"},
        ),
        (
            "“The wall protects the old market in Lodwar from robbers,” Senator Ruth Achieng said.",
            "“The wall protects the new market in Lodwar from gangs of robbers,” Senator Ruth Achieng said.",
            set(),
        ),
        (
            "General Moses Lubanga said that Kenya and the March Brigade are linked.",
            "Senator Ruth Achieng said that Kenya and the March Brigade are not linked.",
            {"contradicts"},
        ),
        (
            "General Moses Lubanga said that Kenya and the March Brigade are linked.",
            "Senator Ruth Achieng said that Kenya and the March Brigade are not linked in that way.",
            set(),
        ),
        (
            "Senator Ruth Achieng said Kenya had dictated to Uganda.",
            "“Kenya has not dictated to Uganda,” General Moses Lubanga said.",
            {"contradicts"},
        ),
        (
            "Senator Ruth Achieng said that Kenya had dictated to Uganda, General Moses Lubanga said.",
            "“Kenya has not dictated to Uganda,” Lubanga said.",
            set(),
        ),
    ],
)
def test_in_one_article(backends: Backends, first: str, second: str, expected: set[str]) -> None:
    linked = link_readings([read_sentence("2021-03-04", f"{first}\n\n{second}", backends)])
    assert {link.relation.value for link in linked.links} == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Judge Ruth Stavrou said the inquiry found no evidence of political bias.",
            "Banker Otto Halden said the inquiry has found no evidence of systematic political bias.",
            set(),
        ),
        (
            "Judge Ruth Stavrou said the Lodwar inquiry found no evidence of political bias in Kenya.",
            "Banker Otto Halden said the Lodwar inquiry found no evidence of political bias in Kenya.",
            {"same"},
        ),
        (
            "Not a single one of the doctors in Lodwar says the herb kills children in Kenya.",
            "Radio host Paul Banda told listeners the herb kills children in Kenya.",
            set(),
        ),
        (
            "The Lodwar Institute said more than 900,000 people in Kenya have been infected.",
            "The health ministry said more than 3.6 million people in Kenya have been infected.",
            set(),
        ),
        (
            "The Lodwar Institute said more than 900,000 people in Kenya have been infected.",
            "The health ministry said more than 920,000 people in Kenya have been infected.",
            {"same"},
        ),
        (
            "“The Kenyan people disagree,” Senator Ruth Achieng said.",
            "Paul Banda wrote that the Kenyan people disagree about what they watch.",
            set(),
        ),
        (
            "Senator Ruth Achieng said she supports this old bill on fishing rights for villages.",
            "“I support this bill on fishing rights for old villages,” Senator Ruth Achieng said.",
            set(),
        ),
        (
            "Senator Ruth Achieng said she supports the old bill on fishing rights for villages.",
            "“I support the bill on fishing rights for old villages,” Senator Ruth Achieng said.",
            {"same"},
        ),
        (
            "One doctor in Lodwar says the herb kills children in Kenya.",
            "Radio host Paul Banda told listeners the herb kills children in Kenya.",
            {"same"},
        ),
    ],
)
def test_in_two_articles_of_no_one_story(backends: Backends, first: str, second: str, expected: set[str]) -> None:
    linked = link_readings([read_sentence("2021-03-04", first, backends), read_sentence("2021-05-04", second, backends)])
    assert {link.relation.value for link in linked.links} == expected


@pytest.mark.parametrize(("day", "expected"), [("2021-05-04", {"same"}), ("2024-05-04", set())])
def test_what_was_to_come_long_apart_is_another_thing(backends: Backends, day: str, expected: set[str]) -> None:
    first = "Senator Ruth Achieng announced that she will seek a seat in the senate of Kenya."
    then = "Ruth Achieng announced that she will again seek a coastal seat in the senate of Kenya."
    linked = link_readings([read_sentence("2021-03-04", first, backends), read_sentence(day, then, backends)])
    assert {link.relation.value for link in linked.links} == expected
