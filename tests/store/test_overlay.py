import json
from dataclasses import replace

from onrecord.records import Claim, Link, Relation, Strength, Verdict
from onrecord.store.codec import pack
from onrecord.store.force import Force, effect
from onrecord.store.overlay import kept, overlaid, waiting
from onrecord.store.shape import Linked

LINK = Link(Relation.SAME, "s-1", "s-2", ((0, 4),), ((5, 9),), Strength.LOOSE, "unknown", "why", ("territory",), 0.7, "same/1")
OTHER = replace(LINK, a="s-3")
CLAIM = Claim("it held", (), "i-1", ("s-1", "s-2"), "s-1")
LINKED = Linked({}, {}, (CLAIM,), (LINK, OTHER), {("s-1", 0): CLAIM.id}, {"s-2": ("s-1", "s-4"), "s-4": ("s-2",)})


def on_link(verb: str) -> Verdict:
    return Verdict(verb, LINK.id, json.dumps({"link": pack(LINK)}), "", "Ada", "so", "1")


def force(*verdicts: Verdict) -> Force:
    return Force(verdicts, {verdict.id: verdict for verdict in verdicts})


def test_with_nothing_judged_what_was_linked_is_shown_as_it_is() -> None:
    assert overlaid(LINKED, Force(), (), ()) == LINKED


def test_a_link_has_the_status_of_the_verdict_on_it() -> None:
    for verb, status in (("accept", "accepted"), ("reject", "rejected")):
        links = overlaid(LINKED, force(on_link(verb)), (), ()).links
        assert [link.status for link in links] == [status, "machine"]


def test_a_claim_held_together_by_a_link_rejected_since_is_left_out_until_it_is_linked_again() -> None:
    rejected = on_link("reject")
    assert overlaid(LINKED, force(rejected), (), ()).claims == ()
    assert overlaid(LINKED, force(rejected), (effect(rejected),), ()).claims == (CLAIM,)
    assert overlaid(LINKED, force(on_link("accept")), (), ()).claims == (CLAIM,)


def test_nothing_is_shown_that_rests_on_a_statement_that_changed() -> None:
    shown = overlaid(LINKED, Force(), (), {"s-1"})
    assert (shown.links, shown.claims, shown.stated, shown.copies) == ((OTHER,), (), {}, {"s-2": ("s-4",), "s-4": ("s-2",)})


def test_an_accepted_link_outlives_the_rule_that_made_it_but_not_its_statements() -> None:
    accepted = force(on_link("accept"))
    (link,) = kept(accepted, (), {"s-1", "s-2"}.__contains__)
    assert (link.id, link.status) == (LINK.id, "accepted")
    assert kept(accepted, (), {"s-1"}.__contains__) == []
    assert kept(accepted, (LINK.id,), {"s-1", "s-2"}.__contains__) == []
    assert kept(force(on_link("reject")), (), {"s-1", "s-2"}.__contains__) == []


def test_what_waits_is_what_was_given_or_undone_since_linking() -> None:
    given, undone = (Verdict("reject", f"s-{n}", "", "", "Ada", "so", "1") for n in (1, 2))
    whole = Force((given,), {one.id: one for one in (given, undone)})
    assert waiting(whole, (effect(given),)) == []
    assert {one.id for one in waiting(whole, (effect(undone),))} == {given.id, undone.id}
