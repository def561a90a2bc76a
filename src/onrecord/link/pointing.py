"""Makes points of statements, with the entities and territories of one record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.link.concepts import concept, listed
from onrecord.link.deeds import LACKING, find_deeds, find_kinds, lacks_proof
from onrecord.link.framed import Framed, owns
from onrecord.link.labels import find_labels
from onrecord.link.lands import Lands, fold
from onrecord.link.points import Point
from onrecord.records import Act, Article, Entity, Frame, Kind, Manner, Part, Spans, Statement, When

_GOVERNING, _SOLE, _OTHERS = listed("governing"), listed("sole"), listed("not_sole")
DENYING = frozenset({Act.DENY, Act.DOUBT})
_BODIES = frozenset({Kind.GROUP, Kind.INSTITUTION})


class Pointer:
    """Makes points of statements, with the entities and territories of one record."""

    def __init__(self, entities: Mapping[str, Entity], homes: Mapping[str, str], lands: Lands) -> None:
        """Take the record's entities, the entity of each chain, and the record's territories."""
        self.entities = entities
        self.homes = homes
        self.lands = lands
        self._holders = _holders(entities.values())
        self._groups = _groups(entities.values())

    def holder(self, article: str, office: str) -> str | None:
        """Name the one person an article shows in an office ("president"); null where it shows none or several."""
        people = self._holders.get((article, office), ())
        return people[0] if len(people) == 1 else None

    def group(self, name: str) -> Entity | None:
        """Give the one group or body of the record that bears a name its article ties to nobody."""
        return self._groups.get(fold(name))

    def points(self, statement: Statement, article: Article) -> list[Point]:
        """Make the points of one statement; parts without a frame give none."""
        state = self._state(statement)
        told = [(part, frame) for part in statement.parts for frame in part.frames]
        return [self._point(statement, article, state, (number, *pair)) for number, pair in enumerate(told)]

    def _point(self, statement: Statement, article: Article, state: str | None, told: tuple[int, Part, Frame]) -> Point:
        number, part, frame = told
        reader = Framed(self, statement, state, frame)
        lacking = lacks_proof(frame)
        holds = not frame.denied and not lacking
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
            denied="" if holds else LACKING if lacking else "act" if frame.denied in ("", "rejects") else frame.denied,
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
            kinds=find_kinds(frame, statement.act, reader.doer),
            labels=find_labels(frame, reader.who),
        )

    def _denier(self, statement: Statement, frame: Frame) -> frozenset[str]:
        """Name who denies a deed that is told without a doer: "denied any collusion" speaks of the one who denies."""
        told = any(term.role == "agent" or (term.role == "patient" and term.under == frame.predicate) for term in frame.terms)
        told = told or any(owns(term, frame) for term in frame.terms)
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


def _groups(entities: Iterable[Entity]) -> dict[str, Entity]:
    """List groups and bodies by each name that no other entity bears."""
    bearers: dict[str, list[Entity]] = {}
    for entity in entities:
        for name in {fold(name) for name in (entity.name, *entity.names)}:
            bearers.setdefault(name, []).append(entity)
    return {name: found[0] for name, found in bearers.items() if len(found) == 1 and found[0].kind in _BODIES}


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
    tellers = {statement.id: pointer.homes.get(statement.speaker or "", statement.speaker) for statement in statements}
    return [
        replace(point, teller=tellers.get(point.nested_in)) if point.nested_in else point
        for statement in statements
        if statement.act is not Act.INTEND and (statement.act is not Act.PERCEIVE or statement.nested_in)
        for point in pointer.points(statement, articles[statement.article])
    ]
