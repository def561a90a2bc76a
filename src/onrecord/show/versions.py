"""The same page twice: what was added, changed or withdrawn in what an article says was said."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from onrecord.records import NOT_SAID
from onrecord.show.answers import seen
from onrecord.show.said import Said
from onrecord.store.questions import versions, whole

ADDED, CHANGED, WITHDRAWN = "added", "changed", "withdrawn"
ALIKE = 0.6
"""Share of words in common from which two wordings in two versions are one quotation, changed."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Change:
    """One quotation two versions of a page do not share: ``before`` is null where it was added, ``after`` where withdrawn."""

    how: str
    before: Said | None
    after: Said | None


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of a page beside a later one; ``order`` is ``known`` where both were fetched on days that are known."""

    before: str
    after: str
    url: str
    order: str
    changes: tuple[Change, ...]


def of_article(db: sqlite3.Connection, article: str) -> list[Version]:
    """Hold each version of the page an article was found at against the next; empty where it was met in one version only."""
    found = []
    for url, texts in versions.of(db, article):
        for earlier, later in pairwise(texts):
            known = bool(earlier.fetched and later.fetched and earlier.fetched != later.fetched)
            changed = changes(_said(db, earlier.article), _said(db, later.article))
            found.append(Version(earlier.article, later.article, url, "known" if known else "unknown", tuple(changed)))
    return found


def _said(db: sqlite3.Connection, article: str) -> list[Said]:
    return [each for each in seen(db, whole.statements(db, article)) if each.statement.act not in NOT_SAID]


def changes(before: Sequence[Said], after: Sequence[Said]) -> list[Change]:
    """List what the later version adds, says otherwise or no longer says; the same words by the same speaker are no change."""
    kept = {_key(each) for each in before} & {_key(each) for each in after}
    gone, new = ([each for each in side if _key(each) not in kept] for side in (before, after))
    found: list[Change] = []
    for each in gone:
        ranked = [(share, other) for other in new if (share := _alike(each, other)) >= ALIKE]
        if ranked:
            _, other = max(ranked, key=lambda pair: (pair[0], pair[1].id))
            new = [one for one in new if one is not other]
            found.append(Change(CHANGED, each, other))
        else:
            found.append(Change(WITHDRAWN, each, None))
    return [*found, *(Change(ADDED, None, each) for each in new)]


def _words(said: Said) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(said.quote))


def _key(said: Said) -> tuple[str, tuple[str, ...]]:
    return (said.speaker or "").casefold(), _words(said)


def _alike(before: Said, after: Said) -> float:
    """Measure the words two wordings share in order; the same words in another's mouth are a change too."""
    return SequenceMatcher(None, _words(before), _words(after), autojunk=False).ratio()
