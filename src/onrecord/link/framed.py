"""One frame read in terms of the record: whom, which territory and which thing each of its terms stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.link.concepts import aimed, concept, is_topic, listed, unless
from onrecord.link.deeds import is_deed
from onrecord.link.lands import fold
from onrecord.link.points import Role
from onrecord.records import Act, Entity, Frame, Kind, Statement, Term

if TYPE_CHECKING:
    from onrecord.link.pointing import Pointer

_AT, _TOWARD, _GOVERNING, _ARMS = (listed(name) for name in ("at", "toward", "governing", "arms"))
_GROUND = frozenset(concept(word) for word in listed("ground"))
_OFFICES, _SAYING = listed("offices"), listed("saying")
_BODIES, _ENTERED = listed("bodies"), listed("entered")
_SOLE, _OTHERS = listed("sole"), listed("not_sole")
_PLACED = frozenset({"in", "inside", "within", "across", "throughout", "near"})
_SELF = frozenset({"it", "he", "she", "they"})


@dataclass(frozen=True)
class Framed:
    """One frame read in terms of the record."""

    pointer: Pointer
    statement: Statement
    state: str | None
    frame: Frame

    def land(self, term: Term) -> str | None:
        """Name the territory a term stands for."""
        if term.kind == "name" and term.role in _PLACED and self.pointer.lands.met(term.word):
            return self.pointer.lands.key(term.word)
        if term.kind != "land":
            return None
        if term.word.startswith("@"):
            return self.state
        return self.pointer.lands.key(term.word)

    def who(self, term: Term) -> tuple[str, bool]:
        """Name who a term stands for, and whether that is somebody in particular."""
        if term.word.startswith("@"):
            return self._speaker(term.word)
        if term.kind == "land":
            return self.pointer.lands.actor(term.word), True
        if term.kind == "name":
            return self._name(term), True
        holder = self._holder(term)
        if holder:
            return holder, True
        if term.kind == "noun" and (concept(term.word) in _GOVERNING or term.word in _ARMS):
            owner = self._owner(term.word)
            if owner:
                return owner, True
        if term.chain and term.kind == "pronoun":
            home = self.pointer.homes.get(term.chain, "")
            entity = self.pointer.entities.get(home)
            return (self.pointer.key(entity), True) if entity and entity.name else ("?", False)
        return ("?" if term.kind == "pronoun" else concept(term.word)), False

    def doer(self, term: Term) -> tuple[str, bool]:
        """Name who a term stands for in a deed; "it", "he" or "they", whom nothing tells, is the one who denies it."""
        name, known = self.who(term)
        state = None if known else self._ruled(term)
        if state:
            return state, True
        own = name == "?" and term.kind == "pronoun" and term.role == "agent" and self.statement.act is Act.DENY
        return self._speaker("@speaker") if own and term.word in _SELF else (name, known)

    def _speaker(self, word: str) -> tuple[str, bool]:
        """Name who "I", "we" or "our government" is: the speaker, or the state spoken for."""
        if word != "@speaker" and self.state is not None:
            return self.state, True
        if word in ("@home", "@here") or self.statement.speaker is None:
            return "?", False
        return self.pointer.voice(self.statement) or "?", True

    def _holder(self, term: Term) -> str | None:
        """Name who holds the office that a term tells without a name, where its article leaves no doubt."""
        if term.kind != "noun" or term.word not in _SOLE or term.chain or _OTHERS & set(self.frame.words):
            return None
        owned = any(other.role == "of" and other.under == term.word for other in self.frame.terms)
        return None if owned else self.pointer.holder(self.statement.article, term.word)

    def _owner(self, word: str) -> str | None:
        """Find whose government, army or ministry it is: "the Afghan government"."""
        for term in self.frame.terms:
            if term.role == "of" and term.under == word and (term.kind == "land" or term.word == "@we"):
                return self.pointer.lands.actor(term.word) if not term.word.startswith("@") else self.state
        return None

    def _ruled(self, term: Term) -> str | None:
        """Name the state of a government told by who leads it: "the Okello regime"."""
        if term.kind != "noun" or concept(term.word) not in _GOVERNING:
            return None
        for owner in self.frame.terms:
            if owner.role == "of" and owner.under == term.word and (owner.kind == "name" or owner.word == "@speaker"):
                entity = self.pointer.entities.get(self.pointer.homes.get(owner.chain or "", ""))
                of = next((role.of for role in entity.roles if role.of), None) if entity else None
                state = self.pointer.lands.actor(of) if of else ""
                return state if self.pointer.lands.is_state(state) else None
        return None

    def _name(self, term: Term) -> str:
        placed = self.land(term)
        if placed is not None:
            return placed
        entity = self.pointer.entities.get(self.pointer.homes.get(term.chain or "", ""))
        entity = entity or (None if term.chain in self.pointer.homes else self.pointer.group(term.word))
        return self.pointer.key(entity) if entity and not _no_person(term, entity) else fold(term.word)

    def at(self) -> frozenset[str]:
        """List the territories it happens in, comes from or belongs to."""
        found: set[str] = set()
        for term in self.frame.terms:
            land = self.land(term)
            if land is None:
                continue
            of_ground = term.role in ("of", "between", "with") and concept(term.under) in _GROUND
            site = term.role == "agent" and concept(term.under) in _GROUND
            aimed_at = term.role != "from" and self._aims(term)
            if (term.role in _AT and not aimed_at) or of_ground or site:
                found.add(land)
        return frozenset(found)

    def _aims(self, term: Term) -> bool:
        """Say whether a term hangs on a deed done to somebody, or on a verb whose object is one: "launch attacks in X"."""
        deeds = aimed()
        where = term.role in _AT and any(other.role == "patient" and other.under == term.under for other in self.frame.terms)
        return (concept(term.under) in deeds and not where) or any(
            other.role == "patient" and other.under == term.under and concept(other.word) in deeds for other in self.frame.terms
        )

    def toward(self) -> frozenset[str]:
        """List the territories it is aimed at."""
        found: set[str] = set()
        for term in self.frame.terms:
            land = self.land(term)
            deed = term.role in _TOWARD | _AT - {"from"} and (self._aims(term) or term.role == "against")
            if land is not None and (deed or (term.role == "patient" and concept(term.under) in aimed())):
                found.add(land)
        return frozenset(found)

    def roles(self) -> frozenset[Role]:
        """List who does and suffers what."""
        found: set[Role] = set()
        for term in self.frame.terms:
            side = "agent" if term.role in ("agent", "from", "by") else "patient" if term.role in ("patient", *_TOWARD) else ""
            if not side or not term.under:
                continue
            if term.role in ("from", *_TOWARD) and concept(term.under) not in aimed():
                continue
            who, named = self.who(term)
            if who and who != "?":
                found.update(Role(side, deed, who, named) for deed in self._deeds(term.under))
        return frozenset(found)

    def _deeds(self, verb: str) -> set[str]:
        """Name the deed a verb tells, with its particle too where it is the predicate: "shot", "shot down"."""
        told = self.frame.predicate
        return {concept(verb), concept(told)} if told.startswith(f"{verb} ") else {concept(verb)}

    def named(self) -> frozenset[str]:
        """List the people, groups and states it names."""
        found = set()
        for term in self.frame.terms:
            who, named = self.who(term)
            if named and who != "?":
                found.add(who)
        return frozenset(found)

    def topics(self) -> frozenset[str]:
        """List its concepts, names left out."""
        names = {word for term in self.frame.terms if term.kind in ("land", "name") for word in fold(term.word).split()}
        words = (word for word in self.frame.words if is_topic(word) and word not in _SAYING and fold(word) not in names)
        words = (word for word in words if not word[0].isdigit())
        return frozenset(concept(word) for word in words)

    def located(self) -> frozenset[tuple[str, str]]:
        """List the things that lie in a territory: "Pakistani havens", "camps on Afghan soil", "X is a haven"."""
        found: set[tuple[str, str]] = set()
        sites = self.sites()
        for term in self.frame.terms:
            land = self.land(term)
            if (
                land is None
                or term.role not in _AT | {"of", "agent"}
                or (term.role == "agent" and concept(term.under) not in sites)
            ):
                continue
            found.update((thing, land) for thing in self._held_by(term.under, 0) if thing in sites)
        return frozenset(found)

    def _held_by(self, word: str, depth: int) -> set[str]:
        """Follow a word up to the things it places: soil, then the camp on it; a verb, then its object."""
        things = {concept(word)}
        for term in self.frame.terms:
            if term.kind != "noun" or depth > 2:
                continue
            if term.word == word and concept(word) in _GROUND and term.role in _AT and term.under != word:
                things |= self._held_by(term.under, depth + 1)
            elif term.under == word and term.role == "patient":
                things.add(concept(term.word))
        return things

    def sites(self) -> frozenset[str]:
        """List the concepts it says or takes for granted that there is; a refugee camp is no camp of fighters."""
        found = set()
        for term in self.frame.terms:
            if term.kind == "noun":
                found.add(concept(term.word))
        for name, others in unless().items():
            if name in found and any(t.word in others for t in self.frame.terms if concept(t.under) == name):
                found.discard(name)
        return frozenset(found)

    def open_office(self) -> frozenset[str]:
        """List offices told without a holder that is known: "the prime minister"."""
        told = (term for term in self.frame.terms if term.kind == "noun" and term.word in _OFFICES and not term.chain)
        return frozenset(term.word for term in told if not self._holder(term))


def _no_person(term: Term, entity: Entity) -> bool:
    """Say whether a lone name taken for a person's stands where none can: "the Maro network", "in Dalben", "bombed Dalben"."""
    if entity.kind is not Kind.PERSON or entity.roles or " " in entity.name:
        return False
    return (
        term.role in _PLACED
        or (term.role == "of" and term.under in _BODIES)
        or (term.role == "patient" and term.under in _ENTERED)
    )


def owns(term: Term, frame: Frame) -> bool:
    """Say whether a term tells whose deed a noun tells: "any Russian interference"."""
    return term.role == "of" and term.under == frame.predicate and term.kind in ("name", "land") and is_deed(frame.predicate)
