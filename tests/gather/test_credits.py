from onrecord.clean.blocks import mark
from onrecord.gather.credits import credits_of
from onrecord.records import Found, Sighting, Told

BODY = (
    "The minister of roads said on Monday that the northern bridge would be closed.\n\n"
    "Farmers doubt it, and say so to anyone who asks."
)


def of(text, **told):
    found = Found(text, Sighting("x"), Told(**told))
    return credits_of(found, mark(found))


def test_an_aggregators_prefix_names_carrier_and_source():
    assert of(f"Bridge closed\n\n(NORFEED- Keldon Standard) {BODY}") == ("NORFEED", "Keldon Standard")


def test_a_credit_in_the_dateline_or_alone_at_the_end_names_the_agency():
    assert of(f"KELDON (Norpress) – {BODY}") == (None, "Norpress")
    assert of(f"{BODY}\n\n(Norpress)") == (None, "Norpress")


def test_what_was_told_wins():
    assert of(f"(NORFEED- Keldon Standard) {BODY}", outlet="Herald", agency="Norpress") == ("Herald", "Norpress")


def test_the_host_stands_in_for_the_outlet():
    assert of(BODY, url="https://www.herald.example/a") == ("herald.example", None)
    assert of(BODY, url="https://[broken") == (None, None)
    assert of(BODY) == (None, None)


def test_an_outlets_own_credit_is_no_agency():
    assert of(f"(CNN) — {BODY}", outlet="CNN") == ("CNN", None)


def test_a_remark_in_brackets_is_no_agency():
    assert of(f"{BODY}\n\n(The talks go on tomorrow)") == (None, None)
