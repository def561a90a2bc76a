from onrecord.records import EntityRole, Evidence
from onrecord.show.tenures import LABEL, WIDTH, tenures


def role(office: str, earliest: str | None, latest: str | None) -> EntityRole:
    return EntityRole(office, None, earliest, latest, (Evidence("a" * 64, (0, 4)),))


def test_each_role_with_a_day_is_a_bar_that_leads_to_its_proof() -> None:
    drawn = tenures(
        [role("mayor", "2020-01-01", "2021-01-01"), role("<envoy>", "2023-01-01", "2023-01-01"), role("guest", None, None)]
    )
    assert drawn.count('class="tenure"') == 2
    assert drawn.count(f'href="/a/{"a" * 64}"') == 2
    assert f'x="{LABEL}"' in drawn
    assert f'x="{WIDTH - 6}"' in drawn
    assert "&lt;envoy&gt;" in drawn
    assert "<envoy>" not in drawn
    assert "1 January 2020" in drawn


def test_one_role_alone_needs_no_picture() -> None:
    assert tenures([role("mayor", "2020-01-01", "2021-01-01")]) == ""
