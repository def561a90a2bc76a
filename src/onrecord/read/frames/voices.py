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
    chain = desk.chain(core.teller)
    return chain is not None and statement.speaker is not None and chain != statement.speaker


def _quoted_inside(desk: Desk, statement: Statement, spans: Spans) -> bool:
    """Say whether a part alone stands between quotation marks: "ANNA BERG: “No one starves.” Do you agree?" asks of it."""
    if statement.manner is not Manner.DIRECT or not spans:
        return False
    start, first = spans[0][0], statement.content[0][0]
    if not _opens(desk, start):
        return False
    return not _opens(desk, first) or _is_turn(desk, statement)


def _opens(desk: Desk, start: int) -> bool:
    return not _OPENING.isdisjoint(desk.page.article.text[max(0, start - 1) : start + 1])


def _is_turn(desk: Desk, statement: Statement) -> bool:
    """Say whether it is a turn of a transcript, whose speaker stands before it in capitals."""
    text = desk.page.article.text
    source = " ".join(text[start:end] for start, end in statement.source)
    return source.isupper() and " " in source and [text[start:end] for start, end in statement.cue] == [":"]
