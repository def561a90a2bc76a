from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from onrecord import api
from onrecord.show.wording import differing
from tests.show.test_disputes import Rules

TEXT = (
    "The Defence Council said that Kenyan camps are feeding the war in Uganda. "
    "“We know of the camps that lie along the border between Kenya and Uganda, and they feed the war,” Amos Kibet said.\n"
)


def marked(told: str, beside: str) -> str:
    return "".join(f"[{piece.text}]" if piece.mark else piece.text for piece in differing(told, beside))


def test_the_words_that_differ_are_marked() -> None:
    assert marked("no safe havens here", "“No sanctuaries here”") == "no [safe havens] here"
    assert marked("There are no camps.", "there are no camps") == "There are no camps."


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_pieces_are_the_wording(told: str, beside: str) -> None:
    assert "".join(piece.text for piece in differing(told, beside)) == told


def test_both_sides_tell_where_a_paraphrase_goes_beyond(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    api.build(tmp_path / "a.txt", tmp_path / "r", models=Rules())
    with api.open(tmp_path / "r") as opened:
        found = {each.speaker: [one.words for one in opened.beyond(each)] for each in opened.said()}
    assert found == {"Amos Kibet": ["Kenyan"], "Defence Council": ["Kenyan"]}
