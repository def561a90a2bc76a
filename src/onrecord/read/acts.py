"""What was done by saying it: the act a cue's words and frame tell, checked against the content.

``intend`` and ``perceive`` mark attributions in PolNeAR's wide sense that are no statements: what somebody plans, wants, sees,
or does not say ("declined to comment"). Everything undecided is ``say``, which claims least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onrecord.backends.protocols import Parse
from onrecord.lang import words
from onrecord.read.cueing import QUESTION, Frame, frame_of
from onrecord.read.page import Page, tokens_of, words_in
from onrecord.read.rules.lexicon import lexicon
from onrecord.read.topics import act_on_thing, is_asked_person, is_deed, is_pointer
from onrecord.read.unsaid import is_bare_name, is_pronoun, is_topic, main_verb, unsaid
from onrecord.records import NOT_SAID, Act, Manner, Statement

_ABOUT_SOMETHING = frozenset({Act.SAY, Act.ACCUSE, Act.WARN, Act.URGE, Act.CONCEDE, Act.BELIEVE, Act.ASK})
_OF_CLAIMS = frozenset({Act.SAY, Act.CONCEDE, Act.ASK})
"""Acts that tell nothing of a claim that is only pointed at; what such a denial denies is looked for later, by the frames."""
_WITHOUT_CLAUSE = frozenset({Act.SAY, Act.ASK, Act.BELIEVE})


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
    if _is_clause_before(page.article.text, statement):
        return Act.PERCEIVE
    frame = frame_of(page, statement, cue)
    act = _refused(frame) or _by_frame(frame) or _by_words(frame)
    if act is None:
        voiced = statement.manner == Manner.DIRECT or (frame.quoted and frame.opening == "that")
        act = Act.SAY if voiced or frame.verb in _speech() or not frame.verb else Act.PERCEIVE
    return _checked(page, statement, _of_thing(parse, statement, _turned(act, frame), frame), frame)


def _is_clause_before(text: str, statement: Statement) -> bool:
    """Tell whether all of a content is a clause that a colon or semicolon ends before the source: it is the reporter's."""
    if not statement.source or not statement.cue or statement.manner != Manner.INDIRECT or not statement.content:
        return False
    named = min((*statement.source, *statement.cue))[0]
    end = statement.content[-1][1]
    return end <= named and text[end - 1 : named].strip(" \n'’\"”")[-1:] in (":", ";")


def _of_thing(parse: Parse, statement: Statement, act: Act, frame: Frame) -> Act:
    """Judge anew where the content is only a thing, of which a verb tells something or nothing."""
    if statement.manner == Manner.DIRECT:
        return act
    cue, content = tokens_of(parse, statement.cue), words_in(parse, statement.content)
    if not frame.quoted and is_deed(parse, main_verb(parse, cue), content):
        return Act.PERCEIVE
    if act not in _WITHOUT_CLAUSE:
        return act
    told = act_on_thing(parse, cue, main_verb(parse, cue), content, act)
    if told != act and not statement.source and not frame.verb:
        told = Act.PERCEIVE  # "the find raised questions about …": nobody's
    kept = frame.quoted and not (frame.named and frame.verb in words("acts")["light"]["verbs"])
    return act if kept and told == Act.PERCEIVE else told


def _checked(page: Page, statement: Statement, act: Act, frame: Frame) -> Act:
    """Check an act against a content that tells nothing, a cue that is only to come, and the mark of a question."""
    parse = page.parse
    content = words_in(parse, statement.content)
    asked = act == Act.ASK or frame.verb == "ask"
    if asked and (is_topic(parse, statement) or (frame.verb == "ask" and not frame.quoted and is_asked_person(parse, content))):
        return Act.PERCEIVE
    if act in _OF_CLAIMS and not frame.quoted and is_pointer(parse, content):
        return Act.PERCEIVE
    if (act not in NOT_SAID and is_pronoun(parse, statement)) or (act in _ABOUT_SOMETHING and is_bare_name(parse, statement)):
        return Act.PERCEIVE
    if frame.unreal and act not in NOT_SAID and (act == Act.BELIEVE or not frame.quoted):
        return Act.INTEND
    if act == Act.SAY and not frame.verb and _asks(page.article.text, statement):
        return Act.ASK
    return act


def _refused(frame: Frame) -> Act | None:
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


def _by_frame(frame: Frame) -> Act | None:
    """Judge by the words around the verb: phrases, light verbs, what opens the content."""
    if frame.verb == "press" and frame.link == "on":
        return Act.ASK if frame.opening in QUESTION else Act.PERCEIVE  # "pressed him on his refusal to answer"
    named = any(pos in ("NOUN", "PROPN", "PRON") for pos in frame.pos)
    if frame.verb == "push" and frame.opening == "to" and frame.opening_tag in ("TO", "VB") and not named:
        return Act.INTEND  # "is pushing to close the dam", not "pushed them to close it"
    phrase = _phrases().get(f"{frame.verb} {frame.after}")
    if phrase:
        return phrase
    if frame.verb == "plead" and "guilty" in frame.told:
        return Act.DENY if frame.opening == "not" else Act.CONCEDE
    tables = words("acts")
    first = next((verb for verb in frame.lemmas if verb in frame.verbs), "")
    if first in tables["verbs"]["deny"] and frame.verb != first:
        return Act.DENY  # "denies telling her that"
    if first != frame.verb and first in ("ask", "press", "urge", "pressure") and frame.opening in QUESTION:
        return Act.ASK  # "pressed her to explain why …"
    if first in tables["rejecting"]["verbs"] and frame.lemmas[-1] in tables["rejecting"]["claims"] and not frame.negated:
        return Act.DENY  # "dismissed the oft-stated notion that"
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
    ordered = frame.named and frame.verb in tables["findings"]["done"]
    voiced = (frame.quoted and not ordered) or frame.clausal or asked
    if frame.verb in tables["findings"]["verbs"] and not voiced:
        return Act.PERCEIVE
    if frame.opening == "to" and frame.verb in _infinitive() and not frame.passive:
        return _infinitive()[frame.verb]
    if frame.opening_tag == "VBG" and frame.verb in tables["gerund"]["intend"]:
        return Act.INTEND
    if frame.verb == "agree":
        return Act.SAY if frame.quoted or frame.opening == "that" else Act.INTEND
    return None


def _rejected(frame: Frame) -> Act:
    """Judge by what is rejected: a claim is denied, of a deal or a plan nothing is said."""
    table = words("acts")["rejecting"]
    if frozenset(table["claims"]) & (set(frame.lemmas) | frame.told) or frame.opening == "that":
        return Act.DENY
    if frame.quoted:
        return Act.SAY
    plain = (frame.verb in table["verbs"] and frame.verb != "contradict") or frame.clausal
    return Act.INTEND if frame.told & set(table["deals"]) else Act.SAY if plain else Act.PERCEIVE


def _light(frame: Frame) -> Act:
    """Judge a light verb whose noun tells nothing: "made remarks" says, "took an interest" does not."""
    table = words("acts")["light"]
    nouns = any(pos in ("NOUN", "PROPN") for pos in frame.pos)
    told = frame.lemmas if nouns else frame.told  # "has an idea of how the argument will go" has its own noun
    said = (frame.quoted and not frame.named) or frame.opening == "that" or any(word in table["nouns"] for word in told)
    return Act.SAY if said or (frame.verb in table["telling"] and not nouns) else Act.PERCEIVE


def _by_words(frame: Frame) -> Act | None:
    """Judge by the lemmas alone: the main verb first, then nouns and adjectives of the cue."""
    act = None if frame.verb in _speech() else _verbs().get(frame.verb)
    if act == Act.ASK and frame.opening not in QUESTION and frame.opening == "for":
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


def _turned(act: Act, frame: Frame) -> Act:
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
