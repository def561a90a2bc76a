"""Deeds: who is said to have done what to whom, so that a denial and an accusation in other words can be held together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from onrecord.lang import words
from onrecord.link.concepts import concept, is_topic
from onrecord.records import Act, Frame, Term

HAND = "hand"
"""The deed of who has a hand in another: its themes tell in which."""
ACCOUNT = "account"
"""What somebody told of another: "her accusation". Its doer is who told it."""
Who = Callable[[Term], tuple[str, bool]]
LACKING = "lacking"
"""How a proposition is negated that tells that there is too little proof of a deed."""
_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed: its kind, who does it (``""`` where nobody is told), and what it is done to, in or with.

    ``themes`` are concepts, names, and kinds of deeds where a deed is the theme; ``named`` those who are named among them.
    """

    kind: str
    doer: str
    themes: frozenset[str]
    named: frozenset[str]

    @property
    def kinds(self) -> frozenset[str]:
        """Give the kinds of deed it tells: its own, or those it tells somebody has a hand in."""
        found = self.themes if self.kind == HAND else {self.kind}
        return frozenset(kind for kind in found if is_deed_kind(kind))

    @property
    def told(self) -> frozenset[str]:
        """Give the kinds of deed that are told where it is: its own, and those in which it was done, "killed in an attack"."""
        return self.kinds | (frozenset(kind for kind in self.themes if is_deed_kind(kind)) if self.kinds else frozenset())

    @property
    def denied(self) -> frozenset[str]:
        """Give the kinds of deed that cannot be told where this one is denied."""
        return self.kinds.union(*(_includes().get(kind, frozenset()) for kind in self.kinds))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    table = words("deeds")
    found = {lemma: kind for kind, line in table["groups"].items() for lemma in line.split()}
    found |= dict.fromkeys(table["lists"]["accounts"].split(), ACCOUNT)
    return found | dict.fromkeys(table["lists"]["hand"].split(), HAND)


@lru_cache(maxsize=16)
def deeds_listed(name: str) -> frozenset[str]:
    """Give one plain list of ``lang/en/deeds.toml`` as it stands."""
    return frozenset(words("deeds")["lists"][name].split())


@lru_cache(maxsize=1)
def _includes() -> dict[str, frozenset[str]]:
    return {kind: frozenset(line.split()) for kind, line in words("deeds")["includes"].items()}


def kind_of(lemma: str) -> str:
    """Name the deed a word tells: its group, else its concept."""
    return _kinds().get(lemma, concept(lemma))


@lru_cache(maxsize=1)
def _things() -> dict[str, str]:
    return {lemma: thing for thing, line in words("deeds")["things"].items() for lemma in line.split()}


def is_deed(lemma: str) -> bool:
    """Say whether a word is one of those for deeds that people accuse one another of."""
    return lemma in _kinds()


def is_deed_kind(kind: str) -> bool:
    """Say whether a kind is one of the groups of deeds."""
    return kind in words("deeds")["groups"]


def find_deeds(frame: Frame, act: Act, who: Who) -> tuple[Deed, ...]:
    """List the deeds a frame asserts or denies: its predicate's, and those that it says somebody carries out or is behind."""
    reader = _Reader(frame, act, who)
    return tuple(dict.fromkeys(deed for head in reader.heads() for deed in reader.of_head(head)))


def find_kinds(frame: Frame, act: Act, who: Who) -> frozenset[str]:
    """List the kinds of deed a frame asserts or denies, be it of nobody: "there was no collusion", "a bribe took place"."""
    told = {frame.predicate.split(" ")[0], *(term.word for term in frame.terms), *(term.under for term in frame.terms)}
    if told.isdisjoint(_kinds()):
        return frozenset()
    return frozenset(kind_of(head) for head in _Reader(frame, act, who).heads() if is_deed(head)) - {HAND, ACCOUNT}


def proof_in(frame: Frame) -> str:
    """Give the word for proof where a frame tells that there is some, or none, of a deed: "outlines evidence of"."""
    main = frame.predicate.split(" ")[0]
    if main not in deeds_listed("proof") and main not in deeds_listed("finding"):
        return ""
    told = (term.word for term in frame.terms if term.role == "patient" and term.word in deeds_listed("proof"))
    return next((word for word in told if main == word or main in deeds_listed("finding")), "")


def lacks_proof(frame: Frame) -> bool:
    """Say whether a frame tells that there is too little proof: "insufficient evidence to establish"."""
    words = deeds_listed("enough") if frame.denied == "not" else deeds_listed("lacking") if not frame.denied else frozenset()
    return not words.isdisjoint(frame.words) and bool(proof_in(frame))


@dataclass(frozen=True)
class _Reader:
    """One frame looked at for deeds."""

    frame: Frame
    act: Act
    who: Who

    @cached_property
    def main(self) -> str:
        """Give the word that tells what is asserted; where proof of a deed is told, the verb of that deed, or the proof."""
        proof = proof_in(self.frame)
        if not proof:
            return self.frame.predicate.split(" ")[0]
        apart = {self.frame.predicate, proof, *deeds_listed("finding"), *deeds_listed("proving")}
        verbs = (t.under for t in self.frame.terms if t.role == "agent" and t.under not in apart and t.word != proof)
        return next(verbs, proof)

    def heads(self) -> Iterator[str]:
        """Yield the words of its deeds: what is asserted, and what that is the doing of."""
        main = self.main
        if self.blamed():
            told = [term.word for term in self.frame.terms if term.role in ("for", "of") and self._outside(term.under)]
            yield from (*told, *self._held(told))
            return
        if main in deeds_listed("proof"):
            yield from (term.word for term in self.frame.terms if term.role == "of" and term.under == main and is_deed(term.word))
            return
        yield main
        if main == "find":
            yield from (t.word for t in self.frame.terms if t.role == "patient" and t.under == main and is_deed(t.word))
        yield from (head for head in (*self.cleft()[1:], *self._beside(main)) if is_deed(head))
        tried = [t.word for t in self.frame.terms if t.role == "agent" and t.under == main and t.word in deeds_listed("tries")]
        yield from (t.under for t in self.frame.terms if t.role == "agent" and t.word in tried and is_deed(t.under))
        behind = main == "be" and any(term.role == "behind" for term in self.frame.terms)
        if behind or main in deeds_listed("doing"):
            parts = {term.word for term in self.frame.terms if term.under == main and term.role in ("agent", "patient")}
            done = {term.under for term in self.frame.terms if term.role == "agent" and term.word in parts}
            done |= {term.word for term in self.frame.terms if term.under == main and term.role in ("patient", "in", "behind")}
            done |= self._held(done)
            yield from sorted(word for word in done if word != main and is_deed(word))
        if main in deeds_listed("happening"):
            yield from (
                term.word for term in self.frame.terms if term.role == "agent" and term.under == main and is_deed(term.word)
            )

    def _beside(self, main: str) -> list[str]:
        """List what is denied in one breath with the main word: "any collusion with Kenya and any obstruction"."""
        if self.act is not Act.DENY or self.frame.mood != "topic":
            return []
        named = {term.role for term in self.frame.terms if term.under == main and term.kind in ("name", "land")}
        return [t.word for t in self.frame.terms if t.under == main and t.role in named - {"of"} and t.kind == "noun"]

    def _held(self, words: Iterable[str]) -> set[str]:
        """List the deeds that words only count: "a long pattern of obstruction"."""
        several = deeds_listed("several").intersection(words)
        return {term.word for term in self.frame.terms if term.role == "of" and term.under in several and is_deed(term.word)}

    def cleft(self) -> list[str]:
        """Give who "it was" that did something, and the words of what was done: "it was Kenya that had interfered"."""
        terms, main = self.frame.terms, self.frame.predicate
        if not any(t.word == "it" and t.role == "agent" and t.under == main for t in terms):
            return []
        who = [t.word for t in terms if t.role == "patient" and t.under == "be" and t.kind in ("name", "land")]
        if len(who) != 1 or main not in who[0].casefold():
            return []
        done = {t.under for t in terms} - {t.under for t in terms if t.role == "agent"} - {"be", main}
        return [who[0], *sorted(done)]

    def of_head(self, head: str) -> Iterator[Deed]:
        """Yield a deed for each who does it; for nobody where none is told of a deed that people are accused of."""
        doers = self.doers(head)
        own, named = set(), set()
        for term in self.below(head):
            name, known = self.who(term)
            if name in doers or term.word == head or term.word in deeds_listed("empty"):
                continue
            if known and name != "?":
                named.add(name)
            elif term.kind == "noun" and is_topic(term.word):
                own.add(_things().get(term.word) or kind_of(term.word))
        own_deed = is_deed(head) and self.frame.mood == "topic"  # "any interference": whose it is the act tells
        for doer in sorted(doers) or ([""] if own_deed else []):
            yield Deed(kind_of(head), doer, frozenset(own | named), frozenset(named))

    def below(self, head: str) -> list[Term]:
        """List what hangs on a deed or on the cue, and what is said of that."""
        terms = self.frame.terms
        first = [
            t
            for t in terms
            if t.role in deeds_listed("below") and (t.under == head or (self._outside(t.under) and t.role != "patient"))
        ]
        near = {term.word for term in first} - {head}
        own = [t for t in terms if t.role == "of" and t.under == head]
        return [*first, *own, *(t for t in terms if t.under in near and t.role in deeds_listed("near"))]

    def doers(self, head: str) -> frozenset[str]:
        """List who does a deed: its subject, its owner where it is a noun, who is blamed for it."""
        found = {self.name(term) for term in self.blamed()}
        cleft = self.cleft()
        found |= {self.name(t) for t in self.frame.terms if head in cleft[1:] and t.word == cleft[0] and t.under == "be"}
        main = self.main
        for term in self.frame.terms:
            owner = is_deed(head) and term.role == "of" and term.kind in ("name", "land")
            handed = kind_of(head) == HAND and term.role == "patient" and term.kind in ("name", "land")
            over = term.role == "agent" and term.under == main
            if (term.under == head and (term.role in ("agent", "by") or owner or handed)) or over:
                found.add(self.name(term))
        return frozenset(found - {"", "?"})

    def name(self, term: Term, depth: int = 0) -> str:
        """Name who a term stands for; the state or person whose officers, agents, troops or efforts it tells of."""
        name, known = self.who(term)
        if known or depth == _DEPTH or term.word not in deeds_listed("servants") | deeds_listed("tries"):
            return name if known else ""
        owners = [t for t in self.frame.terms if t.under == term.word and t.role == "of"]
        owners = [t for t in owners if t.kind in ("land", "name")] or [t for t in owners if t.kind == "noun"]
        return self.name(owners[0], depth + 1) if len(owners) == 1 else ""

    def blamed(self) -> list[Term]:
        """List who is blamed where the content is no clause: "blamed X for the raid"."""
        if self.act is not Act.ACCUSE or self.frame.mood != "topic":
            return []
        main = self.frame.predicate.casefold()
        people = [t for t in self.frame.terms if t.role == "patient" and t.kind in ("land", "name")]
        return [t for t in people if main in t.word.casefold().split() and self._outside(t.under)]

    def _outside(self, word: str) -> bool:
        """Say whether a word stands outside the content: the cue's."""
        return word not in self.frame.words and word != self.frame.predicate
