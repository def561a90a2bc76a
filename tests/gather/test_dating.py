import pytest

from onrecord.clean.blocks import mark
from onrecord.gather.dating import publication, told_day
from onrecord.records import Found, Sighting, Told, When

BODY = (
    "The minister of roads said on Monday that the northern bridge would be closed.\n\n"
    "Farmers doubt it, and say so to anyone who asks."
)
TITLE = "Northern bridge to close for two winters"


def day_of(text, fetched="", **told):
    found = Found(text, Sighting("x", fetched=fetched), Told(**told))
    when = publication(found, mark(found))
    return (when.earliest, when.basis, [text[s:e] for s, e in when.spans]) if when else None


def test_metadata_come_first():
    assert day_of(f"{TITLE}\n\nMay 4, 2021\n\n{BODY}", published=told_day("2021-05-03", "metadata:date")) == (
        "2021-05-03",
        "metadata:date",
        [],
    )


def test_a_date_line_and_the_dateline_that_agrees():
    text = f"{TITLE}\nMay 3, 2021\nKeldon [NL], May 3 : {BODY}"
    assert day_of(text) == ("2021-05-03", "date line", ["May 3, 2021", "May 3"])


def test_published_outranks_other_days_and_updated_is_none():
    assert day_of(f"{TITLE}\n\nPublished May 3, 2021\n\nUpdated May 5, 2021\n\n{BODY}")[0] == "2021-05-03"
    assert day_of(f"{TITLE}\n\nUpdated May 5, 2021\n\n{BODY}") is None
    assert day_of(f"{TITLE}\n\nMay 3, 2021\n\nMay 9, 2021\n\n{BODY}") is None


def test_an_agencys_code():
    text = f"{TITLE}\n\n{BODY}\n\nNORFEED21092023000228011069ID1107115879"
    assert day_of(text) == ("2023-09-21", "agency code", ["21092023"])


def test_the_address_and_the_dateline():
    assert day_of(BODY, url="https://a.example/2021/05/03/bridge") == ("2021-05-03", "url", [])
    assert day_of(f"KELDON, May 3 (Norpress) – {BODY}", url="https://a.example/2021/05/bridge") == (
        "2021-05-03",
        "dateline and url",
        ["May 3"],
    )
    assert day_of(f"KELDON, May 3 (Norpress) – {BODY}", url="https://a.example/2021/06/bridge") is None


def test_no_evidence_no_day():
    assert day_of(BODY) is None
    assert day_of(f"{TITLE}\n\nMonday\n\n{BODY}") is None
    assert day_of(f"{TITLE}\n\n03/04/2021\n\n{BODY}") is None
    assert day_of("The bridge was closed on 3 May 2021, the minister of roads said on Monday.") is None


def test_a_given_day_yields_to_evidence():
    given = When("2020-01-01", "2020-01-01", "day", "given")
    assert day_of(BODY, published=given)[:2] == ("2020-01-01", "given")
    assert day_of(f"{TITLE}\n\nMay 3, 2021\n\n{BODY}", published=given)[0] == "2021-05-03"


def test_a_day_after_the_text_was_fetched_is_refused():
    told = told_day("2021-05-03", "metadata:date")
    assert day_of(BODY, fetched="2021-05-02T10:00:00Z", published=told) is not None
    assert day_of(BODY, fetched="2021-04-01", published=told) is None


def test_told_days():
    assert told_day("2021-05-03", "x") == When("2021-05-03", "2021-05-03", "day", "x")
    assert told_day("03/04/2021", "x") is told_day("soon", "x") is told_day(None, "x") is None


@pytest.mark.parametrize(
    "line",
    [
        "Published on: Monday, 3 May 2021 14:05 GMT",
        "PUBLISHED: 10:48, 3 May 2021 | UPDATED: 11:05, 4 May 2021",
        "Updated 10:20 GMT, 4 May 2021; first published 3 May 2021",
        "By Ada Moor, Keldon Herald, 3 May 2021",
        "May 3, 2021 by Ada Moor",
        "2021-05-03 10:00:00",
        "(3 May 2021)",
        "Posted on May 3, 2021 in Roads, Valley",
    ],
)
def test_date_lines(line):
    assert day_of(f"{TITLE}\n\n{line}\n\n{BODY}")[:2] == ("2021-05-03", "date line")


@pytest.mark.parametrize(
    "dateline", ["KELDON, May 3, 2021 /Norpress/ -- ", "May 3, 2021 — ", "KELDON – May 3, 2021 – ", "Keldon, 3 May 2021: "]
)
def test_datelines_with_a_year(dateline):
    assert day_of(f"{TITLE}\n\n{dateline}{BODY}")[0] == "2021-05-03"


def test_a_captions_day_is_none():
    caption = "The bridge at dawn, on a picture released by the ministry on May 1, 2021. (Ada Moor/Norpress Photo)"
    assert day_of(f"{caption}\n\n{BODY}") is None
    assert day_of(f"File photo of the bridge on May 1, 2021. Photograph: Ada Moor/Norpress\n\n{BODY}") is None


def test_the_address_outranks_a_date_line_and_a_field_it_contradicts():
    url = "https://a.example/2021/05/03/bridge"
    assert day_of(f"{TITLE}\n\nMay 5, 2021\n\n{BODY}", url=url)[0] == "2021-05-03"
    assert day_of(BODY, url=url, published=told_day("2021-05-04", "metadata:date"))[0] == "2021-05-04"
    assert day_of(BODY, url=url, published=told_day("2021-08-30", "metadata:date"))[:2] == ("2021-05-03", "url")
