"""What a bare denial denies: "he denied the allegation", "Moscow rejects this" take up what was said just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.frames.desk import Desk
from onrecord.read.frames.lexicon import lemmas
from onrecord.records import Act, Frame, Part, Statement, Term

_REACH = 420
"""Characters between what was said and its denial: the sentence before, or the one before that."""
_LONGEST = 4
"""Words of a bare denial's content."""
_ASSERTING = frozenset({Act.SAY, Act.ACCUSE, Act.ANNOUNCE, Act.WARN, Act.CONCEDE})


def take_up(desk: Desk, statements: Sequence[Statement]) -> list[Statement]:
    """Give each bare denial the frames of what it denies, and words that can be read alone; others stay as they are.

    What a bare denial denies must be known: else it tells nothing, and is kept as no statement.
    """
    return [_taken_up(desk, statement, statements) for statement in statements]


def _taken_up(desk: Desk, denial: Statement, statements: Sequence[Statement]) -> Statement:
    if len(denial.parts) != 1 or not _is_bare(desk, denial):
        return denial
    charge = _charge(desk, denial, statements)
    if charge is None:
        return _left_open(desk, denial)
    told = [part for part in charge.parts if part.frames and not part.frames[0].denied]
    meant = [part for part in told if charge.act is Act.ACCUSE or _charges(part, denial.speaker)]
    if len(meant) != 1:
        return _left_open(desk, denial)
    part, frames = denial.parts[0], tuple(_as_told_by(charge, frame, denial) for frame in meant[0].frames if not frame.spans)
    proposition = f"{part.proposition}: {meant[0].proposition}"
    return replace(denial, parts=(replace(part, proposition=proposition, frames=frames),))


def _left_open(desk: Desk, denial: Statement) -> Statement:
    """Keep a denial of which nothing tells what it denies as no statement; "her accusation" tells whose."""
    tokens = desk.tokens(denial.content)
    owned = any(desk.parse.dep[token] in ("poss", "compound") for token in tokens)
    return denial if owned or denial.act is not Act.DENY else replace(denial, act=Act.PERCEIVE)


def _is_bare(desk: Desk, statement: Statement) -> bool:
    """Say whether a denial's content only points back: "it", "that charge", "the allegations", "doing so"."""
    frames = statement.parts[0].frames
    if not (statement.act is Act.DENY or any(frame.denied == "rejects" for frame in frames)):
        return False
    tokens = [token for token in desk.tokens(statement.content) if desk.parse.pos[token] not in ("PUNCT", "SPACE")]
    if not 0 < len(tokens) <= _LONGEST:
        return False
    rest = [token for token in tokens if desk.lower(token) not in lemmas("words", "pointing")]
    owners = [token for token in rest if desk.parse.dep[token] in ("poss", "case", "compound")]
    nouns = [token for token in rest if token not in owners]
    if not nouns:
        return any(desk.lower(token) in lemmas("words", "pointing") for token in tokens)
    pointed = len(rest) < len(tokens) or bool(owners)
    return pointed and all(desk.lemma(token) in lemmas("words", "charges") for token in nouns)


def _charge(desk: Desk, denial: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Find what was said last before a denial, by somebody else, of the one who denies it."""
    start = min(span[0] for span in (*denial.source, *denial.cue, *denial.content))
    before = [s for s in statements if s.content and 0 <= start - s.content[-1][1] <= _REACH]
    owner = next((chain for token in desk.tokens(denial.content) if (chain := _owner(desk, token))), None)
    for charge in sorted(before, key=lambda s: (s.content[-1][1], s.content[0][0]), reverse=True):
        if owner is not None and charge.speaker != owner:
            continue
        if charge.act not in _ASSERTING or (charge.speaker is not None and charge.speaker == denial.speaker):
            continue
        if any(_speaks_of(part, denial.speaker) for part in charge.parts):
            return charge
    return None


def _owner(desk: Desk, token: int) -> str | None:
    return desk.chain(token) if desk.parse.dep[token] == "poss" else None


def _speaks_of(part: Part, chain: str | None) -> bool:
    return chain is not None and any(term.chain == chain for frame in part.frames for term in frame.terms)


def _charges(part: Part, chain: str | None) -> bool:
    """Say whether a part tells a deed, done or going on, of the one who denies it; what was done to him is no charge."""
    frame = part.frames[0]
    return frame.mood == "fact" and any(term.chain == chain and _does(term, frame) for term in frame.terms)


def _does(term: Term, frame: Frame) -> bool:
    """Say whether a term names who does something, or whose doing it is: "his government", but not "an inquiry into his work"."""
    main = frame.predicate.split(" ")[0]
    owned = {main, *(other.word for other in frame.terms if other.role == "agent" and other.under == main)}
    return (term.role == "agent" and term.under == main) or (term.role == "of" and term.under in owned)


def _as_told_by(charge: Statement, frame: Frame, denial: Statement) -> Frame:
    """Write a frame so that it means the same to another speaker: "I" by name, "we" and "here" left out."""
    terms = []
    for term in frame.terms:
        if term.word == "@speaker":
            terms.append(replace(term, word=charge.speaker_name or "", kind="name", chain=charge.speaker))
        elif not term.word.startswith("@"):
            terms.append(_own(term, denial))
    return replace(frame, terms=tuple(terms), denied="" if denial.act is Act.DENY else "rejects", hedge="")


def _own(term: Term, denial: Statement) -> Term:
    mine = term.chain is not None and term.chain == denial.speaker
    return replace(term, word="@speaker", kind="pronoun") if mine and term.kind != "land" else term
