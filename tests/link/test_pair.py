"""What two propositions share, and who of their speakers are a crowd."""

from types import SimpleNamespace

import pytest

from onrecord.link.pair import is_share


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("62 percent of voters", True),
        ("majority of gun owners", True),
        ("lion's share of them", True),
        ("lion's share of it", False),
        ("Odo Bresk", False),
    ],
)
def test_a_share_of_people_asked_is_another_in_each_poll_and_most_of_a_report_is_none(name, share):
    assert is_share(SimpleNamespace(speaker_name=name)) is share
