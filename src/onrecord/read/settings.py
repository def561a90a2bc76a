"""When, where and to whom it was said: what the cue's own clause tells, the content left out.

Nothing is carried over from elsewhere: the day of publication is not the day it was said, and a venue two paragraphs up may be
another one. A time that opens the sentence may date the saying or what is told ("On Monday police said a bomb went off"): it is
taken only where the content is quoted or the time stands beside the cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.office_words import is_head
from onrecord.read.page import Page, tokens_of
from onrecord.records import Chain, Kind, Manner, Mention, Statement, Time, When

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_CLOSERS = frozenset({"relcl", "punct", "conj", "cc", "advcl", "parataxis"})


@dataclass(frozen=True, slots=True)
class _Clause:
    """A cue's clause: the verb, the tokens around it that are neither content nor source, and what the content holds."""

    verb: int
    cue: frozenset[int]
    open: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    first: int
    last: int


def find_settings(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """Find when, where and to whom each statement was said, as far as its own clause tells; null otherwise."""
    done = []
    for statement in statements:
        clause = _clause(page.parse, statement)
        if clause is None:
            done.append(statement)
            continue
        done.append(
            replace(
                statement,
                said=_said(page, statement, clause),
                venue=_venue(page, clause),
                addressee=_addressee(page, clause),
            )
        )
    return done


def _clause(parse: Parse, statement: Statement) -> _Clause | None:
    cue = tokens_of(parse, statement.cue)
    if not cue:
        return None
    verbs = [token for token in cue if parse.pos[token] in ("VERB", "NOUN")]
    verb = verbs[-1] if verbs else cue[-1]
    if parse.pos[verb] == "NOUN" and any(parse.pos[token] == "VERB" for token in verbs):
        verb = next(token for token in verbs if parse.pos[token] == "VERB")
    first, last = parse.sentences[parse.sentence_of[verb]]
    content = set(tokens_of(parse, statement.content))
    source = set(tokens_of(parse, statement.source))
    below = {token for token in range(first, last) if token not in content and _hangs_on(parse, token, verb, content)}
    return _Clause(verb, frozenset(cue), frozenset(below - source), frozenset(source), frozenset(content), first, last)


def _hangs_on(parse: Parse, token: int, verb: int, content: set[int]) -> bool:
    """Tell whether a token hangs on the cue's verb without a way through the content; a cue inside a chain of verbs counts."""
    tops = {verb, parse.head[verb]} if parse.dep[verb] in ("pobj", "dobj", "xcomp", "conj") else {verb}
    for _ in range(40):
        if token in tops:
            return True
        head = parse.head[token]
        if head == token or head in content:
            return False
        token = head
    return False


# -- when


def _said(page: Page, statement: Statement, clause: _Clause) -> When | None:
    """Choose the one time of the cue's clause that dates the saying."""
    near = [time for time in page.times if time.earliest and time.latest and _dates(page, statement, clause, time)]
    if len(near) != 1:
        return None
    time = near[0]
    return When(time.earliest or "", time.latest or "", time.grain, time.basis, ((time.start, time.end),))


def _dates(page: Page, statement: Statement, clause: _Clause, time: Time) -> bool:
    tokens = tokens_of(page.parse, ((time.start, time.end),))
    if not tokens or tokens[0] < clause.first or tokens[-1] >= clause.last or any(t in clause.content for t in tokens):
        return False
    if any(token in clause.cue for token in tokens):
        return True
    if not any(token in clause.open for token in tokens) or time.grain not in ("day", "time", "hour", "minute"):
        return False
    head = _governor(page.parse, tokens)
    if head != clause.verb and page.parse.lemma[head].lower() not in words("settings")["venues"]["speaking"]:
        return False
    opens = tokens[-1] < clause.verb and not any(t in clause.content for t in range(clause.first, tokens[0]))
    beside = min(abs(tokens[0] - clause.verb), abs(clause.verb - tokens[-1])) <= 3
    return beside or not opens or statement.manner != Manner.INDIRECT


def _governor(parse: Parse, tokens: list[int]) -> int:
    """Give the word outside a time expression that it hangs on, prepositions passed over."""
    inside = set(tokens)
    top = next((t for t in tokens if parse.head[t] not in inside), tokens[0])
    head = parse.head[top]
    while parse.pos[head] in ("ADP", "SCONJ") and parse.head[head] != head:
        head = parse.head[head]
    return head


# -- where


def _venue(page: Page, clause: _Clause) -> str | None:
    """Give the words of the first occasion, medium or place of speaking in the clause, from its preposition on."""
    parse = page.parse
    table = words("settings")["venues"]
    for token in sorted(clause.open | clause.cue | clause.source):
        if parse.text[token].lower() not in table["prepositions"] or parse.pos[token] != "ADP":
            continue
        noun = next((child for child in parse.children[token] if parse.dep[child] in ("pobj", "pcomp")), None)
        if noun is None or noun in clause.content or not _is_venue(page, clause, token, noun):
            continue
        return _phrase(page, token, noun, clause)
    return None


def _is_venue(page: Page, clause: _Clause, preposition: int, noun: int) -> bool:
    parse = page.parse
    word = parse.lemma[noun].lower()
    table = words("settings")["venues"]
    named = next((m for m in page.mentions if m.start <= parse.start[noun] < m.end and m.form != "pronoun"), None)
    near = {parse.lemma[t].lower() for t in range(parse.reach[noun][0], noun + 1)}
    near = (near | {parse.text[noun].lower(), _whole_word(parse, noun)}) if named is None or word in table["on"] else set()
    head = parse.head[preposition]
    lead = parse.lemma[head].lower()
    if parse.text[preposition].lower() in ("after", "before", "from", "by", "through") and not near & _media():
        return False
    if parse.text[preposition].lower() == "on" and word not in table["on"]:
        return False
    if near & (_occasions() | _media()):
        return head == clause.verb or head in clause.cue or lead in _leads() or parse.pos[head] in ("NOUN", "PROPN")
    return (
        named is not None
        and named.kind in (Kind.PLACE, Kind.INSTITUTION)
        and lead in _leads()
        and head != clause.verb
        and parse.text[preposition].lower() in ("at", "in")
    )


def _whole_word(parse: Parse, token: int) -> str:
    """Give a word with the pieces that hyphens tie to it: "op-ed"."""
    first = token
    while first > 1 and parse.text[first - 1] == "-" and parse.end[first - 1] == parse.start[first]:
        first -= 2
    return "".join(parse.text[first : token + 1]).lower()


def _phrase(page: Page, first: int, noun: int, clause: _Clause) -> str:
    """Give a preposition's phrase, cut before clauses that only go on about it and before the content or the time."""
    parse = page.parse
    last = noun
    for token in range(noun + 1, parse.reach[noun][1]):
        if token in clause.content or parse.text[token] in (",", ";", "—", "–", "(", "“", '"', ":"):
            break
        head = token
        while parse.head[head] != noun and parse.head[head] != head and head != noun:
            head = parse.head[head]
        if parse.dep[head] in _CLOSERS or _in_time(page, token):
            break
        last = token
    while last > noun and parse.pos[last] in ("ADP", "DET", "SCONJ", "CCONJ", "PRON"):
        last -= 1
    start, end = parse.span(first, last + 1)
    return " ".join(page.article.text[start:end].split())


def _in_time(page: Page, token: int) -> bool:
    start = page.parse.start[token]
    return any(time.start <= start < time.end and time.grain != "year" for time in page.times)


# -- to whom


def _addressee(page: Page, clause: _Clause) -> str | None:
    """Give the one spoken to: the object of "told", "to X" after "said", "with X" after "in an interview"."""
    parse = page.parse
    table = words("settings")["addressees"]
    verb = clause.verb
    lemma = parse.lemma[verb].lower()
    if lemma in table["verbs"]:
        objects = [c for c in parse.children[verb] if parse.dep[c] in ("dobj", "dative", "iobj") and c > verb]
        objects = [c for c in objects if c not in clause.content and parse.pos[c] in ("NOUN", "PROPN", "PRON")]
        if objects:
            return _whom(page, objects[0], clause)
    for token in sorted(clause.open | clause.cue):
        head = parse.lemma[parse.head[token]].lower()
        word = parse.text[token].lower()
        to = word == "to" and parse.tag[token] != "TO" and parse.head[token] == verb and lemma in table["to"]
        if to or (word == "with" and head in table["with"]):
            noun = next((child for child in parse.children[token] if parse.dep[child] == "pobj"), None)
            if noun is not None and noun not in clause.content and _animate(page, noun, to):
                return _whom(page, noun, clause)
    return None


def _animate(page: Page, noun: int, to: bool) -> bool:
    """Tell whether somebody can be spoken to under this noun; after "with" nobody else is meant."""
    if not to:
        return True
    start = page.parse.start[noun]
    named = [m for m in page.mentions if m.start <= start < m.end]
    if named:
        return named[0].kind != Kind.PLACE
    kinds = words("offices")["kinds"]
    word = page.parse.text[noun].lower()
    return word in kinds["group"] or word in kinds["institution"] or word in words("offices")["heads"]["words"]


def _whom(page: Page, noun: int, clause: _Clause) -> str | None:
    """Name the one spoken to: the fullest name where a name is the head, else the words without the article."""
    parse = page.parse
    start = parse.start[noun]
    chains = {chain.id: chain for chain in page.chains}
    mention = next((m for m in page.mentions if m.chain and m.start <= start < m.end and m.end >= parse.end[noun]), None)
    low, high = parse.reach[noun]
    low = next((t for t in range(low, noun + 1) if parse.text[t].lower() not in ("the", "a", "an")), noun)
    chain = chains.get(mention.chain or "") if mention else None
    if chain is None or chain.kind != Kind.PERSON:
        chain, mention = _named_at_end(page, noun) or (chain, mention)
    if mention and chain and chain.kind != Kind.STATE and (chain.kind == Kind.PERSON or mention.start <= parse.start[low]):
        return chain.name
    if parse.pos[noun] == "PRON":
        return None
    tokens = [t for t in range(low, high) if t not in clause.content and (t <= noun or parse.dep[t] not in _CLOSERS)]
    cut = next((i for i, t in enumerate(tokens) if t > noun and (parse.dep[t] in _CLOSERS or parse.text[t] in (",", ":"))), None)
    tokens = [t for t in tokens[:cut] if parse.text[t] not in _POSSESSIVE or t < noun]
    venue = next((i for i, t in enumerate(tokens) if t > noun and parse.pos[t] == "ADP" and _leads_to_venue(parse, t)), None)
    tokens = tokens[:venue]
    if not tokens or tokens[-1] - tokens[0] > 11:
        return None
    begin, end = parse.span(tokens[0], tokens[-1] + 1)
    return " ".join(page.article.text[begin:end].split())


def _named_at_end(page: Page, noun: int) -> tuple[Chain, Mention] | None:
    """Find the person whose name closes a noun phrase that opens with an office: "General X"."""
    start, end = page.parse.span(*page.parse.reach[noun])
    chains = {chain.id: chain for chain in page.chains if chain.kind == Kind.PERSON}
    found = [(chains[m.chain], m) for m in page.mentions if m.chain in chains and start <= m.start and m.end == end]
    return found[0] if found and is_head(page.parse.text[noun]) else None


def _leads_to_venue(parse: Parse, preposition: int) -> bool:
    return any(parse.lemma[child].lower() in _occasions() | _media() for child in parse.children[preposition])


@cache
def _occasions() -> frozenset[str]:
    return frozenset(words("settings")["venues"]["occasions"])


@cache
def _media() -> frozenset[str]:
    return frozenset(words("settings")["venues"]["media"])


@cache
def _leads() -> frozenset[str]:
    return frozenset(words("settings")["venues"]["speaking"])
