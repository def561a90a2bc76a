"""Whose words a statement holds: the source span becomes a person, group, office or institution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.page import Page
from onrecord.records import Statement


def name_speakers(page: Page, statements: Sequence[Statement]) -> tuple[Page, list[Statement]]:
    """Name the speaker of each statement; null where there is no source or it stays open."""
    named = {chain.id: chain.name for chain in page.chains}
    done = []
    for statement in statements:
        for mention in page.mentions:
            if mention.chain and any(a <= mention.start and mention.end <= b for a, b in statement.source):
                statement = replace(statement, speaker=mention.chain, speaker_name=named[mention.chain])
        done.append(statement)
    return page, done
