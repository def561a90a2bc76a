"""Reading: one text in, one reading out, looking at nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.backends.protocols import Parser, Tagger
from onrecord.clean.blocks import mark
from onrecord.clean.titles import title_of
from onrecord.gather.credits import credits_of
from onrecord.gather.dating import publication
from onrecord.gather.languages import READABLE, detect
from onrecord.read.acts import judge_acts
from onrecord.read.chains import find_chains
from onrecord.read.frames import add_frames
from onrecord.read.framing import find_framing
from onrecord.read.manner import manner_of
from onrecord.read.nesting import nest
from onrecord.read.page import Page
from onrecord.read.parts import split_parts
from onrecord.read.settings import find_settings
from onrecord.read.speakers import name_speakers
from onrecord.read.times import find_times
from onrecord.records import READ_ROLES, Article, Block, Found, Reading, Statement


@dataclass(frozen=True, slots=True)
class Backends:
    """The models a reading needs, loaded once a process."""

    parser: Parser
    tagger: Tagger


def read(found: Found, backends: Backends) -> Reading:
    """Read one text; what it was told beside its words (title, day, outlet) counts, its neighbours in a batch do not."""
    blocks = mark(found)
    article = identify(found, blocks)
    if article.language not in READABLE:
        return Reading(article, blocks)
    body = tuple(block for block in blocks if block.role in READ_ROLES)
    parse = backends.parser.parse(article.text, body)
    mentions, chains = find_chains(article, blocks, parse)
    page = Page(article, blocks, parse, mentions, chains, find_times(article, body, parse))

    attributions = backends.tagger.tag(article.text, body, parse)
    statements = [
        Statement(article.id, a.source, a.cue, a.content, manner_of(article.text, a.content), by=a.by, score=a.score)
        for a in attributions
    ]
    statements = judge_acts(page, statements)
    page, statements = name_speakers(page, statements)
    statements = find_settings(page, statements)
    statements = split_parts(page, statements)
    statements = add_frames(page, statements)
    statements = nest(statements)
    framing = find_framing(page, statements)
    return Reading(page.article, blocks, page.mentions, page.chains, tuple(statements), page.times, framing)


def identify(found: Found, blocks: tuple[Block, ...]) -> Article:
    """Say what is known of a text from what it was told and from its own title, dateline, credits and codes."""
    title, title_span = title_of(found, blocks)
    article = Article(
        id=found.article,
        text=found.text,
        title=title,
        title_span=title_span,
        authors=found.told.authors,
        language=found.told.language or detect(found.text, blocks),
        url=found.told.url,
        warnings=found.warnings,
    )
    outlet, agency = credits_of(found, blocks)
    return replace(article, outlet=outlet, agency=agency, published=publication(found, blocks))
