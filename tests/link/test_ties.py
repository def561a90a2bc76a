from dataclasses import replace

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.flow.reading import Backends
from onrecord.link.record import Linked
from onrecord.read.attributions import RulesTagger
from onrecord.records import Relation
from tests.link.minimal_pairs import link_readings, read_sentence

NO = ("2021-03-04", "Kenya’s defence minister, Daniel Otiro, said that there are no rebel camps in Kenya.")
YES = ("2021-03-20", "General Moses Lubanga said that rebels run four camps in Kenya.")
AGAIN = ("2021-03-22", "Senator Ruth Achieng said that there are no rebel camps in Kenya.")


@pytest.fixture(scope="module")
def backends() -> Backends:
    return Backends(SpacyParser(), RulesTagger())


def linked(backends: Backends, *said: tuple[str, str]) -> Linked:
    return link_readings([read_sentence(day, text, backends) for day, text in said])


def test_a_link_says_why_and_which_gates_it_passed(backends: Backends) -> None:
    (link,) = linked(backends, NO, YES).links
    assert link.relation is Relation.CONTRADICTS
    assert "territory" in link.gates
    for words in (
        "Daniel Otiro",
        "Moses Lubanga",
        "2021-03-04",
        "2021-03-20",
        "same place",
        "no camp",
        "published 16 days apart",
    ):
        assert words in link.why


def test_only_days_on_which_it_was_said_are_told_as_the_time_between(backends: Backends) -> None:
    first = ("2021-03-04", "Kenya’s defence minister, Daniel Otiro, said on Wednesday that there are no rebel camps in Kenya.")
    then = ("2021-03-20", "General Moses Lubanga said on Friday that rebels run four camps in Kenya.")
    for told, words in (((first, then), ", 16 days apart"), ((first, YES), ", said or published 17 days apart")):
        (link,) = linked(backends, *told).links
        assert link.why.endswith(words)


def test_order_of_arrival_does_not_count(backends: Backends) -> None:
    assert linked(backends, NO, YES, AGAIN) == linked(backends, AGAIN, YES, NO)


def test_claims_hold_one_proposition_and_share_an_issue_with_the_counter_claim(backends: Backends) -> None:
    yes_again = ("2021-03-25", "Judge Amos Kibet said that rebels run four camps in Kenya.")
    found = linked(backends, NO, AGAIN, YES, yes_again)
    assert sorted(len(claim.statements) for claim in found.claims) == [2, 2]
    assert len({claim.issue for claim in found.claims}) == 1
    stated = {part.claim for statement in found.statements for part in statement.parts}
    assert stated == {claim.id for claim in found.claims}


def test_one_person_turning_is_a_shift_only_where_the_order_is_certain(backends: Backends) -> None:
    first = ("2012-03-19", "Claudine Uwera said on Monday that Rwanda does not arm the March Brigade in Congo.")
    then = ("2012-07-11", "Claudine Uwera said on Tuesday that Rwanda arms the March Brigade in Congo.")
    (link,) = linked(backends, first, then).links
    assert (link.relation, link.order) == (Relation.SHIFTS, "known")
    assert link.why.index("2012-07-10") < link.why.index("2012-03-19"), "from the later to the earlier"
    undated = [(day, text.replace(" on Monday", "").replace(" on Tuesday", "")) for day, text in (first, then)]
    (link,) = linked(backends, *undated).links
    assert (link.relation, link.order) == (Relation.CONTRADICTS, "unknown")


def test_a_concession_limits_the_speakers_own_flat_word(backends: Backends) -> None:
    text = (
        "Prime Minister Oto Halden of Norway said that Norway is no longer a haven for smugglers. "
        "Halden said that Norway cannot fully guarantee that smugglers are not taking refuge on its territory."
    )
    relations = [link.relation for link in linked(backends, ("2021-03-04", text)).links]
    assert relations == [Relation.CONCEDES]


def test_copies_are_told_once(backends: Backends) -> None:
    story = (
        "Officials from both provinces met for three hours in the old customs house beside the river on Thursday, and the "
        "governor of the northern one left before lunch without a word to the reporters who had waited outside in heavy rain. "
    )
    whole = ("2021-03-04", story + NO[1] + " Nobody else spoke to reporters after the long meeting in the capital.")
    trimmed = ("2021-03-05", story + NO[1])
    found = linked(backends, whole, trimmed, YES)
    copied = [statement for statement in found.statements if statement.copies]
    assert len(copied) == 2
    assert len(found.copied) == 1
    assert [link.relation for link in found.links] == [Relation.CONTRADICTS], "one independent source, one link"


def test_statements_without_frames_are_left_in_peace(backends: Backends) -> None:
    reading = read_sentence(*NO, backends)
    bare = replace(reading, statements=tuple(replace(s, parts=()) for s in reading.statements))
    assert link_readings([bare]).links == ()
