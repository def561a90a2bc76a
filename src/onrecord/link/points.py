"""Propositions as they are compared: who asserts or denies what, of whom, where and when, in terms of the whole record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.link.concepts import aimed, concept, is_topic, listed, loose_groups, unless
from onrecord.link.deeds import Deed, find_deeds, is_deed
from onrecord.link.lands import Lands, fold
from onrecord.records import Act, Amount, Article, Entity, Frame, Kind, Manner, Part, Spans, Statement, Term, When

_AT, _TOWARD, _GROUND, _GOVERNING = (listed(name) for name in ("at", "toward", "ground", "governing"))
_OFFICES, _SAYING = listed("offices"), listed("saying")
_SOLE, _OTHERS = listed("sole"), listed("not_sole")
_SELF = frozenset({"it", "he", "she", "they"})
DENYING = frozenset({Act.DENY, Act.DOUBT})


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what does or suffers which deed: side is agent or patient, deed a concept, who an entity, state or concept."""

    side: str
    deed: str
    who: str
    named: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One proposition of one statement, ready to be compared.

    ``voice`` is the speaker as propositions name people, ``state`` the one spoken for. ``side`` marks a clause beside the main
    one, ``headline`` one in the article's title. ``holds`` tells whether its speaker asserts it (or denies it, by negation or
    an act of denial); ``denied`` how. ``at`` and ``toward`` are the territories it is about and aimed at, ``named`` the people,
    groups and states in it, ``topics`` its concepts, ``located`` the things in it with the territory each lies in. ``tense`` is
    empty where indirect speech may have turned a present into a past, ``direct`` tells whether it is quoted word for word.
    ``said`` are ISO days, null where unknown; ``dated`` is false where they are only the article's.
    """

    statement: str
    article: str
    number: int
    spans: Spans
    side: bool
    headline: bool
    proposition: str
    speaker: str | None
    voice: str | None
    speaker_name: str
    state: str | None
    act: Act
    nested_in: str | None
    said: tuple[str, str] | None
    dated: bool
    holds: bool
    denied: str
    hedge: str
    mood: str
    tense: str
    predicate: str
    verb: str
    at: frozenset[str]
    toward: frozenset[str]
    roles: frozenset[Role]
    named: frozenset[str]
    topics: frozenset[str]
    sites: frozenset[str]
    located: frozenset[tuple[str, str]]
    amounts: tuple[Amount, ...]
    times: tuple[str, ...]
    open_office: frozenset[str]
    deeds: tuple[Deed, ...] = ()
    direct: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """Name the point within the record."""
        return self.statement, self.number

    @property
    def flat(self) -> bool:
        """Say whether it is asserted or denied without hedge, condition or question."""
        return not self.hedge and self.mood in ("fact", "future") and self.act not in (Act.ASK, Act.DOUBT)


class Pointer:
    """Makes points of statements, with the entities and territories of one record."""

    def __init__(self, entities: Mapping[str, Entity], homes: Mapping[str, str], lands: Lands) -> None:
        """Take the record's entities, the entity of each chain, and the record's territories."""
        self.entities = entities
        self.homes = homes
        self.lands = lands
        self._holders = _holders(entities.values())

    def holder(self, article: str, office: str) -> str | None:
        """Name the one person an article shows in an office ("president"); null where it shows none or several."""
        people = self._holders.get((article, office), ())
        return people[0] if len(people) == 1 else None

    def points(self, statement: Statement, article: Article) -> list[Point]:
        """Make the points of one statement; parts without a frame give none."""
        state = self._state(statement)
        told = [(part, frame) for part in statement.parts for frame in part.frames]
        return [self._point(statement, article, state, (number, *pair)) for number, pair in enumerate(told)]

    def _point(self, statement: Statement, article: Article, state: str | None, told: tuple[int, Part, Frame]) -> Point:
        number, part, frame = told
        reader = _Reader(self, statement, state, frame)
        holds = not frame.denied
        if statement.act in DENYING and not frame.spans and not frame.hedge.startswith("cannot"):
            holds = not holds
        return Point(
            statement=statement.id,
            article=article.id,
            number=number,
            spans=frame.spans or part.spans,
            side=bool(frame.spans),
            headline=_in_title(part.spans, article),
            proposition=part.proposition,
            speaker=self.homes.get(statement.speaker or "", statement.speaker),
            voice=self.voice(statement),
            speaker_name=self._called(statement),
            state=state,
            act=Act.DENY if frame.denied == "rejects" else statement.act,
            nested_in=statement.nested_in,
            said=_days(statement.said) or _days(article.published),
            dated=statement.said is not None,
            holds=holds,
            denied="" if holds else "act" if frame.denied in ("", "rejects") else frame.denied,
            hedge=frame.hedge,
            mood=frame.mood,
            tense="" if frame.tense == "past" and statement.manner is not Manner.DIRECT else frame.tense,
            predicate=concept(frame.predicate),
            verb=frame.predicate,
            at=reader.at(),
            toward=reader.toward(),
            roles=reader.roles(),
            named=reader.named() | self._denier(statement, frame),
            topics=reader.topics(),
            sites=reader.sites(),
            located=reader.located(),
            amounts=frame.amounts,
            times=frame.times,
            open_office=reader.open_office(),
            direct=statement.manner is Manner.DIRECT,
            deeds=find_deeds(frame, statement.act, reader.doer),
        )

    def _denier(self, statement: Statement, frame: Frame) -> frozenset[str]:
        """Name who denies a deed that is told without a doer: "denied any collusion" speaks of the one who denies."""
        told = any(term.role == "agent" or (term.role == "patient" and term.under == frame.predicate) for term in frame.terms)
        told = told or any(_owns(term, frame) for term in frame.terms)
        own = statement.act is Act.DENY and not told
        voice = self.voice(statement) if own and statement.speaker else None
        return frozenset({voice}) if voice else frozenset()

    def _called(self, statement: Statement) -> str:
        """Name a speaker as the record does: a person, body or group by the fullest name, others as the article has it."""
        entity = self.entities.get(self.homes.get(statement.speaker or "", ""))
        named = entity is not None and statement.speaker_name is not None and entity.kind not in (Kind.STATE, Kind.PLACE)
        return entity.name if entity and named else statement.speaker_name or ""

    def voice(self, statement: Statement) -> str | None:
        """Name the speaker as propositions name people: an entity, or the state whose government speaks."""
        home = self.homes.get(statement.speaker or "", statement.speaker)
        entity = self.entities.get(home or "")
        return self.key(entity) if entity else home

    def key(self, entity: Entity) -> str:
        """Name an entity as propositions name it: a state and its government by the state, others by their id."""
        if entity.kind in (Kind.STATE, Kind.PLACE) or entity.name.startswith("Government of "):
            return self.lands.actor(entity.name.removeprefix("Government of "))
        return self._rule(entity.name) or entity.id

    def _rule(self, name: str) -> str | None:
        """Name the state whose government a body is by its name: "Ugandan regime"."""
        people, _, body = name.partition(" ")
        state = self.lands.actor(people) if concept(body) in _GOVERNING else ""
        return state if self.lands.is_state(state) else None

    def _state(self, statement: Statement) -> str | None:
        """Tell the state a speaker speaks for or from: by office, by name, or by the demonym of an unnamed one."""
        entity = self.entities.get(self.homes.get(statement.speaker or "", statement.speaker or ""))
        name = statement.speaker_name or ""
        if name.startswith("Government of "):
            return self.lands.actor(name.removeprefix("Government of "))
        of = next((role.of for role in entity.roles if role.of), None) if entity else None
        if of:
            return self.lands.actor(of)
        for word in (statement.speaker_office or "", name):
            first = word.replace("’", "'").split("'s ")[0].split(" ")[0] if word else ""
            key = self.lands.actor(first) if first else ""
            if key and (self.lands.is_state(key) or key != fold(first)):
                return key
        return None


@dataclass(frozen=True)
class _Reader:
    """One frame read in terms of the record."""

    pointer: Pointer
    statement: Statement
    state: str | None
    frame: Frame

    def land(self, term: Term) -> str | None:
        """Name the territory a term stands for."""
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
        if term.kind == "noun" and concept(term.word) in _GOVERNING | loose_groups():
            owner = self._owner(term.word)
            if owner and concept(term.word) in _GOVERNING:
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
        entity = self.pointer.entities.get(self.pointer.homes.get(term.chain or "", ""))
        return self.pointer.key(entity) if entity else fold(term.word)

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
                found.add(Role(side, concept(term.under), who, named))
        return frozenset(found)

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


def _owns(term: Term, frame: Frame) -> bool:
    """Say whether a term tells whose deed a noun tells: "any Russian interference"."""
    return term.role == "of" and term.under == frame.predicate and term.kind in ("name", "land") and is_deed(frame.predicate)


def _holders(entities: Iterable[Entity]) -> dict[tuple[str, str], list[str]]:
    """List who is seen in which office that one person holds, in which article; deputies and former holders left out."""
    seen: dict[tuple[str, str], set[str]] = {}
    for entity in entities:
        if entity.kind is Kind.PERSON:
            for role in entity.roles:
                words = frozenset(fold(role.office).replace("-", " ").split())
                for word in _SOLE & words if not _OTHERS & words else ():
                    for proof in role.evidence:
                        seen.setdefault((proof.article, word), set()).add(entity.id)
    return {key: sorted(people) for key, people in seen.items()}


def _in_title(spans: Spans, article: Article) -> bool:
    title = article.title_span
    return title is not None and all(title[0] <= start and end <= title[1] for start, end in spans)


def _days(when: When | None) -> tuple[str, str] | None:
    return (when.earliest, when.latest) if when else None


def place_names(statements: Iterable[Statement], entities: Iterable[Entity]) -> list[str]:
    """List the place names of a record as spelled, for its Lands."""
    spelled = {t.word for s in statements for p in s.parts for f in p.frames for t in f.terms if t.kind == "land"}
    spelled.update(name for e in entities if e.kind in (Kind.STATE, Kind.PLACE) for name in e.names)
    spelled.update(role.of for e in entities for role in e.roles if role.of)
    return sorted(spelled)


def make_points(pointer: Pointer, statements: Sequence[Statement], articles: Mapping[str, Article]) -> list[Point]:
    """Make the points of statements, in their order; attributions that are no statements give none.

    Save what is told inside another statement, be it hard to tell as one: it may be the allegation that this denies.
    """
    return [
        point
        for statement in statements
        if statement.act is not Act.INTEND and (statement.act is not Act.PERCEIVE or statement.nested_in)
        for point in pointer.points(statement, articles[statement.article])
    ]
