"""Transcripts, press releases, opinion, headlines: there the joined reader finds no less than the rules and invents no more."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.backends.onnx import load
from onrecord.backends.protocols import Tagger
from onrecord.backends.spacy import SpacyParser
from onrecord.clean.blocks import mark
from onrecord.flow.models import Installed
from onrecord.flow.one import read_one
from onrecord.read.attributions import RulesTagger
from onrecord.read.joint import JointTagger
from onrecord.records import NOT_SAID, READ_ROLES, Attribution, Found, Sighting, Spans

FORMS: dict[str, list[dict[str, Any]]] = tomllib.loads(Path(__file__).with_name("forms.toml").read_text("utf-8"))
FLOORS = {"transcript": 19, "release": 12, "opinion": 11, "headline": 9}
"""Of 19, 14, 12 and 12."""


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def words(text: str, spans: Spans) -> set[tuple[int, str]]:
    return {(i, text[i]) for start, end in spans for i in range(start, end) if text[i].isalnum()}


def shared(one: set[tuple[int, str]], other: set[tuple[int, str]]) -> float:
    return len(one & other) / max(1, len(one | other))


def found(parser: SpacyParser, tagger: Tagger, text: str) -> list[Attribution]:
    blocks = tuple(block for block in mark(Found(text, Sighting(""))) if block.role in READ_ROLES)
    return tagger.tag(text, blocks, parser.parse(text, blocks))


def hits(parser: SpacyParser, tagger: Tagger, form: str) -> tuple[int, int]:
    """Count what is found of what is said in all pieces of a form, and how much is found that nobody says."""
    right = made = 0
    for piece in FORMS[form]:
        text = piece["text"].strip()
        attributions = found(parser, tagger, text)
        made += len(attributions)
        for source, content in piece["said"]:
            at = text.index(content)
            content_words = words(text, ((at, at + len(content)),))
            right += any(
                shared(content_words, words(text, each.content)) >= 0.5
                and " ".join(text[start:end] for start, end in each.source).lower().strip("“”‘’: ") == source.lower()
                for each in attributions
            )
    return right, made - right


@pytest.mark.parametrize("form", list(FORMS))
def test_the_rules_know_the_form(parser: SpacyParser, form: str) -> None:
    right, _ = hits(parser, RulesTagger(), form)
    assert right >= FLOORS[form]


@pytest.mark.parametrize("form", list(FORMS))
def test_the_joined_reader_is_no_worse_there(parser: SpacyParser, form: str) -> None:
    trained = load()
    if trained is None:
        pytest.skip("the trained reader is not installed")
    right, astray = hits(parser, RulesTagger(), form)
    joined, joined_astray = hits(parser, JointTagger(RulesTagger(), trained), form)
    assert joined >= right
    assert joined_astray <= astray + 2


PLAIN = [
    ("Grain exports will resume in May, the trade minister, Oskar Wenn, told parliament on Tuesday.", "Oskar Wenn"),
    ("The dam will not be rebuilt before winter, the head of the river board, Jon Askel, warned.", "Jon Askel"),
    ("No soldiers crossed the border, the ministry's spokesman, Oren Vik, told the state news agency.", "Oren Vik"),
    ("The talks have failed, the leader of the opposition, Mira Holt, warned on Friday.", "Mira Holt"),
    ("Dozens of homes burned overnight, the head of the local fire service, Pavel Orin, said.", "Pavel Orin"),
    ("The bridge is safe, the regional governor, Ada Ternin, said on Monday.", "Ada Ternin"),
    ("It was the army that fired first, a former intelligence officer, Dav Korin, testified.", "Dav Korin"),
    ("The head of the aid group Lifeline, Tamsin Okoro, said the camp was full.", "Tamsin Okoro"),
    ("Talks would resume next week, Col. Piet Harrow of the border guard told reporters.", "Piet Harrow"),
    ("Police have arrested six men, a spokeswoman said.", "spokeswoman"),
]
"""One sentence alone, in the plainest form of news: there is nothing around it from which a trained reader could take heart."""


@pytest.mark.parametrize(("sentence", "speaker"), PLAIN)
def test_plain_speech_is_shown_with_its_speaker(sentence: str, speaker: str) -> None:
    reading = read_one(sentence, None, Installed().load())
    assert [each.speaker_name for each in reading.statements if each.act not in NOT_SAID] == [speaker]


UNSAID = [
    "Tal stopped short of saying the mine was unsafe.",
    "If asked, Tal would say the mine is safe.",
    "An earlier version of this article said 3,000 jobs were lost.",
    "Mr. Askel's foreign policy was expected to take a dramatic turn.",
    "The ministry added the country to a special watch list on Thursday.",
    "Officials are working to confirm reports that the leader is dead.",
    "These cases suggest that a new law would carry serious consequences.",
    "Ada Ternin and Piet Harrow discussed the country's mineral wealth in a phone call.",
]
"""What looks like a statement, and nobody said it."""


@pytest.mark.parametrize("sentence", UNSAID)
def test_what_nobody_said_is_not_shown(sentence: str) -> None:
    reading = read_one(sentence, None, Installed().load())
    assert [each for each in reading.statements if each.act not in NOT_SAID] == []


BOUNDS = [
    ("Mayor Greta Hald said on Tuesday the city had no money.", "the city had no money"),
    ("Mayor Greta Hald said Tuesday's attack was a crime.", "Tuesday's attack was a crime"),
    ("Mr. Tal would later say the mine was safe.", "the mine was safe"),
    ("President Ada Ternin is restless because she promised her voters an end to the war.", "an end to the war"),
]


@pytest.mark.parametrize(("sentence", "content"), BOUNDS)
def test_a_content_begins_behind_day_and_addressee(sentence: str, content: str) -> None:
    reading = read_one(sentence, None, Installed().load())
    said = [each for each in reading.statements if each.act not in NOT_SAID]
    assert [sentence[start:end] for each in said for start, end in each.content] == [content]


def test_a_question_by_nobody_about_something_is_no_statement() -> None:
    reading = read_one("Asked about the raid, Mr. Paul Ostrow said he had not been told.", None, Installed().load())
    assert [each.speaker_name for each in reading.statements if each.act not in NOT_SAID] == ["Paul Ostrow"]
