"""What the grammar of each proposition says, kept so that linking needs no parse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.frames.amounts import find_amounts
from onrecord.read.frames.antecedents import take_up
from onrecord.read.frames.core import Core
from onrecord.read.frames.desk import Desk
from onrecord.read.frames.grammar import find_core, side_clauses
from onrecord.read.frames.lexicon import lemmas
from onrecord.read.frames.mood import tense
from onrecord.read.frames.terms import content_words, find_terms
from onrecord.read.frames.voices import is_anothers
from onrecord.read.page import Page
from onrecord.records import Act, Frame, Manner, Part, Spans, Statement

_OPENING = frozenset('“"‘')
_APART = frozenset((":", ",", ".", "”", '"', ""))
_COLON = re.compile(r":\s*[“\"]")


def add_frames(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """Give each part of each statement its frames: its main clause's first, then those of side clauses; none without words."""
    desk = Desk(page)
    framed = [replace(s, parts=tuple(replace(part, frames=_frames(desk, s, part)) for part in s.parts)) for s in statements]
    return take_up(desk, framed)


def _frames(desk: Desk, statement: Statement, part: Part) -> tuple[Frame, ...]:
    inside = desk.tokens(part.spans)
    sides = side_clauses(desk, inside)
    aside = frozenset(token for side in sides for token in side)
    found = [_frame(desk, statement, [token for token in inside if token not in aside], part.spans)]
    for side in sides:
        frame = _frame(desk, statement, side, part.spans)
        found.append(replace(frame, spans=_clip(desk, side, part.spans)) if frame else None)
    turned = _is_own_word(desk, statement, part)
    return tuple(_turned(frame) if turned else frame for frame in found if frame)


def _is_own_word(desk: Desk, statement: Statement, part: Part) -> bool:
    """Say whether a part is what the denier says himself: 'rejected the idea that P: "Q"' denies P and asserts Q."""
    if statement.act is not Act.DENY or not part.spans:
        return False
    text, start = desk.page.article.text, statement.content[0][0]
    quoted = statement.manner is Manner.DIRECT and text[start] in _OPENING and text[:start].rstrip()[-1:] in _APART
    return quoted or _COLON.search(text[start : part.spans[0][0] + 1]) is not None


def _turned(frame: Frame) -> Frame:
    """Turn a frame round, as the act of denial will turn it again."""
    return replace(frame, denied="" if frame.denied else "not")


def _clip(desk: Desk, tokens: list[int], spans: Spans) -> Spans:
    """Give the characters of a clause, inside the part it stands in."""
    start, end = desk.parse.start[tokens[0]], desk.parse.end[tokens[-1]]
    return tuple((max(start, a), min(end, b)) for a, b in spans if a < end and start < b)


def _frame(desk: Desk, statement: Statement, inside: list[int], spans: Spans) -> Frame | None:
    core = find_core(desk, inside)
    if core is None:
        return None
    if core.top is not None:
        first, last = desk.parse.reach[core.top]
        inside = [token for token in inside if first <= token < last or token == core.subject]
    particle = [desk.lower(t) for t in desk.children(core.predicate, "prt")]
    return Frame(
        predicate=" ".join([desk.lemma(core.predicate), *particle]),
        terms=find_terms(desk, statement, core, inside),
        words=content_words(desk, inside),
        amounts=find_amounts(desk, inside),
        denied=_denied(desk, statement, core),
        hedge=core.hedge,
        mood="told" if _is_told(desk, statement, core, spans) else _mood(desk, statement, core),
        tense=tense(desk, core),
        times=_times(desk, spans),
    )


def _is_told(desk: Desk, statement: Statement, core: Core, spans: Spans) -> bool:
    """Say whether it is what somebody else says or holds, neither put forward nor turned down."""
    return _is_taken_up(desk, statement) or is_anothers(desk, statement, core, spans)


def _denied(desk: Desk, statement: Statement, core: Core) -> str:
    """Tell how a proposition is negated; a notion turned down that is itself negated is put forward."""
    if (core.told or _names_a_claim(desk, statement)) and _rejects(desk, statement):
        return "" if core.negative else "rejects"
    return core.denied if core.negative else ""


def _mood(desk: Desk, statement: Statement, core: Core) -> str:
    """Tell the mood, in the light of how it was said: "urged raising the wage" speaks of raising it and asserts nothing."""
    if core.mood == "would":
        return _would(desk, statement)
    bare = desk.parse.tag[core.head] == "VBG" and core.subject is None and not desk.children(core.head, "aux")
    return "topic" if bare and statement.act in (Act.SAY, Act.URGE, Act.PREDICT, Act.PRAISE, Act.BELIEVE) else core.mood


def _would(desk: Desk, statement: Statement) -> str:
    """Read "said that it would close" as the future of a past saying; quoted, or after "says", it is a condition."""
    if statement.manner is Manner.DIRECT:
        return "if"
    past = any(desk.parse.tag[token] in ("VBD", "VBN") for token in desk.tokens(statement.cue))
    return "future" if past else "if"


def _names_a_claim(desk: Desk, statement: Statement) -> bool:
    """Say whether the cue holds the noun for what was said: "resisted the idea that"."""
    told = lemmas("words", "told")
    return any(desk.lemma(token) in told and desk.parse.pos[token] == "NOUN" for token in desk.tokens(statement.cue))


def _is_taken_up(desk: Desk, statement: Statement) -> bool:
    """Say whether the content is what another holds, neither put forward nor turned down: "responded to the claim that"."""
    if statement.act is not Act.DENY and desk.lower(next(iter(desk.tokens(statement.content)), 0)) in ("like", "as"):
        return True  # "it sounded like he was saying that": what it sounded like was not said
    if not _names_a_claim(desk, statement) or statement.act in (Act.DENY, Act.ACCUSE) or _rejects(desk, statement):
        return False
    verbs = [token for token in desk.tokens(statement.cue) if desk.parse.pos[token] == "VERB"]
    return bool(verbs) and not any(desk.lemma(token) in lemmas("verbs", "puts") for token in verbs)


def _rejects(desk: Desk, statement: Statement) -> bool:
    """Say whether the cue turns the content down though the act is not told as a denial: "rejected the claim that"."""
    if statement.act is Act.DENY:
        return False
    return any(desk.lemma(token) in lemmas("verbs", "denies") for token in desk.tokens(statement.cue))


def _times(desk: Desk, spans: Spans) -> tuple[str, ...]:
    """List the days spoken of inside spans, as far as they are known."""
    return tuple(
        f"{time.earliest}/{time.latest}"
        for time in desk.page.times
        if time.earliest and time.latest and any(start <= time.start and time.end <= end for start, end in spans)
    )
