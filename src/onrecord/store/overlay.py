"""What was linked, with the verdicts given since: what they touched loses its links until the record is linked again.

So a verdict is seen at once, and nothing is shown that rests on what was taken back; new links come with the next linking.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from onrecord.records import Claim, Entity, Kind, Link, Relation, Verdict
from onrecord.store.codec import from_rows
from onrecord.store.force import Force, effect, is_on_statement, value_of
from onrecord.store.readings import Read
from onrecord.store.shape import Linked
from onrecord.store.verdicts import judged

STATUS = {"accept": "accepted", "reject": "rejected"}


def waiting(force: Force, linked_with: Collection[str]) -> list[Verdict]:
    """List the verdicts, given or undone since the record was linked, that another linking will take in."""
    now = set(force.effects)
    since = now.symmetric_difference(linked_with)
    known = {effect(verdict): verdict for verdict in force.known.values()}
    return [known[each] for each in sorted(since) if each in known]


def differing(read: Read, was: Force, now: Force) -> set[str]:
    """Name the statements of an article, under either of two forces, that are not the same under both."""
    before, after = _statements(read, was), _statements(read, now)
    return {id_ for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_)}


def _statements(read: Read, force: Force) -> Mapping[str, object]:
    if read.article.id in force.removed:
        return {}
    found, _ = judged(read, force.of_article.get(read.article.id, ()))
    return {statement.id: statement for statement in found.statements}


def overlaid(linked: Linked, force: Force, linked_with: Collection[str], gone: Collection[str]) -> Linked:
    """Lay the verdicts in force over what was linked; ``gone`` are the statements that changed since."""
    links = tuple(_status(link, force) for link in linked.links if link.a not in gone and link.b not in gone)
    parted = [link for link in links if link.relation is Relation.SAME and _is_waiting(link, force, linked_with)]
    claims = tuple(claim for claim in linked.claims if not _is_shaken(claim, gone, parted))
    held = {claim.id for claim in claims}
    stated = {key: claim for key, claim in linked.stated.items() if key[0] not in gone and claim in held}
    copies = {
        id_: rest
        for id_, others in linked.copies.items()
        if id_ not in gone and (rest := tuple(each for each in others if each not in gone))
    }
    homes, entities = _speakers(linked, force, linked_with)
    return Linked(entities, homes, claims, links, stated, copies)


def kept(force: Force, made: Collection[str], here: Callable[[str], bool]) -> list[Link]:
    """Give the links a person accepted that are not made any more, where both their statements still stand."""
    found = []
    for verdict in force.links.values():
        told = value_of(verdict).get("link")
        if verdict.verb == "accept" and told and verdict.target not in made:
            (link,) = from_rows(Link, [told])
            if here(link.a) and here(link.b):
                found.append(replace(link, status=STATUS["accept"]))
    return found


def _status(link: Link, force: Force) -> Link:
    verdict = force.links.get(link.id)
    return replace(link, status=STATUS[verdict.verb] if verdict else "machine")


def _is_waiting(link: Link, force: Force, linked_with: Collection[str]) -> bool:
    verdict = force.links.get(link.id)
    return verdict is not None and verdict.verb == "reject" and effect(verdict) not in linked_with


def _is_shaken(claim: Claim, gone: Collection[str], parted: Iterable[Link]) -> bool:
    """Say whether a claim rests on a statement that changed, or on a link that was rejected since."""
    mine = set(claim.statements)
    return not mine.isdisjoint(gone) or any({link.a, link.b} <= mine for link in parted)


def _speakers(linked: Linked, force: Force, linked_with: Collection[str]) -> tuple[Mapping[str, str], Mapping[str, Entity]]:
    """Say which entities the chains are that verdicts brought in since, until linking finds it itself."""
    homes: dict[str, str] = {}
    entities: dict[str, Entity] = {}
    for verdict in force.verdicts:
        if is_on_statement(verdict) and effect(verdict) not in linked_with:
            for chain, told in value_of(verdict).get("homes", {}).items():
                homes.setdefault(chain, told["entity"])
                new = Entity(told["entity"], Kind(told["kind"]), told["name"], (told["name"],))
                entities.setdefault(new.id, new)
    if not homes:  # as a rule; what was linked is then not copied into memory
        return linked.homes, linked.entities
    return {**homes, **linked.homes}, {**entities, **linked.entities}
