"""Passive cues: "was told by X that …", "it was reported that …", "is believed to …", "has been accused of …"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.read.rules.frames import below
from onrecord.read.rules.sheet import SUBJECTS, Sheet
from onrecord.read.rules.sources import agent_of, is_expletive, is_perfect, phrase


@dataclass(frozen=True, slots=True)
class Passive:
    """How a passive reads: its rule, its agent (none for hearsay), further cue tokens and the content."""

    rule: str
    agent: int | None
    cue: tuple[int, ...]
    content: Iterable[int]


def is_passive(sheet: Sheet, verb: int) -> bool:
    """Say whether a verb is a passive, finite or a bare participle after a noun."""
    if sheet.child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return not is_perfect(sheet, verb)
    return (sheet.parse.tag[verb] == "VBN" and sheet.parse.dep[verb] == "acl") or _is_asked(sheet, verb)


def _is_asked(sheet: Sheet, verb: int) -> bool:
    """Say whether a verb opens "Asked whether …, X said" or "when asked about …", where nobody is named who asks."""
    parse = sheet.parse
    if sheet.lower(verb) not in ("asked", "pressed", "questioned") or sheet.child(verb, *SUBJECTS) is not None:
        return False
    opens = verb == parse.sentences[parse.sentence_of[verb]][0]
    return parse.dep[verb] == "advcl" and (opens or sheet.lower(verb - 1) in ("when", "if", "as"))


def read_passive(sheet: Sheet, verb: int, lemma: str) -> Passive | None:
    """Read one passive verb, or give None where it attributes nothing."""
    agent, patient = agent_of(sheet, verb), _patient(sheet, verb)
    return (
        _clause(sheet, verb, lemma, agent)
        or _infinitive(sheet, verb, lemma, agent, patient)
        or _with_phrase(sheet, verb, lemma, agent, patient)
        or _by(sheet, lemma, agent, patient)
    )


def _patient(sheet: Sheet, verb: int) -> set[int]:
    """List the tokens of who or what it is said of, without a clause set off by a comma; empty for "it was said that"."""
    subject = sheet.child(verb, "nsubjpass")
    return set() if subject is None or is_expletive(sheet, subject) else phrase(sheet, subject)


def _clause(sheet: Sheet, verb: int, lemma: str, agent: int | None) -> Passive | None:
    clause = sheet.child(verb, "ccomp")
    if clause is None or lemma not in sheet.lex.clause:
        return None
    if agent is None and sheet.child(verb, "nsubjpass") is None and not _is_asked(sheet, verb):
        return None
    return Passive("passive-clause", agent, (), below(sheet, verb, [clause]))


def _infinitive(sheet: Sheet, verb: int, lemma: str, agent: int | None, patient: set[int]) -> Passive | None:
    action = sheet.child(verb, "xcomp", "oprd")
    if action is None or action < verb:
        return None
    if lemma not in sheet.lex.hearsay and (agent is None or lemma not in sheet.lex.object):
        return None
    return Passive("hearsay", agent, (), patient | below(sheet, verb, [action]))


def _with_phrase(sheet: Sheet, verb: int, lemma: str, agent: int | None, patient: set[int]) -> Passive | None:
    lex = sheet.lex
    for prep in (kid for kid in sheet.parse.children[verb] if sheet.parse.dep[kid] == "prep" and kid > verb):
        word = sheet.lower(prep)
        if lemma in lex.object_prepositions.get(word, ()) or (word == "as" and lemma in lex.object_as):
            return Passive("passive-with", agent, (prep,), patient | (sheet.subtree(prep) - {prep}))
    return None


def _by(sheet: Sheet, lemma: str, agent: int | None, patient: set[int]) -> Passive | None:
    if agent is None or not patient or lemma not in sheet.lex.object:
        return None
    return Passive("passive", agent, (), patient)
