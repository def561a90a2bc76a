"""The two profiles: which reader serves, and what there is not."""

import pytest

from onrecord import api


def test_fast_is_the_rules_alone_and_full_names_both() -> None:
    assert api.installed("fast").names()["reader"] == "rules/1"
    assert api.installed("full").names()["reader"].endswith("rules/1")
    assert {each.statement.by.partition(":")[0] for each in api.extract("Ada Ternin said it rained.", profile="fast")} == {
        "rules/1"
    }


def test_another_profile_is_a_mistake() -> None:
    with pytest.raises(api.Mistake, match="full, fast"):
        api.installed("middling")
