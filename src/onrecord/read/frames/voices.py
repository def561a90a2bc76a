"""Whose words a proposition is: the speaker's own, or those of another that the speaker only repeats."""

from __future__ import annotations

from onrecord.read.frames.core import Core
from onrecord.read.frames.desk import Desk
from onrecord.read.frames.lexicon import lemmas
from onrecord.records import Manner, Spans, Statement

_NOBODY = lemmas("words", "nothing") | {"not", "few"}
_OPENING = frozenset('“"')


def is_anothers(desk: Desk, statement: Statement, core: Core, spans: Spans) -> bool:
    """Say whether others are told to say it, or nobody: "he said that P" of somebody else, words quoted inside a turn of speech,
    "not one of the doctors says that P".
    """
    return _is_nobodys(desk, statement) or _of_teller(desk, statement, core) or _quoted_inside(desk, statement, spans)


def _is_nobodys(desk: Desk, statement: Statement) -> bool:
    first, *rest = [desk.lower(token) for token in desk.tokens(statement.source)[:2]] or [""]
    return first in _NOBODY and rest != ["only"]


def _of_teller(desk: Desk, statement: Statement, core: Core) -> bool:
    if core.teller is None:
        return False
    if statement.manner is Manner.DIRECT:
        return True  # "they know that P", between quotation marks: others do
    if desk.lemma(desk.parse.head[core.teller]) in lemmas("verbs", "unsure"):
        return False  # "they said they believe that P": their own belief, whoever the second "they" is taken for
    chain = desk.chain(core.teller)
    return chain is not None and statement.speaker is not None and chain != statement.speaker


def _quoted_inside(desk: Desk, statement: Statement, spans: Spans) -> bool:
    """Say whether a part of a turn of speech stands between quotation marks: "ANNA BERG: “No one starves.” Do you agree?"."""
    text = desk.page.article.text
    spoken = [text[start:end].strip() for start, end in statement.cue] in ([], [":"])  # "said that “no one starves”" is no turn
    if not spoken or statement.manner is not Manner.DIRECT or not spans or not _opens(desk, spans[0][0]):
        return False
    source = " ".join(text[start:end] for start, end in statement.source)
    label = source.isupper() and " " in source and bool(statement.cue)
    return label or not _opens(desk, statement.content[0][0])


def _opens(desk: Desk, start: int) -> bool:
    return not _OPENING.isdisjoint(desk.page.article.text[max(0, start - 1) : start + 1])
