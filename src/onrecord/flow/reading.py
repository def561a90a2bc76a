"""Reading: one text in, one reading out, looking at nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.backends.protocols import Parser, Tagger
from onrecord.clean.blocks import mark
from onrecord.clean.inside import outside, veil
from onrecord.clean.titles import title_of
from onrecord.gather.alignment import place
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
from onrecord.read.trust import withhold
from onrecord.records import Article, Attribution, Block, Found, Manner, Reading, Spans, Statement, TrainedAttribution


@dataclass(frozen=True, slots=True)
class Backends:
    """The models a reading needs, loaded once a process."""

    parser: Parser
    tagger: Tagger


def read(found: Found, backends: Backends) -> Reading:
    """Read one text; what it was told beside its words (title, day, outlet) counts, its neighbours in a batch do not."""
    blocks = place(found.text, mark(found), found.page.runs if found.page else ())
    article = identify(found, blocks)
    if article.language not in READABLE:
        return Reading(article, blocks)
    seen, body, gaps = veil(article.text, blocks)
    parse = backends.parser.parse(seen, body)
    desk = replace(article, text=seen)
    mentions, chains = find_chains(desk, blocks, parse)
    page = Page(desk, blocks, parse, mentions, chains, find_times(desk, body, parse, found.entries))

    attributions = [_between(a, gaps) for a in backends.tagger.tag(seen, body, parse)]
    statements = [
        Statement(article.id, a.source, a.cue, a.content, _manner(article.text, a), by=a.by, score=a.score) for a in attributions
    ]
    statements = judge_acts(page, statements)
    statements = withhold(page, statements, [a.weakest if isinstance(a, TrainedAttribution) else None for a in attributions])
    page, statements = name_speakers(page, statements)
    statements = find_settings(page, statements)
    statements = split_parts(page, statements)
    statements = add_frames(page, statements)
    statements = nest(statements)
    framing = find_framing(page, statements)
    read_as = replace(page.article, text=article.text)
    return Reading(read_as, blocks, page.mentions, page.chains, tuple(statements), page.times, framing)


def _manner(text: str, found: Attribution) -> Manner:
    """Say how a content is told; a transcript's turn is its speaker's own words, though no marks stand around them."""
    return Manner.DIRECT if found.by.endswith(":turn") else manner_of(text, found.content)


def _between(found: Attribution, gaps: Spans) -> Attribution:
    """Cut what is not read out of an attribution's spans."""
    if not gaps:
        return found
    return replace(found, source=outside(found.source, gaps), cue=outside(found.cue, gaps), content=outside(found.content, gaps))


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
        page=found.page.sha256 if found.page else None,
    )
    outlet, agency = credits_of(found, blocks)
    return replace(article, outlet=outlet, agency=agency, published=publication(found, blocks))
