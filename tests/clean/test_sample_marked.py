"""The sample, gathered and marked: what its hand-made facts say of titles, days and languages, and what is never body."""

import json
from functools import cache
from pathlib import Path

import pytest

from onrecord import sample
from onrecord.clean.blocks import mark
from onrecord.clean.titles import title_of
from onrecord.gather.dating import publication
from onrecord.gather.inputs import discover, load
from onrecord.gather.languages import READABLE, detect
from onrecord.records import READ_ROLES, Found

FACTS = json.loads((Path(__file__).parents[1] / "sample_facts.json").read_text("utf-8"))["articles"]
each = pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact['file']}#{fact['record']}")


@cache
def gathered(file):
    return [item for source in discover([sample.path() / file]) for item in load(source)]


def marked(fact):
    found = gathered(fact["file"])[fact["record"] or 0]
    assert isinstance(found, Found)
    return found, mark(found)


@each
def test_titles_days_and_languages(fact):
    found, blocks = marked(fact)
    assert title_of(found, blocks)[0] == fact["title"]
    assert detect(found.text, blocks) == fact["language"]
    if fact["language"] in READABLE:  # other languages' months are not known
        published = publication(found, blocks)
        assert (published.earliest if published else None) == fact["published"]


@each
def test_what_is_not_body_is_not_read(fact):
    found, blocks = marked(fact)
    read = [found.text[block.start : block.end] for block in blocks if block.role in READ_ROLES]
    assert [string for string in fact["not_body"] if any(string in text for text in read)] == []


@each
def test_what_is_said_is_read(fact):
    found, blocks = marked(fact)
    read = [title_of(found, blocks)[0] or ""]
    read += [found.text[block.start : block.end] for block in blocks if block.role in READ_ROLES]
    said = [each["content_text"] for each in fact["attributions"] if each["content_text"]]
    assert [string for string in said if not any(string in text for text in read)] == []
