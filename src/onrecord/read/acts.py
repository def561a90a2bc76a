"""What was done by saying it: the act a cue's words and frame tell, checked against the content.

``intend`` and ``perceive`` mark attributions in PolNeAR's wide sense that are no statements: what somebody plans, wants, sees,
or does not say ("declined to comment"). Everything undecided is ``say``, which claims least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.page import Page, tokens_of
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.topics import act_on_thing
from onrecord.read.unsaid import is_bare_name, is_pronoun, is_topic, main_verb, unsaid, verbs_of
from onrecord.records import NOT_SAID, Act, Manner, Statement

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "without", "nothing"})
_TURNING = frozenset({"nor", "neither", "never"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ABOUT_SOMETHING = frozenset({Act.SAY, Act.ACCUSE, Act.WARN, Act.URGE, Act.CONCEDE, Act.BELIEVE, Act.ASK})
_WITHOUT_CLAUSE = frozenset({Act.SAY, Act.ASK, Act.BELIEVE})
_QUESTION = frozenset({"if", "whether", "what", "why", "how", "when", "where", "who", "which"})


def judge_acts(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """Judge the act of each statement by its cue's lemma, frame and negation, and by its content."""
    return [replace(statement, act=judge(page, statement)) for statement in statements]


def judge(page: Page, statement: Statement) -> Act:
    """Judge one statement's act; a cue without a verb or noun that tells (a colon, "according to") says."""
    parse = page.parse
    cue = tokens_of(parse, statement.cue)
    act = unsaid(page, statement, cue)
    if act:
        return act
    if not cue:
        return Act.ASK if _asks(page.article.text, statement) else Act.SAY
    frame = _frame(page, statement, cue)
    act = _refused(frame) or _by_frame(frame) or _by_words(frame)
    if act is None:
        voiced = statement.manner == Manner.DIRECT or (frame.quoted and frame.opening == "that")
        act = Act.SAY if voiced or frame.verb in _speech() or not frame.verb else Act.PERCEIVE
    act = _turned(act, frame)
    if act in _WITHOUT_CLAUSE and statement.manner != Manner.DIRECT:
        content = [token for token in tokens_of(parse, statement.content) if parse.text[token][0].isalnum()]
        told = act_on_thing(parse, cue, main_verb(parse, cue), content, act)
        if told != act and not statement.source and not frame.verb:
            told = Act.PERCEIVE  # "the find raised questions about …": nobody's
        act = act if frame.quoted and told == Act.PERCEIVE else told
    if (act == Act.ASK or frame.verb == "ask") and is_topic(parse, statement):
        return Act.PERCEIVE
    if (act not in NOT_SAID and is_pronoun(parse, statement)) or (act in _ABOUT_SOMETHING and is_bare_name(parse, statement)):
        return Act.PERCEIVE
    if frame.unreal and act not in NOT_SAID and not frame.quoted:
        return Act.INTEND
    if act == Act.SAY and not frame.verb and _asks(page.article.text, statement):
        return Act.ASK
    return act


@dataclass(frozen=True, slots=True)
class _Frame:
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
    unnamed: bool
    verbs: frozenset[str]
    """All verbs of the cue and those that it is joined to: "confirm" and "deny" of "would not confirm or deny"."""
    clausal: bool
    """Whether a finite verb stands in the content."""
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


def _frame(page: Page, statement: Statement, cue: list[int]) -> _Frame:
    parse = page.parse
    verbs, main = verbs_of(parse, cue), main_verb(parse, cue)
    content = tokens_of(parse, statement.content)
    content = [token for token in content if parse.text[token][0].isalnum()]
    spoken = [token for verb in verbs for token in (verb, *_joined(parse, verb))]
    after = parse.text[cue[cue.index(main) + 1]].lower() if main is not None and main != cue[-1] else ""
    if not after and main is not None and main + 1 < len(parse):
        after = parse.text[main + 1].lower()
    return _Frame(
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
        any(parse.lemma[token].lower() in ("name", "identify", "quote", "anonymity", "anonymous") for token in content[:6]),
        frozenset(parse.lemma[token].lower() for token in spoken),
        any(parse.tag[token] in _FINITE for token in content),
        _link(parse, main),
        frozenset(parse.lemma[t].lower() for t in (*cue, *content[:6]) if parse.pos[t] in ("NOUN", "PROPN", "ADJ")),
    )


def _link(parse: Parse, main: int | None) -> str:
    kids = [] if main is None else parse.children[main]
    return next((parse.text[kid].lower() for kid in kids if parse.dep[kid] == "prep" and main is not None and kid > main), "")


def _unreal(parse: Parse, verb: int) -> bool:
    """Tell whether a cue's verb is only to come or to be wished: "will announce", "is expected to say", "wants to admit"."""
    table = words("acts")["unreal"]
    aux = [parse.text[child].lower() for child in parse.children[verb] if parse.dep[child] in ("aux", "auxpass")]
    if parse.lemma[verb].lower() in table["real"] and {"would", "must", "can"} & set(aux):
        return False
    if any(word in table["modals"] for word in aux):
        return True
    return "to" in aux and parse.lemma[parse.head[verb]].lower() in table["verbs"] and parse.head[verb] != verb


def _opening(parse: Parse, main: int | None, content: list[int]) -> str:
    """Give the word that opens the content or stands right before it: "to", "that", "if"."""
    if not content:
        return ""
    first = parse.text[content[0]].lower()
    before = parse.text[content[0] - 1].lower() if content[0] else ""
    if before in ("to", "that", "if", "whether") and (main is None or content[0] > main):
        return before
    if any(parse.text[token].lower() == "to" and parse.tag[token] == "TO" for token in content[:8]) and first not in _QUESTION:
        verb = next((t for t in content[:12] if parse.tag[t].startswith(("VB", "MD"))), None)
        if verb is not None and parse.tag[verb] == "VB" and parse.text[verb - 1].lower() == "to":
            return "to"
    return first


def _refused(frame: _Frame) -> Act | None:
    """Mark what was not said: "did not say whether", "declined to comment"."""
    table = words("acts")["refusals"]
    if frame.verb in ("ask", "request", "insist") and frame.unnamed:
        return Act.INTEND  # "who asked not to be named"
    speech = frozenset(table["speech"])
    if frame.negated and frame.verbs & speech:
        return Act.INTEND  # "would not confirm or deny"
    if frame.verb in speech and any(lemma in table["verbs"] for lemma in frame.lemmas):
        return Act.INTEND
    if frame.verb in table["passing"] and frame.told & set(table["passed"]):
        return Act.INTEND
    return Act.INTEND if frame.verb in table["verbs"] else None


def _by_frame(frame: _Frame) -> Act | None:
    """Judge by the words around the verb: phrases, light verbs, what opens the content."""
    phrase = _phrases().get(f"{frame.verb} {frame.after}")
    if phrase:
        return phrase
    tables = words("acts")
    first = next((verb for verb in frame.lemmas if verb in frame.verbs), "")
    if first in tables["verbs"]["deny"] and frame.verb != first:
        return Act.DENY  # "denies telling her that"
    if frame.verb in tables["rejecting"]["verbs"] or f"{frame.verb} {frame.after}" in tables["rejecting"]["phrases"]:
        return _rejected(frame)
    if frame.verb == "be" or frame.verb in ("remain", "sound", "seem", "appear", "become"):
        return next((act for lemma in frame.lemmas if (act := _adjectives().get(lemma))), None)
    if frame.verb in ("have", "take") and frame.opening == "to" and not frame.quoted:
        return Act.INTEND  # "has the support to go on"
    if frame.verb in tables["light"]["verbs"]:
        nouns = [lemma for lemma, pos in zip(frame.lemmas, frame.pos, strict=True) if pos in ("NOUN", "PROPN")]
        return next((act for lemma in nouns if (act := _nouns().get(lemma))), _light(frame))
    if frame.verb in tables["physical"]["verbs"] and not frame.quoted:
        return Act.ACCUSE if frame.link in tables["physical"]["links"] else Act.PERCEIVE
    asked = frame.opening == "to" and frame.verb not in _speech()
    if frame.verb in tables["findings"]["verbs"] and not (frame.quoted or frame.clausal or asked):
        return Act.PERCEIVE
    if frame.opening == "to" and frame.verb in _infinitive() and not frame.passive:
        return _infinitive()[frame.verb]
    if frame.opening_tag == "VBG" and frame.verb in tables["gerund"]["intend"]:
        return Act.INTEND
    if frame.verb == "agree":
        return Act.SAY if frame.quoted or frame.opening == "that" else Act.INTEND
    return None


def _rejected(frame: _Frame) -> Act:
    """Judge by what is rejected: a claim is denied, of a deal or a plan nothing is said."""
    table = words("acts")["rejecting"]
    if frozenset(table["claims"]) & (set(frame.lemmas) | frame.told) or frame.opening == "that":
        return Act.DENY
    if frame.quoted:
        return Act.SAY
    plain = frame.verb in table["verbs"] or frame.clausal
    return Act.INTEND if frame.told & set(table["deals"]) else Act.SAY if plain else Act.PERCEIVE


def _light(frame: _Frame) -> Act:
    """Judge a light verb whose noun tells nothing: "made remarks" says, "took an interest" does not."""
    table = words("acts")["light"]
    nouns = any(pos in ("NOUN", "PROPN") for pos in frame.pos)
    said = frame.quoted or frame.opening == "that" or any(word in table["nouns"] for word in frame.told)
    return Act.SAY if said or (frame.verb in table["telling"] and not nouns) else Act.PERCEIVE


def _by_words(frame: _Frame) -> Act | None:
    """Judge by the lemmas alone: the main verb first, then nouns and adjectives of the cue."""
    act = None if frame.verb in _speech() else _verbs().get(frame.verb)
    if act == Act.ASK and frame.opening not in _QUESTION and frame.opening == "for":
        return Act.URGE
    if act:
        return act
    if frame.verb:
        return Act.SAY if frame.verb in _speech() else None
    for table in (_nouns(), _adjectives(), _verbs()):
        for lemma in frame.lemmas:
            if lemma in table:
                return table[lemma]
    return None


def _turned(act: Act, frame: _Frame) -> Act:
    """Turn an act by its negation: "does not believe" doubts, other speech did not happen."""
    if not frame.negated:
        return act
    turned = words("acts")["negated"].get(str(act))
    if turned:
        return Act(turned)
    return act if act in (Act.PREDICT, Act.PERCEIVE) else Act.INTEND


def _asks(text: str, statement: Statement) -> bool:
    """Tell whether a content is a question by its last mark, or by any where an asker's turn is read ("Q: …")."""
    askers = lexicon().question
    label = " ".join(text[start:end] for start, end in statement.source).strip(" :.").lower()
    if label in askers and any("?" in text[start:end] for start, end in statement.content):
        return True
    return bool(statement.content) and text[statement.content[-1][1] - 1 : statement.content[-1][1] + 1].rstrip("”\"'’").endswith(
        "?"
    )


def _flat(subject: str) -> dict[str, Act]:
    return {word: Act(act) for act, row in words("acts")[subject].items() for word in row}


@cache
def _verbs() -> dict[str, Act]:
    return _flat("verbs")


@cache
def _nouns() -> dict[str, Act]:
    return _flat("nouns")


@cache
def _adjectives() -> dict[str, Act]:
    return _flat("adjectives")


@cache
def _phrases() -> dict[str, Act]:
    return _flat("phrases")


@cache
def _infinitive() -> dict[str, Act]:
    return _flat("infinitive")


@cache
def _speech() -> frozenset[str]:
    return frozenset(words("acts")["verbs"]["say"])
