"""A cue as acts are judged by it: its verb and nouns, how its content opens, whether it is denied or only to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.page import Page, words_in
from onrecord.read.unsaid import main_verb, verbs_of
from onrecord.records import Manner, Statement

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "without", "nothing"})
_TURNING = frozenset({"nor", "neither", "never"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_SMALL = 4
"""Letters below which a word of a name may be written small."""
_FEW = 2
"""Words up to which what is quoted names a thing."""
QUESTION = frozenset({"if", "whether", "what", "why", "how", "when", "where", "who", "which"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue's lemmas in order, its main verb, the word right after the verb, how the content opens, and whether it is negated."""

    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    verb: str
    after: str
    opening: str
    opening_tag: str
    negated: bool
    unreal: bool
    passive: bool
    quoted: bool
    named: bool
    """Whether all that is quoted is a word or two, or a name: the “March for Our Lives” event."""
    unnamed: bool
    verbs: frozenset[str]
    """All verbs of the cue and those that it is joined to: "confirm" and "deny" of "would not confirm or deny"."""
    clausal: bool
    """Whether a finite verb stands in the content that does not only describe a thing of it."""
    link: str
    """The preposition that hangs on the verb: "for" of "attacked her for the delay"."""
    told: frozenset[str]
    """Nouns and adjectives of the cue and at the beginning of the content."""


def is_negated(parse: Parse, cue: Sequence[int]) -> bool:
    """Tell whether a cue is denied: "did not say", "nor did he promise", "is less sure"; "no one said" is left to the source."""
    if any(parse.text[token].lower() in _NEGATIONS or _lessens(parse, token) for token in cue):
        return True
    verbs = [token for token in cue if parse.pos[token] in ("VERB", "AUX")]
    verbs += [verb for token in verbs for verb in _joined(parse, token)]
    if any(_is_turned(parse, verb) for verb in verbs):
        return True
    below = [child for token in {*cue, *verbs} for child in parse.children[token] if parse.dep[child] in ("advmod", "amod")]
    return any(_lessens(parse, child) for child in below) or any(
        parse.dep[child] == "neg" for verb in verbs for child in parse.children[verb]
    )


def _is_turned(parse: Parse, verb: int) -> bool:
    """Tell whether a word that denies stands before a verb's helper: "nor did he say"."""
    helper = next((kid for kid in parse.children[verb] if parse.dep[kid] in ("aux", "auxpass")), verb)
    return helper > 0 and parse.text[helper - 1].lower() in _TURNING


def _joined(parse: Parse, verb: int) -> list[int]:
    """Give the verb before "or" whose negation counts for the one after it as well: "would not confirm or deny"."""
    head = parse.head[verb]
    either = any(parse.text[child].lower() in ("or", "nor") for child in parse.children[head])
    own = any(parse.dep[child] in ("nsubj", "nsubjpass") for child in parse.children[verb])
    return [head] if parse.dep[verb] == "conj" and head < verb and either and not own else []


def _lessens(parse: Parse, token: int) -> bool:
    """Tell whether a word all but denies: "hardly", "less", "little"; "a little" does not."""
    if parse.text[token].lower() not in words("acts")["lessening"]["words"]:
        return False
    return not (token and parse.text[token - 1].lower() in ("a", "no", "the", "not"))


def frame_of(page: Page, statement: Statement, cue: list[int]) -> Frame:
    """Read the cue of a statement, given as its tokens in order."""
    parse = page.parse
    verbs, main = verbs_of(parse, cue), main_verb(parse, cue)
    content = words_in(parse, statement.content)
    spoken = [token for verb in verbs for token in (verb, *_joined(parse, verb))]
    after = parse.text[cue[cue.index(main) + 1]].lower() if main is not None and main != cue[-1] else ""
    if not after and main is not None and main + 1 < len(parse):
        after = parse.text[main + 1].lower()
    return Frame(
        tuple(parse.lemma[token].lower() for token in cue),
        tuple(parse.pos[token] for token in cue),
        parse.lemma[main].lower() if main is not None else "",
        after,
        _opening(parse, main, content),
        parse.tag[content[0]] if content else "",
        is_negated(parse, cue),
        main is not None and _unreal(parse, main),
        main is not None and any(parse.dep[child] == "auxpass" for child in parse.children[main]),
        statement.manner != Manner.INDIRECT,
        _is_name(page.article.text, statement),
        any(parse.lemma[token].lower() in ("name", "identify", "quote", "anonymity", "anonymous") for token in content[:6]),
        frozenset(parse.lemma[token].lower() for token in spoken),
        _has_clause(parse, content),
        _link(parse, main),
        frozenset(parse.lemma[t].lower() for t in (*cue, *content[:6]) if parse.pos[t] in ("NOUN", "PROPN", "ADJ")),
    )


def _is_name(text: str, statement: Statement) -> bool:
    """Tell whether each quotation inside a content is a word or two, or a name in capitals."""
    told = " ".join(text[start:end] for start, end in statement.content)
    quoted = [inside.split() for inside in _QUOTED.findall(told[1:])]
    return bool(quoted) and all(
        len(ones) == 1 or all(one[0].isupper() or len(one) < _SMALL for one in ones) for ones in quoted if ones
    )


def _has_clause(parse: Parse, content: Sequence[int]) -> bool:
    inside = frozenset(content)
    own = any(parse.tag[token] in _FINITE and not _describes(parse, token, inside) for token in content)
    linked = any((parse.text[t].lower(), parse.tag[t]) == ("that", "IN") or parse.text[t].lower() == "as" for t in content)
    linked = linked or any(parse.dep[t] == "nsubj" and parse.tag[parse.head[t]] == "VBG" for t in content)  # "him losing"
    return own or (linked and any(parse.tag[token] in _FINITE for token in content))


def _describes(parse: Parse, token: int, inside: frozenset[int]) -> bool:
    """Tell whether a verb only describes a thing of the content: "a story that told of the dam"."""
    while token in inside:
        head = parse.head[token]
        if parse.dep[token] == "relcl" and head in inside:
            return True
        if head == token:
            return False
        token = head
    return False


def _link(parse: Parse, main: int | None) -> str:
    kids = [] if main is None else parse.children[main]
    return next((parse.text[kid].lower() for kid in kids if parse.dep[kid] == "prep" and main is not None and kid > main), "")


def _unreal(parse: Parse, verb: int) -> bool:
    """Tell whether a cue's verb is only to come or to be wished: "will announce", "is expected to say", "wants to admit"."""
    table = words("acts")["unreal"]
    aux = [parse.text[child].lower() for child in parse.children[verb] if parse.dep[child] in ("aux", "auxpass")]
    if parse.lemma[verb].lower() in table["real"] and {"would", "must", "can"} & set(aux):
        return False
    head = parse.head[verb]
    above = parse.children[head] if parse.dep[verb] == "xcomp" and parse.tag[verb] == "VBG" else ()  # "will go on announcing"
    if any(word in table["modals"] for word in (*aux, *(parse.text[kid].lower() for kid in above if parse.dep[kid] == "aux"))):
        return True
    if "to" not in aux or head == verb:
        return False
    if any(parse.text[kid].lower() in ("more", "less", "as") for kid in parse.children[head]):
        return False  # of a poll: "are twice as likely to say"
    going = parse.lemma[head].lower() == "go" and parse.tag[head] == "VBG"
    return going or parse.lemma[head].lower() in table["verbs"]


def _opening(parse: Parse, main: int | None, content: list[int]) -> str:
    """Give the word that opens the content or stands right before it: "to", "that", "if"."""
    if not content:
        return ""
    first = parse.text[content[0]].lower()
    before = parse.text[content[0] - 1].lower() if content[0] else ""
    if before in ("to", "that", "if", "whether") and (main is None or content[0] > main):
        return before
    if any(parse.text[token].lower() == "to" and parse.tag[token] == "TO" for token in content[:8]) and first not in QUESTION | {
        "that"
    }:
        verb = next((t for t in content[:12] if parse.tag[t].startswith(("VB", "MD"))), None)
        if verb is not None and parse.tag[verb] == "VB" and parse.text[verb - 1].lower() == "to":
            return "to"
    return first
