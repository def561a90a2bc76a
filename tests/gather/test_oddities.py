import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather.inputs import discover, load
from onrecord.gather.oddities import oddities

LEAD = "The minister of roads said on Monday that the northern bridge would be closed for two winters.\n\n"


def kinds(text):
    return [warning.split(":")[0] for warning in oddities(text)]


def test_the_open_part_of_a_paid_article():
    assert kinds(LEAD + "Already a subscriber? Log in. Subscribe to continue reading.") == ["stub"]
    assert kinds(LEAD * 20 + "Already a subscriber? Log in.") == []


def test_a_text_cut_off_by_the_service_that_gave_it():
    assert kinds(LEAD + "The ferry was… [+2144 chars]") == ["stub"]
    assert kinds(LEAD + "It [+2144 chars] was said.") == []


@pytest.mark.parametrize(
    ("line", "odd"), [("Page 1 of 3", True), ("- page 2 of 12 -", True), ("Page 1 of 1", False), ("Page 4 of 3", False)]
)
def test_one_page_of_an_article_over_several(line, odd):
    assert kinds(f"{LEAD}{line}\n{LEAD}") == (["part"] if odd else [])
    assert kinds(f"{LEAD}He read {line} aloud.\n") == []


@pytest.mark.parametrize("clock", ["{}:05", "{}:05 a.m. ET", "Updated 0{}.05", "{} min ago", "{}:05 - "])
def test_a_live_blog(clock):
    assert kinds("\n".join(clock.format(n) + "\n" + LEAD for n in range(1, 7))) == ["live blog"]
    assert kinds("\n".join(clock.format(n) + "\n" + LEAD for n in range(1, 4))) == []


def test_several_articles_in_one():
    assert kinds(f"KELDON (Norpress) – {LEAD}VELM, Norland (Norpress) – {LEAD}") == ["several articles"]
    assert kinds(f"KELDON (Norpress) – {LEAD}KELDON (Norpress) – {LEAD}") == []


@pytest.mark.parametrize("rule", ["=====", "* * * * *", "----------"])
@pytest.mark.parametrize("top", ["By Ada Moor", "By Jon Stone, correspondent", "May 3, 2021", "Monday, 3 May 2021"])
def test_several_articles_parted_by_rules(rule, top):
    one = f"Bridge closed\n{top}\n{LEAD}"
    assert kinds(f"{one}{rule}\n\n{one}") == ["several articles"]
    assert kinds(f"{one}{rule}\n\n{LEAD * 3}") == []
    assert kinds(f"{one}\n\n{one}") == []


def test_nothing_odd():
    assert kinds(LEAD) == kinds("") == []
    assert kinds("At 10:05 it closed. At 11:05 it opened. " * 9) == []


@given(st.text(max_size=200))
def test_any_text_is_looked_at(text):
    assert isinstance(oddities(text), tuple)


def test_what_is_odd_is_told_with_the_article(tmp_path):
    (tmp_path / "a.txt").write_text(LEAD + "Subscribe to continue reading.")
    (found,) = (item for source in discover([tmp_path]) for item in load(source))
    assert found.warnings[0].startswith("stub: ")
