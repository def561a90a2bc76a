"""Days are written as short as they are exact."""

import pytest

from onrecord.records import When
from onrecord.show.days import evidence, in_words, iso, spoken, spoken_day


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2024-11-15", "2024-11-15", "15 November 2024"),
        ("2024-11-03", "2024-11-09", "3–9 November 2024"),
        ("2024-11-28", "2024-12-04", "28 November – 4 December 2024"),
        ("2024-12-28", "2025-01-04", "28 December 2024 – 4 January 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-01-01", "2024-03-31", "January–March 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("1990-01-01", "1999-12-31", "1990–1999"),
        ("0000-00-00", "2024-01-01", "0000-00-00/2024-01-01"),
    ],
)
def test_a_day_or_interval_in_words(earliest, latest, words):
    assert spoken(When(earliest, latest, "day", "x")) == words


def test_what_is_not_known_is_said_so():
    assert spoken(None) == "undated"
    assert iso(None) == ""
    assert iso(When("2024-11-15", "2024-11-15", "day", "x")) == "2024-11-15"


def test_evidence_and_days_are_told_in_words() -> None:
    assert evidence("page:meta article:published_time") == "the page\u2019s meta article:published_time"
    assert evidence("date line") == "date line"
    assert spoken_day("2024-03-01") == "1 March 2024"
    assert spoken_day(None) == "undated"


def test_days_inside_a_reason_are_told_in_words():
    told = "Ada said (2025-11-01 to 2025-11-30): no; Odo held (published 2025-10-12): yes; 12025-10-123 and 2025-13-40 stay"
    assert (
        in_words(told)
        == "Ada said (November 2025): no; Odo held (published 12 October 2025): yes; 12025-10-123 and 2025-13-40 stay"
    )
