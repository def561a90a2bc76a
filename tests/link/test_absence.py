from dataclasses import replace

import pytest

from onrecord.link.absence import deed_absent, label_denied
from onrecord.link.deeds import LACKING, Deed
from onrecord.link.gates import gates
from onrecord.link.labels import find_labels
from onrecord.link.lands import Lands
from onrecord.link.pair import Finding, Pair
from onrecord.link.points import Label, Point, Role
from onrecord.link.scale import Overlap
from onrecord.records import Act, Frame, Term
from tests.link.test_gates import point

SHARE = Overlap(0.6, 0.6, 0.6, 2, 0)
HUNT = Label("inquiry", "witch hunt", named=False)
CALLED = point(labels={HUNT}, mood="topic", predicate="inquiry", article="b", proposition="the inquiry a witch hunt")
NO_HUNT = point(labels={HUNT}, holds=False, denied="not", predicate="hunt", proposition="the inquiry was not a witch hunt")
NO_BRIBE = point(
    kinds={"bribe"}, holds=False, denied="none", predicate="bribe", roles={Role("patient", "be", "bribe", False)}, tense=""
)
BRIBE = point(kinds={"bribe"}, predicate="bribe", verb="bribe", article="b", proposition="it was a bribe", tense="")


def pair(a: Point, b: Point, matter: bool = True) -> Pair:
    return Pair(a, b, SHARE, SHARE, gates(a, b, Lands([])), one_matter=matter)


def labels(predicate: str, *terms: tuple[str, str, str, str], mood: str = "fact") -> frozenset[Label]:
    return find_labels(
        Frame(predicate, terms=tuple(Term(*term) for term in terms), mood=mood), lambda term: (term.word, term.kind == "name")
    )


def test_what_a_thing_is_said_to_be_is_read_with_all_its_nouns() -> None:
    is_one = ("agent", "inquiry", "hunt", "noun"), ("of", "witch", "hunt", "noun"), ("patient", "hunt", "be", "noun")
    assert labels("hunt", *is_one) == {Label("inquiry", "witch hunt", named=False)}
    called = ("patient", "inquiry", "call", "noun"), ("of", "Bresk", "inquiry", "name"), ("patient", "witch-hunt", "call", "noun")
    assert labels("inquiry", *called, mood="topic") == {Label("inquiry", "witch hunt", False, of=frozenset({"Bresk"}))}
    turned = ("agent", "inquiry", "turn", "noun"), ("into", "hunt", "turn", "noun")
    assert labels("turn", *turned) == {Label("inquiry", "hunt", named=False)}


def test_what_a_pronoun_is_said_to_be_is_no_label() -> None:
    assert labels("hunt", ("agent", "this", "hunt", "pronoun"), ("patient", "hunt", "be", "noun")) == frozenset()


def test_a_label_refused_contradicts_who_gives_it() -> None:
    finding = label_denied(pair(CALLED, NO_HUNT))
    assert finding is not None
    assert (finding.a, finding.b, finding.relation) == (NO_HUNT, CALLED, "contradicts")


@pytest.mark.parametrize(
    "called",
    [
        replace(CALLED, labels=frozenset({Label("inquiry", "job hunt", named=False)})),
        replace(CALLED, labels=frozenset({replace(HUNT, of=frozenset({"House"}))})),
        replace(CALLED, labels=frozenset({replace(HUNT, on=frozenset({"ferry"}))})),
        replace(CALLED, hedge="may"),
        replace(CALLED, proposition="they do not call the inquiry a witch hunt"),
        replace(CALLED, said=("2023-01-01", "2023-01-01")),
    ],
)
def test_another_label_or_thing_or_one_not_put_forward_is_no_clash(called: Point) -> None:
    assert label_denied(pair(called, NO_HUNT)) is None


def test_a_thing_without_a_name_is_one_only_in_one_matter() -> None:
    assert label_denied(pair(CALLED, NO_HUNT, matter=False)) is None


def test_no_such_deed_contradicts_who_tells_one() -> None:
    finding: Finding | None = deed_absent(pair(NO_BRIBE, BRIBE))
    assert finding is not None
    assert finding.relation == "contradicts"


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        (NO_BRIBE, replace(BRIBE, hedge="may")),
        (NO_BRIBE, replace(BRIBE, verb="happen", tense="present")),
        (NO_BRIBE, replace(BRIBE, nested_in="s-2")),
        (NO_BRIBE, replace(BRIBE, mood="ask")),
        (replace(NO_BRIBE, denied="not"), BRIBE),
        (replace(NO_BRIBE, kinds=frozenset({"kill"})), replace(BRIBE, kinds=frozenset({"kill"}))),
    ],
)
def test_what_is_not_told_of_one_deed_is_no_clash(no: Point, yes: Point) -> None:
    assert deed_absent(pair(no, yes)) is None


def test_deeds_of_somebody_else_or_of_another_matter_are_no_clash() -> None:

    told = replace(BRIBE, deeds=(Deed("bribe", "Kenya", frozenset(), frozenset()),))
    assert deed_absent(pair(NO_BRIBE, told)) is None
    assert deed_absent(pair(replace(NO_BRIBE, named=frozenset({"Kenya"})), told)) is not None
    assert deed_absent(pair(NO_BRIBE, BRIBE, matter=False)) is None


COLLUDED = Deed("collude", "e-brandt", frozenset({"Kenya"}), frozenset({"Kenya"}))
NEVER = point(kinds={"collude"}, holds=False, denied="not", predicate="collude", verb="collude", deeds=(COLLUDED,))
DID = point(kinds={"collude"}, predicate="involv", verb="conspire", article="b", proposition="he conspired", deeds=(COLLUDED,))


def test_one_deed_of_one_doer_is_held_against_its_flat_negation_in_any_matter() -> None:
    assert deed_absent(pair(NEVER, DID, matter=False)) is not None
    for doer in (replace(COLLUDED, doer="e-pinto"), replace(COLLUDED, named=frozenset({"Mali"}))):
        assert deed_absent(pair(NEVER, replace(DID, deeds=(doer,)), matter=False)) is None
    assert deed_absent(pair(NEVER, replace(DID, act=Act.DENY), matter=False)) is None


def test_who_tells_that_somebody_denied_a_deed_does_not_deny_it() -> None:
    told = replace(NEVER, proposition=f"Bresk has denied that {NEVER.proposition}")
    assert deed_absent(pair(told, DID, matter=False)) is None


def test_too_little_proof_clashes_only_with_who_tells_a_doer() -> None:
    little = replace(NEVER, denied=LACKING, verb="evidence", predicate="evid")
    assert deed_absent(pair(little, DID)) is not None
    assert deed_absent(pair(little, replace(DID, deeds=()))) is None


def test_what_is_denied_in_a_matter_is_put_forward_by_who_knows_of_some() -> None:
    denied = replace(NEVER, act=Act.DENY, denied="act", mood="topic", deeds=())
    finding = deed_absent(pair(denied, replace(DID, deeds=())))
    assert finding is not None
    assert finding.relation == "denies"
    assert deed_absent(pair(denied, replace(DID, deeds=(), act=Act.ACCUSE))) is None  # whom they accuse is not known


def test_what_still_goes_on_after_a_denial_was_not_denied() -> None:
    later = replace(DID, said=("2024-03-01", "2024-03-01"), proposition="a growing pattern")
    assert deed_absent(pair(replace(NEVER, said=("2024-02-01", "2024-02-01")), later)) is None
    assert deed_absent(pair(replace(NEVER, said=("2024-03-02", "2024-03-02")), later)) is not None
