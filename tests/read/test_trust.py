"""What a trained reader finds and few would sign is kept and not shown."""

from dataclasses import replace

import pytest

from onrecord.read.trust import signs, trust, withhold
from onrecord.records import Act, Manner, Statement
from tests.pages import page_of, said

UNSURE = 0.5
PLAIN = ("Ada Ternin said that the dam was safe.", "Ada Ternin", "said", "that the dam was safe")
LOOSE = ("It might have released a vision of the dam.", "It", "might have released", "a vision of the dam")


def shown(words: tuple[str, str, str, str], weakest: float | None, **fields: object) -> Act:
    text, source, cue, content = words
    page = page_of(text)
    found: Statement = replace(said(page, source, cue, content), **{"score": 0.65, "by": "trained/1", "act": Act.SAY, **fields})  # type: ignore[arg-type]
    (held,) = withhold(page, [found], [weakest])
    return held.act


def test_what_is_loosely_told_and_read_unsurely_is_kept_and_not_shown() -> None:
    assert shown(LOOSE, UNSURE) == Act.PERCEIVE
    assert shown(LOOSE, None) == Act.SAY  # of the rules, or marked by a person


@pytest.mark.parametrize("weakest", [0.0, UNSURE, 1.0])
def test_who_plainly_says_something_is_shown(weakest: float) -> None:
    assert shown(PLAIN, weakest, by="trained/1+rules", score=0.9) == Act.SAY


@pytest.mark.parametrize("fields", [{"manner": Manner.DIRECT}, {"act": Act.DENY}])
def test_quoted_words_and_denials_are_left_as_they_are(fields: dict[str, object]) -> None:
    assert shown(LOOSE, UNSURE, **fields) != Act.PERCEIVE


def test_what_is_no_statement_stays_what_it_is() -> None:
    assert shown(LOOSE, UNSURE, act=Act.INTEND) == Act.INTEND


def test_each_sign_of_plain_speech_adds_to_trust() -> None:
    text, source, cue, content = LOOSE
    page = page_of(text)
    found = replace(said(page, source, cue, content), score=0.65, by="trained/1")
    least = trust(page, found, UNSURE)
    assert trust(page, found, 0.99) > least
    assert trust(page, replace(found, score=0.9), UNSURE) > least
    assert trust(page, replace(found, by="trained/1+rules"), UNSURE) > least
    assert trust(page, replace(found, act=Act.ACCUSE), UNSURE) > least
    plain = page_of(PLAIN[0])
    assert trust(plain, replace(said(plain, *PLAIN[1:]), score=0.65, by="trained/1"), UNSURE) > least


@pytest.mark.parametrize(
    ("sign", "text", "source", "cue", "content"),
    [
        ("saying", "Ada Ternin said it was safe.", "Ada Ternin", "said", "it was safe"),
        ("past", "Ada Ternin argued it was safe.", "Ada Ternin", "argued", "it was safe"),
        ("beside", "Ada Ternin left, arguing it was safe.", None, "arguing", "it was safe"),
        ("joined", "The boatmen came back and argued it was safe.", "The boatmen", "argued", "it was safe"),
        ("supposed", "If the minister argues that it is safe, we go.", "the minister", "argues", "that it is safe"),
        ("that", "Ada Ternin argued that it was safe.", "Ada Ternin", "argued", "it was safe"),
        ("short", "Ada Ternin argued it was safe.", "Ada Ternin", "argued", "it was safe"),
        ("own", "I argued that it was safe.", "I", "argued", "it was safe"),
        ("anybody", "People argue that it was safe.", "People", "argue", "it was safe"),
        ("thing", "It argues that the dam was safe.", "It", "argues", "the dam was safe"),
    ],
)
def test_signs_are_seen_where_they_stand_and_nowhere_else(
    sign: str, text: str, source: str | None, cue: str, content: str
) -> None:
    page, other = page_of(text), page_of("The board wants to release a vision of the dam to the papers.")
    assert signs(page, said(page, source, cue, content), UNSURE)[sign] == 1.0
    without = said(other, "The board", "wants to release", "a vision of the dam to the papers")
    assert signs(other, without, UNSURE)[sign] == 0.0


def test_a_chance_of_nought_or_one_is_weighed_as_nearly_so() -> None:
    page = page_of(LOOSE[0])
    found = replace(said(page, *LOOSE[1:]), score=0.0)
    assert 0 < trust(page, found, 0.0) < trust(page, replace(found, score=1.0), 1.0) < 1
