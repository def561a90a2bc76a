"""Labels: what somebody or something is said to be: "the inquiry is a witch hunt", "called it a witch hunt"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.link.concepts import concept, is_topic, listed
from onrecord.link.points import Label
from onrecord.records import Frame, Term

_BESIDE = ("of", "by", "into", "on", "about", "over", "for")
Who = Callable[[Term], tuple[str, bool]]


def find_labels(frame: Frame, who: Who) -> frozenset[Label]:
    """List what a frame says somebody or something is, with all nouns of the label: "witch hunt" is no other hunt."""
    reader = _Reader(frame)
    told = [(term, label) for term, label in reader.pairs() if term.kind != "pronoun" or term.chain or term.word.startswith("@")]
    found = (
        Label(who(term)[0], reader.whole(label), who(term)[1], *reader.beside(term, who))
        for term, label in told
        if is_topic(label)
    )
    return frozenset(label for label in found if label.whom not in ("", "?"))


@dataclass(frozen=True)
class _Reader:
    frame: Frame

    def pairs(self) -> list[tuple[Term, str]]:
        """List who or what is said to be what: by "to be", by a verb of naming, by "turned into"."""
        terms, main = self.frame.terms, self.frame.predicate
        labels = {t.word for t in terms if t.role == "patient" and t.under == "be" and t.kind == "noun"}
        found = [(t, t.under) for t in terms if t.role == "agent" and t.under == main and t.under in labels]
        named = [t for t in terms if t.kind == "noun" and t.under in listed("naming") and t.role in ("patient", "as")]
        if self.frame.mood == "topic":
            whom = [t for t in terms if t.role == "patient" and t.under in listed("naming") and self._is_main(t)]
            found += [(t, label.word) for t in whom for label in named if label.word != t.word and label.under == t.under]
        turned = [t for t in terms if t.role == "into" and t.under in listed("turning") and t.kind == "noun"]
        found += [(t, label.word) for label in turned for t in terms if t.role == "agent" and t.under == label.under]
        return found

    def whole(self, label: str) -> str:
        """Write a label behind the nouns that stand before it, these in one order: "witch hunt"."""
        before = {t.word for t in self.frame.terms if t.role == "of" and t.under == label and t.kind in ("noun", "name")}
        *first, head = (concept(part) for part in label.casefold().split("-"))
        found = {*first, *(concept(part) for word in before for part in word.casefold().split("-"))} - {head}
        return " ".join((*sorted(found), head))

    def beside(self, subject: Term, who: Who) -> tuple[frozenset[str], frozenset[str]]:
        """List by name whose the thing is that gets a label, and what it is into."""
        near = [t for t in self.frame.terms if t.role in _BESIDE and t.under == subject.word and t.word != subject.word]
        told = [pair for pair in map(who, near) if pair[0] not in ("", "?")]
        return frozenset(name for name, known in told if known), frozenset(name for name, known in told if not known)

    def _is_main(self, term: Term) -> bool:
        return self.frame.predicate.casefold() in term.word.casefold().split()
