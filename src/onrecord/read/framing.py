"""Where an article's own voice sets something against what somebody said: "Her words were tested within hours"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.frames.desk import Desk
from onrecord.read.overstating import find_overstating
from onrecord.read.page import Page
from onrecord.records import Framing, Kind, Relation, Span, Statement


def find_framing(page: Page, statements: Sequence[Statement]) -> tuple[Framing, ...]:
    """Find what an article's own voice does to what was said: an event set against it, a paraphrase that says more.

    ``contradicts``: a sentence that sets an event against somebody's words. ``elaborates``: words of a paraphrase that the
    quotation beside it does not bear out.
    """
    told = [span for s in statements for span in (*s.source, *s.cue, *s.content)]
    found = []
    for verb in range(len(page.parse)):
        if page.parse.lemma[verb].lower() not in _list("against") or page.parse.pos[verb] != "VERB":
            continue
        owner = _owner(page, verb)
        span = _sentence(page.parse, verb)
        if owner is None or any(start < span[1] and span[0] < end for start, end in told):
            continue
        statement = _before(statements, owner, span)
        if statement:
            found.append(Framing(page.article.id, span, statement.id, Relation.CONTRADICTS))
    beyond = {framing.id: framing for framing in find_overstating(Desk(page), statements)}
    return (*found, *sorted(beyond.values(), key=lambda framing: (framing.span, framing.statement)))


@lru_cache(maxsize=8)
def _list(name: str) -> frozenset[str]:
    return frozenset(words("framing")[name].split())


def _owner(page: Page, verb: int) -> str | None:
    """Find whose words the verb is turned against; null where somebody, not an event, turns against them."""
    parse = page.parse
    below = parse.children[verb]
    passive = [child for child in below if parse.dep[child] == "nsubjpass"]
    active = [child for child in below if parse.dep[child] == "nsubj"]
    agents = [c for child in below if parse.dep[child] == "agent" for c in parse.children[child]]
    if any(_speaks(page, token) for token in (*active, *agents)):
        return None
    things = passive or [child for child in below if parse.dep[child] == "dobj"]
    for thing in things:
        if parse.lemma[thing].lower() in _list("words"):
            owners = [child for child in parse.children[thing] if parse.dep[child] == "poss"]
            return next((chain for owner in owners if (chain := _chain(page, owner))), None)
    return None


def _speaks(page: Page, token: int) -> bool:
    """Say whether a token is somebody who can speak."""
    chain = _chain(page, token)
    kinds = {known.id: known.kind for known in page.chains}
    return page.parse.pos[token] == "PRON" or (chain is not None and kinds.get(chain) not in (None, Kind.PLACE))


def _chain(page: Page, token: int) -> str | None:
    start, end = page.parse.start[token], page.parse.end[token]
    over = [m for m in page.mentions if m.start <= start and end <= m.end and m.chain]
    return min(over, key=lambda m: (m.start - m.end, m.start)).chain if over else None


def _sentence(parse: Parse, token: int) -> Span:
    first, last = parse.sentences[parse.sentence_of[token]]
    return parse.span(first, last)


def _before(statements: Sequence[Statement], speaker: str, span: Span) -> Statement | None:
    """Find the speaker's last statement before a sentence."""
    earlier = [s for s in statements if s.speaker == speaker and s.content and s.content[-1][1] <= span[0]]
    return max(earlier, key=lambda s: (s.content[-1][1], s.content[0][0]), default=None)
