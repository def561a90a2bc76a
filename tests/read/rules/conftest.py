"""A parser loaded once, and attributions in words instead of offsets."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.clean.blocks import mark
from onrecord.read.rules.tagger import RulesTagger
from onrecord.records import READ_ROLES, Attribution, Block, Found, Role, Sighting, Spans


@dataclass(frozen=True)
class Said:
    """An attribution in words; pieces of one role are joined by " … "."""

    source: str
    cue: str
    content: str
    rule: str


Tag = Callable[[str], list[Said]]


def lines(text: str) -> tuple[Block, ...]:
    """Take every line that is not blank for a paragraph of the body."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            blocks.append(Block("a", start, start + len(bare), Role.BODY))
        at += len(line)
    return tuple(blocks)


def in_words(text: str, found: Attribution) -> Said:
    def words(spans: Spans) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    return Said(words(found.source), words(found.cue), words(found.content), found.by.removeprefix("rules/1:"))


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.fixture(scope="session")
def tag(parser: SpacyParser) -> Tag:
    """Tag a text whose lines are its paragraphs."""

    def run(text: str) -> list[Said]:
        blocks = lines(text)
        return [in_words(text, found) for found in RulesTagger().tag(text, blocks, parser.parse(text, blocks))]

    return run


@pytest.fixture(scope="session")
def tag_marked(parser: SpacyParser) -> Tag:
    """Tag a text after the chain's own cleaning."""

    def run(text: str) -> list[Said]:
        blocks = tuple(block for block in mark(Found(text, Sighting(""))) if block.role in READ_ROLES)
        return [in_words(text, found) for found in RulesTagger().tag(text, blocks, parser.parse(text, blocks))]

    return run
