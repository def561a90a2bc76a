from pathlib import Path

import pytest

from onrecord import api
from onrecord.backends.spacy import SpacyParser
from onrecord.flow.reading import Backends
from onrecord.read.attributions import RulesTagger

TEXTS = {
    "a.txt": "Kenya’s defence minister, Daniel Otiro, said that there are no rebel camps in Kenya.\n",
    "b.txt": "General Moses Lubanga said that rebels run four camps in Kenya.\n",
    "c.txt": "Senator Ruth Achieng said that there are no rebel camps in Kenya.\n",
}


class Rules:
    """The reader by rules, as a build wants its models."""

    def load(self) -> Backends:
        return Backends(SpacyParser(), RulesTagger())

    def names(self) -> dict[str, str]:
        return {"parser": "spacy", "reader": "rules", "code": "test"}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disputes")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    api.build(folder, folder / "r", models=Rules(), date="2021-03-04")
    return folder / "r"


def test_disputes_show_both_sides_and_why(record: Path) -> None:
    with api.open(record) as opened:
        found = opened.disputes()
        assert {(one.a.speaker, one.b.speaker) for one in found} == {
            ("Daniel Otiro", "Moses Lubanga"),
            ("Ruth Achieng", "Moses Lubanga"),
        }
        (row, *_) = found.rows()
        assert row["relation"] == "contradicts"
        assert row["left"]["sentence"].endswith("no rebel camps in Kenya.")
        assert "same place" in row["why"]


def test_disputes_of_one_speaker(record: Path) -> None:
    with api.open(record) as opened:
        assert [one.a.speaker for one in opened.disputes(speaker="otiro")] == ["Daniel Otiro"]
        assert len(opened.disputes(about="camps")) == 2
        assert len(opened.disputes(relation="same")) == 1
        assert not opened.disputes(speaker="nobody")


def test_two_speakers_compared(record: Path) -> None:
    with api.open(record) as opened:
        assert [one.link.relation for one in opened.compare("lubanga", "daniel otiro")] == ["contradicts"]
        assert [one.link.relation for one in opened.compare("otiro", "achieng")] == ["same"]


def test_claims_list_everyone_who_states_them(record: Path) -> None:
    with api.open(record) as opened:
        (claim,) = opened.claims()
        assert {each.speaker for each in claim.statements} == {"Daniel Otiro", "Ruth Achieng"}
        assert not opened.claims(about="bridge")


def test_the_record_with_links_proves_itself(record: Path) -> None:
    with api.open(record) as opened:
        assert not opened.verify().faults
